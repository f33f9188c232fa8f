import { readFile, stat } from 'node:fs/promises';
import type { Guide } from '../core/guide/model';
import { readGuide } from '../core/guide/readGuide';
import { buildLadder } from '../core/ladder/buildLadder';
import type { Ladder } from '../core/ladder/model';
import { mapLimited } from '../core/mapLimited';
import { parseMarkdown } from '../core/markdown/parseMarkdown';
import { decodeText } from './decodeText';
import type { Failures } from './failures';
import { displayPath } from './paths';
import { anyMarkdown, walkFolder } from './walkFolder';

/**
 * Reads the ladder from files and folders, folders with all Markdown files below them.
 *
 * @param paths Paths relative to the working directory, or absolute.
 * @param nameOf How the guides' paths are written.
 */
export async function readLadder(
  paths: readonly string[],
  failures: Failures,
  nameOf: (file: string) => string = displayPath,
): Promise<Ladder> {
  const found = await Promise.all(paths.map((given) => markdownAt(given, failures)));
  return buildLadder(await readGuides(found.flat(), failures, nameOf));
}

/** The file that a path names, or the Markdown files below the folder. */
async function markdownAt(given: string, failures: Failures): Promise<readonly string[]> {
  try {
    return (await stat(given)).isDirectory() ? await walkFolder(given, anyMarkdown, failures) : [given];
  } catch (error) {
    failures.add(given, error);
    return [];
  }
}

/** The guides among some files, each file read once. */
export async function readGuides(
  files: readonly string[],
  failures: Failures,
  nameOf: (file: string) => string,
): Promise<readonly Guide[]> {
  const byName = new Map(files.map((file) => [nameOf(file), file]));
  const guides = await mapLimited([...byName], async ([name, file]) => {
    try {
      return readGuide(name, parseMarkdown(await readText(file))) ?? [];
    } catch (error) {
      failures.add(file, error);
      return [];
    }
  });
  return guides.flat();
}

/** A file's text. */
export async function readText(file: string): Promise<string> {
  return decodeText(await readFile(file));
}
