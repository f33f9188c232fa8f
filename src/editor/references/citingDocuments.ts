import type { DocumentModel } from '../../core/document/documentModel';
import { parseDocument } from '../../core/document/parseDocument';
import { readDocument } from '../../core/document/readDocument';
import { mapLimited } from '../../core/mapLimited';
import type { ReadingLadder } from '../../core/references/fileLadder';
import { SourceText } from '../../core/text/sourceText';
import type { References } from './references';

/** A file that may name something of its ladder, as it is now. */
export interface CitingDocument {
  readonly path: string;
  readonly document: DocumentModel;
  readonly ladder: ReadingLadder;
}

/**
 * Reads files as they are once all have been read, in their editors or on disk: typing goes on meanwhile. One that is
 * gone names nothing any more and is left out.
 */
export async function readCitingDocuments(
  paths: ReadonlySet<string>,
  references: References,
): Promise<readonly CitingDocument[]> {
  const read = await mapLimited([...paths], async (path) => {
    const text = await references.textOf(path);
    return text === undefined ? [] : citingDocument(path, text, references);
  });
  return read.flat().flatMap((one) => {
    const text = references.openTextOf(one.path);
    return text === undefined || new SourceText(text).text === one.document.source.text
      ? one
      : citingDocument(one.path, text, references);
  });
}

function citingDocument(path: string, text: string, references: References): readonly CitingDocument[] {
  const ladder = references.ladderOf(path);
  return ladder === undefined
    ? []
    : [{ path, document: readDocument(parseDocument(text, ladder.index.levels)), ladder }];
}
