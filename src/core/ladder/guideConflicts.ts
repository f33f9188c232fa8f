import { firstOfEach, type NonEmpty } from '../groupBy';
import { trackOf } from '../guide/levels/levelIds';
import type { Guide } from '../guide/model';
import { nameKey } from '../names';
import { listed } from '../text/listed';
import { readPath } from '../workspace/filePath';
import { circles } from './circles';
import type { LevelDescription } from './joinLevel';
import type { GuideProblem, Level, Transition } from './model';
import { shortestPaths } from './shortestPaths';
import { titleBesideId } from './titleBesideId';

/** @param same The transitions, in one list those between the same levels, the one that counts first. */
export function repeatedTransitions(same: readonly NonEmpty<Transition>[]): readonly GuideProblem[] {
  return same.flatMap(([first, ...others]) =>
    others.map(({ from, to, guide, heading }) => ({
      rule: 'guide-conflict',
      guide,
      range: heading,
      message: `${from} to ${to} is also described in ${fileName(first.guide, guide)}, which is the one that counts. Keep one of the two.`,
      related: { guide: first.guide, range: first.heading },
    })),
  );
}

/**
 * Moves between tracks may go both ways; within one a circle leaves no lowest level.
 *
 * @returns One for each circle, at its first step that leads down in the ladder: the likeliest to be wrong.
 */
export function circleProblems(
  withinTracks: readonly Transition[],
  levels: readonly Level[],
): readonly GuideProblem[] {
  const rank = new Map(levels.map(({ id }, index) => [id, index]));
  return circles(withinTracks).map((steps) => {
    const down = steps.find(({ from, to }) => (rank.get(to) ?? 0) <= (rank.get(from) ?? 0)) ?? steps[0];
    const [back = []] = shortestPaths(down.to, down.from, steps);
    return circleProblem(down, back);
  });
}

/** A message that names more is not read. */
const mostSteps = 5;

/** @param back The steps that lead from the end of a step to its beginning; none where it goes nowhere. */
function circleProblem({ from, to, guide, heading }: Transition, back: readonly Transition[]): GuideProblem {
  const problem = { rule: 'guide-conflict', guide, range: heading } as const;
  const [first] = back;
  if (first === undefined) {
    return {
      ...problem,
      message: `The step from ${from} leads back to ${to}. Name the level that it leads to.`,
    };
  }
  const steps = back.map((step) => {
    const place = step.guide === guide ? '' : ` (${fileName(step.guide, guide)})`;
    return `${step.from} to ${step.to}${place}`;
  });
  const shown =
    steps.length > mostSteps ? [...steps.slice(0, mostSteps), `${steps.length - mostSteps} more`] : steps;
  return {
    ...problem,
    message: `The step from ${from} to ${to} closes a circle with ${listed(shown)}. Turn one of the steps around, or remove it.`,
    related: { guide: first.guide, range: first.heading },
  };
}

/** Levels that two guides title differently. */
export function titleConflicts(descriptions: readonly LevelDescription[]): readonly GuideProblem[] {
  const first = new Map<string, LevelDescription>();
  return descriptions.flatMap((description): readonly GuideProblem[] => {
    const { level, guide } = description;
    const title = titleBesideId(level);
    if (title === undefined) {
      return [];
    }
    const known = first.get(level.id);
    if (known === undefined) {
      first.set(level.id, description);
      return [];
    }
    return known.level.title === undefined || nameKey(known.level.title) === nameKey(title)
      ? []
      : [
          {
            rule: 'guide-conflict',
            guide,
            range: level.titleRange,
            message: `${level.id} is “${title}” here and “${known.level.title}” in ${fileName(known.guide, guide)}. Give the level one title.`,
            related: { guide: known.guide, range: known.level.titleRange },
          },
        ];
  });
}

/** Ids that differ in capitals, spaces, hyphens or zeros alone, and levels that one guide knows by an id and another by its title. */
export function spellingConflicts(descriptions: readonly LevelDescription[]): readonly GuideProblem[] {
  const known = new Map<string, LevelDescription>();
  const keep = (name: string, description: LevelDescription): void => {
    if (!known.has(spellingKey(name))) {
      known.set(spellingKey(name), description);
    }
  };
  const withIds = descriptions.filter(({ level }) => trackOf(level.id) !== '');
  for (const description of withIds) {
    keep(description.level.id, description);
    keep(description.level.title ?? description.level.id, description);
  }
  for (const description of descriptions) {
    keep(description.level.id, description);
  }
  const oncePerGuide = firstOfEach(descriptions, ({ level, guide }) => `${guide.path}\n${level.id}`);
  return oncePerGuide.flatMap(({ level, guide }): readonly GuideProblem[] => {
    const other = known.get(spellingKey(level.id));
    return other === undefined || other.level.id === level.id
      ? []
      : [
          {
            rule: 'guide-conflict',
            guide,
            range: level.heading,
            message: `“${level.id}” is ${other.level.id} in ${fileName(other.guide, guide)}. Write it the same way in both, for them to be one level.`,
            related: { guide: other.guide, range: other.level.heading },
          },
        ];
  });
}

/** The same for "IC3", "IC-3", "IC 3" and "ic03". */
function spellingKey(name: string): string {
  return nameKey(name).replace(/(?<=\p{L})[\s_-]*0*(?=\d+$)/u, '');
}

/** A guide's file name, with as many of its folders as tell it from another guide's. */
function fileName(guide: Guide, other: Guide): string {
  const [own, others] = [readPath(guide.path).segments, readPath(other.path).segments];
  const alike = own.findIndex((_, index) => own.at(-1 - index) !== others.at(-1 - index));
  return own.slice(-1 - Math.max(alike, 0)).join('/');
}
