import { Range } from 'vscode';
import type { SourceText, TextRange } from '../core/text/sourceText';

/** A range of the core as VS Code's. */
export function toRange(source: SourceText, { start, end }: TextRange): Range {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return new Range(from.line, from.column, to.line, to.column);
}
