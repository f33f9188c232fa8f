import { RelativePattern, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import { ignoredPaths } from '../../core/workspace/ignoredPaths';
import { matchesGlob } from '../../core/workspace/matchesGlob';
import { searchableSchemes, walkFiles } from '../files/walkFiles';
import { ignoreFilesAbove, readIgnoreFile } from './ignoreFiles';

/** A workspace folder's Markdown files, without those that its user keeps out of sight. */
export interface MarkdownFiles {
  readonly files: readonly Uri[];
  /** Those that Git ignores. */
  readonly ignored: readonly Uri[];
  /** Whether a file that came since then would be among them. */
  readonly admits: (uri: Uri) => boolean;
}

/** Lists the Markdown files of a folder; ignored ones, those in `node_modules` and `files.exclude` are left out. */
export async function listMarkdown(folder: WorkspaceFolder): Promise<MarkdownFiles> {
  const [found, { files: above, opened }] = await Promise.all([find(folder), ignoreFilesAbove(folder.uri)]);
  const own = await Promise.all(
    found.filter(isIgnoreFile).map(async (uri) => ({
      folder: joined(opened, pathIn(folder, uri).replace(/\/?[^/]*$/u, '')),
      text: await readIgnoreFile(uri),
    })),
  );
  const isIgnored = ignoredPaths([...above, ...own], opened);
  const isExcluded = excludedPaths(folder);
  const markdown = found.filter(isMarkdownFile);
  const [ignored, files] = partition(markdown, (uri) => isIgnored(pathIn(folder, uri)));
  return {
    files,
    ignored,
    admits: (uri) => {
      const path = pathIn(folder, uri);
      return isMarkdownFile(uri) && !isExcluded(path) && !isIgnored(path);
    },
  };
}

export function isMarkdownFile({ path }: Uri): boolean {
  return /\.(?:md|markdown)$/iu.test(path);
}

export function isIgnoreFile({ path }: Uri): boolean {
  return path.endsWith('/.gitignore');
}

async function find(folder: WorkspaceFolder): Promise<readonly Uri[]> {
  if (searchableSchemes.has(folder.uri.scheme)) {
    try {
      return await workspace.findFiles(
        new RelativePattern(folder, '**/{*.md,*.MD,*.markdown,.gitignore}'),
        '**/node_modules/**',
      );
    } catch {
      // The search itself can be broken; the folder can still be read.
    }
  }
  const isExcluded = excludedPaths(folder);
  return walkFiles(
    folder.uri,
    (uri) => isIgnoreFile(uri) || (isMarkdownFile(uri) && !isExcluded(pathIn(folder, uri))),
  );
}

/** What `files.exclude` and a folder called `node_modules` hide. */
function excludedPaths(folder: WorkspaceFolder): (path: string) => boolean {
  const setting = workspace
    .getConfiguration('files', folder.uri)
    .get<Readonly<Record<string, unknown>>>('exclude', {});
  const globs = Object.keys(setting).filter((glob) => setting[glob] === true);
  return (path) => {
    const steps = path.split('/');
    const places = steps.map((_, index) => steps.slice(0, index + 1).join('/'));
    return (
      steps.includes('node_modules') ||
      steps.includes('.git') ||
      globs.some((glob) => places.some((place) => matchesGlob(glob, place)))
    );
  };
}

function partition<T>(
  all: readonly T[],
  isFirst: (one: T) => boolean,
): readonly [readonly T[], readonly T[]] {
  const first = new Set(all.filter(isFirst));
  return [[...first], all.filter((one) => !first.has(one))];
}

function joined(folder: string, path: string): string {
  return [folder, path].filter((part) => part !== '').join('/');
}

function pathIn(folder: WorkspaceFolder, { path }: Uri): string {
  return path.slice(folder.uri.path.replace(/\/$/u, '').length + 1);
}
