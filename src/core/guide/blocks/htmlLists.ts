import type { Html, List, RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { collapse } from '../../markdown/plainText';
import { decoded, inline, lines, type Piece, piecesOf } from './htmlPieces';
import { within } from './passages';

/** Blocks in which each list that is written in HTML, with nothing but text in its items, has become one. */
export function withHtmlLists(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some(beginsList)
    ? nodes.map((node) => (beginsList(node) ? (asList(node) ?? node) : node))
    : nodes;
}

const opening = /^\s*<[uo]l\b/iu;
const list = /^[uo]l$/iu;
const item = /^li$/iu;

function beginsList(node: RootContent): node is Html {
  return node.type === 'html' && opening.test(node.value);
}

function asList(node: Html): List | undefined {
  const pieces = piecesOf(node);
  const tags = pieces.flatMap(({ tag }) => tag ?? []);
  const isPlain = tags.every(({ name }) => [list, item, inline, lines].some((known) => known.test(name)));
  if (!isPlain || tags.filter(({ name, isEnd }) => list.test(name) && !isEnd).length > 1) {
    return undefined;
  }
  const items = itemsIn(pieces).filter((parts) => textOf(parts) !== '');
  return {
    type: 'list',
    ordered: /^\s*<ol/iu.test(node.value),
    children: items.map((parts) => {
      const place = within(node, { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 });
      const text = { type: 'text' as const, value: textOf(parts), ...place };
      return {
        type: 'listItem',
        children: [{ type: 'paragraph', children: [text], ...place }],
        ...place,
      };
    }),
    ...within(node, rangeOf(node)),
  };
}

/** The pieces of each item; an item ends where the next begins, if its author did not end it. */
function itemsIn(pieces: readonly Piece[]): readonly (readonly Piece[])[] {
  const items: Piece[][] = [];
  let isOpen = false;
  for (const piece of pieces) {
    const { name = '', isEnd } = piece.tag ?? {};
    if (item.test(name) || list.test(name)) {
      isOpen = item.test(name) && isEnd === false;
      items.push(...(isOpen ? [[]] : []));
    } else if (isOpen) {
      items.at(-1)?.push(piece);
    }
  }
  return items;
}

function textOf(pieces: readonly Piece[]): string {
  return collapse(
    decoded(pieces.map(({ text, tag }) => (lines.test(tag?.name ?? '') ? ' ' : text)).join('')),
  );
}
