/**
 * How many times as long a piece of work takes on eight times as much: about eight where it grows with its input, and
 * sixty-four where it grows with its square. Both are timed in this run, each at its quickest of three.
 *
 * @param prepare Makes ready what is to be done on so much, which is not timed.
 */
export function growth(prepare: (size: number) => () => unknown, size: number): number {
  return quickest(prepare, 8 * size) / quickest(prepare, size);
}

/** Less than this grows with its input: between the two, with room for what else the machine does. */
export const mostGrowth = 24;

function quickest(prepare: (size: number) => () => unknown, size: number): number {
  return Math.min(
    ...[1, 2, 3].map(() => {
      const work = prepare(size);
      const start = performance.now();
      work();
      return performance.now() - start;
    }),
  );
}
