import type { CancellationToken, Position, TextDocument } from 'vscode';
import type { OpenDocument } from '../../core/promotion/openDocument';
import { type Site, siteAt } from '../../core/references/siteAt';
import { currentGuide } from '../guides/currentGuide';
import type { Ladders } from '../guides/ladders';
import type { Promotions } from '../promotions/promotions';

/** What a place in an open document names, and the document that its range belongs to. */
export interface OpenSite {
  readonly site: Site;
  readonly open: OpenDocument;
}

/** Finds what places in open documents name of their ladders. */
export class OpenSites {
  readonly #ladders: Ladders;
  readonly #promotions: Promotions;

  constructor(ladders: Ladders, promotions: Promotions) {
    this.#ladders = ladders;
    this.#promotions = promotions;
  }

  /** undefined for text that names nothing of a ladder. */
  async at(
    document: TextDocument,
    position: Position,
    token: CancellationToken,
  ): Promise<OpenSite | undefined> {
    // In a guide that was typed in a moment ago, the ladder must know where its headings are by now.
    await currentGuide(document, this.#ladders, token);
    const offset = document.offsetAt(position);
    const open = token.isCancellationRequested ? undefined : await this.#promotions.read(document);
    const site = open && siteAt(open, offset);
    return open && site && { site, open };
  }
}
