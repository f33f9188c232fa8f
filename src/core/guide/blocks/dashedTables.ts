import type { PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import { rangeOf, within } from '../../markdown/nodes';
import { parseMarkdown } from '../../markdown/parseMarkdown';
import type { SourceText, TextRange } from '../../text/sourceText';
import { theOnly } from '../lists';
import { isList, isParagraph, isThematicBreak, phrasesOf } from './nodeTypes';
import { textIn } from './paragraphs';

/**
 * Blocks in which tables that pandoc draws have become some: dashes below the header tell the columns, and a row is a
 * line, or, between two lines of dashes, what stands up to an empty line.
 */
export function withDashedTables(nodes: readonly RootContent[], source: SourceText): readonly RootContent[] {
  const rules = nodes.filter((node) => isColumnRule(node, source)).slice(0, mostTables);
  const lines = rules.length === 0 ? [] : source.lineStarts.map((start) => source.lineAt(start));
  return rules.reduce((shown, rule) => {
    const table = tableAround(rule, lines, source);
    const { start, end } = rangeOf(table ?? rule);
    const from = shown.findIndex((node) => rangeOf(node).end > start);
    const to = shown.findLastIndex((node) => rangeOf(node).start < end);
    const [first, last] = [shown[from], shown[to]];
    // What begins or ends elsewhere is more than the table, and another table none of it.
    return table === undefined ||
      (!isParagraph(first) && !isThematicBreak(first)) ||
      rangeOf(last ?? rule).end > end
      ? shown
      : [...shown.slice(0, from), table, ...shown.slice(to + 1)];
  }, nodes);
}

/** No page that anybody reads has more. */
const mostTables = 100;

const columnRule = /^ {0,3}-{3,}(?: +-{3,})+\s*$/u;
const wholeRule = /^ {0,3}-{3,}\s*$/u;
const anyRule = /^ {0,3}-{3,}(?: +-{3,})*\s*$/u;

function isColumnRule(node: RootContent, source: SourceText): boolean {
  return isThematicBreak(node) && columnRule.test(source.slice(source.lineAt(rangeOf(node).start)));
}

function tableAround(node: RootContent, lines: readonly TextRange[], source: SourceText): Table | undefined {
  const textAt = (line: number): string => {
    const place = lines[line];
    return place === undefined ? '' : source.slice(place);
  };
  const rule = source.lineNumberAt(rangeOf(node).start) - 1;
  const isEmpty = (line: number): boolean => line < lines.length && textAt(line).trim() === '';
  const isEdge = (line: number): boolean => anyRule.test(textAt(line));
  const isRow = (line: number): boolean =>
    line >= 0 && line < lines.length && !isEmpty(line) && !isEdge(line);
  let first = rule;
  while (isRow(first - 1)) {
    first -= 1;
  }
  const isFramed = wholeRule.test(textAt(first - 1));
  let end = rule + 1;
  while (isRow(end) || (isFramed && isEmpty(end))) {
    end += 1;
  }
  const rows: number[][] = [[]];
  for (let line = first; line < end; line += 1) {
    if (line === rule || isEmpty(line) || (line > rule && !isFramed)) {
      rows.push([]);
    }
    if (line !== rule && !isEmpty(line)) {
      rows.at(-1)?.push(line);
    }
  }
  const filled = rows.filter(({ length }) => length > 0);
  const columns = [...textAt(rule).matchAll(/-+/gu)].map(({ index }, column) => (column === 0 ? 0 : index));
  const isAligned = filled
    .flat()
    .every((line) => columns.every((at) => /^\s?$/u.test(textAt(line)[at - 1] ?? '')));
  if (first === rule || filled.length < 2 || !isAligned || (isFramed && !wholeRule.test(textAt(end)))) {
    return undefined;
  }
  const place = (from: number, to: number): TextRange => ({
    start: lines[from]?.start ?? 0,
    end: lines[to]?.end ?? 0,
  });
  return {
    type: 'table',
    children: filled.map((row): TableRow => {
      const position = within(node, place(row[0] ?? 0, row.at(-1) ?? 0));
      const children = columns.map((from, column) =>
        drawnCell(
          row
            .map((line) =>
              textAt(line)
                .slice(from, columns[column + 1])
                .trim(),
            )
            .join('\n'),
          position,
        ),
      );
      return { type: 'tableRow', children, ...position };
    }),
    ...within(node, place(isFramed ? first - 1 : first, isEdge(end) ? end : end - 1)),
  };
}

/** A cell with the phrases of some Markdown, the items of its lists behind the tags that HTML has for them. */
export function drawnCell(text: string, position: Pick<RootContent, 'position'>): TableCell {
  const blocks = /[^\p{L}\p{N}\s.,;()'"–—-]|^(?:-|\d+\.) |\n\n/mu.test(text)
    ? parseMarkdown(text).root.children
    : [];
  const shown = isNumbered(theOnly(blocks)) || !blocks.every(isListOrParagraph) ? [] : blocks;
  const phrases = shown.flatMap((block, index): readonly PhrasingContent[] =>
    isList(block)
      ? block.children.flatMap(({ children: [first] }) => [
          { type: 'html', value: '<li>' },
          ...phrasesOf(first),
        ])
      : [...(index > 0 ? [{ type: 'break' as const }] : []), ...phrasesOf(block)],
  );
  const children = phrases.length > 0 ? phrases : [textIn(text)];
  return { type: 'tableCell', children: children.map((child) => ({ ...child, ...position })), ...position };
}

/** "1. Register a study": by itself, a number is of the text. */
function isNumbered(block: RootContent | undefined): boolean {
  return isList(block) && block.ordered === true && block.children.length === 1;
}

function isListOrParagraph(block: RootContent): boolean {
  return isList(block) || isParagraph(block);
}
