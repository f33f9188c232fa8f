import type { RootContent } from 'mdast';
import { paragraphText } from './blocks/passages';
import { isRung } from './levels/countedLevels';
import { idPattern, isLevelId, trackOf } from './levels/levelIds';
import { type LevelName, nameOf } from './levels/levelNames';
import { areAlike, type LevelPair } from './levels/levelPairs';
import type { PairNaming } from './levels/pairNamings';
import type { PartKind } from './model';
import { isCapability, showsCapabilities } from './parts/readCapabilities';
import { isShiftTable } from './parts/shiftTables';
import type { Arrangement } from './sections/arrangeSections';

/** Words that only guides have in their titles, and words that other plans have too. */
const ladderWords = /\b(?:progression|career|ladder|levell?ing)\b/i;
const planWords = /\b(?:growth|promotion|level|transition)\b/i;

/**
 * Two ids alone make no ladder: "Q1 to Q2 Roadmap", "Upgrade Guide: ES5 to ES6". Besides them a guide has a
 * word for it in its title, titles for its levels, or a part that nothing but a guide has.
 */
export function isGuide(
  title: string,
  pair: LevelPair,
  namings: readonly PairNaming[],
  contents: readonly RootContent[],
  { parts, capabilities }: Arrangement,
): boolean {
  const hasCapabilities = capabilities.some(
    ({ section, single }) => single || isCapability(section) || showsCapabilities(section),
  );
  const hasTitles = namings.some(
    (naming) => naming.pair.from.title !== undefined && naming.pair.to.title !== undefined,
  );
  const inSmallLetters = namings.some((naming) => naming.inSmallLetters);
  if (!isLevelId(pair.from.id ?? '') || !isLevelId(pair.to.id ?? '') || inSmallLetters) {
    // Two titles, "v1 to v2" or "(I) to (II)" prove less than two ids do.
    const others: readonly PartKind[] = [
      'shift',
      'question',
      'pitfalls',
      'readiness',
      'trackRecord',
      'selfAssessment',
    ];
    const found = others.filter((kind) => parts[kind] !== undefined).length;
    if ((hasCapabilities || found > 0) && namings.some(givesLikeTitles)) {
      return true;
    }
    if (!hasCapabilities) {
      const isStarted = [pair.from, pair.to].every((level) => trackOf(nameOf(level)) !== '');
      return ladderWords.test(title) && (isStarted || found > 1);
    }
    return (
      ladderWords.test(title) ||
      isStep(pair) ||
      contents.some((block) => isShiftTable(block, pair)) ||
      found > 0
    );
  }
  return (
    hasCapabilities ||
    hasTitles ||
    ladderWords.test(title) ||
    (!(isPeriodOrVersion(pair.from) && isPeriodOrVersion(pair.to)) &&
      (planWords.test(title) || isBarePair(title) || contents.some(speaksOfLevels)))
  );
}

/** "Band C (Orchestra Coordinator) to Band D (Orchestra Manager)" */
function givesLikeTitles({ pair: { from, to } }: PairNaming): boolean {
  return (
    isRung(from.id ?? '') &&
    isRung(to.id ?? '') &&
    from.title !== undefined &&
    to.title !== undefined &&
    areAlike(from.title, to.title)
  );
}

/** "Account Executive to Senior Account Executive": one title with another word before it. */
function isStep({ from, to }: LevelPair): boolean {
  return from.title !== undefined && to.title?.endsWith(` ${from.title}`) === true;
}

/** What looks like an id and is more often a quarter, a half, a year, a week or a version. */
function isPeriodOrVersion({ id }: LevelName): boolean {
  return /^(?:Q[1-4]|H[12]|FY\d+|W\d{2}|V\d+)(?:-\d)?$|\.\d+$/u.test(id ?? '');
}

const spokenOf = new RegExp(`\\bAt ${idPattern}, (?:you|they|we|an? )\\b|\\bfundamental question\\b`, 'iu');

/** "At M1, you …", or the fundamental question. */
function speaksOfLevels(block: RootContent): boolean {
  const text = paragraphText(block);
  return spokenOf.test(text);
}

/** Whether a title says nothing beyond its two levels, apart from "From". */
function isBarePair(title: string): boolean {
  return /^(?:from\s+)?[^\s:]+(?:\s*\([^)]*\))?\s*(?:to|\p{P}|\p{S})+\s*[^\s:]+(?:\s*\([^)]*\))?$/iu.test(
    title,
  );
}
