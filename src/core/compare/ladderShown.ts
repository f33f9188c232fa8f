import type { Ladder } from '../ladder/model';
import type { ShownComparison } from './panelMessages';

/** The ladder that a comparison's levels are from or, where it has gone, the one that has the most of them. */
export function ladderShown<Named extends { readonly key: string; readonly ladder: Ladder }>(
  { ladder: key, levels }: ShownComparison,
  all: readonly Named[],
): Named | undefined {
  const known = ({ ladder }: Named): number =>
    levels.filter((id) => ladder.levels.some((level) => level.id === id)).length;
  return all.find((one) => one.key === key) ?? [...all].sort((a, b) => known(b) - known(a))[0];
}
