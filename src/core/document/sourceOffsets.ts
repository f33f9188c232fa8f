import { decodeString } from 'micromark-util-decode-string';
import type { SourceText, TextRange } from '../text/sourceText';

/**
 * Where the characters of a piece of text stand in the source it was read from, which may hold escapes,
 * character references, and at the beginning of lines the marks of lists and block quotes.
 *
 * @param range The source of the piece.
 * @param value The text read from it.
 * @returns For each offset in `value`, its end included, the offset in the document.
 */
export function sourceOffsets(source: SourceText, range: TextRange, value: string): readonly number[] {
  if (range.end - range.start === value.length) {
    return Array.from({ length: value.length + 1 }, (_, index) => range.start + index);
  }
  const { text } = source;
  const offsets: number[] = [];
  let at = range.start;
  while (offsets.length < value.length && at < range.end) {
    const char = value.charAt(offsets.length);
    const mark = markAt(text, at, value, offsets.length);
    if (mark !== undefined) {
      for (let unit = 0; unit < mark.units; unit += 1) {
        offsets.push(at);
      }
      at += mark.length;
    } else if (/[\r\n]/u.test(char) && /[ \t]/u.test(text.charAt(at))) {
      // White space at the end of a line is no text.
      at += 1;
    } else {
      offsets.push(at);
      at += 1;
      if (text.charAt(at - 1) === '\n' || (text.charAt(at - 1) === '\r' && text.charAt(at) !== '\n')) {
        const prefix = runOfMarks(text, at, range.end);
        const own = runOfMarks(value, offsets.length, value.length);
        at += Math.max(0, prefix - own);
      }
    }
  }
  while (offsets.length <= value.length) {
    offsets.push(range.end);
  }
  return offsets;
}

/** An escape or a character reference at `at` in the source that yields what stands at `index` in the value. */
function markAt(
  text: string,
  at: number,
  value: string,
  index: number,
): { readonly length: number; readonly units: number } | undefined {
  if (!/[\\&]/u.test(text.charAt(at))) {
    return undefined;
  }
  const mark = escapeOrReference.exec(text.slice(at, at + 40))?.[0] ?? '';
  const decoded = decodeString(mark);
  return decoded !== mark && value.startsWith(decoded, index)
    ? { length: mark.length, units: decoded.length }
    : undefined;
}

const escapeOrReference = /^(?:\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});)/iu;

/** The length of the white space and marks at `start`; the white space that ends a line is no part of it. */
function runOfMarks(text: string, start: number, limit: number): number {
  let end = start;
  while (end < limit && /[ \t>]/u.test(text.charAt(end))) {
    end += 1;
  }
  if (end < limit && /[\r\n]/u.test(text.charAt(end))) {
    while (end > start && /[ \t]/u.test(text.charAt(end - 1))) {
      end -= 1;
    }
  }
  return end - start;
}
