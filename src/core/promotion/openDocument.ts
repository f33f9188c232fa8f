import { type GuideLinks, relativeGuideLinks } from '../citations/guideLinks';
import { indexOf, type LadderIndex } from '../citations/ladderIndex';
import type { Citation } from '../document/citation';
import type { DocumentModel } from '../document/documentModel';
import { findMentions, type Mention } from '../document/mentions';
import { type ParsedDocument, parseDocument } from '../document/parseDocument';
import { readCitations } from '../document/readCitations';
import { readDocument } from '../document/readDocument';
import type { Ladder } from '../ladder/model';
import { holds } from '../text/sourceText';
import { type Promotion, readPromotion } from './readPromotion';

/** Where a document stands, written like the paths of the ladder's guides. */
export interface DocumentPlace {
  readonly path: string;
  /** The folder from which links that begin with `/` lead on. */
  readonly top: string | undefined;
}

/** A Markdown document that a ladder reaches, and what it says of the ladder. */
export interface OpenDocument {
  readonly place: DocumentPlace;
  readonly links: GuideLinks;
  readonly parsed: ParsedDocument;
  readonly document: DocumentModel;
  readonly index: LadderIndex;
  readonly citations: readonly Citation[];
  readonly mentions: readonly Mention[];
  /** What it says as a promotion document; undefined for any other Markdown. */
  readonly promotion: Promotion | undefined;
  /** Whether an id such as M2 means a level in it: in promotion documents and guides, not in other Markdown. */
  readonly speaksOfLevels: boolean;
}

/**
 * Reads a text, promotion document or not, with a ladder.
 *
 * @param before The document as it was read before its text or the ladder changed, which saves work.
 */
export function openDocument(
  text: string,
  ladder: Ladder,
  place: DocumentPlace,
  before?: OpenDocument,
): OpenDocument {
  const index = indexOf(ladder);
  const parsed = parseDocument(text, index.levels, before?.parsed);
  const document = readDocument(parsed, before?.document);
  const links =
    before?.index === index && before.place.path === place.path && before.place.top === place.top
      ? before.links
      : relativeGuideLinks(place.path, ladder.guides, place.top);
  const promotion = readPromotion(document, ladder, links);
  return {
    place,
    links,
    parsed,
    document,
    index,
    promotion,
    speaksOfLevels: promotion !== undefined || ladder.guides.some(({ path }) => path === place.path),
    citations: promotion?.citations ?? readCitations(document, index, links),
    mentions: promotion?.mentions ?? findMentions(document, index),
  };
}

/** The citation at an offset of a document. */
export function citationAt({ citations }: OpenDocument, offset: number): Citation | undefined {
  return citations.find(({ range }) => holds(range, offset));
}

/** The name of a capability at an offset of a document, where it is no citation. */
export function mentionAt({ mentions }: OpenDocument, offset: number): Mention | undefined {
  return mentions.find(({ range }) => holds(range, offset));
}
