import type { RootContent, Table, TableCell, TableRow } from 'mdast';
import { rangeOf, within } from '../../markdown/nodes';
import { collapse, plainText } from '../../markdown/plainText';
import { levelNameWithin } from '../levels/levelNames';
import { bold, decoded, inline, lines, piecesOf } from './htmlPieces';
import { isHtml, isParagraph } from './nodeTypes';
import { textIn } from './paragraphs';
import { isBoldLine } from './sections';

/**
 * Blocks in which each table that is written in HTML has become one. Only plain grids of text are read: a table
 * with spans, lists or tables in it stays HTML, which shows nothing.
 */
export function withHtmlTables(nodes: readonly RootContent[]): readonly RootContent[] {
  const found: RootContent[] = [];
  let next = 0;
  for (const [index, node] of nodes.entries()) {
    if (index < next) {
      continue;
    }
    const stretch = stretchOf(nodes, index);
    const table = stretch.length === 0 ? undefined : asTable(stretch);
    found.push(table ?? node);
    next = index + (table === undefined ? 1 : stretch.length);
  }
  return found;
}

const opening = /^\s*(?:<(?:div|center|figure)\b[^<>]*>\s*)*<table\b/iu;
const closing = /<\/table\s*>/iu;

/** No table that anybody reads is in more blocks. */
const mostBlocks = 400;

/** The blocks from where a table begins to its end: a blank line ends what Markdown takes for one block of HTML. */
function stretchOf(nodes: readonly RootContent[], start: number): readonly RootContent[] {
  const first = nodes[start];
  if (!isHtml(first) || !opening.test(first.value)) {
    return [];
  }
  const next = nodes.slice(start, start + mostBlocks);
  return next.slice(0, next.findIndex((node) => isHtml(node) && closing.test(node.value)) + 1);
}

const frame = /^(?:table|thead|tbody|tfoot|colgroup|col|caption|center|figure)$/iu;
/** A cell over several columns or rows. */
const spans = /\b(?:col|row)span\s*=\s*["']?(?!["']?[01]\b)/i;

interface Cell {
  readonly isHeader: boolean;
  /** Whether all of its text so far is bold. */
  isBold: boolean;
  /** Its lines. */
  text: string;
}

interface Row {
  readonly start: number;
  end: number;
  readonly cells: Cell[];
}

function asTable(stretch: readonly RootContent[]): Table | undefined {
  const [block] = stretch;
  const last = stretch.at(-1);
  const filled = rowsIn(stretch)?.filter(({ cells }) => cells.length > 0);
  // GitBook writes a header without words where a page shows none.
  const rows = filled?.[0]?.cells.every(isEmpty) ? filled.slice(1) : filled;
  const [first, ...others] = rows ?? [];
  const width = Math.max(0, ...(rows ?? []).map(({ cells }) => cells.length));
  if (rows === undefined || first === undefined || block === undefined || last === undefined || width === 0) {
    return undefined;
  }
  const names = first.cells.filter(({ text }) => levelNameWithin(text) !== undefined);
  const isHeader =
    first.cells.every((cell) => cell.isHeader) || names.length > 1 || (isBold(first) && !others.some(isBold));
  if (width === 1 && !isHeader) {
    return undefined;
  }
  const header: Row = { start: first.start, end: first.start, cells: [] };
  return {
    type: 'table',
    children: [...(isHeader ? [] : [header]), ...rows].map((row) => asRow(row, width, block)),
    ...within(block, { start: rangeOf(block).start, end: rangeOf(last).end }),
  };
}

function isEmpty({ text }: Cell): boolean {
  return text.trim() === '';
}

function isBold({ cells }: Row): boolean {
  return cells.every((cell) => cell.isBold && !isEmpty(cell));
}

function asRow({ start, end, cells }: Row, width: number, block: RootContent): TableRow {
  const place = within(block, { start, end });
  const children = Array.from({ length: width }, (_, index): TableCell => {
    const lines = decoded(cells[index]?.text ?? '')
      .trim()
      .split(/\s*\n\s*/u);
    const phrases = lines.flatMap((line) => [
      { type: 'break' as const, ...place },
      textIn(collapse(line), place),
    ]);
    return { type: 'tableCell', children: phrases.slice(1), ...place };
  });
  return { type: 'tableRow', children, ...place };
}

/** The rows of a table; undefined where it is more than a plain grid of text. */
function rowsIn(stretch: readonly RootContent[]): readonly Row[] | undefined {
  const rows: Row[] = [];
  let cell: Cell | undefined;
  let isInBold = false;
  for (const node of stretch) {
    if (isHtml(node)) {
      for (const { text, tag, start, end } of piecesOf(node)) {
        const name = tag?.name.toLowerCase() ?? '';
        const row = rows.at(-1);
        if (cell !== undefined) {
          cell.text += lines.test(name) ? '\n' : text.replace(/\s+/gu, ' ');
          cell.isBold &&= isInBold || text.trim() === '';
        }
        isInBold = bold.test(name) ? tag?.isEnd !== true : isInBold;
        if (row !== undefined && cell !== undefined) {
          row.end = end;
        }
        if (name === 'tr' || name === 'td' || name === 'th') {
          cell = undefined;
          if (tag?.isEnd !== true) {
            if (spans.test(tag?.rest ?? '')) {
              return undefined;
            }
            if (name === 'tr' || row === undefined) {
              rows.push({ start, end, cells: [] });
            }
            if (name !== 'tr') {
              cell = { isHeader: name === 'th', isBold: true, text: '' };
              rows.at(-1)?.cells.push(cell);
            }
          }
        } else if (
          (name === 'table' && tag?.isEnd !== true && rows.length > 0) ||
          !(name === '' || inline.test(name) || lines.test(name) || frame.test(name))
        ) {
          return undefined;
        }
      }
    } else if (cell !== undefined && isParagraph(node)) {
      cell.text += `\n${plainText(node)}`;
      cell.isBold &&= isBoldLine(node);
    } else {
      return undefined;
    }
  }
  return rows;
}
