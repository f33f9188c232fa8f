import type { CapabilityCoverage } from '../coverage/coverage';
import type { Capability } from '../ladder/model';
import type { Promotion } from './readPromotion';

/** A capability, and what a promotion document has of it. */
export interface NeededCapability {
  readonly capability: Capability;
  readonly need: (typeof needs)[CapabilityCoverage['state']] | 'another level';
}

/** The states of what a target asks for, by how much each still wants. */
const needs = { missing: 'not cited yet', cited: 'no evidence yet', evidenced: 'evidenced' } as const;

/**
 * All capabilities of the ladder: the target's, those not cited yet first and those with evidence last, then
 * all else.
 */
export function capabilitiesByNeed({ index, target, coverage }: Promotion): readonly NeededCapability[] {
  const wanted = (['missing', 'cited', 'evidenced'] as const).flatMap((state) =>
    coverage
      .filter((one) => one.state === state)
      .map(({ capability }): NeededCapability => ({ capability, need: needs[state] })),
  );
  const others = index.ladder.levels
    .flatMap(({ capabilities }) => capabilities)
    .filter((capability) => !target.capabilities.includes(capability))
    .map((capability): NeededCapability => ({ capability, need: 'another level' }));
  return [...wanted, ...others];
}
