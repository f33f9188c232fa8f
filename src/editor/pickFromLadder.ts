import type { CitationTarget } from '../core/citations/writeCitation';
import type { Level } from '../core/ladder/model';
import { titleBesideId } from '../core/ladder/titleBesideId';
import { ladderOfPromotion } from '../core/promotion/ladderOfPromotion';
import type { Promotion } from '../core/promotion/readPromotion';
import { citableEntries } from '../core/search/citableEntries';
import { folderAmong, type Ladders } from './guides/ladders';
import { inform } from './messages';
import { pickOne } from './quickPick';
import { inFolder, pickEntry } from './searchBox';
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

/** A capability or signal that the user chose, as an argument of a command. */
interface PickedCitation extends CitationTarget {
  /** The key of the ladder that it was chosen from: another folder's may have it as well. */
  readonly folder: string;
}

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
  if (shown.length === 0) {
    return undefined;
  }
  const own = promotion && ladderOfPromotion(promotion, shown);
  const others = shown.filter((named) => named !== own);
  const entries = (own === undefined ? others : [own, ...others]).flatMap((named) =>
    citableEntries(named.ladder, named === own ? promotion : undefined).map((entry) => ({
      ...inFolder(entry, folderAmong(shown, named)),
      folder: named.key,
    })),
  );
  if (entries.length === 0) {
    inform('The guides ask for no capability yet.');
    return undefined;
  }
  const found = await pickEntry(Promise.resolve(entries), {
    title,
    placeholder: 'Any words of a capability or a signal',
  });
  return found && { ...found.citation, folder: found.folder };
}
