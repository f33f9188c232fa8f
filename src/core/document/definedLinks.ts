import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { TextRange } from '../text/sourceText';
import type { Block, DocumentModel } from './model';

/**
 * The brackets in a block that are links by definitions other than a citation's: `[text][label]` and
 * `[label]`. To the parser they are text, lest a definition decide what is a citation; so they are told
 * by their brackets here, which is good enough to know that there is a link.
 */
export class DefinedLinks {
  readonly #document: DocumentModel;
  readonly #labels: ReadonlySet<string>;

  constructor(document: DocumentModel) {
    this.#document = document;
    const cited = new Set(document.references.map(({ identifier }) => identifier));
    this.#labels = new Set(
      document.definitions.map(({ identifier }) => identifier).filter((label) => !cited.has(label)),
    );
  }

  of(block: Block): readonly TextRange[] {
    if (this.#labels.size === 0) {
      return [];
    }
    const { start } = block.range;
    return [...this.#textOf(block).matchAll(brackets)].flatMap(
      ({ 0: whole, 1: text = '', 2: label, index }) => {
        const range = { start: start + index, end: start + index + whole.length };
        return this.#labels.has(identifierOf(label === undefined || label === '' ? text : label))
          ? range
          : [];
      },
    );
  }

  /** The block's source, what is no plain text blanked. */
  #textOf({ range, runs }: Block): string {
    const parts: string[] = [];
    let at = range.start;
    for (const run of runs) {
      if (run.kind !== 'text' || run.link !== undefined || run.reference !== undefined) {
        parts.push(
          this.#document.source.slice({ start: at, end: run.range.start }),
          ' '.repeat(run.range.end - run.range.start),
        );
        at = run.range.end;
      }
    }
    parts.push(this.#document.source.slice({ start: at, end: range.end }));
    return parts.join('');
  }
}

const brackets = /(?<!\\)\[((?:\\[\s\S]|[^\\[\]])+)\](?:\[((?:\\[\s\S]|[^\\[\]])*)\])?/gu;

function identifierOf(label: string): string {
  return normalizeIdentifier(label).toLowerCase();
}
