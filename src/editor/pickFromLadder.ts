import type { CitationTarget } from '../core/citations/writeCitation';
import type { Level } from '../core/ladder/model';
import { titleBesideId } from '../core/ladder/titleBesideId';
import { ladderOfPromotion } from '../core/promotion/ladderOfPromotion';
import type { Promotion } from '../core/promotion/readPromotion';
import { citableEntries } from '../core/search/citableEntries';
import { type SearchEntry, searchEntries } from '../core/search/searchLadder';
import { folderAmong, type Ladders, type NamedLadder } from './guides/ladders';
import { inform } from './messages';
import { pickOne } from './quickPick';
import { inFolder, pickEntry, type SearchBoxOptions } from './searchBox';
import { shownLadders } from './shownLadders';

/** Lets the user choose a level of the ladders shown; undefined where nothing is chosen. */
export async function pickLevel(ladders: Ladders, title: string): Promise<Level | undefined> {
  const shown = await shownLadders(ladders);
  if (shown.length === 0) {
    return undefined;
  }
  const items = shown.flatMap((named) =>
    named.ladder.levels.map((level) => ({
      label: level.id,
      description: [titleBesideId(level), folderAmong(shown, named)].filter(Boolean).join(' · '),
      level,
    })),
  );
  const picked = await pickOne(items, { title, matchOnDescription: true });
  return picked?.level;
}

/** A level, capability or signal that the user chose, as an argument of a command. */
interface PickedEntry {
  readonly level: string;
  readonly name?: string;
  /** The key of the ladder that it was chosen from: another folder's may have it as well. */
  readonly folder: string;
}

/**
 * Lets the user choose something of the ladders shown by any of its words; tells where the guides have none.
 *
 * @param kinds What there is to choose from.
 */
export async function pickOfKinds(
  ladders: Ladders,
  title: string,
  kinds: readonly SearchEntry['kind'][],
): Promise<PickedEntry | undefined> {
  const found = await pickFrom(
    await shownLadders(ladders),
    ({ ladder }) => searchEntries(ladder).filter(({ kind }) => kinds.includes(kind)),
    {
      title,
      placeholder: kinds.includes('level')
        ? 'Any words of a capability, a signal or a level'
        : 'Any words of a capability',
    },
  );
  return found && { level: found.level, ...found.citation, folder: found.folder };
}

/** A capability or signal that the user chose, as an argument of a command. */
type PickedCitation = CitationTarget & PickedEntry;

/**
 * Lets the user choose what to cite, a capability or one of its signals; tells where the guides have none.
 *
 * @param promotion The promotion document that it is for: what it still needs comes first.
 */
export async function pickCitation(
  ladders: Ladders,
  title: string,
  promotion?: Promotion,
): Promise<PickedCitation | undefined> {
  const shown = await shownLadders(ladders);
  const own = promotion && ladderOfPromotion(promotion, shown);
  const others = shown.filter((named) => named !== own);
  const found = await pickFrom(
    own === undefined ? others : [own, ...others],
    (named) => citableEntries(named.ladder, named === own ? promotion : undefined),
    { title, placeholder: 'Any words of a capability or a signal' },
  );
  return found && { ...found.citation, folder: found.folder };
}

async function pickFrom<Entry extends SearchEntry>(
  shown: readonly NamedLadder[],
  entriesOf: (named: NamedLadder) => readonly Entry[],
  options: SearchBoxOptions<Entry>,
) {
  if (shown.length === 0) {
    return undefined;
  }
  const entries = shown.flatMap((named) =>
    entriesOf(named).map((entry) => ({
      ...inFolder(entry, folderAmong(shown, named)),
      folder: named.key,
    })),
  );
  if (entries.length === 0) {
    inform('The guides ask for no capability yet.');
    return undefined;
  }
  return pickEntry(Promise.resolve(entries), options);
}
