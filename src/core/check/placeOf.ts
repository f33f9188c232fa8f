import type { SourceText, TextRange } from '../text/sourceText';

/** Where a stretch of text stands as people count: from 1, columns in UTF-16 units, the end exclusive. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** The place of a range in its text. */
export function placeOf({ start, end }: TextRange, source: SourceText): Place {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return {
    line: from.line + 1,
    column: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
  };
}
