import { groupBy, type NonEmpty } from '../groupBy';

/** A step between two levels, by their ids. */
export interface Step {
  readonly from: string;
  readonly to: string;
}

/**
 * The steps from whose end one can come back to their beginning: a list for each set of levels between
 * which one can go to and fro.
 */
export function circles<S extends Step>(steps: readonly S[]): readonly NonEmpty<S>[] {
  const circleOf = representatives(steps);
  const circular = steps.filter(({ from, to }) => circleOf.get(from) === circleOf.get(to));
  return [...groupBy(circular, ({ from }) => circleOf.get(from)).values()];
}

/** The same id for all levels between which one can go to and fro, by Kosaraju's algorithm. */
function representatives(steps: readonly Step[]): ReadonlyMap<string, string> {
  const onwards = groupBy(steps, ({ from }) => from);
  const backwards = groupBy(steps, ({ to }) => to);
  const seen = new Set<string>();
  const left = [...onwards.keys()].flatMap((id) =>
    walk(id, seen, (at) => (onwards.get(at) ?? []).map(({ to }) => to)),
  );
  const seenBackwards = new Set<string>();
  return new Map(
    left
      .toReversed()
      .flatMap((id) =>
        walk(id, seenBackwards, (at) => (backwards.get(at) ?? []).map(({ from }) => from)).map(
          (member): [string, string] => [member, id],
        ),
      ),
  );
}

/**
 * Walks from one id to all that are not seen yet, depth first and without recursion, which a long ladder
 * would exhaust. The ids come in the order in which the walk leaves them for good.
 */
function walk(start: string, seen: Set<string>, next: (id: string) => readonly string[]): readonly string[] {
  const left = new Set<string>();
  const open = seen.has(start) ? [] : [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (seen.has(id)) {
      left.add(id);
      continue;
    }
    seen.add(id);
    // It comes up again when all that it leads to is left.
    open.push(id);
    for (const other of next(id)) {
      if (!seen.has(other)) {
        open.push(other);
      }
    }
  }
  return [...left];
}
