/** One figure of the benchmark. */
export interface Row {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** The figure should not be above this; undefined where it is only told. */
  readonly goal: number | undefined;
  readonly detail: string;
}

/** What two ways to do the same took in one round, in milliseconds. */
export interface Pair {
  readonly ours: number;
  readonly theirs: number;
}

/** The ratio of two ways that were timed in turns: the median of the rounds, and their spread. */
export function pairsRow(name: string, pairs: readonly Pair[], goal: number): Row {
  const ratios = pairs.map(({ ours, theirs }) => ours / theirs);
  const [least, most] = [Math.min(...ratios), Math.max(...ratios)].map((one) => one.toFixed(2));
  const [own, other] = [pairs.map(({ ours }) => ours), pairs.map(({ theirs }) => theirs)].map((times) =>
    middle(times).toFixed(1),
  );
  return {
    name,
    value: middle(ratios),
    unit: '×',
    goal,
    detail: `${least}–${most} ×; ${own} / ${other} ms`,
  };
}

function middle(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
