import type { Passage } from '../markdown/plainText';
import type { RuleId } from '../rules';
import type { SourceText, TextRange } from '../text/sourceText';

/** A Markdown file that describes levels, read. Every range is a range of `source.text`. */
export interface Guide {
  /** The name its host gave the file: a path or a URI. Guides are told apart by it. */
  readonly path: string;
  readonly source: SourceText;
  /** The levels the guide names, lowest first. */
  readonly levels: readonly GuideLevel[];
  /** One for a transition guide, several where a file holds several. */
  readonly transitions: readonly GuideTransition[];
  readonly capabilities: readonly GuideCapability[];
  /** What the reader kept without understanding it. */
  readonly extras: readonly ExtraSection[];
  readonly problems: readonly Problem[];
}

/** A level as one guide speaks of it. */
export interface GuideLevel {
  readonly id: string;
  readonly title: string | undefined;
  /** Where the guide gives the level its title, else where it names it. */
  readonly titleRange: TextRange;
  /** The title heading of the guide that speaks of it. */
  readonly heading: TextRange;
}

/** The step from one level to the next, without its capabilities: those carry their level. */
export interface GuideTransition {
  readonly from: string;
  readonly to: string;
  readonly heading: TextRange;
  readonly overview: Passage | undefined;
  readonly shifts: readonly Shift[];
  readonly question: FundamentalQuestion | undefined;
  readonly pitfalls: readonly Pitfall[];
  readonly readiness: Readiness | undefined;
  readonly timeline: Timeline | undefined;
  /** The headings of the parts that were found, also of empty ones. */
  readonly parts: Readonly<Partial<Record<PartKind, TextRange>>>;
  /** Where the name of a part that was not found stands by itself, without heading a section. */
  readonly strays: Readonly<Partial<Record<PartKind, StrayTitle>>>;
}

/** The name of a part on a line of its own that heads no section. */
export interface StrayTitle {
  readonly title: string;
  /** Whether it is a heading that belongs to an item of a list, rather than text. */
  readonly isInItem: boolean;
  /** The rank that a heading of a section has in its guide. */
  readonly depth: number;
  readonly range: TextRange;
}

export type PartKind =
  | 'overview'
  | 'shift'
  | 'question'
  | 'capabilities'
  | 'pitfalls'
  | 'readiness'
  | 'trackRecord'
  | 'selfAssessment'
  | 'timeline';

/** A paired row of the core shift: what is so before, and what is so after. */
export interface Shift {
  readonly from: string;
  readonly to: string;
  readonly range: TextRange;
}

export interface FundamentalQuestion {
  readonly from: string;
  readonly to: string;
  readonly range: TextRange;
}

export interface Pitfall {
  readonly name: string;
  readonly text: string;
  readonly range: TextRange;
}

export interface Readiness {
  readonly summary: Passage | undefined;
  readonly trackRecord: readonly Passage[];
  readonly selfAssessment: readonly Passage[];
  readonly rule: Passage | undefined;
}

export interface Timeline {
  /** The sentence that tells the typical time. */
  readonly summary: Passage | undefined;
  /** The figure in that sentence, as the author wrote it: "3-5 years". */
  readonly typical: string | undefined;
  readonly reasons: readonly Passage[];
  readonly caveat: Passage | undefined;
}

/** Something a level asks for. */
export interface GuideCapability {
  /** The id of the level it leads to. */
  readonly level: string;
  /** The id of the level it is reached from; undefined in a guide for a single level. */
  readonly from: string | undefined;
  readonly number: number | undefined;
  readonly name: string;
  /** The heading, or the line that stands for one. */
  readonly heading: TextRange;
  /** From the heading to the end of what belongs to it. */
  readonly range: TextRange;
  readonly summary: Passage | undefined;
  readonly expectations: readonly Expectation[];
  readonly signals: readonly Passage[];
  readonly practices: readonly Passage[];
}

/** What a capability means at one level: the text after "At M1," */
export interface Expectation extends Passage {
  readonly level: string;
}

export interface ExtraSection {
  readonly title: string;
  /** The whole section, its heading included. */
  readonly range: TextRange;
}

/** Something the author of a guide would want to mend. The message says how. */
export interface Problem {
  readonly rule: RuleId;
  readonly range: TextRange;
  readonly message: string;
  /** The place elsewhere that the message speaks of. */
  readonly related?: GuidePlace;
}

/** A stretch of a guide's text. */
export interface GuidePlace {
  readonly guide: Guide;
  readonly range: TextRange;
}
