import { rememberingTexts } from './remembering';

/**
 * What is left of a level's or a capability's name when two spellings of it should be the same name:
 * case, runs of white space, typographic quotes and dashes, characters that cannot be seen, and a leading
 * number do not count.
 */
export const nameKey = rememberingTexts((name): string =>
  inCapitals(
    withPlainMarks(name.normalize('NFC'))
      .replace(/^\s*\d+\s*[.):-]\s+/u, '')
      .replace(/\s+/gu, ' ')
      .trim(),
  ).toLowerCase(),
);

/** A text in capitals, folded as CommonMark folds labels: “ß”, “ẞ” and “ss” are one. */
export function inCapitals(text: string): string {
  return text.toLowerCase().toUpperCase().normalize('NFC');
}

/** A text as a keyboard writes it: without typographic quotes and dashes, and soft hyphens and the like. */
export function withPlainMarks(text: string): string {
  return text
    .replace(/\p{Default_Ignorable_Code_Point}/gu, '')
    .replace(/[‘’‚‛ʼ′`]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-');
}
