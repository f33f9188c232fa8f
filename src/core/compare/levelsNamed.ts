import type { LadderIndex } from '../citations/ladderIndex';
import { calledAlike } from '../citations/levelNames';
import { nearestLevels } from '../citations/nearest';
import type { Level } from '../ladder/model';
import { listed } from '../text/listed';

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
      faults.push(`${calledAlike(sharing, name)}; write ${listed(sharing, 'or')}`);
    } else {
      // Those that may be meant come first.
      const near = nearestLevels(name, ladder.levels);
      const all = [...new Set([...near, ...ladder.levels.map(({ id }) => id)])];
      faults.push(`the ladder has no level “${name}”; it has ${all.join(', ')}`);
    }
  }
  return { levels: [...found], faults };
}
