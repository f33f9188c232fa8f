import { type QuickInputButton, type QuickPickItem, ThemeIcon, window } from 'vscode';
import { type SearchEntry, searchLadder } from '../core/search/searchLadder';
import { plainItem } from './quickPick';

export interface SearchBoxOptions<Entry> {
  readonly title: string;
  readonly placeholder: string;
  /** What is looked for at first. */
  readonly query?: string;
  /** A button on the lines of what can be cited. */
  readonly button?: QuickInputButton & { readonly press: (entry: Entry) => void };
}

interface EntryItem<Entry> extends QuickPickItem {
  /** Undefined for the line that tells that nothing is found. */
  readonly entry: Entry | undefined;
}

/**
 * Lets the user choose something that can be looked for by any of its words, in any order.
 *
 * @param coming What there is to choose; the box is open before, and closes where there is nothing.
 * @returns undefined where nothing is chosen.
 */
export function pickEntry<Entry extends SearchEntry>(
  coming: Promise<readonly Entry[]>,
  { title, placeholder, query = '', button }: SearchBoxOptions<Entry>,
): Promise<Entry | undefined> {
  const picker = window.createQuickPick<EntryItem<Entry>>();
  picker.title = title;
  picker.placeholder = placeholder;
  picker.value = query;
  picker.busy = true;
  let entries: readonly Entry[] = [];
  const update = (): void => {
    const found = searchLadder(entries, picker.value).map((entry) => toItem(entry, button));
    picker.items = found.length > 0 || picker.busy ? found : [nothingFound];
  };
  picker.onDidChangeValue(update);
  picker.onDidTriggerItemButton(({ item }) => item.entry && button?.press(item.entry));
  const chosen = new Promise<Entry | undefined>((resolve) => {
    picker.onDidAccept(() => {
      const entry = picker.activeItems[0]?.entry;
      if (entry !== undefined) {
        resolve(entry);
        picker.hide();
      }
    });
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
  });
  picker.show();
  coming.then((all) => {
    entries = all;
    picker.busy = false;
    update();
    if (all.length === 0) {
      picker.hide();
    }
  });
  return chosen;
}

/** An entry that is described by its folder too, where there are several. */
export function inFolder<Entry extends SearchEntry>(entry: Entry, folder: string | undefined): Entry {
  return folder === undefined
    ? entry
    : { ...entry, description: [entry.description, folder].filter(Boolean).join(' · ') };
}

const nothingFound: EntryItem<never> = {
  label: 'Nothing has all these words',
  alwaysShow: true,
  entry: undefined,
};

function toItem<Entry extends SearchEntry>(
  entry: Entry,
  button: QuickInputButton | undefined,
): EntryItem<Entry> {
  return plainItem({
    entry,
    label: entry.label,
    ...(entry.description === undefined ? {} : { description: entry.description }),
    ...(entry.detail === undefined ? {} : { detail: entry.detail }),
    iconPath: new ThemeIcon(icons[entry.kind]),
    // The search has found it, perhaps by words in another order than VS Code's own filter accepts.
    alwaysShow: true,
    ...(button === undefined || entry.citation === undefined ? {} : { buttons: [button] }),
  });
}

const icons: Readonly<Record<SearchEntry['kind'], string>> = {
  level: 'mortar-board',
  capability: 'target',
  signal: 'eye',
};
