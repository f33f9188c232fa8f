import type { DocumentModel } from '../document/documentModel';
import { readLabelText } from '../document/readCitations';
import { groupBy } from '../groupBy';
import type { Capability } from '../ladder/model';
import { type EntryInText, findEntries } from '../references/entries';
import type { FileLadder } from '../references/fileLadder';
import type { TextEdit } from '../text/textEdit';
import { isSame } from './renameCapability';

/** The signals of a capability as they were followed: those that it has, and those that are gone and may come back. */
export interface FollowedSignals {
  readonly signals: Capability['signals'];
  readonly followed: readonly FollowedSignal[];
}

interface FollowedSignal {
  readonly text: string;
  /** Its words when it was first seen, which come back where others were typed in front of them for a while. */
  readonly first: string;
  /** The number it had when it was first seen; undefined for one that has come since. Numbers count from 1. */
  readonly former: number | undefined;
  /** The number it has; undefined where it is gone. */
  readonly number: number | undefined;
}

/** The numbers that mean another signal than before, each with the one to cite now; undefined where that is gone. */
export type MovedSignals = ReadonlyMap<number, number | undefined>;

/** Takes the numbers that signals have as those that citations mean. */
export function signalsAsNumbered(signals: Capability['signals']): FollowedSignals {
  return {
    signals,
    followed: signals.map(({ text }, at) => ({ text, first: text, former: at + 1, number: at + 1 })),
  };
}

/**
 * Follows the signals of a capability from one state of its guide to the next: by their words and, where these
 * are new, by what they stand behind, since a signal is typed letter by letter, perhaps in place of one just deleted.
 */
export function followSignals(before: FollowedSignals, signals: Capability['signals']): FollowedSignals {
  const free = new Set(signals.keys());
  const places = new Map<FollowedSignal, number>();
  const put = (one: FollowedSignal, at: number | undefined): void => {
    if (at !== undefined && !places.has(one) && free.delete(at)) {
      places.set(one, at);
    }
  };
  const placesOf = new Map(
    [...groupBy(signals.keys(), (at) => signals[at]?.text)].map(([text, all]) => [text, all.values()]),
  );
  const isGone = ({ number }: FollowedSignal): boolean => number === undefined;
  const goneLast = [...before.followed].sort((a, b) => Number(isGone(a)) - Number(isGone(b)));
  for (const words of ['text', 'first'] as const) {
    for (const one of goneLast.filter((other) => !places.has(other))) {
      put(one, placesOf.get(one[words])?.next().value);
    }
  }
  for (const gone of [false, true]) {
    let behind = 0;
    for (const one of before.followed) {
      if (isGone(one) === gone) {
        put(one, behind);
      }
      behind = (places.get(one) ?? behind - 1) + 1;
    }
  }
  // One that is gone keeps its place among the others.
  let rank = -1;
  const ranked = before.followed.map((one) => {
    const at = places.get(one);
    rank = at ?? rank;
    const text = at === undefined ? one.text : (signals[at]?.text ?? one.text);
    return { rank: rank + (at === undefined ? 0.5 : 0), one: { ...one, text, number: numberAt(at) } };
  });
  const added = [...free].map((at) => {
    const text = signals[at]?.text ?? '';
    return { rank: at, one: { text, first: text, former: undefined, number: numberAt(at) } };
  });
  return {
    signals,
    followed: [...ranked, ...added]
      .sort((a, b) => a.rank - b.rank)
      .map(({ one }) => one)
      .filter(({ former, number }) => former !== undefined || number !== undefined),
  };
}

function numberAt(at: number | undefined): number | undefined {
  return at === undefined ? undefined : at + 1;
}

/** The former numbers of signals that have moved or are gone. */
export function movedSignals({ followed }: FollowedSignals): MovedSignals {
  return new Map(
    followed.flatMap(({ former, number }) =>
      former === undefined || former === number ? [] : [[former, number] as const],
    ),
  );
}

/** The signal that a label cites of a capability, rightly or not: the number in `M2: Hiring #3`. */
export function citedSignal(
  text: string,
  capability: Capability,
  { index }: Pick<FileLadder, 'index'>,
): number | undefined {
  const meaning = readLabelText(text, index)?.meaning;
  return (meaning?.kind === 'capability' || meaning?.kind === 'unknownSignal') &&
    isSame(meaning.capability, capability)
    ? meaning.signal
    : undefined;
}

/** The edits by which a document's citations follow the signals: they get the new number, or none where that is gone. */
export function renumberSignals(
  capability: Capability,
  moved: MovedSignals,
  document: DocumentModel,
  ladder: Pick<FileLadder, 'index' | 'links'>,
): readonly TextEdit[] {
  return findEntries(document, ladder.index, ladder.links).flatMap((entry): readonly TextEdit[] => {
    const former =
      entry.kind === 'bracket' || entry.kind === 'label'
        ? citedSignal(entry.text, capability, ladder)
        : undefined;
    return former === undefined || !moved.has(former)
      ? []
      : renumber(entry, moved.get(former), document.source.text);
  });
}

function renumber({ name, range }: EntryInText, number: number | undefined, text: string): TextEdit[] {
  const mark = /#\d+/u.exec(text.slice(name.end, range.end));
  if (mark === null) {
    return [];
  }
  const start = name.end + mark.index;
  const end = start + mark[0].length;
  const space = /[ \t]*$/u.exec(text.slice(name.start, start))?.[0] ?? '';
  return [
    number === undefined
      ? { range: { start: start - space.length, end }, text: '' }
      : { range: { start, end }, text: `#${number}` },
  ];
}
