import { commands, type Disposable } from 'vscode';
import { indexOf, type LadderIndex } from '../core/citations/ladderIndex';
import type { CitationTarget } from '../core/citations/writeCitation';
import type { GuidePlace } from '../core/guide/model';
import { citationOfArgument, laddersOfArgument, levelOfArgument, nodeOfArgument } from './commandArguments';
import { openGuideCommand } from './guidePlaces';
import type { Ladders } from './guides/ladders';
import { tellUnknown } from './ladderSites';
import { pickLevel } from './pickFromLadder';
import { shownLadders } from './shownLadders';

/** Registers `careerLadder.openGuide`: opens a guide where a line of the tree, or a chosen level, stands in it. */
export function registerOpenGuide(ladders: Ladders): Disposable {
  return commands.registerCommand('careerLadder.openGuide', async (argument: unknown) => {
    const place = nodeOfArgument(argument)?.place ?? (await placeOfArgument(argument, ladders));
    if (place !== undefined) {
      await openGuide(place);
    }
  });
}

async function placeOfArgument(argument: unknown, ladders: Ladders): Promise<GuidePlace | undefined> {
  const target = citationOfArgument(argument);
  const id = levelOfArgument(argument);
  if (target === undefined && id === undefined) {
    return (await pickLevel(ladders, 'Open the Guide of a Level'))?.source;
  }
  const shown = await shownLadders(ladders);
  const [place] = laddersOfArgument(argument, shown).flatMap(
    ({ ladder }) =>
      (target === undefined ? indexOf(ladder).level(id ?? '')?.source : placeIn(indexOf(ladder), target)) ??
      [],
  );
  return place === undefined && shown.length > 0
    ? tellUnknown(target === undefined ? (id ?? '') : `${target.level}: ${target.name}`)
    : place;
}

/** Where a ladder describes a capability, or one of its signals. */
function placeIn(index: LadderIndex, { level, name, signal }: CitationTarget): GuidePlace | undefined {
  const capability = index.capability(level, name);
  const range = signal === undefined ? undefined : capability?.signals[signal - 1]?.range;
  return capability && { guide: capability.source.guide, range: range ?? capability.source.range };
}

/** Opens a guide with the first line of a place selected and in view. */
export async function openGuide(place: GuidePlace): Promise<void> {
  const { command, arguments: args = [] } = openGuideCommand(place);
  await commands.executeCommand(command, ...args);
}
