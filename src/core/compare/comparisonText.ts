import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import type { Level } from '../ladder/model';
import { titleBesideId } from '../ladder/titleBesideId';
import { printable } from '../text/printable';
import { type Comparison, type ComparisonCell, type ComparisonRow, itemText, leadText } from './comparison';
import { rowLabel, sectionsOf } from './sections';

/** How parts of the text are set off from each other; each function returns its text, marked up. */
export interface ComparisonStyle {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
}

/** Narrower columns are no pleasure to read: the levels then stand below each other. */
const leastColumn = 24;
/** Longer lines are none either. */
const mostColumn = 80;
const none = '–';
const bar = ' │ ';

/** A comparison as a table to read in a terminal that is `width` characters wide. */
export function comparisonText(comparison: Comparison, style: ComparisonStyle, width: number): string {
  const { levels } = comparison;
  const share = Math.floor((width - bar.length * (levels.length - 1)) / Math.max(levels.length, 1));
  const column = Math.min(share, mostColumn);
  const isTable = column >= leastColumn;
  const draw = isTable
    ? (row: ComparisonRow) => tableRow(row, column, style)
    : (row: ComparisonRow) => stackedRow(row, levels, Math.max(width, leastColumn), style);
  const gap = isTable
    ? sideBySide(
        levels.map(() => ['']),
        column,
        style,
      )
    : [''];
  const sections = sectionsOf(comparison).map(({ heading, rows }) => [
    style.strong(printable(heading)),
    ...rows.flatMap((row, index) => {
      const label = printable(rowLabel(row, comparison));
      // Under a capability's name what is expected needs no label.
      const lead = label !== '' && row.kind !== 'capability' ? [style.faint(label)] : index > 0 ? gap : [];
      return [...lead, ...draw(row)];
    }),
    '',
  ]);
  return [...header(levels, column, isTable, style), ...sections.flat()].join('\n').trimEnd();
}

function header(
  levels: readonly Level[],
  column: number,
  isTable: boolean,
  { strong, faint }: ComparisonStyle,
): readonly string[] {
  if (!isTable) {
    return [
      ...levels.map((level) =>
        [strong(printable(level.id)), printable(titleBesideId(level) ?? '')].join('  ').trimEnd(),
      ),
      '',
    ];
  }
  return [
    ...sideBySide(
      levels.map(({ id }) => wrap(id, column)),
      column,
      { paint: strong, faint },
    ),
    ...sideBySide(
      levels.map((level) => wrap(titleBesideId(level) ?? '', column)),
      column,
      { faint },
    ),
    faint(levels.map(() => '─'.repeat(column)).join('─┼─')),
  ];
}

function tableRow(
  { cells, kind }: ComparisonRow,
  column: number,
  { faint }: ComparisonStyle,
): readonly string[] {
  return sideBySide(
    cells.map((cell) => cellLines(cell, kind, column)),
    column,
    { faint },
  );
}

function stackedRow(
  { cells, kind }: ComparisonRow,
  levels: readonly Level[],
  width: number,
  { faint }: ComparisonStyle,
): readonly string[] {
  const indent = '  ';
  return cells.flatMap((cell, column) =>
    cell === undefined
      ? []
      : [
          faint(printable(levels[column]?.id ?? '')),
          ...cellLines(cell, kind, width - indent.length).map((line) => (indent + line).trimEnd()),
        ],
  );
}

function sideBySide(
  cells: readonly (readonly string[])[],
  column: number,
  {
    paint = (text) => text,
    faint,
  }: { readonly paint?: (text: string) => string; readonly faint: (text: string) => string },
): readonly string[] {
  const height = Math.max(...cells.map(({ length }) => length));
  return Array.from({ length: height }, (_, line) =>
    cells
      .map((cell, place) => {
        const text = cell[line] ?? '';
        const padding = place === cells.length - 1 ? 0 : Math.max(0, column - stringWidth(text));
        return paint(text) + ' '.repeat(padding);
      })
      .join(faint(bar))
      .trimEnd(),
  );
}

function cellLines(
  cell: ComparisonCell | undefined,
  kind: ComparisonRow['kind'],
  width: number,
): readonly string[] {
  if (cell === undefined) {
    return [none];
  }
  const items = cell.items.flatMap((item, index) => {
    // Signals have numbers by which they are cited.
    const mark = kind === 'signals' ? `${index + 1}. ` : '• ';
    return wrap(itemText(item), width - mark.length).map(
      (line, at) => (at === 0 ? mark : ' '.repeat(mark.length)) + line,
    );
  });
  const lines = [...wrap(leadText(cell, kind), width), ...items];
  return lines.length === 0 ? [none] : lines;
}

function wrap(text: string, width: number): readonly string[] {
  const shown = printable(text);
  return shown === '' ? [] : wrapAnsi(shown, width, { hard: true }).split('\n');
}
