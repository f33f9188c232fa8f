import {
  commands,
  type Disposable,
  type QuickInputButton,
  type QuickPick,
  type QuickPickItem,
  ThemeIcon,
  window,
} from 'vscode';
import { type SearchEntry, searchEntries, searchLadder } from '../core/search/searchLadder';
import { propertiesOf } from './commandArguments';
import { folderAmong, type Ladders, type NamedLadder } from './guides/ladders';
import { attempt } from './messages';
import { openGuide } from './openGuide';
import { plainItem } from './quickPick';
import { shownLadders } from './shownLadders';

interface EntryItem extends QuickPickItem {
  readonly entry: SearchEntry;
}

const copyButton: QuickInputButton = { iconPath: new ThemeIcon('copy'), tooltip: 'Copy Citation' };

/** Registers `careerLadder.findCapability`: finds levels, capabilities and signals by any of their words. */
export function registerFindCapability(ladders: Ladders): Disposable {
  return commands.registerCommand('careerLadder.findCapability', (argument: unknown) => {
    const { query } = propertiesOf(argument);
    findCapability(ladders, typeof query === 'string' ? query : '');
  });
}

function findCapability(ladders: Ladders, query: string): void {
  const picker = window.createQuickPick<EntryItem>();
  picker.title = 'Find a Capability';
  picker.placeholder = 'Any words of a capability, a signal or a level';
  picker.value = query;
  picker.busy = true;
  let entries: readonly SearchEntry[] = [];
  const update = (): void => {
    picker.items = searchLadder(entries, picker.value).map(toItem);
  };
  picker.onDidChangeValue(update);
  picker.onDidAccept(() => accept(picker));
  picker.onDidTriggerItemButton(({ item }) => {
    attempt('The citation could not be copied', () =>
      commands.executeCommand('careerLadder.copyCitation', item.entry.citation),
    );
  });
  picker.onDidHide(() => picker.dispose());
  picker.show();
  shownLadders(ladders).then((shown) => {
    entries = shown.flatMap((named) => entriesOf(named, folderAmong(shown, named)));
    picker.busy = false;
    update();
    if (shown.length === 0) {
      picker.hide();
    }
  });
}

/** What can be found in a ladder, described by its folder too where there are several. */
function entriesOf({ ladder }: NamedLadder, folder: string | undefined): readonly SearchEntry[] {
  const entries = searchEntries(ladder);
  return folder === undefined
    ? entries
    : entries.map((entry) => ({
        ...entry,
        description: entry.description === undefined ? folder : `${entry.description} · ${folder}`,
      }));
}

function accept(picker: QuickPick<EntryItem>): void {
  const [item] = picker.activeItems;
  if (item !== undefined) {
    picker.hide();
    attempt('The guide could not be opened', () => openGuide(item.entry.place));
  }
}

function toItem(entry: SearchEntry): EntryItem {
  return plainItem({
    entry,
    label: entry.label,
    ...(entry.description === undefined ? {} : { description: entry.description }),
    ...(entry.detail === undefined ? {} : { detail: entry.detail }),
    iconPath: new ThemeIcon(icons[entry.kind]),
    // The search has found it, perhaps by words in another order than VS Code's own filter accepts.
    alwaysShow: true,
    ...(entry.citation === undefined ? {} : { buttons: [copyButton] }),
  });
}

const icons: Readonly<Record<SearchEntry['kind'], string>> = {
  level: 'mortar-board',
  capability: 'target',
  signal: 'eye',
};
