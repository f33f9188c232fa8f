import type { ListItem, PhrasingContent, TableCell } from 'mdast';
import { within } from '../../markdown/nodes';
import { type Passage, passageOf } from '../../markdown/plainText';
import { present, splitBefore } from '../lists';
import { isCrossed, withoutDrawnMark } from './drawnLists';
import { hardLines } from './enumerations';
import { isHtml } from './nodeTypes';
import { itemOf, paragraphIn, textIn } from './paragraphs';
import { boldLead } from './sections';

/**
 * What a cell of a list's column lists: the items of a list in HTML, the lines behind bullets, or lines that each begin
 * anew, without what leads to them; else the whole of it is one item.
 *
 * @param isAll Whether the column has no other cell: then every line is an item.
 */
export function cellItems(cell: TableCell, isAll = false): readonly Passage[] {
  const paragraph = paragraphIn(cell.children);
  const isList = cell.children.some(isItemTag);
  const shown = isList
    ? splitBefore(cell.children, isItemTag).flatMap((item) => present(passageOf([paragraphIn([...item])])))
    : hardLines(paragraph);
  const lines = shown[0]?.text.endsWith(':') ? shown.slice(1) : shown;
  const items = lines.map(({ text, range }) => ({ text: withoutMark(text), range }));
  const isMarked = items.every(({ text }, index) => text !== lines[index]?.text);
  const text = lines.map(({ text }) => text).join('\n');
  const beginAnew =
    !isCut.test(text) && (isAll || (!goesOn.test(text) && boldLead(paragraph)?.ownLine !== true));
  return items.length > 0 && (isList || isMarked || (items.length > 1 && beginAnew))
    ? items.filter((_, index) => !isCrossed(lines[index]?.text ?? ''))
    : present(passageOf([cell]));
}

/** The same as items of a list. */
export function cellListItems(cell: TableCell, isAll: boolean): ListItem[] {
  return cellItems(cell, isAll).map(({ text, range }) =>
    itemOf([paragraphIn([textIn(text)], within(cell, range))]),
  );
}

function isItemTag(node: PhrasingContent): boolean {
  return isHtml(node) && /^<li\b/iu.test(node.value);
}

/** A line that ends in a word that ends none. */
const isCut = /\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|to|with|within)\n/u;

/** A line that goes on with the one above: behind a comma, in brackets, or in small letters. */
const goesOn = /,\n|\n(?:\(|[^\p{L}\p{N}]*\p{Ll})/u;

function withoutMark(line: string): string {
  return withoutDrawnMark(line) ?? line.replace(/^(?:[-*+]|\[[ xX]?\])\s+(?=\S)/u, '');
}
