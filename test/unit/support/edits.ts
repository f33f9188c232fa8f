import type { TextEdit } from '../../../src/core/text/textEdit';

/** A text after edits that do not overlap; those at one place come in their order. */
export function edited(text: string, edits: readonly TextEdit[]): string {
  return edits
    .map((edit, order) => ({ ...edit, order }))
    .sort((a, b) => b.range.start - a.range.start || b.order - a.order)
    .reduce(
      (before, { range, text: put }) => before.slice(0, range.start) + put + before.slice(range.end),
      text,
    );
}
