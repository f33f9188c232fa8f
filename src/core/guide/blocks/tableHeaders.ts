import type { RootContent, TableRow } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { theOnly } from '../lists';
import { isStrong, isTable, tableRows } from './nodeTypes';

/** Blocks in which a table without words in its header, as other programs paste it, has its bold first row for one. */
export function withTableHeaders(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.map((node) => {
    const [header, first, ...rows] = tableRows(node);
    return isTable(node) &&
      header !== undefined &&
      first !== undefined &&
      isEmpty(header) &&
      isBold(first) &&
      !rows.some(isBold)
      ? { ...node, children: [first, ...rows] }
      : node;
  });
}

function isEmpty({ children }: TableRow): boolean {
  return children.every((cell) => plainText(cell) === '');
}

function isBold({ children }: TableRow): boolean {
  return children.every((cell) => isStrong(theOnly(cell.children)));
}
