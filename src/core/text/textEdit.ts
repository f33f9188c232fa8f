import type { TextRange } from './sourceText';

/** A change of a text: what stands in the range gives way to other text. */
export interface TextEdit {
  readonly range: TextRange;
  readonly text: string;
}

/** The edit that puts a text at an offset. */
export function insertion(offset: number, text: string): TextEdit {
  return { range: { start: offset, end: offset }, text };
}
