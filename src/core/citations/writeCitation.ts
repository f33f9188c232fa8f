import { escapeLabel } from './escapeLabel';

/** What a citation names: a capability by level and name, perhaps one of its signals, counted from 1. */
export interface CitationTarget {
  readonly level: string;
  readonly name: string;
  readonly signal?: number;
}

/** The citation as it is written in Markdown: `[M2: Systems and Scale #3]`. */
export function writeCitation({ level, name, signal }: CitationTarget, isInTable = false): string {
  const label = `${level}: ${name}${signal === undefined ? '' : ` #${signal}`}`;
  return `[${escapeLabel(label, isInTable)}]`;
}

/** Several of them, one behind another on the same line. */
export function writeCitations(targets: readonly CitationTarget[], isInTable = false): string {
  return targets.map((target) => writeCitation(target, isInTable)).join(' ');
}
