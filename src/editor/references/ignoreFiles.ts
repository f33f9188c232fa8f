import { Uri, workspace } from 'vscode';
import type { IgnoreFile } from '../../core/workspace/ignoredPaths';
import { searchableSchemes } from '../files/walkFiles';

/**
 * What Git ignores by files outside of a folder: `.gitignore` above it, up to the folder that holds `.git`,
 * and `.git/info/exclude`. None where the folder is in no repository.
 *
 * @returns The files, weakest first, and the folder's path in the repository.
 */
export async function ignoreFilesAbove(
  uri: Uri,
): Promise<{ readonly files: readonly IgnoreFile[]; readonly opened: string }> {
  // Elsewhere nothing is known to surround a folder, and asking may go over the network.
  if (searchableSchemes.has(uri.scheme)) {
    const steps = uri.path.split('/').filter((step) => step !== '');
    for (let depth = steps.length; depth >= 0; depth -= 1) {
      const top = uri.with({ path: `/${steps.slice(0, depth).join('/')}` });
      if (await exists(Uri.joinPath(top, '.git'))) {
        return {
          files: await readIgnoreFiles(top, steps.slice(depth)),
          opened: steps.slice(depth).join('/'),
        };
      }
    }
  }
  return { files: [], opened: '' };
}

async function readIgnoreFiles(top: Uri, steps: readonly string[]): Promise<readonly IgnoreFile[]> {
  const places = [
    { folder: '', uri: Uri.joinPath(top, '.git', 'info', 'exclude') },
    ...steps.map((_, at) => {
      const folder = steps.slice(0, at).join('/');
      return { folder, uri: Uri.joinPath(top, folder, '.gitignore') };
    }),
  ];
  return Promise.all(places.map(async ({ folder, uri }) => ({ folder, text: await readIgnoreFile(uri) })));
}

/** A file's text; one that is not there, or cannot be read, has none. */
export async function readIgnoreFile(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch {
    return false;
  }
}
