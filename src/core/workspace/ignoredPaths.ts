import ignore, { type Ignore } from 'ignore';

/** A `.gitignore` file. */
export interface IgnoreFile {
  /** The folder that it stands in, relative to the workspace folder with forward slashes; "" for that itself. */
  readonly folder: string;
  readonly text: string;
}

/**
 * Tells what Git ignores.
 *
 * @returns A test for the paths of files, relative to the workspace folder with forward slashes.
 */
export function ignoredPaths(files: readonly IgnoreFile[]): (path: string) => boolean {
  const rules = new Map(files.map(({ folder, text }) => [folder, ignore().add(text)]));
  const known = new Map<string, boolean>();
  // What stands in an ignored folder is ignored, whatever is said of it.
  const isIgnoredFolder = (folder: string): boolean => {
    const answer = known.get(folder) ?? (folder !== '' && isIgnored(folder, true));
    known.set(folder, answer);
    return answer;
  };
  const isIgnored = (path: string, isFolder: boolean): boolean => {
    const parent = parentOf(path);
    return isIgnoredFolder(parent) || verdict(path, isFolder, rules);
  };
  return rules.size === 0 ? () => false : (path) => isIgnored(path, false);
}

/** What the nearest file that speaks of a path says of it. */
function verdict(path: string, isFolder: boolean, rules: ReadonlyMap<string, Ignore>): boolean {
  for (let folder = parentOf(path); ; folder = parentOf(folder)) {
    const own = path.slice(folder === '' ? 0 : folder.length + 1);
    const told = rules.get(folder)?.test(isFolder ? `${own}/` : own);
    if (told?.ignored === true || told?.unignored === true) {
      return told.ignored;
    }
    if (folder === '') {
      return false;
    }
  }
}

function parentOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}
