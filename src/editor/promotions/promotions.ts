import { Range, type TextDocument, workspace } from 'vscode';
import { mayHavePromotion } from '../../core/document/frontMatter';
import { type DocumentPlace, type OpenDocument, openDocument } from '../../core/document/openDocument';
import type { Ladder } from '../../core/ladder/model';
import type { Promotion } from '../../core/promotion/readPromotion';
import type { Ladders } from '../guides/ladders';

/** A longer document, in UTF-16 units, is not read: its features would keep everything else waiting for seconds. */
export const longestDocument = 2_000_000;

interface Read {
  readonly version: number;
  readonly ladder: Ladder;
  readonly open: OpenDocument;
}

/** The Markdown documents that the ladders reach, each version parsed once for all features. */
export class Promotions {
  readonly #ladders: Ladders;
  readonly #documents = new WeakMap<TextDocument, Read>();

  constructor(ladders: Ladders) {
    this.#ladders = ladders;
  }

  /** Reads a document as a promotion document; undefined for one that is none. Never rejects. */
  async get(document: TextDocument): Promise<Promotion | undefined> {
    return mayBePromotion(document) ? (await this.read(document))?.promotion : undefined;
  }

  /**
   * Reads any Markdown document that a ladder reaches: one found in the workspace reaches all of them, the
   * built-in one only promotion documents. Never rejects.
   */
  async read(document: TextDocument): Promise<OpenDocument | undefined> {
    if (document.languageId !== 'markdown') {
      return undefined;
    }
    const named = (await this.#ladders.get()).ladderOf(document.uri);
    // While the ladder was read, the document may have been closed.
    if (
      named === undefined ||
      document.isClosed ||
      isTooLong(document) ||
      (named.isBuiltIn && !mayBePromotion(document))
    ) {
      return undefined;
    }
    const open = this.#open(document, named.ladder);
    return named.isBuiltIn && open.promotion === undefined ? undefined : open;
  }

  /** Whether a document is a promotion document by its first lines, and too long to be read. Never rejects. */
  async isTooLong(document: TextDocument): Promise<boolean> {
    if (!mayBePromotion(document) || !isTooLong(document)) {
      return false;
    }
    const named = (await this.#ladders.get()).ladderOf(document.uri);
    const beginning = document.getText(new Range(0, 0, mostFrontMatter, 0));
    return (
      named !== undefined && openDocument(beginning, named.ladder, placeOf(document)).promotion !== undefined
    );
  }

  #open(document: TextDocument, ladder: Ladder): OpenDocument {
    const known = this.#documents.get(document);
    if (known?.version === document.version && known.ladder === ladder) {
      return known.open;
    }
    const open = openDocument(document.getText(), ladder, placeOf(document), known?.open);
    this.#documents.set(document, { version: document.version, ladder, open });
    return open;
  }
}

/** How many lines of front matter are looked at in a document that is too long to be read. */
const mostFrontMatter = 200;

function isTooLong(document: TextDocument): boolean {
  return document.offsetAt(document.lineAt(document.lineCount - 1).range.end) > longestDocument;
}

function placeOf({ uri }: TextDocument): DocumentPlace {
  return { path: uri.toString(), top: workspace.getWorkspaceFolder(uri)?.uri.toString() };
}

/** Told from the first lines, so that other Markdown costs next to nothing. */
export function mayBePromotion(document: TextDocument): boolean {
  return document.languageId === 'markdown' && mayHavePromotion(linesOf(document));
}

function* linesOf(document: TextDocument): Iterable<string> {
  for (let line = 0; line < document.lineCount; line += 1) {
    yield document.lineAt(line).text;
  }
}
