import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { remembering } from '../remembering';
import type { SourceText, TextRange } from '../text/sourceText';
import type { DocumentModel } from './documentModel';
import type { Block, PieceContent } from './model';

/**
 * The brackets in a block that are links by definitions other than a citation's: `[text][label]` and
 * `[label]`. To the parser they are text, lest a definition decide what is a citation; so they are told
 * by their brackets here, which is good enough to know that there is a link.
 */
export class DefinedLinks {
  readonly #labels: ReadonlySet<string>;

  constructor({ references, definitions }: DocumentModel) {
    const cited = new Set(references.map(({ identifier }) => identifier));
    this.#labels = new Set(
      definitions.map(({ identifier }) => identifier).filter((label) => !cited.has(label)),
    );
  }

  /** Where they stand in a block of a piece, as offsets in the piece. */
  in(piece: PieceContent, block: number): readonly TextRange[] {
    if (this.#labels.size === 0) {
      return [];
    }
    const found = bracketsIn(piece)[block] ?? [];
    return found.flatMap(({ identifier, range }) => (this.#labels.has(identifier) ? range : []));
  }

  /** A block's text as readers see it, these links without their brackets and labels. */
  shown(text: string): string {
    return text.replace(pattern, (whole: string, inner: string, label: string | undefined) =>
      this.#labels.has(identifierOf(inner, label)) ? inner : whole,
    );
  }
}

interface Bracket {
  readonly range: TextRange;
  readonly identifier: string;
}

const pattern = /(?<!\\)\[((?:\\[\s\S]|[^\\[\]])+)\](?:\[((?:\\[\s\S]|[^\\[\]])*)\])?/gu;

/** The label by which brackets would be a link: of `[text][label]`, `[text][]` or `[text]`. */
function identifierOf(text: string, label: string | undefined): string {
  return normalizeIdentifier(label === undefined || label === '' ? text : label).toLowerCase();
}

/** The brackets in each block of a piece. */
const bracketsIn = remembering(({ blocks, source }: PieceContent): readonly (readonly Bracket[])[] =>
  blocks.map((block) => {
    const { start } = block.range;
    return [...textOf(block, source).matchAll(pattern)].map(
      ({ 0: whole, 1: text = '', 2: label, index }) => ({
        range: { start: start + index, end: start + index + whole.length },
        identifier: identifierOf(text, label),
      }),
    );
  }),
);

/** The block's source, what is no plain text blanked. */
function textOf({ range, runs }: Block, source: SourceText): string {
  const parts: string[] = [];
  let at = range.start;
  for (const run of runs) {
    if (run.kind !== 'text' || run.link !== undefined || run.reference !== undefined) {
      parts.push(
        source.slice({ start: at, end: run.range.start }),
        ' '.repeat(run.range.end - run.range.start),
      );
      at = run.range.end;
    }
  }
  parts.push(source.slice({ start: at, end: range.end }));
  return parts.join('');
}
