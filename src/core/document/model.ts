import type { SourceText, TextRange } from '../text/sourceText';
import type { SourceLabel } from './sourceLabel';

/** Something that is still being read. */
export type Growing<T> = { -readonly [Key in keyof T]: T[Key] };

/** What stands in a text, in its order. */
export interface Content {
  readonly blocks: readonly Block[];
  readonly headings: readonly Heading[];
  /** The brackets that are citations. */
  readonly references: readonly Reference[];
  /** Links that are written out. */
  readonly links: readonly InlineLink[];
  readonly definitions: readonly Definition[];
  /** HTML comments, from `<!--` to `-->`. */
  readonly comments: readonly TextRange[];
}

/**
 * What stands in a piece of a document that was read on its own: offsets count from where the piece
 * begins, blocks from its first, and it knows nothing of the pieces around it.
 */
export interface PieceContent extends Content {
  readonly source: SourceText;
  /** Where its text ends. */
  readonly end: number;
  /** Those of its headings, references and links, each once. */
  readonly scopes: readonly Scope[];
  /** The places of scopes, references and links among their kind. */
  readonly order: ReadonlyMap<object, number>;
}

/** A text that holds no other: a paragraph, a heading, a table's cell, or a block of code or HTML. */
export interface Block {
  readonly kind: 'paragraph' | 'heading' | 'cell' | 'code' | 'html';
  readonly range: TextRange;
  readonly runs: readonly Run[];
  /** Whether it stands in a block quote. */
  readonly isQuoted: boolean;
  /** Whether it stands in a list, a block quote or a footnote. */
  readonly isNested: boolean;
}

/** A piece of a block's text. */
export interface Run {
  readonly kind: 'text' | 'code' | 'image' | 'html' | 'break' | 'footnote';
  /** What a reader sees of text, code and images; the source of HTML. */
  readonly text: string;
  readonly range: TextRange;
  /** The link that the piece is part of. */
  readonly link: InlineLink | undefined;
  /** The citation in brackets that the piece is part of. */
  readonly reference: Reference | undefined;
}

export interface Heading {
  readonly depth: number;
  readonly range: TextRange;
  /** What stands under it, up to the next heading of the same or a higher rank. */
  readonly section: Scope;
  /** Whether it stands in a list, a block quote or a footnote, where its section ends as well. */
  readonly isNested: boolean;
}

/** What a citation at some place vouches for. */
export interface Scope {
  readonly kind: 'section' | 'paragraph' | 'item' | 'row';
  readonly range: TextRange;
  /** The blocks it holds, as a stretch of the document's: the first, and the one after the last. */
  readonly first: number;
  readonly end: number;
}

/** A citation in brackets: `[label]`, `[label][]` or `[text][label]`. */
export interface Reference {
  readonly form: 'shortcut' | 'collapsed' | 'full';
  readonly range: TextRange;
  readonly label: SourceLabel;
  /** The label as CommonMark compares it with those of definitions. */
  readonly identifier: string;
  /** What a reader sees of it. */
  readonly text: string;
  readonly isInTable: boolean;
  readonly scope: Scope;
}

/** `[text](destination)`, or `<destination>`. */
export interface InlineLink {
  readonly range: TextRange;
  /** What a reader sees of it. */
  readonly text: string;
  readonly url: string;
  /** The destination without marks around it; the whole link where it cannot be told. */
  readonly destination: TextRange;
  readonly scope: Scope;
}

/** `[label]: destination`. */
export interface Definition {
  readonly range: TextRange;
  readonly label: SourceLabel;
  readonly identifier: string;
  /** The colon behind the label. */
  readonly colon: TextRange;
  readonly url: string;
  readonly destination: TextRange;
  /** Whether it stands in a list, a block quote or a footnote. */
  readonly isNested: boolean;
}
