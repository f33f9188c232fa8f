import { severities } from '../rules';
import { counted } from '../text/counted';
import { printableLine } from '../text/printable';
import type { CheckedFile } from './checkedFile';
import type { CheckStyle } from './checkStyle';
import { coverageLines } from './coverageTable';
import { printedPlace } from './printedPlace';

/**
 * Every finding on a line of its own, each promotion document's coverage, and one line that sums it up.
 *
 * @param width The room for tables on a terminal; undefined where nobody looks at one.
 */
export function checkText(files: readonly CheckedFile[], style: CheckStyle, width?: number): string {
  const findings = files.flatMap((file) => findingLines(file, style));
  const coverages = files
    .flatMap((file) => (file.kind === 'promotion' ? [coverageLines(file, style, width)] : []))
    .filter((lines) => lines.length > 0);
  return [findings, ...coverages, [summaryLine(files, style)]]
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n');
}

function findingLines({ path, source, findings }: CheckedFile, style: CheckStyle): readonly string[] {
  return findings.map(({ range, severity, message, rule }) => {
    const { line, column } = printedPlace(range, source);
    // A message may quote text with line breaks.
    return `${printableLine(path)}:${line}:${column} ${style[severity](severity)} ${printableLine(message)} ${style.faint(rule)}`;
  });
}

function summaryLine(files: readonly CheckedFile[], style: CheckStyle): string {
  if (files.length === 0) {
    return 'Nothing to check: there is no promotion document, and no guide where careerLadder.guides or --guides looks for them.';
  }
  const promotions = files.filter(({ kind }) => kind === 'promotion').length;
  const guides = files.length - promotions;
  const what = [
    ...(promotions > 0 ? [counted(promotions, 'promotion document')] : []),
    ...(guides > 0 ? [counted(guides, 'guide')] : []),
  ].join(' and ');
  const findings = files.flatMap((file) => file.findings);
  const counts = severities.flatMap((severity) => {
    const amount = findings.filter((finding) => finding.severity === severity).length;
    return amount === 0 ? [] : style[severity](nouns[severity](amount));
  });
  return `${what} checked: ${counts.length === 0 ? style.good('no findings') : counts.join(', ')}.`;
}

const nouns = {
  error: (amount: number) => counted(amount, 'error'),
  warning: (amount: number) => counted(amount, 'warning'),
  // Information has no plural.
  information: (amount: number) => `${amount} information`,
  hint: (amount: number) => counted(amount, 'hint'),
} as const;
