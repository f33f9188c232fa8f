import { groupBy } from '../groupBy';
import type { Transition } from './model';

/** The shortest ways from one level to another, two at the most: a second one makes a tie. */
export function shortestPaths(
  start: string,
  goal: string,
  transitions: readonly Transition[],
): readonly (readonly Transition[])[] {
  const onwards = groupBy(transitions, ({ from }) => from);
  let paths: readonly (readonly Transition[])[] = [[]];
  const seen = new Set([start]);
  while (paths.length > 0) {
    const longer = paths.flatMap((path) =>
      (onwards.get(path.at(-1)?.to ?? start) ?? [])
        .filter(({ to }) => !seen.has(to))
        .map((step) => [...path, step]),
    );
    const arrived = longer.filter((path) => path.at(-1)?.to === goal);
    if (arrived.length > 0) {
      return arrived.slice(0, 2);
    }
    // Two ways to a level are enough to know of a tie behind it.
    const ways = new Map<string, number>();
    paths = longer.filter((path) => {
      const to = path.at(-1)?.to ?? '';
      const count = (ways.get(to) ?? 0) + 1;
      ways.set(to, count);
      seen.add(to);
      return count <= 2;
    });
  }
  return [];
}
