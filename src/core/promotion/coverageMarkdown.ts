import { escapeInline } from '../markdown/escapeMarkdown';
import { coverageRows, coverageTotal, targetName } from './coverageRows';
import type { Promotion } from './readPromotion';

/**
 * How far a promotion document has come, as Markdown for whoever reviews it: a line with the total, and a
 * table of the capabilities with state, lines of evidence and the signals not covered. Empty while it is not
 * known what the document is for.
 */
export function coverageMarkdown({ target, coverage, document }: Promotion): string {
  if (target.kind === 'unknown') {
    return '';
  }
  const rows = coverageRows(coverage, target, document.source).map((row) =>
    [escapeInline(row.capability), row.state, row.evidence, row.signalsNotCovered].join(' | '),
  );
  return [
    `**${escapeInline(targetName(target))}**: ${coverageTotal(coverage)}`,
    '',
    '| Capability | State | Lines of evidence | Signals not covered |',
    '| --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
    '',
  ].join('\n');
}
