import { commands, type Disposable, ThemeIcon } from 'vscode';
import { type SearchEntry, searchEntries } from '../core/search/searchLadder';
import { propertiesOf } from './commandArguments';
import { folderAmong, type Ladders } from './guides/ladders';
import { attempt } from './messages';
import { openGuide } from './openGuide';
import { inFolder, pickEntry } from './searchBox';
import { shownLadders } from './shownLadders';

const copyButton = {
  iconPath: new ThemeIcon('copy'),
  tooltip: 'Copy Citation',
  press: ({ citation }: SearchEntry): void => {
    attempt('The citation could not be copied', () =>
      commands.executeCommand('careerLadder.copyCitation', citation),
    );
  },
};

/** Registers `careerLadder.findCapability`: finds levels, capabilities and signals by any of their words. */
export function registerFindCapability(ladders: Ladders): Disposable {
  // Who calls the command goes on while the user looks.
  return commands.registerCommand('careerLadder.findCapability', (argument: unknown) => {
    const { query } = propertiesOf(argument);
    attempt('The guide could not be opened', () =>
      findCapability(ladders, typeof query === 'string' ? query : ''),
    );
  });
}

async function findCapability(ladders: Ladders, query: string): Promise<void> {
  const found = await pickEntry(entriesOf(ladders), {
    title: 'Find a Capability',
    placeholder: 'Any words of a capability, a signal or a level',
    query,
    button: copyButton,
  });
  if (found !== undefined) {
    await openGuide(found.place);
  }
}

async function entriesOf(ladders: Ladders): Promise<readonly SearchEntry[]> {
  const shown = await shownLadders(ladders);
  return shown.flatMap((named) =>
    searchEntries(named.ladder).map((entry) => inFolder(entry, folderAmong(shown, named))),
  );
}
