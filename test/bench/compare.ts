/** How long two ways to do the same took in one run. */
export interface Comparison {
  /** Median of the rounds' ratios: the first way's time over the second's. */
  readonly ratio: number;
  /** The smallest and the largest of them. */
  readonly spread: readonly [number, number];
  /** Medians in milliseconds of processor time. */
  readonly times: readonly [number, number];
}

/**
 * Times two functions in turns, run by run, so that whatever else the machine does falls on both alike.
 *
 * @param rounds How often the pair is timed; each time the functions run for some tenths of a second.
 */
export function compare(ours: () => unknown, theirs: () => unknown, rounds = 9): Comparison {
  const repetitions = warmUp(theirs);
  warmUp(ours);
  const ratios: number[] = [];
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const spent: [number, number] = [0, 0];
    for (let run = 0; run < repetitions; run += 1) {
      // Whoever comes second finds the caches warm, so they take turns in that as well.
      const order = run % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
      for (const at of order) {
        spent[at] += time(at === 0 ? ours : theirs);
      }
    }
    times[0].push(spent[0] / repetitions);
    times[1].push(spent[1] / repetitions);
    ratios.push(spent[0] / spent[1]);
  }
  return {
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    times: [median(times[0]), median(times[1])],
  };
}

/** Runs a function for a second; tells how often it runs in a quarter of one. */
function warmUp(work: () => unknown): number {
  const start = performance.now();
  let runs = 0;
  while (performance.now() - start < 1000) {
    work();
    runs += 1;
  }
  return Math.max(1, Math.round(runs / 4));
}

/** The processor's time in milliseconds, in which there is nothing of what the machine does besides. */
function time(work: () => unknown): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
