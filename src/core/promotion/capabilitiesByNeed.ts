import type { Capability } from '../ladder/model';
import type { Promotion } from './readPromotion';

/** A capability, and what a promotion document has of it. */
export interface NeededCapability {
  readonly capability: Capability;
  readonly need: 'not cited yet' | 'cited' | 'another level';
}

/** All capabilities of the ladder: the target's, those not cited yet before the others, then all else. */
export function capabilitiesByNeed({ index, target, coverage }: Promotion): readonly NeededCapability[] {
  const wanted = target.capabilities;
  const cited = new Set(
    coverage.filter(({ state }) => state !== 'missing').map(({ capability }) => capability),
  );
  const all = index.ladder.levels.flatMap(({ capabilities }) => capabilities);
  const needed = (capability: Capability): NeededCapability => ({
    capability,
    need: cited.has(capability) ? 'cited' : wanted.includes(capability) ? 'not cited yet' : 'another level',
  });
  return [
    ...wanted.filter((one) => !cited.has(one)),
    ...wanted.filter((one) => cited.has(one)),
    ...all.filter((one) => !wanted.includes(one)),
  ].map(needed);
}
