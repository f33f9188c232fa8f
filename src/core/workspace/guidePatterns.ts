import { matchesGlob } from './matchesGlob';

/** The value of the setting `careerLadder.guides` where nobody has changed it. */
export const defaultGuidePatterns: readonly string[] = ['guides/**/*.md'];

/** What a value of `careerLadder.guides` that is no list must be told of. */
export const malformedGuides = 'must be a list of folders or patterns, for instance ["docs"]';

/** A value of `careerLadder.guides`, whatever its user wrote. */
export interface GuidesValue {
  readonly patterns: readonly string[];
  /** Whether it is no list: then it names nothing. */
  readonly isMalformed: boolean;
}

/** Reads a value of `careerLadder.guides`; undefined is the default one. */
export function guidesValueOf(value: unknown): GuidesValue {
  if (value === undefined) {
    return { patterns: defaultGuidePatterns, isMalformed: false };
  }
  return Array.isArray(value)
    ? { patterns: value.filter((entry) => typeof entry === 'string'), isMalformed: false }
    : { patterns: [], isMalformed: true };
}

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
  const { base, glob } = splitGlob(text);
  if (glob !== '') {
    return { absolute, base, glob };
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
  // Any case, as people take file names; other files than Markdown are never guides.
  const lowered = glob.toLowerCase();
  return (path) =>
    /\.(?:md|markdown)$/iu.test(path) &&
    !/(?:^|\/)(?:\.git|node_modules)\//u.test(path) &&
    matchesGlob(lowered, path.toLowerCase());
}

/** A glob for searches that tell capitals from small letters: finds all that the pattern means, and perhaps more. */
export function searchGlob({ glob }: GuidePattern): string {
  return glob.replace(/\[[^\]]*\]|\p{L}/gu, (part) =>
    part.startsWith('[') ? '?' : `[${part.toLowerCase()}${part.toUpperCase()}]`,
  );
}

/** The folders in front of the first that has glob characters, and the rest; no rest where none has. */
function splitGlob(path: string): { readonly base: string; readonly glob: string } {
  const segments = path.split('/');
  const first = segments.findIndex((segment) => /[*?[\]{}]/u.test(segment));
  if (first < 0) {
    return { base: path, glob: '' };
  }
  const glob = segments.slice(first).join('/');
  return { base: segments.slice(0, first).join('/'), glob: markdownOf(glob) };
}

/** A glob made one for files: a glob for folders means the Markdown files below them, as a folder does. */
function markdownOf(glob: string): string {
  if (/\*\*$|\.(?:md|markdown|\{[^/]*\})$|\*\.\w+$|\{(?:[^{},]*\.(?:md|markdown)[,}])+$/iu.test(glob)) {
    return glob;
  }
  // What ends in a wildcard may mean either. Searches know no braces within braces.
  return /[*?\]][^/]*$/u.test(glob) && !glob.includes('{')
    ? `{${glob},${glob}/**/*.md,${glob}/**/*.markdown}`
    : `${glob}/${markdownFiles}`;
}

/** Whether a value of the setting is the default one. */
export function isDefaultSetting(patterns: readonly string[]): boolean {
  return (
    patterns.length === defaultGuidePatterns.length &&
    patterns.every((pattern, index) => pattern === defaultGuidePatterns[index])
  );
}
