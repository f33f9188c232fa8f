import type { LevelReading } from '../citations/levelNames';
import type { Guide } from '../guide/model';
import type { Capability, Level } from '../ladder/model';
import type { TextRange } from '../text/sourceText';
import type { InlineLink, Reference, Scope } from './model';

/** A place of a document that cites the ladder. */
export type Citation = BracketCitation | LinkCitation;

/** The parts of a label that is a citation: `M2: Systems and Scale #3`. */
export interface CitationLabel {
  readonly level: { readonly reading: LevelReading; readonly range: TextRange };
  /** The name as it is meant, without escapes; empty where it has still to be written. */
  readonly name: { readonly text: string; readonly range: TextRange };
  /** Where the signal stands, with the `#`; its number may have still to be written. */
  readonly signal: { readonly range: TextRange } | undefined;
  readonly meaning: Meaning;
}

/** `[M2: Systems and Scale #3]`, also as the label of a link. */
export interface BracketCitation extends CitationLabel {
  readonly form: 'bracket';
  readonly range: TextRange;
  readonly scope: Scope;
  readonly isInTable: boolean;
  readonly reference: Reference;
}

/** A written-out link to a place in a guide. */
export interface LinkCitation {
  readonly form: 'link';
  readonly range: TextRange;
  readonly guide: Guide;
  /** The part of the destination behind its `#`. */
  readonly fragment: { readonly text: string; readonly range: TextRange };
  readonly meaning: Meaning;
  readonly scope: Scope;
  readonly link: InlineLink;
}

/** What a citation names in the ladder. */
export type Meaning =
  | { readonly kind: 'capability'; readonly capability: Capability; readonly signal: number | undefined }
  | { readonly kind: 'unknownSignal'; readonly capability: Capability; readonly signal: number }
  | { readonly kind: 'unknownCapability'; readonly level: Level | undefined }
  | { readonly kind: 'unknownLevel' }
  /** A citation that is still being written: `[M2: ]`. */
  | { readonly kind: 'incomplete'; readonly level: Level | undefined };

/** The capability that a citation or its label names, rightly or with a signal that is none. */
export function citedCapability({ meaning }: { readonly meaning: Meaning }): Capability | undefined {
  return meaning.kind === 'capability' || meaning.kind === 'unknownSignal' ? meaning.capability : undefined;
}
