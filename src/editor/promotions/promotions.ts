import { Range, type TextDocument, workspace } from 'vscode';
import { mayHavePromotion } from '../../core/document/frontMatter';
import type { Ladder } from '../../core/ladder/model';
import { type DocumentPlace, type OpenDocument, openDocument } from '../../core/promotion/openDocument';
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
  readonly ladders: Ladders;
  readonly #documents = new WeakMap<TextDocument, Read>();

  constructor(ladders: Ladders) {
    this.ladders = ladders;
  }

  /** Reads a document as a promotion document; undefined for one that is none. Never rejects. */
  async get(document: TextDocument): Promise<Promotion | undefined> {
    return mayBePromotion(document) ? (await this.read(document))?.promotion : undefined;
  }

  /**
   * Reads any Markdown document that a ladder reaches: one found in the workspace reaches all of them, the
   * built-in one only promotion documents. What is read is the text of the moment it is called, to which the
   * positions of whoever asks belong, whatever is typed meanwhile. Never rejects.
   */
  async read(document: TextDocument): Promise<OpenDocument | undefined> {
    if (document.languageId !== 'markdown' || isTooLong(document)) {
      return undefined;
    }
    const { version } = document;
    const before = this.#documents.get(document);
    const text = before?.version === version ? before.open.document.source.text : document.getText();
    const named = (await this.ladders.get()).ladderOf(document.uri);
    // While the ladder was read, the document may have been closed.
    if (named === undefined || document.isClosed || (named.isBuiltIn && !mayBePromotion(document))) {
      return undefined;
    }
    const open = this.#open(document, { version, ladder: named.ladder }, text);
    return named.isBuiltIn && open.promotion === undefined ? undefined : open;
  }

  /** Whether a document is a promotion document by its first lines, and too long to be read. Never rejects. */
  async isTooLong(document: TextDocument): Promise<boolean> {
    if (!mayBePromotion(document) || !isTooLong(document)) {
      return false;
    }
    const named = (await this.ladders.get()).ladderOf(document.uri);
    const beginning = document.getText(new Range(0, 0, mostFrontMatter, 0));
    return (
      named !== undefined && openDocument(beginning, named.ladder, placeOf(document)).promotion !== undefined
    );
  }

  #open(document: TextDocument, { version, ladder }: Omit<Read, 'open'>, text: string): OpenDocument {
    const known = this.#documents.get(document);
    const place = placeOf(document);
    if (
      known?.version === version &&
      known.ladder === ladder &&
      known.open.place.path === place.path &&
      known.open.place.top === place.top
    ) {
      return known.open;
    }
    const open = openDocument(text, ladder, place, known?.open);
    // Whoever asked before the last keystroke may be answered behind it.
    if (known === undefined || known.version <= version) {
      this.#documents.set(document, { version, ladder, open });
    }
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
