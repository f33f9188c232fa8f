import { splitNumber } from './headingNumbers';

/** The words of a heading or a label in small letters, without its number and the marks around them. */
export function headingWords(heading: string): string {
  const start = heading.slice(0, longestHeading);
  if (plainWords.test(start)) {
    return start.toLowerCase();
  }
  const words = splitNumber(start)
    .name.toLowerCase()
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[‐‑]/g, '-')
    .replace(/\s+/g, ' ')
    .replace(/^\(?[a-z]\)\s+/, '');
  return betweenMarks.exec(words)?.[0] ?? '';
}

/** Most headings are nothing but words, which is told at once. */
const plainWords = /^[A-Za-z]+(?:[ '-][A-Za-z]+)*$/;

/** From the first letter or digit to the last one, with what closes a phrase. */
const betweenMarks = /[\p{L}\p{N}](?:.*[\p{L}\p{N})%])?/su;
/** What a heading is about, its first words tell. */
const longestHeading = 200;
