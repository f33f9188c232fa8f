import type { Ladder, Level, Transition } from '../ladder/model';
import { shortestPaths } from '../ladder/shortestPaths';

/** The levels to show side by side, and the steps that lead from one to the other. */
export interface Columns {
  readonly asked: readonly Level[];
  readonly levels: readonly Level[];
  readonly steps: readonly Transition[];
}

/**
 * Puts the levels that lie on the way between the levels asked for where they belong among them.
 *
 * @param ids Ids of levels; those that the ladder lacks, or that come again, do not count.
 */
export function arrangeColumns(ladder: Ladder, ids: readonly string[]): Columns {
  const asked = [...new Set(ids)].filter((id) => ladder.levels.some((level) => level.id === id));
  const columns = [...asked];
  const steps = new Set<Transition>();
  asked.forEach((left, index) => {
    for (const right of asked.slice(index + 1)) {
      const path = pathBetween(left, right, ladder.transitions);
      let previous = left;
      for (const id of path.between) {
        if (!columns.includes(id)) {
          columns.splice(columns.indexOf(previous) + 1, 0, id);
        }
        previous = id;
      }
      for (const step of path.steps) {
        steps.add(step);
      }
    }
  });
  const levelsOf = (some: readonly string[]): readonly Level[] =>
    some.flatMap((id) => ladder.levels.find((level) => level.id === id) ?? []);
  return {
    asked: levelsOf(asked),
    levels: levelsOf(columns),
    steps: ladder.transitions.filter((step) => steps.has(step)),
  };
}

interface Path {
  readonly steps: readonly Transition[];
  /** The levels between the two, from the left one to the right one. */
  readonly between: readonly string[];
}

/** The one shortest way from the left level to the right one, or else from right to left. */
function pathBetween(left: string, right: string, transitions: readonly Transition[]): Path {
  const onwards = onlyPath(left, right, transitions);
  if (onwards !== undefined) {
    return { steps: onwards, between: onwards.slice(0, -1).map(({ to }) => to) };
  }
  const back = onlyPath(right, left, transitions) ?? [];
  return {
    steps: back,
    between: back
      .slice(0, -1)
      .map(({ to }) => to)
      .reverse(),
  };
}

function onlyPath(
  from: string,
  to: string,
  transitions: readonly Transition[],
): readonly Transition[] | undefined {
  const [path, another] = shortestPaths(from, to, transitions);
  return another === undefined ? path : undefined;
}
