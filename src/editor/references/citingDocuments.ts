import type { DocumentModel } from '../../core/document/documentModel';
import { parseDocument } from '../../core/document/parseDocument';
import { readDocument } from '../../core/document/readDocument';
import { mapLimited } from '../../core/mapLimited';
import type { ReadingLadder } from '../../core/references/fileLadder';
import type { References } from './references';

/** A file that may name something of its ladder, as it is now. */
export interface CitingDocument {
  readonly path: string;
  readonly document: DocumentModel;
  readonly ladder: ReadingLadder;
}

/** Reads files as they are now, in their editors or on disk; one that is gone names nothing any more and is left out. */
export async function readCitingDocuments(
  paths: ReadonlySet<string>,
  references: References,
): Promise<readonly CitingDocument[]> {
  const read = await mapLimited([...paths], async (path): Promise<readonly CitingDocument[]> => {
    const text = await references.textOf(path);
    const ladder = references.ladderOf(path);
    return text === undefined || ladder === undefined
      ? []
      : [{ path, document: readDocument(parseDocument(text, ladder.index.levels)), ladder }];
  });
  return read.flat();
}
