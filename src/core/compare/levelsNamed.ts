import type { LadderIndex } from '../citations/ladderIndex';
import { nearestLevels } from '../citations/nearest';
import type { Level } from '../ladder/model';

/** The levels that some names mean, and what is wrong with the names that mean none. */
export interface NamedLevels {
  readonly levels: readonly Level[];
  readonly faults: readonly string[];
}

/** Reads levels by their ids or titles, in any case; each level counts once. */
export function levelsNamed(names: readonly string[], { levels, ladder }: LadderIndex): NamedLevels {
  const found = new Set<Level>();
  const faults: string[] = [];
  for (const name of names) {
    const reading = levels.read(name);
    if (reading?.kind === 'level') {
      found.add(reading.level);
      continue;
    }
    const sharing = levels.sharing(name).map(({ id }) => id);
    if (sharing.length > 0) {
      faults.push(`${sharing.join(' and ')} are both called “${name}”; write ${sharing.join(' or ')}`);
    } else {
      const near = nearestLevels(name, ladder.levels);
      const all = near.length > 0 ? near : ladder.levels.map(({ id }) => id);
      faults.push(`the ladder has no level “${name}”; it has ${all.join(', ')}`);
    }
  }
  return { levels: [...found], faults };
}
