const idLetters = String.raw`(?:\p{Lu}{2,5}-)?\p{Lu}\p{L}{0,5}`;
/** "M2", "SWE_3", "SRE-L4"; halves and parts of a level are "L5.5", "P3-1", "TL1-A" and "E4b". */
export const idPattern = String.raw`${idLetters}_?\d{1,3}(?:\.\d{1,2}|-\d|-\p{Lu}|[a-e])?`;
/** Tells most characters at once that no id begins there. */
const mayBeCapital = String.raw`(?=[A-Z\u{c0}-\u{10ffff}])`;
/** An id that is no piece of a longer word or number. */
export const boundedId = String.raw`${mayBeCapital}(?<![\p{L}\p{N}_])${idPattern}(?![\p{L}\p{N}]|\.\d)`;

const wholeId = new RegExp(`^${idPattern}$`, 'u');

const hyphenated = new RegExp(`^${idLetters}-\\d{1,3}$`, 'u');

const leadingLetters = new RegExp(`^${idLetters}`, 'u');

/** Whether the whole text has the form of a level's id: a capital, letters, a number. */
export function isLevelId(text: string): boolean {
  return wholeId.test(text);
}

/** The letters of an id, which name its track: "M" of "M2", "IC" of "IC-2"; empty for a level known by a title alone. */
export function trackOf(id: string): string {
  return isLevelId(id) || hyphenated.test(id) ? (leadingLetters.exec(id)?.[0] ?? '') : '';
}

/** Most lines hold no digit, which is told at once. */
export function mayHoldId(line: string): boolean {
  return /\d/u.test(line);
}
