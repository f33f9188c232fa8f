import { type Disposable, languages, SymbolInformation, SymbolKind } from 'vscode';
import type { Level } from '../core/ladder/model';
import type { Ladders } from './guides/ladders';
import { locationOf } from './references/locations';

/** Registers the levels and capabilities of the workspace's own ladders as symbols. */
export function registerWorkspaceSymbols(ladders: Ladders): Disposable {
  return languages.registerWorkspaceSymbolProvider({
    // All of them: there are some dozens, and VS Code sorts out those that match what was typed.
    provideWorkspaceSymbols: async () => {
      const { shown } = await ladders.get();
      return shown
        .filter(({ isBuiltIn }) => !isBuiltIn)
        .flatMap(({ ladder, folder }) =>
          ladder.levels.flatMap((level) => symbolsOf(level, shown.length > 1 ? folder?.name : undefined)),
        );
    },
  });
}

function symbolsOf(level: Level, folder: string | undefined): readonly SymbolInformation[] {
  const { id, title, capabilities, source } = level;
  const name = title === undefined || title === id ? id : `${id}: ${title}`;
  return [
    new SymbolInformation(name, SymbolKind.Class, folder ?? '', locationOf(source)),
    ...capabilities.map(
      (capability) =>
        // As it is cited, so that it is found by its level as well.
        new SymbolInformation(
          `${id}: ${capability.name}`,
          SymbolKind.Interface,
          [folder, title].filter((part) => part !== undefined).join(' · '),
          locationOf(capability.source),
        ),
    ),
  ];
}
