import { Range, type TextEditorEdit, type Uri, WorkspaceEdit } from 'vscode';
import type { SourceText, TextRange } from '../core/text/sourceText';
import type { TextEdit } from '../core/text/textEdit';

/** A range of the core as VS Code's. */
export function toRange(source: SourceText, { start, end }: TextRange): Range {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return new Range(from.line, from.column, to.line, to.column);
}

/** Edits of the core as VS Code's. */
export function workspaceEdit(uri: Uri, edits: readonly TextEdit[], source: SourceText): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  addEdits(edit, uri, edits, source);
  return edit;
}

/** Makes edits of the core in an editor. */
export function makeEdits(builder: TextEditorEdit, edits: readonly TextEdit[], source: SourceText): void {
  for (const { range, text } of edits) {
    builder.replace(toRange(source, range), text);
  }
}

/** Adds edits of the core, for one more document, to VS Code's. */
export function addEdits(
  edit: WorkspaceEdit,
  uri: Uri,
  edits: readonly TextEdit[],
  source: SourceText,
): void {
  for (const { range, text } of edits) {
    edit.replace(uri, toRange(source, range), text);
  }
}
