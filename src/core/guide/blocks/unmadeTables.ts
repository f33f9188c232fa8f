import type { Paragraph, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import type { SourceText } from '../../text/sourceText';
import { linesOf, placeOf } from './paragraphs';

/** Rows that something parts from the table above them, and the paragraph in which they stand. */
export interface RowsBelow {
  readonly table: Table;
  readonly rows: readonly TableRow[];
  readonly node: Paragraph;
}

/** A table with the rows that belong to it further below; every other block as it is. */
export function withRows(block: RootContent, below: readonly RowsBelow[]): RootContent {
  return block.type === 'table' && below.length > 0
    ? {
        ...block,
        children: [...block.children, ...below.flatMap(({ rows }) => rows)],
        ...placeOf([block, ...below.map(({ node }) => node)]),
      }
    : block;
}

/** A paragraph whose lines all begin and end with a pipe; one within a cell could not be told from those between. */
export function isUnmadeTable(node: RootContent, source: SourceText): node is Paragraph {
  return (
    node.type === 'paragraph' &&
    source.text[rangeOf(node).start] === '|' &&
    source
      .slice(rangeOf(node))
      .split(/\r\n|\n|\r/u)
      .every((line) => /^\s*\|.*\|\s*$/u.test(line) && !line.includes('\\|'))
  );
}

/**
 * Whether rows belong to the table before them: they are as wide, no line under the first says that it is a header,
 * and they do not only lead elsewhere.
 */
export function continues(
  table: RootContent | undefined,
  rows: readonly TableRow[],
  node: Paragraph,
): table is Table {
  return (
    table?.type === 'table' &&
    rows.length === linesOf(node).length &&
    rows[0]?.children.length === table.children[0]?.children.length &&
    node.children.some((child) => child.type !== 'link' && /[\p{L}\p{N}]/u.test(plainText(child)))
  );
}

/** The lines as rows, without one of dashes. */
export function rowsOf(node: Paragraph): TableRow[] {
  return linesOf(node).flatMap((line): readonly TableRow[] => {
    const cells = cellsOf(line);
    const isRule = cells.every(([only, ...others]) => others.length === 0 && isDashes(only));
    return isRule
      ? []
      : [
          {
            type: 'tableRow',
            children: cells.map((children) => ({ type: 'tableCell', children, ...placeOf(children) })),
            ...placeOf(line),
          },
        ];
  });
}

function isDashes(node: PhrasingContent | undefined): boolean {
  return node?.type === 'text' && /^\s*:?[–—-]+:?\s*$/u.test(node.value);
}

/** What stands between the pipes of a line. */
function cellsOf(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const cells: PhrasingContent[][] = [[]];
  for (const child of line) {
    const pieces = child.type === 'text' ? child.value.split('|') : [];
    if (child.type !== 'text') {
      cells.at(-1)?.push(child);
    }
    pieces.forEach((value, index) => {
      if (index > 0) {
        cells.push([]);
      }
      cells.at(-1)?.push({ type: 'text', value, ...placeOf([child]) });
    });
  }
  return cells.slice(1, -1);
}
