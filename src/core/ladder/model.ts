import type {
  Expectation,
  Guide,
  GuideCapability,
  GuidePlace,
  GuideTransition,
  Problem,
} from '../guide/model';
import type { Passage } from '../markdown/plainText';

/** All levels and transitions of a set of guides. */
export interface Ladder {
  readonly guides: readonly Guide[];
  readonly tracks: readonly Track[];
  /** Track after track, lowest level first. */
  readonly levels: readonly Level[];
  /** In the order of the levels they lead to. */
  readonly transitions: readonly Transition[];
  /** What is wrong in single guides and between them, by guide and position. */
  readonly problems: readonly GuideProblem[];
}

export interface Track {
  /** The letters its levels' ids share; empty for levels known by their titles alone. */
  readonly id: string;
  readonly levels: readonly Level[];
}

export interface Level {
  readonly id: string;
  readonly title: string | undefined;
  readonly track: string;
  readonly capabilities: readonly Capability[];
  /** The title of the guide that leads to it, else of the one that leads from it. */
  readonly source: GuidePlace;
}

/** A capability is its level and its name, however many transitions lead to it. */
export interface Capability {
  readonly level: string;
  readonly name: string;
  readonly number: number | undefined;
  /** The levels it is reached from. */
  readonly from: readonly string[];
  readonly summary: Passage | undefined;
  readonly expectations: readonly Expectation[];
  readonly signals: readonly Passage[];
  readonly practices: readonly Passage[];
  /** Its heading in the guide that all of this was read from. */
  readonly source: GuidePlace;
  /** Every place that describes it, that of `source` first. */
  readonly descriptions: readonly CapabilityDescription[];
}

export interface CapabilityDescription {
  readonly guide: Guide;
  readonly capability: GuideCapability;
}

export interface Transition extends GuideTransition {
  readonly guide: Guide;
}

export interface GuideProblem extends Problem {
  readonly guide: Guide;
}
