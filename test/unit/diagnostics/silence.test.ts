import assert from 'node:assert/strict';
import { silence } from '../../../src/core/diagnostics/silence';
import type { Disable } from '../../../src/core/document/disables';
import { SourceText } from '../../../src/core/text/sourceText';

/** A text of so many comments and findings by turns, and how often the comments are asked what they name. */
function asked(count: number, kindOf: (at: number) => Disable['kind']): number {
  let reads = 0;
  const places = Array.from({ length: count }, (_, at) => 4 * at);
  const disables = places.map((start, at): Disable => {
    const range = { start, end: start + 1 };
    const rules = [{ id: 'no-evidence', argument: undefined, range }];
    return {
      kind: kindOf(at),
      range,
      get rules() {
        reads += 1;
        return rules;
      },
    };
  });
  const findings = places.map((start) => ({
    rule: 'no-evidence',
    range: { start: start + 2, end: start + 3 },
  }));
  const { kept, used } = silence(findings, disables, new SourceText('#\nx\n'.repeat(count)));
  const begun = disables.filter(({ kind }) => kind === 'begin').length;
  assert.equal(kept.length, count - begun);
  assert.equal(used.size, begun);
  return reads;
}

suite('silencing many findings', () => {
  test('costs no more than there are comments and findings', () => {
    for (const every of [1, 2]) {
      const [short = 0, long = 0] = [50, 200].map((count) =>
        asked(count, (at) => (at % every === 0 ? 'begin' : 'end')),
      );
      assert.ok(
        short >= 50 && long <= 4 * short,
        `${short} times asked, ${long} for four times the comments`,
      );
    }
  });
});
