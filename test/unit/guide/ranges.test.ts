import assert from 'node:assert/strict';
import fc from 'fast-check';
import { readGuide } from '../../../src/core/guide/readGuide';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { anyCharacter } from '../support/anyCharacter';
import { assertCovered } from '../support/covered';
import { isThorough, runs } from '../support/effort';
import { guideOf, readText } from '../support/files';
import { guideLike } from '../support/guideArbitrary';

suite('any text read as a guide', () => {
  test('gives the same answer twice, with ranges that hold what they claim', () => {
    let guides = 0;
    fc.assert(
      fc.property(fc.oneof(guideLike, fc.string({ unit: anyCharacter, maxLength: 400 })), (text) => {
        const guide = guideOf(text);
        assert.deepEqual(readGuide('guide.md', parseMarkdown(text)), guide);
        if (guide !== undefined) {
          guides += 1;
          assertCovered(guide);
        }
      }),
      { numRuns: runs(1500) },
    );
    assert.ok(guides > runs(100), `only ${guides} of the texts were guides`);
  });

  test('has a place for each text, also where one line is mended after another', () => {
    const lines = '**open\n**open\n**Waiting.** It is long.\n**What this looks like:**\n- one\n';
    assertCovered(guideOf(`# M1 to M2\n\n## Key Capabilities to Develop\n\n${lines}`) ?? assert.fail());
  });

  test('cut off anywhere, as it is while somebody types it', () => {
    const whole = readText('guides/m1-to-m2.md');
    for (let length = 0; length < whole.length; length += isThorough ? 97 : 997) {
      const guide = guideOf(whole.slice(0, length));
      if (guide !== undefined) {
        assertCovered(guide);
      }
    }
  });
});
