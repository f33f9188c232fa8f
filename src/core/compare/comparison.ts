import type { CitationTarget } from '../citations/writeCitation';
import type { GuidePlace } from '../guide/model';
import type { Level, Transition } from '../ladder/model';

/** Levels side by side, as plain data: a panel, a page, a table and a terminal draw the same. */
export interface Comparison {
  /** The columns: the levels that were asked for, in that order, and those between them. */
  readonly levels: readonly Level[];
  /** Those of them that were asked for. */
  readonly asked: readonly Level[];
  /** The steps between the columns, in the order of the ladder; none where no guides lead from one to the other. */
  readonly steps: readonly Transition[];
  readonly rows: readonly ComparisonRow[];
}

export type RowKind =
  | 'question'
  | 'shift'
  | 'capability'
  | 'signals'
  | 'practices'
  | 'pitfalls'
  | 'timeline'
  | 'self-assessment';

export interface ComparisonRow {
  /** The same for the same thing after every change elsewhere in the guides. */
  readonly id: string;
  readonly kind: RowKind;
  /** A capability's name for its expectations, signals and practices; else what the row is about. */
  readonly name: string;
  /** The step that a question or a shift belongs to, and all about getting to levels to one of which several lead. */
  readonly step: Transition | undefined;
  /** One for each level, in their order; undefined where the guides say nothing. */
  readonly cells: readonly (ComparisonCell | undefined)[];
  /** Whether the levels that the row is about differ in it. */
  readonly differs: boolean;
}

/** What the guides say of a level. */
export interface ComparisonCell {
  readonly text: string;
  readonly items: readonly ComparisonItem[];
  readonly place: GuidePlace;
  /** The capability, where it is one of this level's own. */
  readonly citation: CitationTarget | undefined;
}

export interface ComparisonItem {
  /** What it is called, as pitfalls are. */
  readonly name: string | undefined;
  readonly text: string;
  readonly place: GuidePlace;
}

/** An item in one run of text. */
export function itemText({ name, text }: ComparisonItem): string {
  if (name === undefined || text === '') {
    return name ?? text;
  }
  return /[\p{L}\p{N})"'’”]$/u.test(name) ? `${name}: ${text}` : `${name} ${text}`;
}

/**
 * What a cell says before its items. What is expected of a level has lost its beginning, "At M1,", so its
 * first letter is raised, as the panel and the page do by their style.
 */
export function leadText({ text }: ComparisonCell, kind: RowKind): string {
  return kind === 'capability' ? text.replace(/^\p{P}*\p{Ll}/u, (start) => start.toUpperCase()) : text;
}
