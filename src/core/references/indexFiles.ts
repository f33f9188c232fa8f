import { mapLimited } from '../mapLimited';
import { claimsInText, entriesInText, type ReadingLadder } from './fileLadder';
import type { ReferenceIndex } from './referenceIndex';
import { type Subject, splitClaims } from './subject';

/** Taking each text between two readings costs more than twice the time that taking some together does. */
const takenAtOnce = 8;

/** Where files come from, and which ladder is theirs. */
export interface FileSource {
  /** A file's text; undefined for one that is gone or left out. It may not reject. */
  read(path: string): Promise<string | undefined>;
  ladderOf(path: string): ReadingLadder | undefined;
}

/**
 * Reads files into an index, a limited number at a time.
 *
 * @param depth What to take of a file: what it says at the most, which is quick, all that it says, or at
 *   least what it says of a subject. A file that has been begun is read to the end: what is asked about next
 *   would mostly be the rest of it.
 * @param isStopped Asked before each file; what was read until then stays.
 * @returns How many files were read.
 */
export async function indexFiles(
  paths: readonly string[],
  index: ReferenceIndex,
  source: FileSource,
  depth: 'claims' | 'entries' | Subject,
  isStopped: () => boolean = () => false,
): Promise<number> {
  let read = 0;
  const waiting: { readonly path: string; readonly text: string | undefined }[] = [];
  const take = (): void => {
    for (const { path, text } of waiting.splice(0)) {
      // The ladder is asked for last: it may have changed while the file was read.
      const ladder = text === undefined ? undefined : source.ladderOf(path);
      if (text === undefined || ladder === undefined) {
        index.remove(path);
      } else {
        read += 1;
        takeText(path, text, ladder, index, depth);
      }
    }
  };
  await mapLimited(paths, async (path) => {
    if (!isStopped()) {
      waiting.push({ path, text: await source.read(path) });
      if (waiting.length >= takenAtOnce) {
        take();
      }
    }
  });
  take();
  return read;
}

function takeText(
  path: string,
  text: string,
  ladder: ReadingLadder,
  index: ReferenceIndex,
  depth: 'claims' | 'entries' | Subject,
): void {
  const claims = claimsInText(path, text, ladder);
  if (claims === undefined) {
    index.remove(path);
  } else if (depth === 'claims') {
    index.claim(path, claims);
  } else {
    const { about, rest } =
      depth === 'entries' || index.isBegun(path)
        ? { about: claims, rest: undefined }
        : splitClaims(claims, depth, ladder.index);
    index.put(path, entriesInText(path, text, ladder, about), rest);
  }
}
