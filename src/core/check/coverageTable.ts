import stringWidth from 'string-width';
import { coverageRows, nothingAsked, targetName } from '../coverage/coverageRows';
import { printableLine } from '../text/printable';
import type { CheckedPromotion } from './checkedFile';
import type { CheckStyle } from './checkStyle';

const header = ['Capability', 'State', 'Evidence', 'Signals not covered'] as const;

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
    printableLine(row.capability),
    row.state,
    row.evidence,
    row.signalsNotCovered,
  ]);
  const stateColours = { evidenced: style.good, cited: style.warning, missing: style.error };
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map((cell) => stringWidth(cell))),
  );
  const draw = (cells: readonly string[], paint: (cell: string, column: number) => string): string =>
    cells
      .map((cell, column) => {
        const padding = column === cells.length - 1 ? 0 : (widths[column] ?? 0) - stringWidth(cell);
        return paint(cell, column) + ' '.repeat(padding);
      })
      .join('  ');
  return [
    head,
    `  ${draw(header, style.faint)}`,
    ...rows.map((row, index) => {
      const state = coverage[index]?.state ?? 'missing';
      return `  ${draw(row, (cell, column) => (column === 1 ? stateColours[state](cell) : cell))}`;
    }),
  ];
}
