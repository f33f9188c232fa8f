import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { coverageRows, nothingAsked, targetName } from '../promotion/coverageRows';
import { printableLine } from '../text/printable';
import type { CheckedPromotion } from './checkedFile';
import type { CheckStyle } from './checkStyle';

const header = ['Capability', 'State', 'Evidence', 'Signals not covered'] as const;

/** Where there is much evidence its lines go on below each other. */
const mostEvidence = 48;
const evidenceColumn = header.indexOf('Evidence');

/** The columns that give way on a narrow terminal, in this order, and the room that each keeps. */
const leastRoom: readonly (readonly [column: number, least: number])[] = [
  [evidenceColumn, 16],
  [0, 24],
  [3, 'Signals not'.length],
];

const indent = '  ';
const gap = '  ';

/**
 * How far a promotion document has come with each capability of its target; no lines while that is unknown.
 *
 * @param width The room on a terminal; undefined where nobody looks at one.
 */
export function coverageLines(
  { path, source, promotion, usesBuiltIn }: CheckedPromotion,
  style: CheckStyle,
  width?: number,
): readonly string[] {
  const { target, coverage } = promotion;
  if (target.kind === 'unknown') {
    return [];
  }
  const name = style.strong(printableLine(path));
  const nothing = nothingAsked(promotion);
  if (nothing !== undefined) {
    return [`${name}: ${printableLine(nothing)}`];
  }
  const evidenced = coverage.filter(({ state }) => state === 'evidenced').length;
  const ladder = usesBuiltIn ? ', by the built-in ladder' : '';
  const summary = `${printableLine(targetName(target))}, ${evidenced} of ${coverage.length} capabilities evidenced${ladder}`;
  const head = `${name}: ${summary}`;
  const rows = coverageRows(coverage, target, source).map((row) => [
    printableLine(row.capability),
    row.state,
    row.evidence,
    row.signalsNotCovered,
  ]);
  const widths = fitted(
    header.map((title, column) =>
      Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => roomOf(cell, column))),
    ),
    width,
  );
  const stateColours = { evidenced: style.good, cited: style.warning, missing: style.error };
  return [
    head,
    ...drawn(header, widths, style.faint),
    ...rows.flatMap((row, index) => {
      const state = coverage[index]?.state ?? 'missing';
      return drawn(row, widths, (cell, column) => (column === 1 ? stateColours[state](cell) : cell));
    }),
  ];
}

/** The room that a cell takes if it has as much as it wants. */
function roomOf(cell: string, column: number): number {
  const lines = column === evidenceColumn ? wrapAnsi(cell, mostEvidence).split('\n') : [cell];
  return Math.max(...lines.map((line) => stringWidth(line)));
}

/** The widths of the columns, so that a table fits in the room there is, if it can. */
function fitted(widths: readonly number[], room: number | undefined): readonly number[] {
  const taken = (columns: readonly number[]): number =>
    indent.length + gap.length * (columns.length - 1) + columns.reduce((sum, width) => sum + width, 0);
  return leastRoom.reduce((columns, [at, least]) => {
    const over = taken(columns) - (room ?? Number.POSITIVE_INFINITY);
    return columns.map((width, column) =>
      column === at && over > 0 ? Math.max(Math.min(width, least), width - over) : width,
    );
  }, widths);
}

/** The lines of a table's row. */
function drawn(
  cells: readonly string[],
  widths: readonly number[],
  paint: (cell: string, column: number) => string,
): readonly string[] {
  const columns = cells.map((cell, column) =>
    wrapAnsi(cell, widths[column] ?? 0, { hard: true }).split('\n'),
  );
  const height = Math.max(...columns.map((lines) => lines.length));
  return Array.from({ length: height }, (_, at) => {
    const line = columns.map((lines, column) => {
      const cell = lines[at] ?? '';
      const shown = cell === '' ? '' : paint(cell, column);
      return shown + ' '.repeat((widths[column] ?? 0) - stringWidth(cell));
    });
    return `${indent}${line.join(gap)}`.trimEnd();
  });
}
