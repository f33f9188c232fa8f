import { RelativePattern, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import zeptomatch from 'zeptomatch';
import { ignoredPaths } from '../../core/workspace/ignoredPaths';
import { searchableSchemes, walkFiles } from '../files/walkFiles';

/** A workspace folder's Markdown files, without those that its user keeps out of sight. */
export interface MarkdownFiles {
  readonly files: readonly Uri[];
  /** How many `.gitignore` left out. */
  readonly ignored: number;
  /** Whether a file that came since then would be among them. */
  readonly admits: (uri: Uri) => boolean;
}

/** Lists the Markdown files of a folder; ignored ones, those in `node_modules` and `files.exclude` are left out. */
export async function listMarkdown(folder: WorkspaceFolder): Promise<MarkdownFiles> {
  const found = await find(folder);
  const ignores = await Promise.all(
    found.filter(isIgnoreFile).map(async (uri) => ({
      folder: pathIn(folder, uri).replace(/\/?[^/]*$/u, ''),
      text: await readText(uri),
    })),
  );
  const isIgnored = ignoredPaths(ignores);
  const isExcluded = excludedPaths(folder);
  const markdown = found.filter(isMarkdownFile);
  const files = markdown.filter((uri) => !isIgnored(pathIn(folder, uri)));
  return {
    files,
    ignored: markdown.length - files.length,
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
      globs.some((glob) => places.some((place) => zeptomatch(glob, place)))
    );
  };
}

async function readText(uri: Uri): Promise<string> {
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return '';
  }
}

function pathIn(folder: WorkspaceFolder, { path }: Uri): string {
  return path.slice(folder.uri.path.replace(/\/$/u, '').length + 1);
}
