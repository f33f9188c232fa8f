import picomatch from 'picomatch/posix';

/** The value of the setting `careerLadder.guides` where nobody has changed it. */
export const defaultGuidePatterns: readonly string[] = ['guides/**/*.md'];

/** One entry of `careerLadder.guides`, made fit for a search. */
export interface GuidePattern {
  /** Whether `base` is a path from the root of the file system rather than from the folder. */
  readonly absolute: boolean;
  /** The folder in which to search, without glob characters; "" is the workspace folder itself. */
  readonly base: string;
  /** The files within `base`: a glob with forward slashes. */
  readonly glob: string;
}

const markdownFiles = '**/*.{md,markdown}';

/** Reads an entry of the setting: a folder, a file, or a glob; undefined where it says nothing. */
export function parseGuidePattern(entry: string): GuidePattern | undefined {
  const drive = /^[a-z]:[\\/]/iu.test(entry);
  const text = (drive ? `/${entry}` : entry)
    .trim()
    .replace(/\\/gu, '/')
    .replace(/^(?:\.\/)+/u, '')
    .replace(/\/+$/u, '');
  if (text === '' || text === '.') {
    return entry.trim() === '' ? undefined : { absolute: false, base: '', glob: markdownFiles };
  }
  const absolute = text.startsWith('/');
  const { base, glob } = picomatch.scan(text);
  if (glob !== '') {
    return { absolute, base: base === '.' ? '' : base, glob };
  }
  const [, folder, file] = /^(?:(.*)\/)?([^/]+\.(?:md|markdown))$/iu.exec(text) ?? [];
  return file === undefined
    ? { absolute, base: text, glob: markdownFiles }
    : { absolute, base: folder ?? '', glob: file };
}

/**
 * Tells whether a path is one of the files that a pattern means.
 *
 * @returns A test for paths relative to the pattern's base, with forward slashes.
 */
export function guideMatcher({ glob }: GuidePattern): (path: string) => boolean {
  // As VS Code's own globs: any case, and names that begin with a dot are names too.
  const matches = picomatch(glob, { nocase: true, dot: true });
  return (path) => matches(path);
}

/** Whether a value of the setting is the default one. */
export function isDefaultSetting(patterns: readonly string[]): boolean {
  return (
    patterns.length === defaultGuidePatterns.length &&
    patterns.every((pattern, index) => pattern === defaultGuidePatterns[index])
  );
}
