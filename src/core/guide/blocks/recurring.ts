import { groupBy } from '../../groupBy';

/** Those of some titles, names or the like that occur more than once. */
export function recurring<T>(all: readonly T[]): ReadonlySet<T> {
  const groups = [...groupBy(all, (one) => one).values()];
  return new Set(groups.filter(({ length }) => length > 1).map(([one]) => one));
}
