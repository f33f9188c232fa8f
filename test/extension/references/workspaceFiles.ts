import assert from 'node:assert/strict';
import {
  type CodeLens,
  commands,
  type Position,
  type Range,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');

/** A file of the workspace by its path in it. */
export function fileAt(path: string): Uri {
  return Uri.joinPath(folder, path);
}

export async function write(path: string, text: string): Promise<void> {
  await workspace.fs.writeFile(fileAt(path), new TextEncoder().encode(text));
}

/** Shows a file in an editor. */
export async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(fileAt(path));
  await window.showTextDocument(document);
  return document;
}

/** The place some characters into the first occurrence of a text. */
export function placeOf(document: TextDocument, text: string, into = 1): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  return document.positionAt(offset + into);
}

/** What stands at a place in a file, as `file:line text`, the text on one line. */
export async function textAt(uri: Uri, range: Range): Promise<string> {
  const document = await workspace.openTextDocument(uri);
  const text = document.getText(range).replace(/\s+/gu, ' ');
  return `${uri.path.slice(folder.path.length + 1)}:${range.start.line + 1} ${text}`;
}

/** What stands above the lines of a file. */
export function lensesOf(path: string): Thenable<readonly CodeLens[]> {
  return commands.executeCommand('vscode.executeCodeLensProvider', fileAt(path));
}
