import type { CapabilityCoverage } from '../coverage/coverage';
import { type Html, html } from '../html/html';
import type { Promotion } from '../promotion/readPromotion';
import type { Comparison, ComparisonRow } from './comparison';
import type { TableOptions } from './comparisonTable';

/**
 * The column that tells how far a promotion document has come with what is compared.
 *
 * @param name How the document is called.
 * @returns undefined where the document is for other levels.
 */
export function evidenceColumn(
  comparison: Comparison,
  { target, coverage }: Promotion,
  name: string,
): TableOptions['further'] | undefined {
  const isCompared =
    target.kind === 'level'
      ? comparison.levels.some(({ id }) => id === target.to.id)
      : target.steps.some((step) =>
          comparison.steps.some(({ from, to }) => from === step.from && to === step.to),
        );
  const byKey = new Map(coverage.map((one) => [keyOf(one.capability), one]));
  return isCompared
    ? {
        heading: html`<span class="id">Evidence</span> <span class="title">${name}</span>`,
        cellOf: (row) => evidenceCell(row, byKey),
      }
    : undefined;
}

function evidenceCell(
  { kind, cells }: ComparisonRow,
  byKey: ReadonlyMap<string, CapabilityCoverage>,
): Html | undefined {
  const covered = cells.flatMap((cell) => (cell?.citation && byKey.get(keyOf(cell.citation))) ?? []);
  switch (kind) {
    case 'capability':
      return html`${covered.map((one) => stateMarkup(one, covered.length > 1))}`;
    case 'signals':
      return html`${covered.map(signalsMarkup)}`;
    default:
      return undefined;
  }
}

const states = {
  evidenced: { mark: '✓', text: 'Evidenced' },
  cited: { mark: '○', text: 'Cited, without evidence' },
  missing: { mark: '✗', text: 'Missing' },
} as const;

function stateMarkup({ state, capability, citations }: CapabilityCoverage, isOneOfSeveral: boolean): Html {
  const { mark, text } = states[state];
  // Several citations may vouch for the same text.
  const evidence = new Set(citations.map((one) => one.evidence));
  const excerpts = [...evidence].flatMap(({ range, excerpt }) =>
    range === undefined
      ? []
      : html`<li><button type="button" class="excerpt" data-action="evidence" data-start="${range.start}" data-end="${range.end}">${excerpt}</button></li>`,
  );
  return html`<p class="state ${state}"><span aria-hidden="true">${mark}</span> ${
    isOneOfSeveral && `${capability.level}: `
  }${text}</p>${excerpts.length > 0 && html`<ul class="excerpts">${excerpts}</ul>`}`;
}

/** Which signals are covered, where the document cites any. */
function signalsMarkup({ signals, capability }: CapabilityCoverage): Html {
  if (signals === undefined) {
    return html``;
  }
  const all = capability.signals.map((_, index) => index + 1);
  const open = all.filter((number) => !signals.includes(number));
  return html`<p>${signals.length} of ${all.length} covered${
    open.length > 0 && html`, open: ${open.map((number) => `#${number}`).join(' ')}`
  }</p>`;
}

function keyOf({ level, name }: { readonly level: string; readonly name: string }): string {
  return `${level}: ${name}`;
}
