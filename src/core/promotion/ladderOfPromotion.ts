import type { Ladder } from '../ladder/model';
import type { Promotion } from './readPromotion';

/**
 * The ladder that a promotion document is written for: its own or, where that joins the guides of several,
 * the one that has the guides of its whole target.
 */
export function ladderOfPromotion<Named extends { readonly ladder: Ladder }>(
  { index, target }: Promotion,
  all: readonly Named[],
): Named | undefined {
  const own = all.find(({ ladder }) => ladder === index.ladder);
  if (own !== undefined || target.kind === 'unknown') {
    return own;
  }
  const guides = target.kind === 'level' ? [target.to.source.guide] : target.steps.map(({ guide }) => guide);
  return all.find(({ ladder }) => guides.every((guide) => ladder.guides.includes(guide)));
}
