import { type TextDocument, workspace } from 'vscode';
import { hasOwnTab } from '../tabs';

/**
 * Whether a document is no more than another version of one: as it was committed, or as it is to be once it is
 * renamed. Nobody can mend that, and it has the name of the one that is written.
 */
export function isMereVersion(document: TextDocument): boolean {
  return isElsewhere(document) && !hasOwnTab(document);
}

/** Whether a document comes from where nobody writes, and no folder of the window is. */
export function isElsewhere({ isUntitled, uri }: TextDocument): boolean {
  return (
    !isUntitled &&
    workspace.fs.isWritableFileSystem(uri.scheme) !== true &&
    workspace.getWorkspaceFolder(uri) === undefined
  );
}
