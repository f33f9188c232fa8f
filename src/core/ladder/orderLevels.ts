/** A step between two levels, by their ids. */
export interface Step {
  readonly from: string;
  readonly to: string;
}

/**
 * Puts ids in an order in which every step leads upwards; ids that no step relates stand in natural
 * order (M2 before M10). Steps that are part of a circle do not count.
 */
export function orderBySteps(ids: readonly string[], steps: readonly Step[]): readonly string[] {
  const known = new Set(ids);
  const circular = new Set(circularSteps(steps));
  const counted = steps.filter(
    (step) => !circular.has(step) && step.from !== step.to && known.has(step.from) && known.has(step.to),
  );
  // Not made where the module is loaded, which the start of VS Code waits for.
  const naturally = new Intl.Collator('en', { numeric: true });
  const waiting = [...known].sort(naturally.compare);
  const ordered: string[] = [];
  while (waiting.length > 0) {
    const next = waiting.findIndex(
      (id) => !counted.some(({ from, to }) => to === id && !ordered.includes(from)),
    );
    ordered.push(...waiting.splice(Math.max(next, 0), 1));
  }
  return ordered;
}

/** The steps from whose end one can come back to their beginning. */
export function circularSteps(steps: readonly Step[]): readonly Step[] {
  return steps.filter(({ from, to }) => reaches(to, from, steps));
}

function reaches(start: string, goal: string, steps: readonly Step[]): boolean {
  const seen = new Set<string>();
  const open = [start];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    if (id === goal) {
      return true;
    }
    if (!seen.has(id)) {
      seen.add(id);
      open.push(...steps.filter(({ from }) => from === id).map(({ to }) => to));
    }
  }
  return false;
}
