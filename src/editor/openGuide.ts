import { commands, type Disposable } from 'vscode';
import { indexOf } from '../core/citations/ladderIndex';
import type { CitationTarget } from '../core/citations/writeCitation';
import type { GuidePlace } from '../core/guide/model';
import { citationOfArgument, nodeOfArgument } from './commandArguments';
import { openGuideCommand } from './guidePlaces';
import type { Ladders } from './guides/ladders';
import { pickLevel } from './pickFromLadder';

/** Registers `careerLadder.openGuide`: opens a guide where a line of the tree, or a chosen level, stands in it. */
export function registerOpenGuide(ladders: Ladders): Disposable {
  return commands.registerCommand('careerLadder.openGuide', async (argument: unknown) => {
    const target = citationOfArgument(argument);
    const place =
      nodeOfArgument(argument)?.place ??
      (target === undefined
        ? (await pickLevel(ladders, 'Open the guide of a level'))?.source
        : await findPlace(target, ladders));
    if (place !== undefined) {
      await openGuide(place);
    }
  });
}

/** Where the ladders shown describe a capability, or one of its signals. */
async function findPlace(
  { level, name, signal }: CitationTarget,
  ladders: Ladders,
): Promise<GuidePlace | undefined> {
  const { shown } = await ladders.get();
  const capability = shown.flatMap(({ ladder }) => indexOf(ladder).capability(level, name) ?? [])[0];
  const range = signal === undefined ? undefined : capability?.signals[signal - 1]?.range;
  return capability && { guide: capability.source.guide, range: range ?? capability.source.range };
}

/** Opens a guide with the first line of a place selected and in view. */
export async function openGuide(place: GuidePlace): Promise<void> {
  const { command, arguments: args = [] } = openGuideCommand(place);
  await commands.executeCommand(command, ...args);
}
