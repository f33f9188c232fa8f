import { FileType, type Uri, workspace } from 'vscode';

/** Whether there is a folder; false too where nobody can tell. Never rejects. */
export async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    return false;
  }
}
