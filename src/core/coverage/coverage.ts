import type { Citation } from '../document/citation';
import { citedCapability } from '../document/citation';
import type { Capability } from '../ladder/model';
import type { Evidence } from './evidence';

/** How far a document has come with one capability. */
export interface CapabilityCoverage {
  readonly capability: Capability;
  /** With evidence, cited without any, or cited nowhere. */
  readonly state: 'evidenced' | 'cited' | 'missing';
  /** Where it is cited, in order. */
  readonly citations: readonly CitedEvidence[];
  /** The signals that citations with evidence name, ascending; undefined where no citation names one. */
  readonly signals: readonly number[] | undefined;
}

export interface CitedEvidence {
  readonly citation: Citation;
  readonly evidence: Evidence;
}

/** The coverage of some capabilities by a document's citations, in the order of the capabilities. */
export function coverageOf(
  capabilities: readonly Capability[],
  evidence: ReadonlyMap<Citation, Evidence>,
): readonly CapabilityCoverage[] {
  const byCapability = new Map<Capability, CitedEvidence[]>(
    capabilities.map((capability) => [capability, []]),
  );
  for (const [citation, vouchedFor] of evidence) {
    const capability = citedCapability(citation);
    if (capability !== undefined) {
      byCapability.get(capability)?.push({ citation, evidence: vouchedFor });
    }
  }
  return capabilities.map((capability) => {
    const citations = byCapability.get(capability) ?? [];
    return { capability, state: stateOf(citations), citations, signals: signalsOf(citations) };
  });
}

function stateOf(citations: readonly CitedEvidence[]): CapabilityCoverage['state'] {
  if (citations.length === 0) {
    return 'missing';
  }
  return citations.some(({ evidence }) => !evidence.isEmpty) ? 'evidenced' : 'cited';
}

function signalsOf(citations: readonly CitedEvidence[]): readonly number[] | undefined {
  const named = citations.flatMap(({ citation: { meaning }, evidence }) =>
    meaning.kind === 'capability' && meaning.signal !== undefined
      ? { signal: meaning.signal, isCovered: !evidence.isEmpty }
      : [],
  );
  return named.length === 0
    ? undefined
    : [...new Set(named.filter(({ isCovered }) => isCovered).map(({ signal }) => signal))].sort(
        (a, b) => a - b,
      );
}
