import { mapLimited } from '../mapLimited';
import { claimsInText, entriesInText, type ReadingLadder } from './fileLadder';
import type { ReferenceIndex } from './referenceIndex';

/** Where files come from, and which ladder is theirs. */
export interface FileSource {
  /** A file's text; undefined for one that is gone or left out. It may not reject. */
  read(path: string): Promise<string | undefined>;
  ladderOf(path: string): ReadingLadder | undefined;
}

/** How many files were read, and how many of them say something of a ladder. */
export interface IndexingTally {
  readonly read: number;
  readonly citing: number;
}

/**
 * Reads files into an index, a limited number at a time.
 *
 * @param depth What to take of a file: what it says at the most, which is quick, or all that it says.
 * @param isStopped Asked before each file; what was read until then stays.
 */
export async function indexFiles(
  paths: readonly string[],
  index: ReferenceIndex,
  source: FileSource,
  depth: 'claims' | 'entries',
  isStopped: () => boolean = () => false,
): Promise<IndexingTally> {
  let read = 0;
  await mapLimited(paths, async (path) => {
    if (isStopped()) {
      return;
    }
    const text = await source.read(path);
    // The ladder is asked for last: it may have changed while the file was read.
    const ladder = text === undefined ? undefined : source.ladderOf(path);
    if (text === undefined || ladder === undefined) {
      index.remove(path);
    } else {
      read += 1;
      if (depth === 'entries') {
        index.put(path, entriesInText(path, text, ladder));
        return;
      }
      const claims = claimsInText(path, text, ladder);
      if (claims === undefined) {
        index.remove(path);
      } else {
        index.claim(path, claims);
      }
    }
  });
  return { read, citing: paths.filter((path) => index.has(path)).length };
}
