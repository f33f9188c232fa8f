import { type CitationTarget, writeCitation } from '../citations/writeCitation';
import type { OpenDocument } from '../promotion/openDocument';
import type { TextEdit } from '../text/textEdit';
import { endOfText } from './documentEnd';
import { insertBlocks } from './insertBlocks';

/** The edit that puts a citation at the end of a document's text, in a paragraph of its own. */
export function citeAtEnd(target: CitationTarget, { document, index }: OpenDocument): TextEdit {
  return insertBlocks(document.source, endOfText(document, index), [[writeCitation(target)]]);
}
