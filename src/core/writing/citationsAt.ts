import { type CitationTarget, writeCitations } from '../citations/writeCitation';
import type { TextRange } from '../text/sourceText';
import { spaceBehind } from './spaceBehind';

/** What is known of a place that citations go into. */
export interface CitingPlace {
  readonly isInTable: boolean;
  /** Whether it stands behind words that it is to be set off from. */
  readonly isBehindText: boolean;
}

/**
 * Citations as they are written in place of a stretch of a text: apart from what would make them an image or plain
 * text, a link or a part of one, or the definition of one.
 */
export function citationsAt(
  targets: readonly CitationTarget[],
  text: string,
  { start, end }: TextRange,
  { isInTable, isBehindText }: CitingPlace,
): string {
  const before = text.charAt(start - 1);
  const lead = isBehindText && /\S/u.test(before) ? ' ' : spaceBehind(before);
  return `${lead}${writeCitations(targets, isInTable)}${/[([:]/u.test(text.charAt(end)) ? ' ' : ''}`;
}
