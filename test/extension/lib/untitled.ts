import { type TextDocument, workspace } from 'vscode';

/**
 * An untitled document with a text. VS Code may give it the name of one that has just been closed, and then
 * the text of that one's backup, which it has not discarded yet; such a document is left alone.
 */
export async function untitled(content: string, language = 'markdown'): Promise<TextDocument> {
  for (;;) {
    const document = await workspace.openTextDocument({ language, content });
    if (document.getText() === content) {
      return document;
    }
  }
}
