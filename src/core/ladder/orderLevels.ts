import { groupBy } from '../groupBy';
import { circles, type Step } from './circles';

/**
 * Puts ids in an order in which every step between them leads upwards; ids that no step relates stand in
 * natural order (M2 before M10). Steps that are part of a circle do not count.
 */
export function orderBySteps(ids: readonly string[], steps: readonly Step[]): readonly string[] {
  // Not made where the module is loaded, which the start of VS Code waits for.
  const naturally = new Intl.Collator('en', { numeric: true });
  const sorted = [...new Set(ids)].sort(naturally.compare);
  const rankOf = new Map(sorted.map((id, rank) => [id, rank]));
  const circular = new Set(circles(steps).flat());
  const counted = steps.filter((step) => !circular.has(step));
  const onwards = groupBy(counted, ({ from }) => from);
  /** How many steps lead to an id from those that are still to come. */
  const stepsBefore = new Map([...groupBy(counted, ({ to }) => to)].map(([id, { length }]) => [id, length]));
  const ready = sorted.filter((id) => !stepsBefore.has(id));
  const ordered: string[] = [];
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) {
    ordered.push(id);
    for (const { to } of onwards.get(id) ?? []) {
      const rest = (stepsBefore.get(to) ?? 0) - 1;
      stepsBefore.set(to, rest);
      if (rest === 0) {
        insert(ready, to, rankOf);
      }
    }
  }
  return ordered;
}

/** Puts an id where its rank belongs, into a list in the order of ranks. */
function insert(sorted: string[], id: string, rankOf: ReadonlyMap<string, number>): void {
  const rankAt = (index: number): number => rankOf.get(sorted[index] ?? '') ?? 0;
  const rank = rankOf.get(id) ?? 0;
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    [low, high] = rankAt(middle) < rank ? [middle + 1, high] : [low, middle];
  }
  sorted.splice(low, 0, id);
}
