import type { SourceText, TextRange } from '../text/sourceText';

/** Where a stretch of text stands as people count: lines and columns from 1, columns in UTF-16 units, the end exclusive. */
export interface PrintedPlace {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** Where a range stands in its text, as it is printed for people. */
export function printedPlace({ start, end }: TextRange, source: SourceText): PrintedPlace {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return {
    line: from.line + 1,
    column: from.column + 1,
    endLine: to.line + 1,
    endColumn: to.column + 1,
  };
}
