import type { CitationTarget } from '../citations/writeCitation';
import type { GuidePlace } from '../guide/model';
import { levelCaption, levelLabel } from '../ladder/levelLabel';
import type { Capability, Ladder, Level } from '../ladder/model';
import { fold } from '../text/fold';
import { onOneLine } from '../text/onOneLine';

/** A level, capability or signal that can be looked for. */
export interface SearchEntry {
  readonly kind: 'level' | 'capability' | 'signal';
  /** What it is called: a level's id and title, a capability's name, a signal's text. */
  readonly label: string;
  /** Where it belongs, in a few words. */
  readonly description: string | undefined;
  /** The same at more length, or a text of its own. */
  readonly detail: string | undefined;
  readonly place: GuidePlace;
  /** The id of the level that it is, or belongs to. */
  readonly level: string;
  readonly citation: CitationTarget | undefined;
}

/** All that can be looked for in a ladder: its levels, then all capabilities, then all signals. */
export function searchEntries(ladder: Ladder): readonly SearchEntry[] {
  const capabilities = ladder.levels.flatMap((level) =>
    level.capabilities.map((capability) => ({ level, capability })),
  );
  return [
    ...ladder.levels.map(levelEntry),
    ...capabilities.map(({ level, capability }) => capabilityEntry(level, capability)),
    ...capabilities.flatMap(({ level, capability }) => signalEntries(level, capability)),
  ];
}

/**
 * The entries in which every word of the query occurs, in any order and any case, at a word's start
 * or within one; those that have them in their label, at the start of words, come first.
 */
export function searchLadder<Entry extends SearchEntry>(
  entries: readonly Entry[],
  query: string,
): readonly Entry[] {
  const words = fold(query)
    .split(/[\s:[\]#]+/u)
    .filter((word) => word !== '');
  if (words.length === 0) {
    return entries;
  }
  return entries
    .map((entry) => ({ entry, score: score(entry, words) }))
    .filter(({ score: found }) => found > 0)
    .sort((a, b) => b.score - a.score)
    .map(({ entry }) => entry);
}

function score(entry: SearchEntry, words: readonly string[]): number {
  const label = fold(entry.label);
  const rest = fold(`${entry.description ?? ''} ${entry.detail ?? ''}`);
  let total = 0;
  for (const word of words) {
    const found = 3 * occurrence(label, word) || (rest === '' ? 0 : occurrence(rest, word));
    if (found === 0) {
      return 0;
    }
    total += found;
  }
  return total + (entry.kind === 'signal' ? 0 : 1);
}

/** 2 at the start of a word, 1 within one, 0 where it does not occur. */
function occurrence(text: string, word: string): number {
  const at = text.indexOf(word);
  if (at < 0) {
    return 0;
  }
  return ` ${text}`.split(/[^\p{L}\p{N}]+/u).some((start) => start.startsWith(word)) || at === 0 ? 2 : 1;
}

function levelEntry(level: Level): SearchEntry {
  return {
    kind: 'level',
    label: levelLabel(level),
    description: level.track === '' ? 'Level' : `Level of track ${level.track}`,
    detail: undefined,
    place: level.source,
    level: level.id,
    citation: undefined,
  };
}

function capabilityEntry(level: Level, { name, summary, source }: Capability): SearchEntry {
  return {
    kind: 'capability',
    label: name,
    description: levelCaption(level),
    detail: summary?.text,
    place: source,
    level: level.id,
    citation: { level: level.id, name },
  };
}

function signalEntries(level: Level, { name, signals, source }: Capability): readonly SearchEntry[] {
  return signals.map(({ text, range }, index) => ({
    kind: 'signal',
    label: onOneLine(text),
    description: undefined,
    detail: `${level.id} · ${name} #${index + 1}`,
    place: { guide: source.guide, range },
    level: level.id,
    citation: { level: level.id, name, signal: index + 1 },
  }));
}
