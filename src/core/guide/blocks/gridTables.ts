import type { RootContent, Table } from 'mdast';
import { rangeOf, within } from '../../markdown/nodes';
import type { SourceText, TextRange } from '../../text/sourceText';
import { splitBefore } from '../lists';
import { drawnCell } from './dashedTables';
import { isParagraph } from './nodeTypes';
import { linesBelow, linesOf } from './paragraphs';

/**
 * Blocks in which tables that pandoc draws with lines around each cell, "+---+---+", have become some. To Markdown they
 * are text, and so is the container around one, ":::".
 */
export function withGridTables(nodes: readonly RootContent[], source: SourceText): readonly RootContent[] {
  return /^ *\+[-=]/mu.test(source.text) ? nodes.flatMap((node) => parted(node, source)) : nodes;
}

const rule = /^ *\+(?:[-=:]+\+)+\s*$/u;
const row = /^ *\|(.*)\|\s*$/u;

function parted(node: RootContent, source: SourceText): readonly RootContent[] {
  if (!isParagraph(node)) {
    return [node];
  }
  const { start, end } = rangeOf(node);
  const places = source.lineStarts
    .slice(source.lineNumberAt(start) - 1, source.lineNumberAt(end))
    .map((at) => source.lineAt(at));
  const isWithin = (place: TextRange): boolean => !source.slice(place).startsWith(':::');
  const [from, to] = [places.findIndex(isWithin), places.findLastIndex(isWithin) + 1];
  const table = gridOf(places.slice(from, to), node, source);
  const lines = linesOf(node);
  return table === undefined
    ? [node]
    : [
        ...linesBelow(lines.slice(0, from)),
        table,
        ...linesBelow(lines.slice(lines.length - (places.length - to))),
      ];
}

/** Lines as a table; undefined where they draw none, or one whose cells span others. */
function gridOf(places: readonly TextRange[], node: RootContent, source: SourceText): Table | undefined {
  const cellsOf = (place: TextRange): readonly string[] =>
    row.exec(source.slice(place))?.[1]?.split('|') ?? [];
  const isRule = (place: TextRange | undefined): place is TextRange =>
    place !== undefined && rule.test(source.slice(place));
  const [top, bottom] = [places[0], places.at(-1)];
  if (!isRule(top) || !isRule(bottom)) {
    return undefined;
  }
  const width = source.slice(top).split('+').length - 2;
  const rows = splitBefore(places.slice(0, -1), isRule).map(([, ...lines]) => lines);
  return rows.length > 0 &&
    rows.every((lines) => lines.length > 0 && lines.every((line) => cellsOf(line).length === width))
    ? {
        type: 'table',
        children: rows.map((lines) => {
          const place = within(node, { start: lines[0]?.start ?? 0, end: lines.at(-1)?.end ?? 0 });
          const texts = lines.map(cellsOf);
          const children = Array.from({ length: width }, (_, column) =>
            drawnCell(texts.map((cells) => cells[column]?.trim()).join('\n'), place),
          );
          return { type: 'tableRow', children, ...place };
        }),
        ...within(node, { start: top.start, end: bottom.end }),
      }
    : undefined;
}
