import type { Dirent } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { mapLimited } from '../core/mapLimited';
import type { Failures } from './failures';

/** What a walk through folders looks for. */
export interface Search {
  /** Whether to look into a folder below the first, by its name. */
  readonly enters: (name: string) => boolean;
  /** Whether a file is wanted, by its path from the first folder, with forward slashes. */
  readonly takes: (relative: string) => boolean;
}

/** The search for all Markdown files, but for those of installed packages and in hidden folders. */
export const anyMarkdown: Search = {
  enters: (name) => name !== 'node_modules' && !name.startsWith('.'),
  takes: (relative) => /\.(?:md|markdown)$/iu.test(relative),
};

interface Entries {
  readonly files: readonly string[];
  readonly folders: readonly string[];
}

/**
 * The absolute paths of the files below a folder. Linked folders are left out, as they may lead back to
 * where they stand; a folder below the first that cannot be read is noted and takes nothing else down.
 *
 * @throws Where the first folder itself cannot be read.
 */
export async function walkFolder(
  start: string,
  search: Search,
  failures: Failures,
): Promise<readonly string[]> {
  const top = path.resolve(start);
  const files: string[] = [];
  let found = await readFolder(top, '', search);
  files.push(...found.files);
  for (let folders = found.folders; folders.length > 0; folders = found.folders) {
    const read = await mapLimited(folders, async (folder) => {
      try {
        return await readFolder(top, folder, search);
      } catch (error) {
        failures.add(path.join(top, folder), error);
        return { files: [], folders: [] };
      }
    });
    found = { files: read.flatMap((one) => one.files), folders: read.flatMap((one) => one.folders) };
    files.push(...found.files);
  }
  return files.map((file) => path.join(top, file));
}

/** @param folder Its path from `top`, with forward slashes; empty for `top` itself. */
async function readFolder(top: string, folder: string, { enters, takes }: Search): Promise<Entries> {
  const entries = await readdir(path.join(top, folder), { withFileTypes: true });
  const relative = ({ name }: Dirent): string => (folder === '' ? name : `${folder}/${name}`);
  const files = await Promise.all(
    entries
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && takes(relative(entry)))
      .map(async (entry) => ((await isReadable(entry, top, relative(entry))) ? [relative(entry)] : [])),
  );
  return {
    files: files.flat(),
    folders: entries.filter((entry) => entry.isDirectory() && enters(entry.name)).map(relative),
  };
}

/** Whether an entry is a file, or a link to one: links that lead nowhere, as editors leave them for locks, are none. */
async function isReadable(entry: Dirent, top: string, relative: string): Promise<boolean> {
  if (!entry.isSymbolicLink()) {
    return true;
  }
  try {
    return (await stat(path.join(top, relative))).isFile();
  } catch {
    return false;
  }
}
