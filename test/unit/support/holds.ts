import assert from 'node:assert/strict';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { collapse, plainText } from '../../../src/core/markdown/plainText';
import type { SourceText, TextRange } from '../../../src/core/text/sourceText';

/** Fails unless the range lies in the source and what a reader sees there has the words in it. */
export function assertHolds(source: SourceText, range: TextRange, words: string): void {
  assert.ok(range.start >= 0 && range.start <= range.end && range.end <= source.text.length);
  const covered = source.slice(range);
  // At least letter by letter, else as plain text where the stretch parses by itself.
  assert.ok(
    isIn(words, decodeEntities(covered)) || collapse(shownText(covered)).includes(collapse(words)),
    `${JSON.stringify(covered)} should hold ${JSON.stringify(words)}`,
  );
}

/** The letters and digits of a text, in their order: what is left of it under any Markdown marks. */
function letters(text: string): string {
  return text.replace(/[^\p{L}\p{N}]+/gu, '');
}

/** Whether `words` is in the text in order, other letters (of an address or an entity) perhaps between. */
function isIn(words: string, text: string): boolean {
  let at = 0;
  for (const letter of letters(words)) {
    at = text.indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}

function decodeEntities(text: string): string {
  return text.replace(/&[#\w]+;/gu, shownText);
}

function shownText(markdown: string): string {
  return plainText(parseMarkdown(markdown).root);
}
