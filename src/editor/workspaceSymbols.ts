import { type Disposable, languages, SymbolInformation, SymbolKind } from 'vscode';
import type { GuidePlace } from '../core/guide/model';
import { levelLabel } from '../core/ladder/levelLabel';
import type { Level } from '../core/ladder/model';
import { titleBesideId } from '../core/ladder/titleBesideId';
import { iconless } from '../core/text/iconless';
import { locationOf } from './guidePlaces';
import { folderAmong, type Ladders } from './guides/ladders';

/** Registers the levels and capabilities of the workspace's own ladders as symbols. */
export function registerWorkspaceSymbols(ladders: Ladders): Disposable {
  return languages.registerWorkspaceSymbolProvider({
    // All of them: there are some dozens, and VS Code sorts out those that match what was typed.
    provideWorkspaceSymbols: async () => {
      const { shown } = await ladders.get();
      return shown
        .filter(({ isBuiltIn }) => !isBuiltIn)
        .flatMap((named) =>
          named.ladder.levels.flatMap((level) => symbolsOf(level, folderAmong(shown, named))),
        );
    },
  });
}

function symbolsOf(level: Level, folder: string | undefined): readonly SymbolInformation[] {
  const { id, capabilities, source } = level;
  const title = titleBesideId(level);
  return [
    symbol(levelLabel(level), SymbolKind.Class, folder ?? '', source),
    ...capabilities.map((capability) =>
      symbol(
        // As it is cited, so that it is found by its level as well.
        `${id}: ${capability.name}`,
        SymbolKind.Interface,
        [folder, title].filter((part) => part !== undefined).join(' · '),
        capability.source,
      ),
    ),
  ];
}

/** VS Code lists symbols with icons for what looks like `$(name)`. */
function symbol(name: string, kind: SymbolKind, container: string, place: GuidePlace): SymbolInformation {
  return new SymbolInformation(iconless(name), kind, iconless(container), locationOf(place));
}
