import { commands, type Disposable } from 'vscode';
import type { GuidePlace } from '../core/guide/model';
import { openGuideCommand } from './guidePlaces';
import type { Ladders } from './guides/ladders';
import { nodeOfArgument } from './ladderView';
import { pickLevel } from './pickFromLadder';

/** Registers `careerLadder.openGuide`: opens a guide where a line of the tree, or a chosen level, stands in it. */
export function registerOpenGuide(ladders: Ladders): Disposable {
  return commands.registerCommand('careerLadder.openGuide', async (argument: unknown) => {
    const node = nodeOfArgument(argument);
    const place =
      node === undefined ? (await pickLevel(ladders, 'Open the guide of a level'))?.source : node.place;
    if (place !== undefined) {
      await openGuide(place);
    }
  });
}

/** Opens a guide with the first line of a place selected and in view. */
export async function openGuide(place: GuidePlace): Promise<void> {
  const { command, arguments: args = [] } = openGuideCommand(place);
  await commands.executeCommand(command, ...args);
}
