import { window } from 'vscode';
import { type CitationTarget, writeCitation } from '../core/citations/writeCitation';
import type { Level } from '../core/ladder/model';
import { searchEntries } from '../core/search/searchLadder';
import type { Ladders } from './guides/ladders';

/** Lets the user choose a level of the ladders shown; undefined where nothing is chosen. */
export async function pickLevel(ladders: Ladders, title: string): Promise<Level | undefined> {
  const { shown } = await ladders.get();
  const items = shown.flatMap(({ ladder, folder }) =>
    ladder.levels.map((level) => ({
      label: level.id,
      description: [level.title ?? '', shown.length > 1 ? (folder?.name ?? '') : '']
        .filter(Boolean)
        .join(' · '),
      level,
    })),
  );
  const picked = await window.showQuickPick(items, { title, matchOnDescription: true });
  return picked?.level;
}

/** Lets the user choose what to cite: a capability or one of its signals. */
export async function pickCitation(ladders: Ladders, title: string): Promise<CitationTarget | undefined> {
  const { shown } = await ladders.get();
  const items = shown
    .flatMap(({ ladder }) => searchEntries(ladder))
    .flatMap(({ label, citation }) =>
      citation === undefined ? [] : [{ label, detail: writeCitation(citation), citation }],
    );
  const picked = await window.showQuickPick(items, { title, matchOnDetail: true });
  return picked?.citation;
}
