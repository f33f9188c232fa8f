import type { Comparison, ComparisonRow, RowKind } from './comparison';

/** Rows that belong together under one heading: the core shift of a step, all about a capability. */
export interface ComparisonSection {
  /** The same for the same thing after every change elsewhere in the guides. */
  readonly id: string;
  readonly heading: string;
  readonly rows: readonly ComparisonRow[];
}

/** The sections of a comparison, in its rows' order. */
export function sectionsOf({ rows, steps }: Comparison): readonly ComparisonSection[] {
  const sections = new Map<string, { heading: string; rows: ComparisonRow[] }>();
  for (const row of rows) {
    const part = partOf[row.kind];
    const step = row.kind === 'shift' ? stepOf(row) : '';
    const id = `${part}/${part === 'capability' ? nameOf(row) : step}`;
    const section = sections.get(id) ?? {
      heading: step !== '' && steps.length > 1 ? `${row.name}, ${step}` : row.name,
      rows: [],
    };
    section.rows.push(row);
    sections.set(id, section);
  }
  return [...sections].map(([id, section]) => ({ id, ...section }));
}

/** What a row is called under its section's heading; empty where the heading says it. */
export function rowLabel(row: ComparisonRow, { steps }: Pick<Comparison, 'steps'>): string {
  const isOfOneStep = row.kind === 'shift' || (row.kind === 'question' && steps.length < 2);
  return (isOfOneStep ? '' : stepOf(row)) || labels[row.kind];
}

const labels: Readonly<Record<RowKind, string>> = {
  question: '',
  shift: '',
  capability: 'Expected',
  signals: 'What this looks like',
  practices: 'How to develop this',
  pitfalls: '',
  timeline: '',
  'self-assessment': '',
};

const partOf: Readonly<Record<RowKind, RowKind>> = {
  question: 'question',
  shift: 'shift',
  capability: 'capability',
  signals: 'capability',
  practices: 'capability',
  pitfalls: 'pitfalls',
  timeline: 'timeline',
  'self-assessment': 'self-assessment',
};

/** The part of the row's id that stands for its capability. */
function nameOf({ id, kind }: ComparisonRow): string {
  return id.slice(kind.length + 1);
}

function stepOf({ step }: ComparisonRow): string {
  return step === undefined ? '' : `${step.from} to ${step.to}`;
}
