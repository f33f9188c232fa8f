import { lazily } from '../../lazily';
import { theTwo } from '../lists';
import { trackOf } from './levelIds';

// Levels that go by a word with a count, where others have an id: "Level 3", "Band C", "Grade IV", "IC-4".

/** The word, with the space or hyphen behind it. */
export const countedWord = String.raw`\p{Lu}\p{L}*[ -]`;
export const count = String.raw`(?:\d{1,3}[a-d]?|[IVX]+|\p{Lu})(?![\p{L}\p{N}])`;
/** "Level 3": the word with its count. */
export const countedPattern = countedWord + count;

/** Words for a place on the ladder. */
const rungWord = '(?:level|band|grade|tier|rung|rank|class|scale|stage|step|stufe|niveau|nivel)';

/** Those of them that text speaks of so: "At Step 3, …"; a scale is as often one of something else. */
export const spokenRung = '(?:Level|Step|Stage|Grade|Band|Tier|Rank|Class)';

const whole = lazily(() => new RegExp(`^(${countedWord})${count}$`, 'u'));
const beginsWithRung = lazily(() => new RegExp(`^${rungWord}\\b`, 'iu'));

/** "Level 3", "Band C", "Band 8a", "Grade IV", "Engineer II": a word with a count. */
export function isCountedName(name: string): boolean {
  return whole().test(name);
}

/** Whether two names are one word with a count: "Level 3" and "Level 4", "IC-1" and "IC-2". */
export function areCountedAlike(one: string, other: string): boolean {
  const word = whole().exec(one)?.[1];
  return word !== undefined && word === whole().exec(other)?.[1];
}

/** "Level 3", "Band C", "IC-4", "G 7": a place on the ladder, unlike the title "Engineer II". */
export function isRung(name: string): boolean {
  return (
    isCountedName(name) &&
    (trackOf(name) !== '' || beginsWithRung().test(name) || /^\p{Lu}{1,3} \d/u.test(name))
  );
}

/** "II" and "III" where two levels are "Scientist II" and "Scientist III": what stands for them in a table or behind "At". */
export function romansOf(names: readonly string[]): readonly string[] {
  const [one, other] = theTwo(names.map((name) => /^(.+) ([IVX]+)$/u.exec(name))) ?? [];
  return one && other && one[1] === other[1] ? [one[2] ?? '', other[2] ?? ''] : [];
}

/** "FROM BAND 5 TO BAND 6" as running text would have its levels: "FROM Band 5 to Band 6". */
export function withoutCapitals(line: string): string {
  // No word for a rung is shorter, and most lines have none in capitals.
  const told = !/\p{Lu}{4}/u.test(line)
    ? line
    : line.replace(rungInCapitals(), (word) => `${word.slice(0, 1)}${word.slice(1).toLowerCase()}`);
  return told === line ? line : told.replace(/(?<=\s)(?:IN)?TO(?=\s)/u, (word) => word.toLowerCase());
}

const rungInCapitals = lazily(() => new RegExp(`(?<!\\p{L})${rungWord.toUpperCase()}(?=[ -]${count})`, 'gu'));
