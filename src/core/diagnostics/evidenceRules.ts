import type { Evidence } from '../coverage/evidence';
import { citedCapability } from '../document/citation';
import type { Scope } from '../document/model';
import type { Promotion } from '../promotion/readPromotion';
import type { Observation } from './finding';

const places: Readonly<Record<Scope['kind'], string>> = {
  section: 'section',
  paragraph: 'paragraph',
  item: 'list item',
  row: 'table row',
};

/** `no-evidence` and `unsupported-evidence`: what citations vouch for. */
export function checkEvidence({ citations, evidence }: Promotion): readonly Observation[] {
  // Citations that share their evidence need to be told once that it lacks support.
  const told = new Set<Evidence>();
  return citations.flatMap((citation): readonly Observation[] => {
    const capability = citedCapability(citation);
    const vouchedFor = evidence.get(citation);
    if (capability === undefined || vouchedFor === undefined) {
      return [];
    }
    const place = places[vouchedFor.scope.kind];
    const about = {
      range: citation.range,
      suggestions: [],
      related: capability.source,
      capability,
    };
    if (vouchedFor.isEmpty) {
      return [
        {
          rule: 'no-evidence',
          message: `Nothing in this ${place} is evidence for “${capability.name}” yet. ${
            vouchedFor.scope.kind === 'section'
              ? 'Write what happened, or remove the citation.'
              : 'Write what happened beside the citation, put the citation into the heading above the evidence, or remove it.'
          }`,
          ...about,
        },
      ];
    }
    if (vouchedFor.isSupported || told.has(vouchedFor)) {
      return [];
    }
    told.add(vouchedFor);
    return [
      {
        rule: 'unsupported-evidence',
        message: `The evidence for “${capability.name}” in this ${place} has no number, date, link or quotation. Add one that a reader can check.`,
        ...about,
      },
    ];
  });
}
