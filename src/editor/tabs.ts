import {
  type Tab,
  type TabGroup,
  TabInputText,
  type TextDocument,
  type TextDocumentShowOptions,
  type TextEditor,
  window,
} from 'vscode';

/** The group that has a document in a tab, one that shows it before others; undefined where no tab holds it. */
export function tabGroupOf({ uri }: Pick<TextDocument, 'uri'>): TabGroup | undefined {
  const holds = (tab: Tab | undefined): boolean =>
    tab?.input instanceof TabInputText && tab.input.uri.toString() === uri.toString();
  const { all } = window.tabGroups;
  return all.find(({ activeTab }) => holds(activeTab)) ?? all.find(({ tabs }) => tabs.some(holds));
}

/** Brings a document to the front, where a tab holds it there, with the cursor where it was. */
export async function bringToFront(document: TextDocument): Promise<TextEditor> {
  const active = window.activeTextEditor;
  return active?.document === document ? active : showInItsTab(document);
}

/** Shows a document where a tab holds it, else in the active group. */
export function showInItsTab(
  document: TextDocument,
  options: Pick<TextDocumentShowOptions, 'selection'> = {},
): Thenable<TextEditor> {
  const viewColumn = tabGroupOf(document)?.viewColumn;
  return window.showTextDocument(document, {
    ...options,
    preview: false,
    ...(viewColumn === undefined ? {} : { viewColumn }),
  });
}
