import { type CitationTarget, writeCitations } from '../citations/writeCitation';
import type { OpenDocument } from '../promotion/openDocument';
import type { TextEdit } from '../text/textEdit';
import { endOfText } from './documentEnd';
import { insertBlocks } from './insertBlocks';

/** The edit that puts citations at the end of a document's text, in a paragraph of its own. */
export function citeAtEnd(targets: readonly CitationTarget[], { document, index }: OpenDocument): TextEdit {
  return insertBlocks(document.source, endOfText(document, index), [[writeCitations(targets)]]);
}
