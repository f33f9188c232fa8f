import { findWords } from '../../core/compare/rowFilter';

/** The text of an element, which may lie in several nodes. */
export class ShownText {
  readonly text: string;
  readonly #nodes: readonly Text[];

  constructor(element: Element) {
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const nodes: Text[] = [];
    while (walker.nextNode() !== null) {
      nodes.push(walker.currentNode as Text);
    }
    this.#nodes = nodes;
    this.text = nodes.map(({ data }) => data).join('');
  }

  /** Where words stand in it. */
  find(words: readonly string[]): readonly StaticRange[] {
    return findWords(this.text, words).map(({ start, end }) => {
      // An end belongs to the node before it.
      const [startContainer, startOffset] = this.#placeOf(start, start + 1);
      const [endContainer, endOffset] = this.#placeOf(end, end);
      return new StaticRange({ startContainer, startOffset, endContainer, endOffset });
    });
  }

  /** The node in which the text up to `covered` ends, and where an offset is from its beginning. */
  #placeOf(offset: number, covered: number): readonly [node: Node, offset: number] {
    let start = 0;
    for (const node of this.#nodes) {
      if (covered <= start + node.length) {
        return [node, offset - start];
      }
      start += node.length;
    }
    return [document.body, 0];
  }
}

/** Highlights words in some texts, and nothing else any more; what is read aloud does not change. */
export function highlight(texts: readonly ShownText[], words: readonly string[]): void {
  if (!('highlights' in CSS)) {
    // An old browser shows just the rows.
    return;
  }
  const found = new Highlight();
  for (const text of texts) {
    for (const range of text.find(words)) {
      found.add(range);
    }
  }
  CSS.highlights.set('found', found);
}
