import { rememberingTexts } from '../remembering';

const numberWord =
  '(?:capability|competency|skill|area|dimension|pillar|pitfall|trap|mistake|part|section|step|no\\.|number)';
/** "3.", "3)", "(3)", "§ 3", "3 –", "3 ·", "2.3", "#3", "3" as a keycap, perhaps behind a word: "Capability 3:". */
const headingNumber = new RegExp(
  `^(?:${numberWord}\\s+){0,2}(?:` +
    [
      String.raw`#?(?:\d{1,3}\.)*(\d{1,4})\s*(?:\.\)|[.):–—·|/-])`,
      String.raw`\((\d{1,4})\)`,
      String.raw`§\s*(?:\d{1,3}\.)*(\d{1,3})[.:]?`,
      String.raw`(?:\d{1,3}\.)+(\d{1,3})`,
      String.raw`#(\d{1,3})`,
      String.raw`(\d)\uFE0F?\u20E3`,
    ].join('|') +
    // "3.Name", and not "1.x" or "2.0".
    String.raw`)(?:\s+|(?<=\d[.)])(?=\p{L}{3}))(.+)$`,
  'isu',
);
/**
 * Pictures and drawn signs, as ★ and ◆, at the start of a heading are ornament, not name. Digits count as pictures to
 * Unicode, and so do ©, ® and ™.
 */
const ornament =
  /^(?:(?:(?![\d©®™])\p{Extended_Pictographic}|(?=\p{So})[\u2500-\u27BF]|\p{Emoji_Modifier}|\u200D|\uFE0F)\s*)+(?=\S)/u;

/** A heading's number, where it has one, and its words. */
export interface NumberedName {
  readonly number: number | undefined;
  readonly name: string;
}

/** A heading's number, as in "3. Name" or "Capability 3: Name", and what it numbers. */
export const splitNumber = rememberingTexts((heading): NumberedName => {
  const text = withoutOrnament(heading);
  const [, ...groups] = headingNumber.exec(text) ?? [];
  const digits = groups.slice(0, -1).find((group) => group !== undefined);
  return {
    number: digits === undefined ? undefined : Number(digits),
    name: withoutOrnament(groups.at(-1) ?? text)
      .replace(/^(?:capability|competency|skill|dimension|pillar):\s+(?=\S)/iu, '')
      .replace(/\{#[^\s{}]+\}\s*$/u, '')
      .replace(/(?:\s+:[a-z][\w+-]*:)+\s*$/u, '')
      .replace(/[:：]\s*$/u, '')
      .trim(),
  };
});

/** Whether a heading has a number. */
export function isNumbered(heading: string): boolean {
  return splitNumber(heading).number !== undefined;
}

/**
 * The names of headings that stand side by side. Letters ("A. Name", "b) Name"), Roman numerals and bare
 * digits ("1 Name") are numbers only where all of them count up: by itself "A" may begin a name.
 */
export function splitNumbers(headings: readonly string[]): readonly NumberedName[] {
  const split = headings.map(splitNumber);
  if (headings.length < 2 || split.some(({ number }) => number !== undefined)) {
    return split;
  }
  for (const [pattern, counting] of sequences) {
    // Most first names count nothing, which tells of all of them.
    if (!pattern.test(split[0]?.name ?? '')) {
      continue;
    }
    const matches = split.map(({ name }) => pattern.exec(name)?.groups);
    const isNext = (match: (typeof matches)[number], index: number): boolean =>
      match?.count?.toLowerCase() === counting(index) && match?.word === matches[0]?.word;
    if (matches.every(isNext)) {
      return matches.map((match, index) => ({ number: index + 1, name: match?.name ?? '' }));
    }
  }
  return split;
}

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x', 'xi', 'xii'];
const ordinals = [
  'first',
  'second',
  'third',
  'fourth',
  'fifth',
  'sixth',
  'seventh',
  'eighth',
  'ninth',
  'tenth',
];
const spelled = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const inDigits = (index: number): string => String(index + 1);
const sequences: readonly (readonly [RegExp, (index: number) => string | undefined])[] = [
  [
    /^(?:(?<word>\p{L}+(?: \p{L}+)?) )?\(?(?<count>[a-z])(?:[.):]|(?<=\p{L} [a-z])\s+[–—])\s+(?<name>.+)$/isu,
    (index) => String.fromCharCode(97 + index),
  ],
  [/^\(?(?<count>[ivx]+)[.):]\s+(?<name>.+)$/isu, (index) => romans[index]],
  [/^0?(?<count>\d{1,2})\s+(?<name>.+)$/su, inDigits],
  // "① Name"
  [/^(?<count>[①-⑳])\s*(?<name>.+)$/su, (index) => String.fromCodePoint(0x2460 + index)],
  [/^(?<count>\p{L}+)(?:\s*[:.–—]|\s-)\s+(?<name>.+)$/su, (index) => ordinals[index]],
  // "C1 Name", "Name (1)"
  [/^(?<word>\p{Lu})(?<count>\d{1,2})[.:]?\s+(?<name>.+)$/su, inDigits],
  [/^(?<name>.+?)\s+\((?<count>\d{1,2})\)$/su, inDigits],
  // "Name · 1"
  [/^(?<name>.+?)\s+[·–—]\s+(?<count>\d{1,2})$/su, inDigits],
  // A word that all of them begin with: "Strength one: Name", "Focus Area 1 — Name", "FM-1: Name", "Criterion 4.1: Name".
  [/^(?<word>\p{L}+(?: \p{L}+)?) (?<count>\p{L}+)\s*[.:–—]\s+(?<name>.+)$/su, (index) => spelled[index]],
  [/^(?<word>\p{L}+(?: \p{L}+)?[ -](?:\d{1,2}\.)*)(?<count>\d{1,2})\s*[.):–—·|-]\s+(?<name>.+)$/su, inDigits],
];

/** A text without the pictures, drawn or by their names as ":star:", that may stand in front of it. */
export function withoutOrnament(text: string): string {
  const trimmed = text.trim();
  if (trimmed.startsWith(':')) {
    return trimmed.replace(/^(?::[a-z][\w+-]*:\s+)+(?=\S)/u, '');
  }
  return trimmed.charCodeAt(0) < 0x80 ? trimmed : trimmed.replace(ornament, '');
}
