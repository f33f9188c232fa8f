import {
  type Tab,
  type TabGroup,
  TabInputCustom,
  TabInputText,
  TabInputTextDiff,
  type TextDocument,
  type TextDocumentShowOptions,
  type TextEditor,
  type Uri,
  window,
  workspace,
} from 'vscode';

/**
 * The group that has a document in a tab: one that shows its text before others, the active one first of all.
 * undefined where no tab holds it.
 */
export function tabGroupOf(document: Pick<TextDocument, 'uri'>): TabGroup | undefined {
  const key = document.uri.toString();
  const { activeTabGroup, all } = window.tabGroups;
  const groups = [activeTabGroup, ...all.filter((group) => group !== activeTabGroup)];
  const isText = (tab: Tab | undefined): boolean =>
    tab?.input instanceof TabInputText && tab.input.uri.toString() === key;
  return (
    groups.find(({ activeTab }) => isText(activeTab)) ??
    groups.find(({ tabs }) => tabs.some(isText)) ??
    groups.find(({ tabs }) => tabs.some((tab) => uriIn(tab)?.toString() === key))
  );
}

/** Whether a tab holds a document by itself, not beside what it is compared with. */
export function hasOwnTab({ uri }: Pick<TextDocument, 'uri'>): boolean {
  const key = uri.toString();
  return window.tabGroups.all.some(({ tabs }) => tabs.some((tab) => ownUriIn(tab)?.toString() === key));
}

/** The document that the user sees in the active group: in an editor, or drawn, as the preview draws it. */
export function documentInFront(): TextDocument | undefined {
  const editor = window.activeTextEditor;
  if (editor !== undefined) {
    return editor.document;
  }
  const key = uriIn(window.tabGroups.activeTabGroup.activeTab)?.toString();
  return workspace.textDocuments.find(({ uri }) => uri.toString() === key);
}

/** What a tab holds, a comparison of two versions the newer one. */
function uriIn(tab: Tab | undefined): Uri | undefined {
  return tab?.input instanceof TabInputTextDiff ? tab.input.modified : ownUriIn(tab);
}

function ownUriIn(tab: Tab | undefined): Uri | undefined {
  const input = tab?.input;
  return input instanceof TabInputText || input instanceof TabInputCustom ? input.uri : undefined;
}

/** Brings a document to the front, where a tab holds it there, with the cursor where it was. */
export async function bringToFront(document: TextDocument): Promise<TextEditor> {
  const active = window.activeTextEditor;
  return active?.document === document ? active : showInItsTab(document);
}

/** Shows a document in the given group; without one where a tab holds it, else in the active group. */
export function showInItsTab(
  document: TextDocument,
  options: Pick<TextDocumentShowOptions, 'selection' | 'viewColumn'> = {},
): Thenable<TextEditor> {
  const viewColumn = tabGroupOf(document)?.viewColumn;
  return window.showTextDocument(document, {
    preview: false,
    ...(viewColumn === undefined ? {} : { viewColumn }),
    ...options,
  });
}
