import { type TextDocument, workspace } from 'vscode';
import { relativeGuideLinks } from '../../core/citations/guideLinks';
import { indexOf, type LadderIndex } from '../../core/citations/ladderIndex';
import type { Citation } from '../../core/document/citation';
import { findMentions, type Mention } from '../../core/document/mentions';
import type { DocumentModel } from '../../core/document/model';
import { isParsedFor, type ParsedDocument, parseDocument } from '../../core/document/parseDocument';
import { readCitations } from '../../core/document/readCitations';
import { readDocument } from '../../core/document/readDocument';
import { type Promotion, readPromotion } from '../../core/document/readPromotion';
import type { Ladder } from '../../core/ladder/model';
import type { Ladders } from '../guides/ladders';

/** A Markdown document in an editor that a ladder reaches. */
export interface OpenDocument {
  readonly model: DocumentModel;
  readonly index: LadderIndex;
  readonly citations: readonly Citation[];
  readonly mentions: readonly Mention[];
  /** What it says of the ladder as a promotion document; undefined for any other Markdown. */
  readonly promotion: Promotion | undefined;
}

interface Parsed {
  readonly version: number;
  readonly parsed: ParsedDocument;
  readonly model: DocumentModel;
  readonly ladder: Ladder;
  open: OpenDocument | undefined;
}

/** The Markdown documents that the ladders reach, each version parsed once for all features. */
export class Promotions {
  readonly #ladders: Ladders;
  readonly #parsed = new WeakMap<TextDocument, Parsed>();

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
    if (named === undefined || document.isClosed || (named.isBuiltIn && !mayBePromotion(document))) {
      return undefined;
    }
    const open = this.#read(document, named.ladder);
    return named.isBuiltIn && open.promotion === undefined ? undefined : open;
  }

  #read(document: TextDocument, ladder: Ladder): OpenDocument {
    const current = this.#parse(document, ladder);
    current.open ??= readOpen(document, current.model, ladder);
    return current.open;
  }

  #parse(document: TextDocument, ladder: Ladder): Parsed {
    const known = this.#parsed.get(document);
    const current = known?.version === document.version ? known : undefined;
    if (current?.ladder === ladder) {
      return current;
    }
    const { levels } = indexOf(ladder);
    const kept = current !== undefined && isParsedFor(current.parsed, levels) ? current : undefined;
    const parsed = kept?.parsed ?? parseDocument(document.getText(), levels);
    const model = kept?.model ?? readDocument(parsed);
    const fresh = { version: document.version, parsed, model, ladder, open: undefined };
    this.#parsed.set(document, fresh);
    return fresh;
  }
}

function readOpen(document: TextDocument, model: DocumentModel, ladder: Ladder): OpenDocument {
  const index = indexOf(ladder);
  const top = workspace.getWorkspaceFolder(document.uri)?.uri.toString();
  const links = relativeGuideLinks(document.uri.toString(), ladder.guides, top);
  const promotion = readPromotion(model, ladder, links);
  return {
    model,
    index,
    promotion,
    citations: promotion?.citations ?? readCitations(model, index, links),
    mentions: promotion?.mentions ?? findMentions(model, index),
  };
}

/** Told from the first lines, so that other Markdown costs next to nothing. */
export function mayBePromotion(document: TextDocument): boolean {
  if (document.languageId !== 'markdown' || !/^---\s*$/u.test(document.lineAt(0).text)) {
    return false;
  }
  for (let line = 1; line < document.lineCount; line += 1) {
    const { text } = document.lineAt(line);
    if (/^["']?promotion["']?\s*:/u.test(text)) {
      return true;
    }
    if (/^---\s*$/u.test(text)) {
      return false;
    }
  }
  return false;
}
