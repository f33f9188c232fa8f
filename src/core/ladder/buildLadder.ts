import { groupBy } from '../groupBy';
import { trackOf } from '../guide/levels/levelIds';
import type { Guide } from '../guide/model';
import { circleProblems, repeatedTransitions, spellingConflicts, titleConflicts } from './guideConflicts';
import { joinLevel, type LevelDescription } from './joinLevel';
import type { Ladder, Track, Transition } from './model';
import { orderBySteps } from './orderLevels';

/**
 * Joins guides to one ladder. The order in which they are handed in does not matter: where two guides
 * disagree, one with capabilities counts rather than one without, else the first by path, and the other is
 * reported. On a level's title a guide that leads to the level counts before all others.
 */
export function buildLadder(unordered: readonly Guide[]): Ladder {
  const guides = [...unordered].sort((a, b) => compareText(a.path, b.path));
  // Notes on a step that begin like its guide, and stand before it by their name, are not its guide.
  const ranked = [...guides].sort((a, b) => Number(isBare(a)) - Number(isBare(b)));
  const described = ranked.flatMap((guide) =>
    guide.transitions.map((transition) => ({ ...transition, guide })),
  );
  const sameTransitions = [...groupBy(described, ({ from, to }) => `${from}\n${to}`).values()];
  const transitions = sameTransitions.map(([first]) => first);
  const descriptions = ranked.flatMap(levelsIn).sort((a, b) => Number(b.isLedTo) - Number(a.isLedTo));
  const tracks = joinTracks(ranked, descriptions, transitions);
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
      ...repeatedTransitions(sameTransitions),
      ...circleProblems(transitions.filter(isWithinTrack), levels),
      ...titleConflicts(descriptions),
      ...spellingConflicts(descriptions),
    ].sort((a, b) => compareText(a.guide.path, b.guide.path) || a.range.start - b.range.start),
  };
}

function isBare({ capabilities }: Guide): boolean {
  return capabilities.length === 0;
}

function isWithinTrack({ from, to }: Transition): boolean {
  return trackOf(from) === trackOf(to);
}

function levelsIn(guide: Guide): readonly LevelDescription[] {
  const leading = groupBy(guide.transitions, ({ heading }) => heading);
  return guide.levels.map((level) => ({
    level,
    guide,
    isLedTo: leading.get(level.heading)?.some(({ to }) => to === level.id) ?? false,
  }));
}

/** @param guides Those that count first come first; so do the descriptions. */
function joinTracks(
  guides: readonly Guide[],
  descriptions: readonly LevelDescription[],
  transitions: readonly Transition[],
): readonly Track[] {
  const capabilitiesOf = groupBy(
    guides.flatMap((guide) => guide.capabilities.map((capability) => ({ guide, capability }))),
    ({ capability }) => capability.level,
  );
  const levels = [...groupBy(descriptions, ({ level }) => level.id)].map(([id, own]) =>
    joinLevel(id, own, capabilitiesOf.get(id) ?? []),
  );
  const levelOf = new Map(levels.map((level) => [level.id, level]));
  const idsOf = groupBy(levelOf.keys(), trackOf);
  const moves = transitions
    .filter((transition) => !isWithinTrack(transition))
    .map(({ from, to }) => ({ from: trackOf(from), to: trackOf(to) }));
  const stepsOf = groupBy(transitions.filter(isWithinTrack), ({ from }) => trackOf(from));
  return orderBySteps([...idsOf.keys()], moves).map((track) => ({
    id: track,
    levels: orderBySteps(idsOf.get(track) ?? [], stepsOf.get(track) ?? []).flatMap(
      (id) => levelOf.get(id) ?? [],
    ),
  }));
}

/** Code unit order: the same on every machine, unlike a locale's. */
function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
