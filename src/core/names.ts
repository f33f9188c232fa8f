import { rememberingTexts } from './remembering';

/**
 * What is left of a level's or a capability's name when two spellings of it should be the same name:
 * case, runs of white space, typographic quotes and dashes, and a leading number do not count.
 */
export const nameKey = rememberingTexts((name): string =>
  inCapitals(
    withPlainMarks(name.normalize('NFC').replace(/^\s*\d+\s*[.):–—-]\s+/u, ''))
      .replace(/\s+/gu, ' ')
      .trim(),
  ).toLowerCase(),
);

/** A text in capitals, folded as CommonMark folds labels: “ß”, “ẞ” and “ss” are one. */
export function inCapitals(text: string): string {
  return text.toLowerCase().toUpperCase().normalize('NFC');
}

/** A text with the quotes and dashes of a keyboard in place of typographic ones. */
export function withPlainMarks(text: string): string {
  return text
    .replace(/[‘’‚‛ʼ′`]/gu, "'")
    .replace(/[“”„‟″«»]/gu, '"')
    .replace(/[‐‑‒–—―−]/gu, '-');
}
