/** How long two ways to do the same took in one run. */
export interface Comparison {
  /** Median of the rounds' ratios: the first way's time over the second's. */
  readonly ratio: number;
  /** The smallest and the largest of them. */
  readonly spread: readonly [number, number];
  /** Medians in milliseconds of processor time. */
  readonly times: readonly [number, number];
}

/** In how many turns the two share a round, where they are quick enough for that. */
const mostTurns = 10;

/**
 * Times two functions in short turns, so that whatever else the machine does falls on both alike.
 *
 * @param rounds How often the pair is timed; each time the functions run for some tenths of a second.
 */
export function compare(ours: () => unknown, theirs: () => unknown, rounds = 9): Comparison {
  const runs = warmUp(theirs);
  warmUp(ours);
  const turns = Math.min(mostTurns, runs);
  const repetitions = Math.round(runs / turns);
  const ratios: number[] = [];
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round += 1) {
    const [own, reference] = timeInTurns(ours, theirs, turns, repetitions, round % 2 === 0);
    times[0].push(own);
    times[1].push(reference);
    ratios.push(own / reference);
  }
  return {
    ratio: median(ratios),
    spread: [Math.min(...ratios), Math.max(...ratios)],
    times: [median(times[0]), median(times[1])],
  };
}

/** What a run of each takes; whoever comes second finds the caches warm, so they take turns in that as well. */
function timeInTurns(
  ours: () => unknown,
  theirs: () => unknown,
  turns: number,
  repetitions: number,
  isOursFirst: boolean,
): readonly [number, number] {
  let [own, reference] = [0, 0];
  for (let turn = 0; turn < turns; turn += 1) {
    const isOurs = (turn % 2 === 0) === isOursFirst;
    const [one, other] = isOurs ? [ours, theirs] : [theirs, ours];
    const [first, second] = [time(one, repetitions), time(other, repetitions)];
    own += isOurs ? first : second;
    reference += isOurs ? second : first;
  }
  return [own / turns, reference / turns];
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

/** The processor's time, in which there is nothing of what the machine does besides. */
function time(work: () => unknown, repetitions: number): number {
  const start = process.cpuUsage();
  for (let run = 0; run < repetitions; run += 1) {
    work();
  }
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1000 / repetitions;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}
