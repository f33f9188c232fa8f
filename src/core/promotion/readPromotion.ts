import type { GuideLinks } from '../citations/guideLinks';
import { indexOf, type LadderIndex } from '../citations/ladderIndex';
import { type CapabilityCoverage, coverageOf } from '../coverage/coverage';
import { type Evidence, readEvidence } from '../coverage/evidence';
import type { Citation } from '../document/citation';
import type { DocumentModel } from '../document/documentModel';
import { findMentions, type Mention } from '../document/mentions';
import { readCitations } from '../document/readCitations';
import { readTarget, type Target } from '../document/target';
import type { Ladder } from '../ladder/model';
import type { EntryText } from '../markdown/yamlEntries';

/** A promotion document and what it says of its ladder. */
export interface Promotion {
  readonly document: DocumentModel;
  readonly index: LadderIndex;
  readonly links: GuideLinks;
  /** The value of `promotion:`. */
  readonly value: EntryText;
  readonly target: Target;
  readonly citations: readonly Citation[];
  readonly evidence: ReadonlyMap<Citation, Evidence>;
  /** One for each capability of the target, in the guide's order; none while the target is unknown. */
  readonly coverage: readonly CapabilityCoverage[];
  readonly mentions: readonly Mention[];
}

/**
 * Reads a document as a promotion document of a ladder.
 *
 * @param document Parsed with the names of this ladder's levels.
 * @returns undefined for a document that is none.
 */
export function readPromotion(
  document: DocumentModel,
  ladder: Ladder,
  links: GuideLinks,
): Promotion | undefined {
  const value = document.frontMatter?.promotion;
  const index = indexOf(ladder);
  const target = value && readTarget(value.text, index);
  if (value === undefined || target === undefined) {
    return undefined;
  }
  const citations = readCitations(document, index, links);
  const evidence = readEvidence(document, citations, index);
  return {
    document,
    index,
    links,
    value,
    target,
    citations,
    evidence,
    coverage: coverageOf(target.capabilities, evidence),
    mentions: findMentions(document, index),
  };
}
