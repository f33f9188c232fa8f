import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';
import { coverageRows, nothingAsked, targetName } from '../promotion/coverageRows';
import { printableLine } from '../text/printable';
import type { CheckedPromotion } from './checkedFile';
import type { CheckStyle } from './checkStyle';

const header = ['Capability', 'State', 'Evidence', 'Signals not covered'] as const;

/** Where there is much evidence its lines go on below each other. */
const mostEvidence = 48;

/** How far a promotion document has come with each capability of its target; no lines while that is unknown. */
export function coverageLines(
  { path, source, promotion, usesBuiltIn }: CheckedPromotion,
  style: CheckStyle,
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
    [printableLine(row.capability)],
    [row.state],
    wrapAnsi(row.evidence, mostEvidence).split('\n'),
    [row.signalsNotCovered],
  ]);
  const stateColours = { evidenced: style.good, cited: style.warning, missing: style.error };
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.flatMap((row) => row[column] ?? [])].map((line) => stringWidth(line))),
  );
  const draw = (cells: readonly string[], paint: (cell: string, column: number) => string): string =>
    cells
      .map((cell, column) => paint(cell, column) + ' '.repeat((widths[column] ?? 0) - stringWidth(cell)))
      .join('  ')
      .trimEnd();
  return [
    head,
    `  ${draw(header, style.faint)}`,
    ...rows.flatMap((row, index) => {
      const state = coverage[index]?.state ?? 'missing';
      const height = Math.max(...row.map((lines) => lines.length));
      return Array.from({ length: height }, (_, line) => {
        const cells = row.map((lines) => lines[line] ?? '');
        return `  ${draw(cells, (cell, column) => (column === 1 ? stateColours[state](cell) : cell))}`;
      });
    }),
  ];
}
