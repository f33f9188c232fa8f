import type { Paragraph, PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import type { SourceText } from '../../text/sourceText';
import { theOnly } from '../lists';
import { isParagraph, isTable, isText } from './nodeTypes';
import { cellOf, linesOf, placeOf, rowOf, textIn } from './paragraphs';

/** Rows that something parts from the table above them, and the paragraph in which they stand. */
export interface RowsBelow {
  readonly table: Table;
  readonly rows: readonly TableRow[];
  readonly node: Paragraph;
}

/** A table with the rows that belong to it further below; every other block as it is. */
export function withRows(block: RootContent, below: readonly RowsBelow[]): RootContent {
  return isTable(block) && below.length > 0
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
    isParagraph(node) &&
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
    isTable(table) &&
    rows.length === linesOf(node).length &&
    rows[0]?.children.length === table.children[0]?.children.length &&
    node.children.some((child) => child.type !== 'link' && /[\p{L}\p{N}]/u.test(plainText(child)))
  );
}

/** A table of some rows, whose header has no fewer cells than the line of dashes below it in the source and all rows. */
export function tableOf(rows: readonly TableRow[], node: Paragraph): Table {
  const [header, ...others] = rows;
  const width = dashesBelow(node);
  const lacks = others.every(({ children }) => children.length === width)
    ? width - (header?.children.length ?? width)
    : 0;
  const empty: TableCell = { type: 'tableCell', children: [] };
  return {
    type: 'table',
    children:
      header === undefined || lacks <= 0
        ? [...rows]
        : [
            { ...header, children: [...header.children, ...new Array<TableCell>(lacks).fill(empty)] },
            ...others,
          ],
    ...placeOf([node]),
  };
}

/** Whether a block is the header of the table that a paragraph goes on with, from the line of dashes that belongs below it. */
export function isHeaderOf(
  above: RootContent | undefined,
  node: Paragraph,
  source: SourceText,
): above is Paragraph {
  const [dashes, ...rows] = linesOf(node);
  const cells = dashes === undefined ? [] : cellsOf(dashes);
  if (rows.length === 0 || !isRule(cells) || above === undefined || !isUnmadeTable(above, source)) {
    return false;
  }
  const header = theOnly(linesOf(above));
  return header !== undefined && cellsOf(header).length === cells.length;
}

/** A header and the rows below it as a table. */
export function tableBelow(header: Paragraph, node: Paragraph): Table {
  return {
    type: 'table',
    children: [...rowsOf(header), ...rowsOf(node)],
    ...placeOf([header, node]),
  };
}

/** How to mend such a table: what is wrong is the line of dashes below the header, or the header above that. */
export function tableSlip(rows: readonly TableRow[], node: Paragraph): string {
  const width = rows[0]?.children.length ?? 0;
  const dashes = dashesBelow(node);
  const line = `“|${'---|'.repeat(width)}”`;
  if (dashes === 0 || dashes === width) {
    return `Markdown reads this table as text. Below its header it needs a line ${line}.`;
  }
  const counts = `its header has ${width} ${width === 1 ? 'cell' : 'cells'} and the line of dashes below it ${dashes}`;
  const isHeaderWrong = rows.slice(1).every(({ children }) => children.length === dashes);
  return `Markdown reads this table as text, since ${counts}. ${isHeaderWrong ? 'Give the header as many' : `Make that line ${line}`}.`;
}

/** How many cells the line of dashes below a header has. */
function dashesBelow(node: Paragraph): number {
  const [, line] = linesOf(node);
  const cells = line === undefined ? [] : cellsOf(line);
  return isRule(cells) ? cells.length : 0;
}

function isRule(cells: readonly (readonly PhrasingContent[])[]): boolean {
  return cells.every((cell) => isDashes(theOnly(cell)));
}

/** The lines as rows, without one of dashes. */
export function rowsOf(node: Paragraph): TableRow[] {
  return linesOf(node).flatMap((line): readonly TableRow[] => {
    const cells = cellsOf(line);
    return isRule(cells)
      ? []
      : [
          {
            ...rowOf(cells.map(cellOf)),
            ...placeOf(line),
          },
        ];
  });
}

function isDashes(node: PhrasingContent | undefined): boolean {
  return isText(node) && /^\s*:?[–—-]+:?\s*$/u.test(node.value);
}

/** What stands between the pipes of a line. */
function cellsOf(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const cells: PhrasingContent[][] = [[]];
  for (const child of line) {
    const pieces = isText(child) ? child.value.split('|') : [];
    if (!isText(child)) {
      cells.at(-1)?.push(child);
    }
    pieces.forEach((value, index) => {
      if (index > 0) {
        cells.push([]);
      }
      cells.at(-1)?.push(textIn(value, placeOf([child])));
    });
  }
  return cells.slice(1, -1);
}
