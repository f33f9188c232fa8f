import type { Guide, GuideTransition } from '../guide/model';

/** The step that a guide describes at an offset, else the first; undefined for a guide without any. */
export function stepAt({ transitions }: Guide, offset: number): GuideTransition | undefined {
  return transitions.findLast(({ heading }) => heading.start <= offset) ?? transitions[0];
}
