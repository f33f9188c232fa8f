import { type Uri, type WorkspaceEdit, workspace } from 'vscode';
import { counted } from '../core/text/counted';
import { listed } from '../core/text/listed';
import { inform, warn } from './messages';

/** More files than these are counted. */
const mostFiles = 2;

/**
 * Replaces names in files, open or not, as one step to undo. VS Code says nothing of a file that it leaves as it
 * was, a read-only one above all: so the user is told of these. Nothing is replaced where somebody has typed since
 * this was called.
 *
 * @param names What stands there until then.
 * @returns Whether it was tried.
 */
export async function writeInFiles(edit: WorkspaceEdit, names: readonly string[]): Promise<boolean> {
  const uris = edit.entries().map(([uri]) => uri);
  const versions = uris.map(versionOf);
  const before = await contentsOf(uris);
  // VS Code would make the edit where the text has moved from.
  if (uris.some((uri, index) => versionOf(uri) !== versions[index])) {
    inform('Nothing was changed: a document has changed meanwhile. Try again.');
    return false;
  }
  const isDone = await workspace.applyEdit(edit, { isRefactoring: true });
  const after = await contentsOf(uris);
  const left = uris.filter((uri, index) => !isDone || (before[index] === after[index] && !isUnsaved(uri)));
  if (left.length > 0) {
    const files = left.map((uri) => `“${workspace.asRelativePath(uri)}”`);
    const more = files.length - mostFiles;
    const told = more > 0 ? [...files.slice(0, mostFiles), counted(more, 'more file')] : files;
    const quoted = names.map((name) => `“${name}”`);
    warn(`${listed(told)} could not be changed and may still say ${listed(quoted, 'or')}. Read-only?`);
  }
  return true;
}

/** What the files hold on disk; undefined for those that cannot be read. */
function contentsOf(uris: readonly Uri[]): Promise<readonly (string | undefined)[]> {
  return Promise.all(
    uris.map(async (uri) => {
      try {
        return await workspace.decode(await workspace.fs.readFile(uri), { uri });
      } catch {
        return undefined;
      }
    }),
  );
}

/** Which version of a document is open; of one that is not, the version with which it will. */
function versionOf(uri: Uri): number {
  return workspace.textDocuments.find((one) => one.uri.toString() === uri.toString())?.version ?? 1;
}

/** Whether a change waits in an editor to be saved. */
function isUnsaved(uri: Uri): boolean {
  return workspace.textDocuments.some(
    ({ uri: one, isDirty }) => isDirty && one.toString() === uri.toString(),
  );
}
