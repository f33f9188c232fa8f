import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Guide } from '../../../src/core/guide/model';
import { readGuide } from '../../../src/core/guide/readGuide';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import type { Passage } from '../../../src/core/markdown/plainText';
import type { TextRange } from '../../../src/core/text/sourceText';
import { anyCharacter } from '../support/anyCharacter';
import { isThorough, runs } from '../support/effort';
import { guideOf, markdownFiles, readText } from '../support/files';
import { guideLike } from '../support/guideArbitrary';
import { assertHolds } from '../support/holds';

/** A range and the words that should be found in it. */
interface Claim {
  readonly range: TextRange;
  readonly words: string;
}

function claimsOf(guide: Guide): readonly Claim[] {
  const passage = (found: Passage | undefined): readonly Claim[] =>
    found === undefined ? [] : [{ range: found.range, words: found.text }];
  const blank = (range: TextRange): Claim => ({ range, words: '' });
  return [
    ...guide.levels.flatMap(({ heading, titleRange }) => [blank(heading), blank(titleRange)]),
    ...guide.extras.map(({ range, title }) => ({ range, words: title })),
    ...guide.problems.map(({ range }) => blank(range)),
    ...guide.capabilities.flatMap((capability) => [
      { range: capability.heading, words: capability.name },
      { range: capability.range, words: capability.name },
      ...passage(capability.summary),
      ...[...capability.expectations, ...capability.signals, ...capability.practices].flatMap(passage),
    ]),
    ...guide.transitions.flatMap((transition) => [
      blank(transition.heading),
      ...Object.values(transition.parts).map(blank),
      ...passage(transition.overview),
      ...transition.shifts.flatMap(({ range, from, to }) => [
        { range, words: from },
        { range, words: to },
      ]),
      ...(transition.question === undefined
        ? []
        : [transition.question.from, transition.question.to].map((words) => ({
            range: transition.question?.range ?? { start: 0, end: 0 },
            words,
          }))),
      ...transition.pitfalls.flatMap(({ range, name, text }) => [
        { range, words: name },
        { range, words: text },
      ]),
      ...passage(transition.readiness?.summary),
      ...passage(transition.readiness?.rule),
      ...(transition.readiness?.trackRecord ?? []).flatMap(passage),
      ...(transition.readiness?.selfAssessment ?? []).flatMap(passage),
      ...passage(transition.timeline?.summary),
      ...passage(transition.timeline?.caveat),
      ...(transition.timeline?.reasons ?? []).flatMap(passage),
    ]),
  ];
}

function assertCovered(guide: Guide): void {
  for (const { range, words } of claimsOf(guide)) {
    assertHolds(guide.source, range, words);
  }
}

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

  test('cut off anywhere, as it is while somebody types it', () => {
    const whole = readText('guides/m1-to-m2.md');
    for (let length = 0; length < whole.length; length += isThorough ? 97 : 997) {
      const guide = guideOf(whole.slice(0, length));
      if (guide !== undefined) {
        assertCovered(guide);
      }
    }
  });

  for (const file of [...markdownFiles('guides'), ...markdownFiles('test/fixtures/guides/read')]) {
    test(`ranges of ${file}`, () => {
      const guide = guideOf(readText(file));
      assert.ok(guide);
      assertCovered(guide);
    });
  }
});
