import type { TextRange } from '../text/sourceText';
import type { DocumentModel } from './documentModel';
import type { Block, Definition, Heading, InlineLink, PieceContent, Reference } from './model';
import { OpenSections } from './openSections';
import type { ParsedDocument, PlacedPiece } from './parseDocument';
import { PieceInPlace } from './pieceInPlace';
import { moveLabel } from './sourceLabel';

/**
 * Puts together what stands in the pieces of a parsed document.
 *
 * @param before The document as it was, from which what stands where it stood is taken to save work.
 */
export function readDocument(
  { source, frontMatter, pieces }: ParsedDocument,
  before?: DocumentModel,
): DocumentModel {
  const document = new GrowingDocument(before?.pieces ?? []);
  for (const piece of pieces) {
    document.add(piece);
  }
  document.end();
  const { pieces: placed, blocks, headings, references, links, definitions, comments } = document;
  return { source, frontMatter, pieces: placed, blocks, headings, references, links, definitions, comments };
}

class GrowingDocument {
  readonly pieces: PieceInPlace[] = [];
  readonly blocks: Block[] = [];
  readonly headings: Heading[] = [];
  readonly references: Reference[] = [];
  readonly links: InlineLink[] = [];
  readonly definitions: Definition[] = [];
  readonly comments: TextRange[] = [];
  readonly #sections = new OpenSections();
  readonly #before: readonly PieceInPlace[];
  #end = 0;

  constructor(before: readonly PieceInPlace[]) {
    this.#before = before;
  }

  add({ start, piece: { content } }: PlacedPiece): void {
    const piece = this.#pieceAt(start, content);
    this.pieces.push(piece);
    this.#end = start + content.end;
    append(
      this.headings,
      content.headings.map((heading) => this.#heading(heading, piece)),
    );
    append(this.references, piece.references);
    append(this.links, piece.links);
    append(
      this.definitions,
      content.definitions.map((definition) => this.#definition(definition, piece)),
    );
    append(
      this.comments,
      content.comments.map((comment) => piece.range(comment)),
    );
    append(this.blocks, piece.blocks);
  }

  /** The piece as it was where it has not moved; with headings it is new, since their sections may be. */
  #pieceAt(start: number, content: PieceContent): PieceInPlace {
    const before = this.#before[this.pieces.length];
    const firstBlock = this.blocks.length;
    return before?.content === content &&
      before.start === start &&
      before.firstBlock === firstBlock &&
      content.headings.every(({ isNested }) => isNested)
      ? before
      : new PieceInPlace(content, start, firstBlock);
  }

  end(): void {
    this.#sections.end(this.#end, this.blocks.length);
  }

  /** A heading in its place; unless it is nested, its section goes on behind its piece. */
  #heading(heading: Heading, piece: PieceInPlace): Heading {
    const section = piece.scope(heading.section);
    const range = piece.range(heading.range);
    if (!heading.isNested) {
      this.#sections.begin(section, heading.depth, range.start, section.first - 1);
    }
    return { ...heading, range, section };
  }

  #definition(definition: Definition, piece: PieceInPlace): Definition {
    return {
      ...definition,
      range: piece.range(definition.range),
      label: moveLabel(definition.label, piece.start),
      colon: piece.range(definition.colon),
      destination: piece.range(definition.destination),
    };
  }
}

/** Not by spreading: a call takes only so many arguments, and a text may hold more blocks than that. */
function append<Thing>(all: Thing[], things: readonly Thing[]): void {
  for (const thing of things) {
    all.push(thing);
  }
}
