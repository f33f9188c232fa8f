import type { LadderIndex } from '../citations/ladderIndex';
import { calledAlike, type LevelReading } from '../citations/levelNames';
import { mostSuggestions, nearestLevels } from '../citations/nearest';
import type { Capability, Level, Transition } from '../ladder/model';
import { shortestPaths } from '../ladder/shortestPaths';
import { listed } from '../text/listed';

/** What a document's `promotion:` asks for. */
export type Target = KnownTarget | UnknownTarget;

interface Asked {
  /** The steps from the level that is left to the one to reach, in order; none for a level alone. */
  readonly steps: readonly Transition[];
  /** The levels whose capabilities are asked for. */
  readonly levels: readonly Level[];
  readonly capabilities: readonly Capability[];
}

export interface KnownTarget extends Asked {
  readonly kind: 'level' | 'steps';
  /** The level that is left; undefined where only the one to reach is named. */
  readonly from: Level | undefined;
  readonly to: Level;
}

/** It names no level or transition of the ladder, and asks for nothing. */
interface UnknownTarget extends Asked {
  readonly kind: 'unknown';
  /** Why, and how to mend it. */
  readonly message: string;
  /** Values that would do, best first. */
  readonly suggestions: readonly string[];
}

/** What joins the two sides of a transition. Behind it something may still have to be written. */
const joiner = /\s+to(?=\s|$)|\s*(?:→|->)|\s+[-‐‑–—](?=\s|$)/giu;

/**
 * Reads the value of `promotion:`.
 *
 * @returns undefined where it speaks of something else, so that the document is no promotion document.
 */
export function readTarget(value: string, index: LadderIndex): Target | undefined {
  const text = value.replace(/\s+/gu, ' ').trim();
  const whole = sideOf(text, index);
  if (whole.reading !== undefined || whole.sharing.length > 0) {
    return whole.reading?.kind === 'level'
      ? levelTarget(whole.reading.level)
      : unknownSide(
          whole,
          { meant: idsOf(whole.sharing), near: nearestLevels(text, index.ladder.levels) },
          index,
        );
  }
  const joints = [...text.matchAll(joiner)];
  // A side with more joiners in it than a name has letters is no name, so those in the middle need no look.
  const most = index.levels.longest + 1;
  const pairs = (joints.length > 2 * most ? [...joints.slice(0, most), ...joints.slice(-most)] : joints)
    .map((match) => ({
      from: sideOf(text.slice(0, match.index), index),
      to: sideOf(text.slice(match.index + match[0].length), index),
    }))
    .sort((a, b) => certainty(b) - certainty(a));
  const [pair] = pairs;
  return pair === undefined || certainty(pair) === 0 ? undefined : pairTarget(pair, index);
}

interface Side {
  readonly text: string;
  readonly reading: LevelReading | undefined;
  /** The levels it could mean where several have that title. */
  readonly sharing: readonly Level[];
}

interface Pair {
  readonly from: Side;
  readonly to: Side;
}

function sideOf(source: string, { levels }: LadderIndex): Side {
  const text = source.trim();
  const reading = levels.read(text);
  return { text, reading, sharing: reading === undefined ? levels.sharing(text) : [] };
}

function certainty({ from, to }: Pair): number {
  return [from, to]
    .map(({ reading, sharing }): number =>
      reading?.kind === 'level' ? 3 : reading !== undefined || sharing.length > 0 ? 1 : 0,
    )
    .reduce((sum, one) => sum + one, 0);
}

function levelTarget(level: Level): KnownTarget {
  return {
    kind: 'level',
    from: undefined,
    to: level,
    steps: [],
    levels: [level],
    capabilities: level.capabilities,
  };
}

function pairTarget({ from, to }: Pair, index: LadderIndex): Target {
  if (from.reading?.kind !== 'level') {
    return unknownSide(from, stepsFor({ from, to }, index), index);
  }
  if (to.reading?.kind !== 'level') {
    return unknownSide(to, stepsFor({ from, to }, index), index);
  }
  const [start, goal] = [from.reading.level, to.reading.level];
  const paths = shortestPaths(start.id, goal.id, index.ladder.transitions);
  const [steps, another] = paths;
  const alone = goal.capabilities.length === 0 ? [] : [goal.id];
  if (steps === undefined || start === goal) {
    return unknown(
      start === goal
        ? `Both sides are ${start.id}. Name the level to leave and the level to reach.`
        : `No guides lead from ${start.id} to ${goal.id}. Write a step that one describes${alone.map((id) => `, or ${id} alone`).join('')}.`,
      [...transitionsNear({ from, to }, index).slice(0, 2), ...alone],
    );
  }
  if (another !== undefined) {
    const ways = paths.map((path) => [start.id, ...path.map((step) => step.to)].join(' to '));
    const parts = [...new Set(paths.flatMap((path) => partOf(path, index)))];
    return unknown(
      `Several ways of the same length lead from ${start.id} to ${goal.id}: ${ways.join('; ')}. Write a part of the one that is meant, such as ${listed(parts, 'or')}.`,
      parts,
    );
  }
  const levels = steps.flatMap((step) => index.level(step.to) ?? []);
  return {
    kind: 'steps',
    from: start,
    to: goal,
    steps,
    levels,
    capabilities: steps.flatMap((step) => capabilitiesOf(step, index)),
  };
}

/** What the transition's own guide asks for; where it leaves that to other guides, all that the level does. */
function capabilitiesOf({ from, to, guide }: Transition, index: LadderIndex): readonly Capability[] {
  const all = index.level(to)?.capabilities ?? [];
  const own = all.filter(({ descriptions }) =>
    descriptions.some((description) => description.guide === guide && description.capability.from === from),
  );
  return own.length > 0 ? own : all;
}

/** The longest end of one of several ways that no other way leads along. */
function partOf(path: readonly Transition[], { ladder }: LadderIndex): readonly string[] {
  const to = path.at(-1)?.to ?? '';
  const first = path.slice(1).find(({ from }) => shortestPaths(from, to, ladder.transitions).length === 1);
  return first === undefined ? [] : [transitionText({ from: first.from, to })];
}

/** Values that would do, best first. */
interface Offered {
  /** Those that name what is there without being in doubt about it. */
  readonly meant: readonly string[];
  readonly near: readonly string[];
}

function unknownSide(
  { text, sharing }: Side,
  { meant, near }: Offered,
  { ladder }: LadderIndex,
): UnknownTarget {
  if (sharing.length > 0) {
    const ids = idsOf(sharing);
    const clear = meant.length > 0 ? meant : ids;
    return unknown(
      `${calledAlike(ids, text)}. Write ${listed(clear, 'or')}.`,
      [meant, near, ids].find(({ length }) => length > 0) ?? [],
    );
  }
  const levels = idsOf(ladder.levels).join(', ');
  return unknown(
    text === ''
      ? `A level is missing. Write one of the ladder’s levels: ${levels}.`
      : `The ladder has no level “${text}”. Write one of its levels: ${levels}.`,
    near,
  );
}

function stepsFor(pair: Pair, index: LadderIndex): Offered {
  return { meant: stepsMeant(pair, index), near: transitionsNear(pair, index) };
}

/** Where titles are shared, from and to which of the levels that have them a way leads, the shortest first. */
function stepsMeant({ from, to }: Pair, { ladder }: LadderIndex): readonly string[] {
  return levelsOf(from)
    .flatMap((start) =>
      levelsOf(to).flatMap((goal) => {
        const [way, another] = start === goal ? [] : shortestPaths(start.id, goal.id, ladder.transitions);
        return way === undefined || another !== undefined
          ? []
          : { text: transitionText({ from: start.id, to: goal.id }), length: way.length };
      }),
    )
    .sort((a, b) => a.length - b.length)
    .slice(0, mostSuggestions)
    .map(({ text }) => text);
}

function levelsOf({ reading, sharing }: Side): readonly Level[] {
  return reading?.kind === 'level' ? [reading.level] : sharing;
}

function idsOf(levels: readonly Level[]): readonly string[] {
  return levels.map(({ id }) => id);
}

/** The ladder's transitions, those first that are most like what is asked for. */
function transitionsNear({ from, to }: Pair, { ladder }: LadderIndex): readonly string[] {
  const order = [from, to].map(({ text }) => nearestLevels(text, ladder.levels, Infinity));
  const rankOf = (id: string, side: 0 | 1): number => {
    const rank = order[side]?.indexOf(id) ?? -1;
    return rank < 0 ? ladder.levels.length : rank;
  };
  return [...ladder.transitions]
    .sort((a, b) => rankOf(a.from, 0) + rankOf(a.to, 1) - rankOf(b.from, 0) - rankOf(b.to, 1))
    .slice(0, mostSuggestions)
    .map(transitionText);
}

function transitionText({ from, to }: Pick<Transition, 'from' | 'to'>): string {
  return `${from} to ${to}`;
}

function unknown(message: string, suggestions: readonly string[]): UnknownTarget {
  return { kind: 'unknown', message, suggestions, steps: [], levels: [], capabilities: [] };
}
