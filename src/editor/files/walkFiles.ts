import { FileType, Uri, workspace } from 'vscode';

/** Schemes that VS Code can search; asked for files of another, it may wait for an answer for ever. */
export const searchableSchemes: ReadonlySet<string> = new Set(['file', 'vscode-remote']);

/**
 * The files below a folder, found folder by folder; `node_modules`, `.git` and linked folders are left out,
 * since a linked one may lead back to where it stands. Folders that cannot be read have no files.
 */
export async function walkFiles(folder: Uri, matches: (uri: Uri) => boolean): Promise<readonly Uri[]> {
  let entries: readonly [string, FileType][];
  try {
    entries = await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
  const nested = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = Uri.joinPath(folder, name);
      if ((type & FileType.Directory) !== 0) {
        const skipped = (type & FileType.SymbolicLink) !== 0 || name === 'node_modules' || name === '.git';
        return skipped ? [] : walkFiles(uri, matches);
      }
      return matches(uri) ? [uri] : [];
    }),
  );
  return nested.flat();
}
