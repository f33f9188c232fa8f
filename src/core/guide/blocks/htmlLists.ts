import type { Html, List, Paragraph, RootContent } from 'mdast';
import { rangeOf, within } from '../../markdown/nodes';
import { collapse, plainText } from '../../markdown/plainText';
import { listKindOf } from '../listLabels';
import { takeWhile } from '../lists';
import { decoded, inline, lines, type Piece, piecesOf } from './htmlPieces';
import { isHeading, isHtml, isThematicBreak } from './nodeTypes';
import { boldParagraph, itemOf, listOf, paragraphIn, textIn } from './paragraphs';
import { headedPart, isBoldLine } from './sections';

/**
 * Blocks in which each list that is written in HTML, with nothing but text in its items, has become one, and each
 * definition list that is a part's whole text, or labels a capability's lists, bold lines over what they mean.
 */
export function withHtmlLists(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.flatMap((node, index): readonly RootContent[] => {
    if (beginsList(node)) {
      return [asList(node) ?? node];
    }
    const terms = beginsTerms(node) ? asTerms(node) : [];
    return terms.length > 0 && (areLabels(terms) || isAllOfPart(nodes, index)) ? terms : [node];
  });
}

/** "What this looks like" over its definitions, and "How to develop this" over others. */
function areLabels(terms: readonly RootContent[]): boolean {
  const labels = terms.filter(isBoldLine).map(plainText);
  const kinds = labels.map(listKindOf);
  return kinds.includes('signals') && kinds.includes('practices') && !kinds.includes(undefined);
}

/** Whether the heading over a definition list is that of pitfalls or capabilities, and the list all that they are. */
function isAllOfPart(nodes: readonly RootContent[], at: number): boolean {
  const above = nodes.findLastIndex((node, index) => index < at && isHeading(node));
  const part = headedPart(nodes[above]);
  return (
    (part === 'pitfalls' || part === 'capabilities') &&
    takeWhile(nodes.slice(above + 1), (node) => !isHeading(node)).every(
      (node) => isThematicBreak(node) || (beginsTerms(node) && asTerms(node).length > 0),
    )
  );
}

const opening = /^\s*<[uo]l\b/iu;
const list = /^[uo]l$/iu;
const item = /^li$/iu;
/** A list with empty lines in it is several blocks, of which the others begin with a term. */
const termsOpening = /^\s*<d[lt]\b/iu;
const termList = /^(?:dl|div)$/iu;
const term = /^dt$/iu;
const definition = /^dd$/iu;

function beginsList(node: RootContent): node is Html {
  return isHtml(node) && opening.test(node.value);
}

function beginsTerms(node: RootContent): node is Html {
  return isHtml(node) && termsOpening.test(node.value);
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
    children: items.map((parts) => itemOf([asParagraph(parts, node)])),
    ...within(node, rangeOf(node)),
  };
}

function asParagraph(parts: readonly Piece[], node: Html): Paragraph {
  const place = within(node, { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 });
  return paragraphIn([textIn(textOf(parts), place)], place);
}

/**
 * Each term as a bold line over its definition, or over a list of several; nothing where one has none, or where text
 * stands beside them or more than text in them.
 */
function asTerms(node: Html): readonly RootContent[] {
  const entries: { readonly term: Paragraph; readonly definitions: Paragraph[] }[] = [];
  let open: { readonly isTerm: boolean; readonly parts: Piece[] } | undefined;
  const close = (): void => {
    const paragraph = open && textOf(open.parts) !== '' ? asParagraph(open.parts, node) : undefined;
    if (paragraph !== undefined && open?.isTerm) {
      entries.push({ term: paragraph, definitions: [] });
    } else if (paragraph !== undefined) {
      entries.at(-1)?.definitions.push(paragraph);
    }
    open = undefined;
  };
  for (const piece of piecesOf(node)) {
    const { name = '', isEnd = false } = piece.tag ?? {};
    const isTerm = term.test(name);
    if (isTerm || definition.test(name)) {
      close();
      open = isEnd ? undefined : { isTerm, parts: [] };
    } else if (open !== undefined && (name === '' || inline.test(name) || lines.test(name))) {
      open.parts.push(piece);
    } else if (piece.text.trim() !== '' || (name !== '' && !termList.test(name))) {
      return [];
    }
  }
  close();
  if (entries.some(({ definitions }) => definitions.length === 0)) {
    return [];
  }
  return entries.flatMap(({ term, definitions }): readonly RootContent[] => [
    boldParagraph(plainText(term), term),
    ...(definitions.length > 1 ? [listOf(definitions.map((one) => itemOf([one])))] : definitions),
  ]);
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
