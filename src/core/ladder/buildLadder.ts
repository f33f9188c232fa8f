import { trackOf } from '../guide/levelNames';
import type { Expectation, Guide, GuideLevel } from '../guide/model';
import { nameKey } from '../names';
import { circles } from './circles';
import type {
  Capability,
  CapabilityDescription,
  GuideProblem,
  Ladder,
  Level,
  Track,
  Transition,
} from './model';
import { orderBySteps } from './orderLevels';
import { titleBesideId } from './titleBesideId';

/**
 * Joins guides to one ladder. The order in which they are handed in does not matter: where two guides
 * disagree, one with capabilities counts rather than one without, else the first by path, and the other is
 * reported.
 */
export function buildLadder(unordered: readonly Guide[]): Ladder {
  const guides = [...unordered].sort((a, b) => compareText(a.path, b.path));
  // Notes on a step that begin like its guide, and stand before it by their name, are not its guide.
  const ranked = [...guides].sort((a, b) => Number(isBare(a)) - Number(isBare(b)));
  const described = ranked.flatMap((guide) =>
    guide.transitions.map((transition) => ({ ...transition, guide })),
  );
  const transitions = described.filter(isFirstOfItsKind);
  const mentions = ranked.flatMap((guide) => guide.levels.map((level) => ({ level, guide })));
  const ids = [...new Set(mentions.map(({ level }) => level.id))];
  const tracks = orderTracks(ids, transitions).map((track): Track => {
    const own = ids.filter((id) => trackOf(id) === track);
    const steps = transitions.filter(({ from, to }) => own.includes(from) && own.includes(to));
    return { id: track, levels: orderBySteps(own, steps).flatMap((id) => joinLevel(id, mentions, guides)) };
  });
  const levels = tracks.flatMap((track) => track.levels);
  const rank = new Map(levels.map(({ id }, index) => [id, index]));
  const rankOf = ({ from, to }: Transition): readonly [number, number] => [
    rank.get(to) ?? 0,
    rank.get(from) ?? 0,
  ];
  return {
    guides,
    tracks,
    levels,
    transitions: [...transitions].sort((a, b) => {
      const [[toA, fromA], [toB, fromB]] = [rankOf(a), rankOf(b)];
      return toA - toB || fromA - fromB;
    }),
    problems: [
      ...guides.flatMap((guide) => guide.problems.map((problem) => ({ ...problem, guide }))),
      ...sameTransitions(described),
      ...circleProblems(transitions),
      ...titleConflicts(mentions),
      ...spellingConflicts(mentions),
    ].sort((a, b) => compareText(a.guide.path, b.guide.path) || a.range.start - b.range.start),
  };
}

function isBare({ capabilities }: Guide): boolean {
  return capabilities.length === 0;
}

interface LevelMention {
  readonly level: GuideLevel;
  readonly guide: Guide;
}

function isFirstOfItsKind(transition: Transition, index: number, all: readonly Transition[]): boolean {
  return index === all.findIndex(({ from, to }) => from === transition.from && to === transition.to);
}

function orderTracks(ids: readonly string[], transitions: readonly Transition[]): readonly string[] {
  const steps = transitions
    .map(({ from, to }) => ({ from: trackOf(from), to: trackOf(to) }))
    .filter(({ from, to }) => from !== to);
  return orderBySteps(ids.map(trackOf), steps);
}

function joinLevel(
  id: string,
  mentions: readonly LevelMention[],
  guides: readonly Guide[],
): readonly Level[] {
  const own = mentions.filter(({ level }) => level.id === id);
  const leadingTo = own.find(({ guide, level }) =>
    guide.transitions.some(({ to, heading }) => to === id && heading === level.heading),
  );
  const first = leadingTo ?? own[0];
  if (first === undefined) {
    return [];
  }
  return [
    {
      id,
      title: titleOf(own.map(({ level }) => level)),
      track: trackOf(id),
      capabilities: joinCapabilities(id, guides),
      source: { guide: first.guide, range: first.level.heading },
    },
  ];
}

/** The first title that says more than the id, else the first. */
function titleOf(levels: readonly GuideLevel[]): string | undefined {
  const titles = levels.flatMap(({ title }) => title ?? []);
  return levels.map(titleBesideId).find((title) => title !== undefined) ?? titles[0];
}

function joinCapabilities(level: string, guides: readonly Guide[]): readonly Capability[] {
  const byName = new Map<string, CapabilityDescription[]>();
  for (const guide of guides) {
    for (const capability of guide.capabilities) {
      if (capability.level === level) {
        const key = nameKey(capability.name);
        byName.set(key, [...(byName.get(key) ?? []), { guide, capability }]);
      }
    }
  }
  return [...byName.values()].flatMap(joinCapability);
}

function joinCapability(descriptions: readonly CapabilityDescription[]): readonly Capability[] {
  const [first] = descriptions;
  if (first === undefined) {
    return [];
  }
  const { level, name, number, summary, signals, practices, heading } = first.capability;
  return [
    {
      level,
      name,
      number,
      from: [...new Set(descriptions.flatMap(({ capability }) => capability.from ?? []))],
      summary,
      expectations: joinExpectations(descriptions),
      signals,
      practices,
      source: { guide: first.guide, range: heading },
      descriptions,
    },
  ];
}

function joinExpectations(descriptions: readonly CapabilityDescription[]): readonly Expectation[] {
  const byLevel = new Map<string, Expectation>();
  for (const expectation of descriptions.flatMap(({ capability }) => capability.expectations)) {
    if (!byLevel.has(expectation.level)) {
      byLevel.set(expectation.level, expectation);
    }
  }
  return [...byLevel.values()];
}

function sameTransitions(all: readonly Transition[]): readonly GuideProblem[] {
  return all.flatMap((transition): readonly GuideProblem[] => {
    const { from, to, guide, heading } = transition;
    const first = all.find((other) => other.from === from && other.to === to);
    return first === undefined || first === transition
      ? []
      : [
          {
            rule: 'guide-conflict',
            guide,
            range: heading,
            message: `${from} to ${to} is also described in ${fileName(first.guide, guide)}, which is the one that counts. Keep one of the two.`,
            related: { guide: first.guide, range: first.heading },
          },
        ];
  });
}

/** Moves between tracks may go both ways; within one a circle leaves no lowest level. */
function circleProblems(transitions: readonly Transition[]): readonly GuideProblem[] {
  const withinTracks = transitions.filter(({ from, to }) => trackOf(from) === trackOf(to));
  const circular = new Set(circles(withinTracks).flat());
  return withinTracks
    .filter((transition) => circular.has(transition))
    .map(({ from, to, guide, heading }) => ({
      rule: 'guide-conflict',
      guide,
      range: heading,
      message: `The step from ${from} to ${to} closes a circle: other guides lead from ${to} back to ${from}. Turn one of the steps around, or remove it.`,
    }));
}

function titleConflicts(mentions: readonly LevelMention[]): readonly GuideProblem[] {
  const first = new Map<string, LevelMention>();
  return mentions.flatMap((mention): readonly GuideProblem[] => {
    const { level, guide } = mention;
    const title = titleBesideId(level);
    if (title === undefined) {
      return [];
    }
    const known = first.get(level.id);
    if (known === undefined) {
      first.set(level.id, mention);
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

/** Ids that differ in capitals alone, and levels that one guide knows by an id and another by its title. */
function spellingConflicts(mentions: readonly LevelMention[]): readonly GuideProblem[] {
  const known = new Map<string, LevelMention>();
  const keep = (name: string, mention: LevelMention): void => {
    if (!known.has(nameKey(name))) {
      known.set(nameKey(name), mention);
    }
  };
  const withIds = mentions.filter(({ level }) => trackOf(level.id) !== '');
  for (const mention of withIds) {
    keep(mention.level.id, mention);
    keep(mention.level.title ?? mention.level.id, mention);
  }
  for (const mention of mentions) {
    keep(mention.level.id, mention);
  }
  return mentions.flatMap((mention, index): readonly GuideProblem[] => {
    const { level, guide } = mention;
    const other = known.get(nameKey(level.id));
    const isRepeated = (): boolean =>
      index !== mentions.findIndex((one) => one.guide === guide && one.level.id === level.id);
    return other === undefined || other.level.id === level.id || isRepeated()
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

/** A guide's file name, with as many of its folders as tell it from another guide's. */
function fileName(guide: Guide, other: Guide): string {
  const [own, others] = [guide.path.split(/[\\/]/u), other.path.split(/[\\/]/u)];
  const alike = own.findIndex((_, index) => own.at(-1 - index) !== others.at(-1 - index));
  return own.slice(-1 - Math.max(alike, 0)).join('/');
}

/** Code unit order: the same on every machine, unlike a locale's. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
