import { fromMarkdown } from 'mdast-util-from-markdown';
import type { Construct, Extension, ParseContext } from 'micromark-util-types';
import { syntaxExtensions, treeExtensions } from '../markdown/dialect';
import { hasFrontMatter } from '../markdown/frontMatterFences';
import { rangeOf } from '../markdown/nodes';
import { copied } from '../text/copied';
import { SourceText } from '../text/sourceText';
import type { PieceContent } from './model';
import { readPiece } from './readPiece';

/** A stretch of a document that means the same whatever stands around it, as CommonMark reads it. */
export interface Piece {
  /** What was parsed: the stretch and, where something follows it, the first character of that. */
  readonly text: string;
  readonly isFollowed: boolean;
  readonly content: PieceContent;
  /** Every label the parser came across, by whether it was taken for a citation's. */
  readonly labels: ReadonlyMap<string, boolean>;
  /** The labels of the footnotes that are defined in it. */
  readonly footnotes: readonly string[];
  /** The labels of the footnotes that it may call, by whether they were taken for defined. */
  readonly calls: ReadonlyMap<string, boolean>;
}

/** What the meaning of brackets depends on besides the text around them. */
export interface Meanings {
  isCitation(label: string): boolean;
  isFootnote(label: string): boolean;
}

/**
 * Parses a piece of a document. To what comes out of it, each citation in brackets is a link reference, and
 * every other bracket is text. Which definitions the author wrote makes no difference.
 *
 * @param text The piece and, where something follows it, the first character of that.
 * @returns undefined where what follows would belong to the piece's last block.
 */
export function parsePiece(text: string, isFollowed: false, meanings: Meanings): Piece;
export function parsePiece(text: string, isFollowed: boolean, meanings: Meanings): Piece | undefined;
export function parsePiece(text: string, isFollowed: boolean, meanings: Meanings): Piece | undefined {
  // Pieces outlive the text that they were cut from.
  const own = copied(text);
  // A second byte order mark is a character like others; the parser would leave it out and count without it.
  const source = new SourceText(own.replace(/^\uFEFF/u, '\u00A0'));
  const labels = new Answers(meanings.isCitation);
  const calls = new Answers(meanings.isFootnote);
  const footnotes: string[] = [];
  const root = fromMarkdown(source.text, {
    extensions: [...syntaxExtensions(hasFrontMatter(source)), handingLists(footnotes, labels, calls)],
    mdastExtensions: treeExtensions,
  });
  if (isFollowed) {
    const behind = root.children.pop();
    if (behind === undefined || rangeOf(behind).start !== source.text.length - 1) {
      return undefined;
    }
  }
  return {
    text: own,
    isFollowed,
    content: readPiece(root, source),
    labels: labels.given,
    footnotes,
    calls: calls.given,
  };
}

/** Stands in for one of the parser's lists of labels, and remembers what it was asked. */
class Answers extends Array<string> {
  readonly given = new Map<string, boolean>();
  readonly #answer: (label: string) => boolean;

  constructor(answer: (label: string) => boolean) {
    super();
    this.#answer = answer;
  }

  override includes(label: string): boolean {
    const known = this.given.get(label);
    if (known !== undefined) {
      return known;
    }
    const is = this.#answer(label);
    this.given.set(label, is);
    return is;
  }
}

/** Constructs that match nothing: they only hand our lists to those that look for labels after them. */
function handingLists(footnotes: string[], labels: Answers, calls: Answers): Extension {
  const [leftSquareBracket, rightSquareBracket] = [91, 93];
  // All blocks are found before any text is read.
  const blocks = handing((parser) => {
    parser.gfmFootnotes = footnotes;
  });
  const texts = handing((parser) => {
    parser.gfmFootnotes = calls;
    parser.defined = labels;
  });
  return {
    document: { [leftSquareBracket]: blocks },
    text: { [leftSquareBracket]: texts, [rightSquareBracket]: texts },
  };
}

function handing(hand: (parser: ParseContext) => void): Construct {
  return {
    name: 'careerLadderLabels',
    tokenize(_effects, _ok, nok) {
      hand(this.parser);
      return nok;
    },
  };
}
