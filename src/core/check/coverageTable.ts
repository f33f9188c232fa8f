import type { CapabilityCoverage } from '../coverage/coverage';
import type { KnownTarget } from '../document/target';
import type { SourceText } from '../text/sourceText';
import type { CheckedPromotion } from './checkedFile';
import type { CheckStyle } from './checkStyle';

const header = ['Capability', 'State', 'Evidence', 'Signals not covered'] as const;
const none = '–';

/** How far a promotion document has come with each capability of its target; no lines while that is unknown. */
export function coverageLines(
  { path, source, promotion, usesBuiltIn }: CheckedPromotion,
  style: CheckStyle,
): readonly string[] {
  const { target, coverage } = promotion;
  if (target.kind === 'unknown') {
    return [];
  }
  const evidenced = coverage.filter(({ state }) => state === 'evidenced').length;
  const ladder = usesBuiltIn ? ', by the built-in ladder' : '';
  const summary = `${targetName(target)}, ${evidenced} of ${coverage.length} capabilities evidenced${ladder}`;
  const rows = coverage.map((one) => [
    target.levels.length > 1 ? `${one.capability.level}: ${one.capability.name}` : one.capability.name,
    one.state,
    linesOf(one, source),
    signalsNotCovered(one),
  ]);
  const stateColours = { evidenced: style.good, cited: style.warning, missing: style.error };
  const widths = header.map((title, column) =>
    Math.max(...[title, ...rows.map((row) => row[column] ?? '')].map(width)),
  );
  const draw = (cells: readonly string[], paint: (cell: string, column: number) => string): string =>
    cells
      .map((cell, column) => {
        const padding = column === cells.length - 1 ? 0 : (widths[column] ?? 0) - width(cell);
        return paint(cell, column) + ' '.repeat(padding);
      })
      .join('  ');
  return [
    `${style.strong(path)}: ${summary}`,
    `  ${draw(header, style.faint)}`,
    ...rows.map((row, index) => {
      const state = coverage[index]?.state ?? 'missing';
      return `  ${draw(row, (cell, column) => (column === 1 ? stateColours[state](cell) : cell))}`;
    }),
  ];
}

function targetName({ from, to, steps }: KnownTarget): string {
  return from === undefined ? to.id : [from.id, ...steps.map((step) => step.to)].join(' to ');
}

/** The lines of all evidence for a capability: "12–20, 33". */
function linesOf({ citations }: CapabilityCoverage, source: SourceText): string {
  const stretches = citations
    .flatMap(({ evidence }) => evidence.range ?? [])
    .map(({ start, end }) => ({ first: source.lineNumberAt(start), last: source.lineNumberAt(end) }))
    .sort((a, b) => a.first - b.first || a.last - b.last);
  const joined: { first: number; last: number }[] = [];
  for (const stretch of stretches) {
    const previous = joined.at(-1);
    if (previous !== undefined && stretch.first <= previous.last + 1) {
      previous.last = Math.max(previous.last, stretch.last);
    } else {
      joined.push({ ...stretch });
    }
  }
  return joined.length === 0
    ? none
    : joined.map(({ first, last }) => (first === last ? `${first}` : `${first}–${last}`)).join(', ');
}

/** A capability that is cited as a whole has no count of signals. */
function signalsNotCovered({ capability, signals }: CapabilityCoverage): string {
  if (signals === undefined) {
    return none;
  }
  const open = capability.signals.map((_, index) => index + 1).filter((number) => !signals.includes(number));
  return open.length === 0 ? 'none' : open.map((number) => `#${number}`).join(' ');
}

function width(text: string): number {
  return [...text].length;
}
