import type { TextEdit } from '../text/textEdit';

/** The edit that puts a text at an offset. */
export function insertion(offset: number, text: string): TextEdit {
  return { range: { start: offset, end: offset }, text };
}
