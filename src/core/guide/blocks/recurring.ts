/** Those of some titles, names or the like that occur more than once. */
export function recurring<T>(all: readonly T[]): ReadonlySet<T> {
  const known = new Set<T>();
  return new Set(
    all.filter((one) => {
      const isKnown = known.has(one);
      known.add(one);
      return isKnown;
    }),
  );
}
