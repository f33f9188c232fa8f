import { distance } from 'fastest-levenshtein';
import { isLevelId, trackOf } from '../guide/levels/levelIds';
import type { Level } from '../ladder/model';
import { nameKey } from '../names';

/** How much of a name may be mistyped for it still to be meant. */
const tolerance = 0.34;
/** More than a few are no help to choose. */
export const mostSuggestions = 3;

/**
 * Those of some things that a mistyped name may mean, best first: by what has to be changed to make the
 * one of the other, and by the words they share.
 */
export function nearest<Thing>(
  name: string,
  things: readonly Thing[],
  nameOf: (thing: Thing) => string,
): readonly Thing[] {
  const key = nameKey(name);
  const words = wordsOf(key);
  const alike = things
    .map((thing) => ({ thing, likeness: likeness(key, words, nameKey(nameOf(thing))) }))
    .filter(({ likeness: found }) => found > 0)
    .sort((a, b) => b.likeness - a.likeness);
  const best = alike[0]?.likeness ?? 0;
  return alike
    .filter(({ likeness: found }) => found >= best / 2)
    .slice(0, mostSuggestions)
    .map(({ thing }) => thing);
}

/**
 * The ids of the levels that a text may mean which is none, best first: those whose title it resembles,
 * then those of its track by their distance.
 */
export function nearestLevels(
  text: string,
  levels: readonly Level[],
  count = mostSuggestions,
): readonly string[] {
  // Ids that differ in nothing but a digit are all alike; how far apart they are is told below.
  const named = levels.filter(({ id, title }) => title !== undefined || !isLevelId(id));
  const titled = nearest(text, named, ({ id, title }) => title ?? id).map(({ id }) => id);
  const [letters = ''] = /^\p{L}*/u.exec(text.trim().toUpperCase()) ?? [];
  const byDistance = levels
    .filter(({ id }) => trackOf(id).toUpperCase() === letters)
    .map(({ id }) => ({ id, away: Math.abs(numberIn(id) - numberIn(text)) }))
    .sort((a, b) => a.away - b.away)
    .map(({ id }) => id);
  return [...new Set([...titled, ...byDistance])].slice(0, count);
}

function numberIn(id: string): number {
  return Number(/\d+(?:\.\d+)?/u.exec(id)?.[0] ?? 0);
}

/** 0 for a name that cannot be meant; the greater the likelier. */
function likeness(key: string, words: readonly string[], other: string): number {
  const longest = Math.max(key.length, other.length, 1);
  const same = 1 - distance(key, other) / longest;
  const otherWords = wordsOf(other);
  const shared = words.filter((word) => otherWords.some((one) => isSameWord(word, one))).length;
  const share = (2 * shared) / Math.max(words.length + otherWords.length, 1);
  return same >= 1 - tolerance || shared > 0 ? same + share : 0;
}

/** Whether two words are one, inflected or mistyped: "team" and "teams". */
function isSameWord(one: string, other: string): boolean {
  const shorter = Math.min(one.length, other.length);
  return (
    one === other ||
    (shorter > 3 && (one.startsWith(other) || other.startsWith(one))) ||
    (shorter > 4 && distance(one, other) <= 1)
  );
}

/** The words that tell names apart. */
function wordsOf(key: string): readonly string[] {
  return key
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2 && !/^(?:and|the|for|with)$/u.test(word));
}
