import type { Definition, Nodes, Root } from 'mdast';
import type { TextRange } from '../text/sourceText';
import { rangeOf } from './nodes';
import { isLineBreak } from './plainText';
import { walk } from './walk';

/** Plain text, and what stretches of it are marked as in Markdown: within each other or apart, outer ones first. */
export interface MarkedText {
  readonly text: string;
  readonly marks: readonly Mark[];
}

/** A stretch of a plain text; a link's address as its author wrote it, whatever that is. */
export type Mark = TextRange &
  ({ readonly kind: 'emphasis' | 'strong' | 'code' } | { readonly kind: 'link'; readonly url: string });

/** A paragraph, a heading, a table's cell or a block of code. */
export interface MarkedBlock extends MarkedText {
  /** Where it stands in its source. */
  readonly range: TextRange;
  /** Whether it follows another cell of the same row. */
  readonly isNextCell: boolean;
}

/** The blocks of text in a syntax tree, in order; their text is their `plainText`. */
export function markedBlocks(root: Root): readonly MarkedBlock[] {
  const reader = new BlockReader();
  walk(root, reader);
  return reader.blocks();
}

/** A part of a marked text. */
export function slice({ text, marks }: MarkedText, { start, end }: TextRange): MarkedText {
  return {
    text: text.slice(start, end),
    marks: marks.flatMap((mark) => {
      const part = { start: Math.max(mark.start, start) - start, end: Math.min(mark.end, end) - start };
      return part.start < part.end ? { ...mark, ...part } : [];
    }),
  };
}

/** Blocks in one text: cells of a row with a space between them, others with a blank line. */
export function joinBlocks(blocks: readonly MarkedBlock[]): MarkedText {
  const marks: Mark[] = [];
  let text = '';
  for (const block of blocks) {
    const joint = text === '' ? '' : block.isNextCell ? ' ' : '\n\n';
    const start = text.length + joint.length;
    text += joint + block.text;
    marks.push(...block.marks.map((mark) => ({ ...mark, start: start + mark.start, end: start + mark.end })));
  }
  return { text, marks };
}

/** The paragraphs of a text, which blank lines part. */
export function paragraphs(marked: MarkedText): readonly MarkedText[] {
  let end = -2;
  return marked.text.split('\n\n').flatMap((text) => {
    const start = end + 2;
    end = start + text.length;
    return text === '' ? [] : slice(marked, { start, end });
  });
}

/** A mark whose address may be defined further down. */
type ReadMark = TextRange & { readonly kind: Mark['kind']; readonly url?: string; readonly label?: string };

interface ReadBlock {
  readonly range: TextRange;
  readonly isNextCell: boolean;
  readonly marks: ReadMark[];
  text: string;
}

class BlockReader {
  readonly #blocks: ReadBlock[] = [];
  readonly #urls = new Map<string, string>();
  #block: ReadBlock | undefined;
  /** The places of the marks that are open, in the block's marks. */
  readonly #open: number[] = [];
  #isNextCell = false;

  blocks(): readonly MarkedBlock[] {
    return this.#blocks.map((block) => {
      const text = block.text.trimEnd();
      const marks = block.marks.flatMap((mark) => this.#withUrl(mark));
      return { ...slice({ text, marks }, { start: 0, end: text.length }), ...placeOf(block) };
    });
  }

  enter(node: Nodes): void {
    switch (node.type) {
      case 'tableRow':
        this.#isNextCell = false;
        break;
      case 'paragraph':
      case 'heading':
      case 'tableCell':
        this.#start(node);
        break;
      case 'code':
        this.#start(node);
        this.#code(node.value);
        break;
      case 'definition':
        this.#define(node);
        break;
      case 'emphasis':
      case 'strong':
        this.#mark({ kind: node.type });
        break;
      case 'link':
        this.#mark({ kind: 'link', url: node.url });
        break;
      case 'linkReference':
        this.#mark({ kind: 'link', label: node.identifier });
        break;
      case 'text':
        this.#append(node.value);
        break;
      case 'inlineCode':
        this.#code(node.value);
        break;
      case 'image':
      case 'imageReference':
        this.#append(node.alt ?? '');
        break;
      case 'break':
      case 'html':
        this.#append(isLineBreak(node) ? ' ' : '');
        break;
    }
  }

  leave(node: Nodes): void {
    switch (node.type) {
      case 'emphasis':
      case 'strong':
      case 'link':
      case 'linkReference':
        this.#close();
        break;
      case 'paragraph':
      case 'heading':
      case 'code':
        this.#block = undefined;
        break;
      case 'tableCell':
        this.#block = undefined;
        this.#isNextCell = true;
        break;
    }
  }

  #start(node: Nodes): void {
    this.#block = { range: rangeOf(node), isNextCell: this.#isNextCell, marks: [], text: '' };
    this.#isNextCell = false;
    this.#blocks.push(this.#block);
  }

  /** Adds text, its white space collapsed also with what stands in front of it. */
  #append(value: string): void {
    if (this.#block !== undefined) {
      const collapsed = value.replace(/\s+/gu, ' ');
      const isAfterSpace = this.#block.text === '' || this.#block.text.endsWith(' ');
      this.#block.text += isAfterSpace ? collapsed.trimStart() : collapsed;
    }
  }

  #code(value: string): void {
    this.#mark({ kind: 'code' });
    this.#append(value);
    this.#close();
  }

  #mark(mark: Omit<ReadMark, keyof TextRange>): void {
    if (this.#block !== undefined) {
      const at = this.#block.text.length;
      this.#open.push(this.#block.marks.push({ ...mark, start: at, end: at }) - 1);
    }
  }

  #close(): void {
    const place = this.#open.pop();
    const mark = this.#block?.marks[place ?? -1];
    if (this.#block !== undefined && place !== undefined && mark !== undefined) {
      this.#block.marks[place] = { ...mark, end: this.#block.text.length };
    }
  }

  /** Of several definitions the first counts. */
  #define({ identifier, url }: Definition): void {
    this.#urls.set(identifier, this.#urls.get(identifier) ?? url);
  }

  #withUrl({ kind, start, end, url, label }: ReadMark): readonly Mark[] {
    if (kind !== 'link') {
      return [{ kind, start, end }];
    }
    const address = url ?? this.#urls.get(label ?? '');
    return address === undefined ? [] : [{ kind, start, end, url: address }];
  }
}

function placeOf({ range, isNextCell }: ReadBlock): Pick<MarkedBlock, 'range' | 'isNextCell'> {
  return { range, isNextCell };
}
