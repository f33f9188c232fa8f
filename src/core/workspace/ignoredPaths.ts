import ignore, { type Ignore } from 'ignore';

/** A file that says what Git ignores. */
export interface IgnoreFile {
  /** The folder that it speaks of, relative to the repository's with forward slashes; "" for that itself. */
  readonly folder: string;
  readonly text: string;
}

/**
 * Tells what Git ignores.
 *
 * @param files Where several speak of the same folder, the last has the last word.
 * @param opened The folder that was opened, relative to the repository's. Where Git ignores that itself,
 *   what is said above it does not count: somebody opened it on purpose.
 * @returns A test for the paths of files, relative to the opened folder with forward slashes.
 */
export function ignoredPaths(files: readonly IgnoreFile[], opened = ''): (path: string) => boolean {
  const all = new Rules(files);
  const rules =
    opened !== '' && all.ignore(opened, true)
      ? new Rules(files.filter(({ folder }) => isIn(opened, folder)))
      : all;
  const prefix = opened === '' ? '' : `${opened}/`;
  return files.length === 0 ? () => false : (path) => rules.ignore(prefix + path, false);
}

class Rules {
  readonly #byFolder = new Map<string, Ignore>();
  readonly #ignoredFolders = new Map<string, boolean>();

  constructor(files: readonly IgnoreFile[]) {
    for (const { folder, text } of files) {
      this.#byFolder.set(folder, (this.#byFolder.get(folder) ?? ignore()).add(text));
    }
  }

  ignore(path: string, isFolder: boolean): boolean {
    return this.#ignoresFolder(parentOf(path)) || this.#verdict(path, isFolder);
  }

  /** What stands in an ignored folder is ignored, whatever is said of it. */
  #ignoresFolder(folder: string): boolean {
    const answer = this.#ignoredFolders.get(folder) ?? (folder !== '' && this.ignore(folder, true));
    this.#ignoredFolders.set(folder, answer);
    return answer;
  }

  /** What the nearest file that speaks of a path says of it. */
  #verdict(path: string, isFolder: boolean): boolean {
    for (let folder = parentOf(path); ; folder = parentOf(folder)) {
      const own = path.slice(folder === '' ? 0 : folder.length + 1);
      const told = this.#byFolder.get(folder)?.test(isFolder ? `${own}/` : own);
      if (told?.ignored === true || told?.unignored === true) {
        return told.ignored;
      }
      if (folder === '') {
        return false;
      }
    }
  }
}

function isIn(folder: string, path: string): boolean {
  return path === folder || path.startsWith(`${folder}/`);
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
