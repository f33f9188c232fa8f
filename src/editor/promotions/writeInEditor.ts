import type { TextEditor } from 'vscode';
import type { Promotion } from '../../core/promotion/readPromotion';
import type { TextEdit } from '../../core/text/textEdit';
import { inform, warn } from '../messages';
import { toRange } from '../positions';

/**
 * Makes edits of a promotion document in its editor, as long as its text is the one that was read.
 *
 * @param failure What is not done otherwise: "The section could not be added".
 * @returns Whether they are made; where not, the user has been told why.
 */
export async function writeInEditor(
  editor: TextEditor,
  edits: readonly TextEdit[],
  { document: { source } }: Promotion,
  failure: string,
): Promise<boolean> {
  const isAsRead = (): boolean => editor.document.getText() === source.text;
  const done =
    isAsRead() &&
    (await editor.edit((builder) => {
      for (const { range, text } of edits) {
        builder.replace(toRange(source, range), text);
      }
    })) &&
    // VS Code says that it is done in a read-only editor as well.
    !isAsRead();
  if (!done) {
    if (isAsRead()) {
      warn(`${failure}: the document cannot be edited.`);
    } else {
      inform(`${failure}: the document has changed meanwhile. Try again.`);
    }
  }
  return done;
}
