import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { readGuide } from '../core/guide/readGuide';
import { buildLadder } from '../core/ladder/buildLadder';
import type { Ladder } from '../core/ladder/model';
import { parseMarkdown } from '../core/markdown/parseMarkdown';

/** A ladder, and in plain words what could not be read of what was asked for. */
export interface LadderReading {
  readonly ladder: Ladder;
  readonly failures: readonly string[];
}

/**
 * Reads the ladder from files and folders, folders with all Markdown files below them.
 *
 * @param paths Paths relative to the working directory, or absolute.
 */
export async function readLadder(paths: readonly string[]): Promise<LadderReading> {
  const failures: string[] = [];
  const files = new Set<string>();
  for (const given of paths) {
    try {
      const found = (await stat(given)).isDirectory() ? await markdownFiles(given) : [given];
      for (const file of found) {
        files.add(displayPath(file));
      }
    } catch (error) {
      failures.push(`${given}: ${reason(error)}`);
    }
  }
  const guides = await Promise.all(
    [...files].map(async (file) => {
      try {
        const text = new TextDecoder('utf-8').decode(await readFile(file));
        return readGuide(file, parseMarkdown(text)) ?? [];
      } catch (error) {
        failures.push(`${file}: ${reason(error)}`);
        return [];
      }
    }),
  );
  return { ladder: buildLadder(guides.flat()), failures: failures.sort((a, b) => (a < b ? -1 : 1)) };
}

async function markdownFiles(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const nested = await Promise.all(
    entries.map(async (entry) => {
      const entryPath = path.join(folder, entry.name);
      if (entry.isDirectory()) {
        return entry.name === 'node_modules' || entry.name.startsWith('.') ? [] : markdownFiles(entryPath);
      }
      return /\.(?:md|markdown)$/iu.test(entry.name) ? [entryPath] : [];
    }),
  );
  return nested.flat();
}

/** A path as it is printed: relative to the working directory, with forward slashes. */
function displayPath(file: string): string {
  return path.relative('', path.resolve(file)).split(path.sep).join('/');
}

function reason(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  switch (code) {
    case 'ENOENT':
      return 'no such file or folder';
    case 'EACCES':
    case 'EPERM':
      return 'not allowed to read it';
    default:
      return error instanceof Error ? error.message : String(error);
  }
}
