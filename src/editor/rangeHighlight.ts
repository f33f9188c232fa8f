import {
  Disposable,
  type Position,
  Range,
  type TextDocument,
  type TextDocumentShowOptions,
  type TextEditorDecorationType,
  ThemeColor,
  window,
  workspace,
} from 'vscode';
import { showInItsTab } from './tabs';

/**
 * Shows places of documents with their lines lit up, as VS Code shows those that its outline leads to. They are
 * not selected: whoever goes on typing there would lose them.
 */
export class RangeHighlight implements Disposable {
  #style: TextEditorDecorationType | undefined;
  #highlight: Disposable | undefined;

  /**
   * Brings a place into view and lights it up until the cursor moves or the text changes.
   *
   * @param group Where to show the document, if not where a tab holds it.
   */
  async show(
    document: TextDocument,
    place: Range,
    cursor: Position = place.start,
    group: Pick<TextDocumentShowOptions, 'viewColumn'> = {},
  ): Promise<void> {
    const editor = await showInItsTab(document, { selection: new Range(cursor, cursor), ...group });
    this.#highlight?.dispose();
    const style = this.#styleOf();
    editor.setDecorations(style, [place]);
    const end = (): void => this.#highlight?.dispose();
    this.#highlight = Disposable.from(
      new Disposable(() => {
        // One that is closed or behind another tab has lost it by itself.
        if (window.visibleTextEditors.includes(editor)) {
          editor.setDecorations(style, []);
        }
      }),
      // The first change of the selection may be the one that this made.
      window.onDidChangeTextEditorSelection(({ textEditor, selections: [selection] }) => {
        if (textEditor === editor && !(selection?.isEmpty && selection.active.isEqual(cursor))) {
          end();
        }
      }),
      workspace.onDidChangeTextDocument((change) => {
        if (change.document === document && change.contentChanges.length > 0) {
          end();
        }
      }),
    );
  }

  dispose(): void {
    this.#highlight?.dispose();
    this.#style?.dispose();
  }

  #styleOf(): TextEditorDecorationType {
    this.#style ??= window.createTextEditorDecorationType({
      isWholeLine: true,
      backgroundColor: new ThemeColor('editor.rangeHighlightBackground'),
      // A bar at the side in themes of high contrast, which have no background for it: boxes would cross the text.
      borderStyle: 'solid',
      borderWidth: '0 0 0 2px',
      borderColor: new ThemeColor('editor.rangeHighlightBorder'),
    });
    return this.#style;
  }
}
