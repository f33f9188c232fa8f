import type { Guide } from '../../../src/core/guide/model';
import type { Passage } from '../../../src/core/markdown/plainText';
import type { TextRange } from '../../../src/core/text/sourceText';
import { assertHolds } from './holds';

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

/** Fails where a range of a guide does not hold the words that were read there. */
export function assertCovered(guide: Guide): void {
  for (const { range, words } of claimsOf(guide)) {
    assertHolds(guide.source, range, words);
  }
}
