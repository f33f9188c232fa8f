import { type CitationTarget, writeCitations } from '../citations/writeCitation';
import type { TextRange } from '../text/sourceText';
import { spaceBehind } from './spaceBehind';

/** What is known of a place that citations go into. */
export interface CitingPlace {
  readonly isInTable: boolean;
  /** Whether it stands behind what it is to be set off from, whatever that ends in. */
  readonly isBehindText: boolean;
}

/** Behind these, words go on behind a space: a word, the end of a sentence or of a parenthesis. */
const endsWords = /[\p{L}\p{N}\p{Pe}\p{Pf}.,;:!?…%]/u;

/** Words, and what would make of a citation a link or a definition. */
const goesOn = /[\p{L}\p{N}([:]/u;

/**
 * Citations as they are written in place of a stretch of a text: apart from words, and from what would make them an
 * image or plain text, a link or a part of one, or the definition of one.
 */
export function citationsAt(
  targets: readonly CitationTarget[],
  text: string,
  { start, end }: TextRange,
  { isInTable, isBehindText }: CitingPlace,
): string {
  const before = text.charAt(start - 1);
  const isApart = isBehindText ? /\S/u.test(before) : endsWords.test(before);
  const lead = isApart ? ' ' : spaceBehind(before);
  return `${lead}${writeCitations(targets, isInTable)}${goesOn.test(text.charAt(end)) ? ' ' : ''}`;
}
