import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Guide } from '../../../src/core/guide/model';
import { readGuide } from '../../../src/core/guide/readGuide';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { collapse, type Passage, plainText } from '../../../src/core/markdown/plainText';
import type { TextRange } from '../../../src/core/text/sourceText';
import { isThorough, runs } from '../support/effort';
import { guideOf, markdownFiles, readText } from '../support/files';

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

/** The letters and digits of a text, in their order: what is left of it under any Markdown marks. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether `words` is in the text in order, other letters (of an address or an entity) perhaps between. */
function isIn(words: string, text: string): boolean {
  let at = 0;
  for (const letter of letters(words)) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}

function assertCovered(guide: Guide): void {
  const { source } = guide;
  for (const { range, words } of claimsOf(guide)) {
    assert.ok(range.start >= 0 && range.start <= range.end && range.end <= source.text.length);
    const covered = source.slice(range);
    // As plain text where the stretch parses by itself, else at least letter by letter.
    const shown = plainText(parseMarkdown(covered).root);
    assert.ok(
      collapse(shown).includes(collapse(words)) || isIn(words, decodeEntities(covered)),
      `${JSON.stringify(covered)} should hold ${JSON.stringify(words)}`,
    );
  }
}

function decodeEntities(text: string): string {
  return text.replace(/&[#\w]+;/gu, (entity) => plainText(parseMarkdown(entity).root));
}

/** Pieces of guides, whole and broken, for texts that are nearly guides. */
const pieces = fc.constantFrom(
  '# Progression Guide: M1 to M2',
  '# M2: Senior Engineering Manager',
  'Engineering Manager → Senior Engineering Manager',
  '## Overview',
  'The transition from M1 (Engineering Manager) to M2 (Senior) takes time.',
  '## The Core Shift',
  '| M1 | M2 |\n|---|---|\n| small | **large** |\n| one |\n| a | b | c |',
  "*The fundamental question changes from 'Do I?' to 'Do we?'*",
  '## Key Capabilities to Develop',
  '### 1. Systems and Scale',
  '**Systems\nand Scale**',
  'At M1, you follow. At M2, you\nlead.',
  '**What this looks like:**\n- one &amp; two\n- [x] *three*\n  more',
  'How to develop this:\n\n1. first\n2. second\n\n   and on',
  '- **What this looks like**\n  - nested\n- **How to develop this**\n  - deeper',
  '## Common Pitfalls',
  '**Waiting.** It is long.',
  '- **Name**: text',
  '## How to Demonstrate Readiness',
  '### Self-Assessment Questions',
  '- [ ] “Do I?”',
  "If you can answer 'yes', you are ready.",
  '## Typical Timeline',
  'Most need approx. 3-5 years. It varies.',
  '**Important: it is fine.**',
  '> [!NOTE]\n> quoted',
  '<!-- a comment -->',
  '```\n# no heading\n```',
  '---',
  '\\*escaped\\* [link](x.md) `code` ![image](y.png) <br> html',
  '***',
  '\t',
  '**open',
);

const guideLike = fc
  .array(
    fc.oneof({ weight: 9, arbitrary: pieces }, { weight: 1, arbitrary: fc.string({ unit: 'binary' }) }),
    {
      maxLength: 30,
    },
  )
  .chain((parts) =>
    fc
      .tuple(
        fc.constantFrom('\n\n', '\n', '\r\n\r\n', '\r\n'),
        fc.constantFrom('', '\uFEFF', '---\ntitle: x\n---\n', '# Progression Guide: L4 to L5\n\n'),
        fc.array(fc.constantFrom('\n\n', '\n'), { maxLength: 5 }),
      )
      .map(([joiner, head]) => head + parts.join(joiner)),
  );

suite('any text read as a guide', () => {
  test('gives the same answer twice, with ranges that hold what they claim', () => {
    let guides = 0;
    fc.assert(
      fc.property(fc.oneof(guideLike, fc.string({ unit: 'binary', maxLength: 400 })), (text) => {
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
