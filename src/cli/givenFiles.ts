import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Failures } from './failures';
import { displayPath } from './paths';
import { anyMarkdown, walkFolder } from './walkFolder';

/** A file to check. */
export interface GivenFile {
  /** Its path as it is printed. */
  readonly file: string;
  /** The folder that was given and holds it; undefined where the file itself was given. */
  readonly folder: string | undefined;
}

/** The files among the given paths and the Markdown files below the given folders, each once, by path. */
export async function givenFiles(
  paths: readonly string[],
  failures: Failures,
): Promise<readonly GivenFile[]> {
  const found = await Promise.all(
    paths.map(async (given): Promise<readonly GivenFile[]> => {
      try {
        if (!(await stat(given)).isDirectory()) {
          return [{ file: displayPath(given), folder: undefined }];
        }
        const folder = path.resolve(given);
        const files = await walkFolder(folder, anyMarkdown, failures);
        return files.map((file) => ({ file: displayPath(file), folder }));
      } catch (error) {
        failures.add(given, error);
        return [];
      }
    }),
  );
  const byPath = new Map<string, GivenFile>();
  for (const given of found.flat()) {
    // Of a file given twice, the folder says more about where it belongs.
    if (byPath.get(given.file)?.folder === undefined) {
      byPath.set(given.file, given);
    }
  }
  return [...byPath.values()].sort((a, b) => (a.file < b.file ? -1 : 1));
}
