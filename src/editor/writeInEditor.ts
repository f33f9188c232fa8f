import type { TextEditor, TextEditorEdit } from 'vscode';
import { inform, warn } from './messages';

/**
 * Changes a document in its editor, as long as its text is the one that the change was made for.
 *
 * @param failure What is not done otherwise: "The section could not be added".
 * @param text That text; where none is given, what the document says now.
 * @returns Whether it is done; where not, the user has been told why.
 */
export async function writeInEditor(
  editor: TextEditor,
  change: (builder: TextEditorEdit) => void,
  failure: string,
  text = editor.document.getText(),
): Promise<boolean> {
  const { document } = editor;
  const { version } = document;
  // VS Code says that it is done in a read-only editor as well.
  if (document.getText() === text && (await editor.edit(change)) && document.version !== version) {
    return true;
  }
  if (document.getText() === text) {
    warn(`${failure}: the document cannot be edited.`);
  } else {
    inform(`${failure}: the document has changed meanwhile. Try again.`);
  }
  return false;
}
