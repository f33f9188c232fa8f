import { type CitationTarget, writeCitation } from '../core/citations/writeCitation';
import type { Level } from '../core/ladder/model';
import { titleBesideId } from '../core/ladder/titleBesideId';
import { searchEntries } from '../core/search/searchLadder';
import { folderAmong, type Ladders } from './guides/ladders';
import { pickOne } from './quickPick';
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

/** Lets the user choose what to cite: a capability or one of its signals. */
export async function pickCitation(ladders: Ladders, title: string): Promise<PickedCitation | undefined> {
  const shown = await shownLadders(ladders);
  if (shown.length === 0) {
    return undefined;
  }
  const items = shown.flatMap((named) =>
    searchEntries(named.ladder).flatMap(({ label, citation }) =>
      citation === undefined
        ? []
        : [
            {
              label,
              description: folderAmong(shown, named) ?? '',
              detail: writeCitation(citation),
              choice: { ...citation, folder: named.key },
            },
          ],
    ),
  );
  const item = await pickOne(items, { title, matchOnDescription: true, matchOnDetail: true });
  return item?.choice;
}
