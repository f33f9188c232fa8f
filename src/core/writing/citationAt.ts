import { type CitationTarget, writeCitation } from '../citations/writeCitation';
import type { TextRange } from '../text/sourceText';
import { spaceBehind } from './spaceBehind';

/** What is known of a place that a citation goes into. */
export interface CitingPlace {
  readonly isInTable: boolean;
  /** Whether it stands behind words that it is to be set off from. */
  readonly isBehindText: boolean;
}

/**
 * A citation as it is written in place of a stretch of a text: apart from what would make it an image or plain
 * text, a link or a part of one, or the definition of one.
 */
export function citationAt(
  target: CitationTarget,
  text: string,
  { start, end }: TextRange,
  { isInTable, isBehindText }: CitingPlace,
): string {
  const before = text.charAt(start - 1);
  const lead = isBehindText && /\S/u.test(before) ? ' ' : spaceBehind(before);
  return `${lead}${writeCitation(target, isInTable)}${/[([:]/u.test(text.charAt(end)) ? ' ' : ''}`;
}
