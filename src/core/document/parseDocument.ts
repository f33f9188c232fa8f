import type { LevelNames } from '../citations/levelNames';
import { splitLabel } from '../citations/splitLabel';
import { SourceText } from '../text/sourceText';
import { type FrontMatter, readFrontMatter } from './frontMatter';
import { type Meanings, type Piece, parsePiece } from './parsePiece';

/** A Markdown text, parsed piece by piece. */
export interface ParsedDocument {
  readonly source: SourceText;
  readonly frontMatter: FrontMatter | undefined;
  /** The names of levels by which citations were told from other brackets. */
  readonly levels: LevelNames;
  /** The labels of the footnotes that are defined anywhere in it. */
  readonly footnotes: ReadonlySet<string>;
  readonly pieces: readonly PlacedPiece[];
}

/** A piece where it stands. */
export interface PlacedPiece {
  readonly start: number;
  readonly piece: Piece;
}

/**
 * Parses any text; what is a citation in it depends on the names of the ladder's levels.
 *
 * @param before The document as it was, from which pieces that have not changed are taken. This saves work
 *   and changes nothing else: where the pieces end and what they mean depends on the text alone.
 */
export function parseDocument(text: string, levels: LevelNames, before?: ParsedDocument): ParsedDocument {
  return parsePieces(text, levels, before, undefined);
}

/**
 * Parses the passages of a text that somebody wants to know about, and leaves out most others.
 *
 * @param isWanted Told the source of a stretch. Each piece of the document that holds wanted text is there,
 *   just as {@link parseDocument} has it.
 */
export function parsePassages(text: string, levels: LevelNames, isWanted: IsWanted): ParsedDocument {
  return parsePieces(text, levels, undefined, isWanted);
}

type IsWanted = (passage: string) => boolean;

function parsePieces(
  text: string,
  levels: LevelNames,
  before: ParsedDocument | undefined,
  isWanted: IsWanted | undefined,
): ParsedDocument {
  const source = new SourceText(text);
  const frontMatter = readFrontMatter(source);
  const placed = new PieceParser(source, frontMatter, levels, before).parse(isWanted);
  const footnotes = new Set(placed.flatMap(({ piece }) => piece.footnotes));
  const meanings = meaningsWith(levels, footnotes);
  const pieces = placed.map((one) => withFootnotes(one, meanings));
  return { source, frontMatter, levels, footnotes, pieces };
}

/** The piece as it is where those footnotes are defined that are: it was parsed before all were known. */
function withFootnotes(placed: PlacedPiece, meanings: Meanings): PlacedPiece {
  const { start, piece } = placed;
  const isRight = [...piece.calls].every(([label, isDefined]) => meanings.isFootnote(label) === isDefined);
  return isRight ? placed : { start, piece: parsePiece(piece.text, piece.isFollowed, meanings) ?? piece };
}

class PieceParser {
  readonly #text: string;
  readonly #frontMatterEnd: number;
  readonly #levels: LevelNames;
  readonly #meanings: Meanings;
  readonly #before: ParsedDocument | undefined;
  /** How much further on the end of the text is than it was. */
  readonly #moved: number;
  /** The first of the pieces before that may stand behind the edit. */
  #behind = 0;

  constructor(
    { text }: SourceText,
    frontMatter: FrontMatter | undefined,
    levels: LevelNames,
    before: ParsedDocument | undefined,
  ) {
    this.#text = text;
    this.#frontMatterEnd = frontMatter?.range.end ?? 0;
    this.#levels = levels;
    this.#meanings = meaningsWith(levels, before?.footnotes ?? new Set());
    this.#before = before;
    this.#moved = text.length - (before?.source.text.length ?? 0);
  }

  parse(isWanted: IsWanted | undefined): readonly PlacedPiece[] {
    const placed: PlacedPiece[] = [];
    let start = 0;
    do {
      const unwantedEnd = isWanted && this.#endOfUnwanted(start, isWanted);
      if (unwantedEnd === undefined) {
        const piece = this.#knownAt(start, placed.length) ?? { start, piece: this.#parseAt(start) };
        placed.push(piece);
        start += lengthOf(piece.piece);
      } else {
        start = unwantedEnd;
      }
    } while (start < this.#text.length);
    return placed;
  }

  /** The piece that stood there before, or as far from the end of the text, and is still the same. */
  #knownAt(start: number, place: number): PlacedPiece | undefined {
    const pieces = this.#before?.pieces ?? [];
    const here = pieces[place];
    if (here?.start === start && this.#isStillAt(start, here.piece)) {
      return here;
    }
    while ((pieces[this.#behind]?.start ?? Infinity) + this.#moved < start) {
      this.#behind += 1;
    }
    const moved = pieces[this.#behind];
    return moved !== undefined && moved.start + this.#moved === start && this.#isStillAt(start, moved.piece)
      ? { start, piece: moved.piece }
      : undefined;
  }

  #isStillAt(start: number, { text, isFollowed, labels }: Piece): boolean {
    return (
      this.#text.startsWith(text, start) &&
      // No piece ends within front matter, which only what is behind its beginning may have made such.
      (start > 0 || this.#frontMatterEnd === (this.#before?.frontMatter?.range.end ?? 0)) &&
      (isFollowed || start + text.length === this.#text.length) &&
      (this.#before?.levels === this.#levels ||
        [...labels].every(([label, isCitation]) => this.#meanings.isCitation(label) === isCitation))
    );
  }

  /** Where the piece that begins somewhere ends, if nobody wants it and that can be told without parsing. */
  #endOfUnwanted(start: number, isWanted: IsWanted): number | undefined {
    const end = this.#breakBehind(start) ?? this.#text.length;
    const passage = this.#text.slice(start, end);
    return mustBeParsed.test(passage) || isWanted(passage) ? undefined : end;
  }

  #parseAt(start: number): Piece {
    // What does not end at the first break ends further on; soon all that is left is tried.
    let end = this.#breakBehind(start);
    for (let further = 3; end !== undefined; further *= 4) {
      const piece = parsePiece(this.#text.slice(start, end + 1), true, this.#meanings);
      if (piece !== undefined) {
        return piece;
      }
      for (let count = 0; count < further && end !== undefined; count += 1) {
        end = this.#breakBehind(end);
      }
    }
    return parsePiece(this.#text.slice(start), false, this.#meanings);
  }

  /**
   * The first offset behind another at which a piece may end: where a line that is not indented and begins no
   * list item or footnote stands below a blank one. Unless a fence, a comment or the like is still open there, a block of
   * the document's own begins on such a line, and nothing above the line has a say in what it is.
   */
  #breakBehind(offset: number): number | undefined {
    const pattern = /(?<=\n|\r(?!\n))[ \t]*(?:\r\n|\n|\r)(?![-+*\d\s]|\[\^)(?=.)/gu;
    pattern.lastIndex = Math.max(offset, this.#frontMatterEnd);
    return pattern.test(this.#text) ? pattern.lastIndex : undefined;
  }
}

/**
 * What a block must hold to go on behind a break; and what footnotes begin with, which must all be known to
 * tell what is one.
 */
const mustBeParsed = /```|~~~|<(?:[!?]|pre|script|style|textarea)|\[\^/iu;

function lengthOf({ text, isFollowed }: Piece): number {
  return text.length - (isFollowed ? 1 : 0);
}

function meaningsWith(levels: LevelNames, footnotes: ReadonlySet<string>): Meanings {
  return {
    isCitation: (label) => isCitationLabel(label, levels),
    isFootnote: (label) => footnotes.has(label),
  };
}

/** The longest label that CommonMark allows a definition. */
export const longestLabel = 999;

function isCitationLabel(label: string, levels: LevelNames): boolean {
  // Without a colon no ladder can make it a citation.
  return label.length <= longestLabel && label.includes(':') && splitLabel(label, levels) !== undefined;
}
