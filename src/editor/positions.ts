import { Range, type Uri, WorkspaceEdit } from 'vscode';
import type { TextEdit } from '../core/diagnostics/finding';
import type { SourceText, TextRange } from '../core/text/sourceText';

/** A range of the core as VS Code's. */
export function toRange(source: SourceText, { start, end }: TextRange): Range {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return new Range(from.line, from.column, to.line, to.column);
}

/** Edits of the core as VS Code's. */
export function workspaceEdit(uri: Uri, edits: readonly TextEdit[], source: SourceText): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, text } of edits) {
    edit.replace(uri, toRange(source, range), text);
  }
  return edit;
}
