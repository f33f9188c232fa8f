import type { TextRange } from '../text/sourceText';
import type { Block, Growing, InlineLink, PieceContent, Reference, Run, Scope } from './model';
import { moveLabel } from './sourceLabel';

/** A piece of a document where it stands there: moves what was read out of the piece to its place. */
export class PieceInPlace {
  readonly content: PieceContent;
  readonly start: number;
  /** How many blocks of the document stand before it. */
  readonly firstBlock: number;
  readonly scopes: readonly Growing<Scope>[];
  readonly links: readonly InlineLink[];
  readonly references: readonly Reference[];
  readonly blocks: readonly Block[];

  constructor(content: PieceContent, start: number, firstBlock: number) {
    this.content = content;
    this.start = start;
    this.firstBlock = firstBlock;
    this.scopes = content.scopes.map(({ kind, range, first, end }) => ({
      kind,
      range: this.range(range),
      first: first + firstBlock,
      end: end + firstBlock,
    }));
    this.links = content.links.map((link) => ({
      ...link,
      range: this.range(link.range),
      destination: this.range(link.destination),
      scope: this.scope(link.scope),
    }));
    this.references = content.references.map((reference) => ({
      ...reference,
      range: this.range(reference.range),
      label: moveLabel(reference.label, start),
      scope: this.scope(reference.scope),
    }));
    this.blocks = content.blocks.map((block) => new MovedBlock(block, this));
  }

  range({ start, end }: TextRange): TextRange {
    return { start: start + this.start, end: end + this.start };
  }

  scope(scope: Scope): Growing<Scope> {
    return this.#moved(this.scopes, scope);
  }

  link(link: InlineLink): InlineLink {
    return this.#moved(this.links, link);
  }

  reference(reference: Reference): Reference {
    return this.#moved(this.references, reference);
  }

  #moved<Thing>(moved: readonly Thing[], thing: object): Thing {
    const found = moved[this.content.order.get(thing) ?? -1];
    if (found === undefined) {
      throw new Error('what stands in a piece must be moved with it');
    }
    return found;
  }
}

/** A block whose runs, which are many, are moved only when somebody looks at them. */
class MovedBlock implements Block {
  readonly kind: Block['kind'];
  readonly range: TextRange;
  readonly isQuoted: boolean;
  readonly isNested: boolean;
  readonly #block: Block;
  readonly #piece: PieceInPlace;
  #runs: readonly Run[] | undefined;

  constructor(block: Block, piece: PieceInPlace) {
    this.kind = block.kind;
    this.range = piece.range(block.range);
    this.isQuoted = block.isQuoted;
    this.isNested = block.isNested;
    this.#block = block;
    this.#piece = piece;
  }

  get runs(): readonly Run[] {
    const piece = this.#piece;
    this.#runs ??= this.#block.runs.map((run) => ({
      ...run,
      range: piece.range(run.range),
      link: run.link && piece.link(run.link),
      reference: run.reference && piece.reference(run.reference),
    }));
    return this.#runs;
  }
}
