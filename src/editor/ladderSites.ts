import { indexOf } from '../core/citations/ladderIndex';
import type { Site } from '../core/references/siteAt';
import { citationOfArgument, laddersOfArgument, nodeOfArgument } from './commandArguments';
import type { Ladders } from './guides/ladders';
import { pickCitation } from './pickFromLadder';

/**
 * The capability or level that a command was called on: a line of the tree, `{level, name?, folder?}`, or
 * what the user picks; undefined where nothing is picked, or the ladders have no such thing.
 *
 * @param title Asks the user.
 */
export async function siteOfArgument(
  argument: unknown,
  ladders: Ladders,
  title: string,
): Promise<Site | undefined> {
  const node = nodeOfArgument(argument);
  const { shown } = await ladders.get();
  const own = laddersOfArgument(argument, shown).filter(
    ({ ladder }) => node?.place === undefined || ladder.guides.includes(node.place.guide),
  );
  if (node?.kind === 'level') {
    const level = own.flatMap(({ ladder }) => indexOf(ladder).level(node.label) ?? [])[0];
    return level && { kind: 'level', level, range: level.source.range };
  }
  const target = citationOfArgument(argument);
  if (target === undefined) {
    const picked = await pickCitation(ladders, title);
    return picked && siteOfArgument(picked, ladders, title);
  }
  const capability = own.flatMap(
    ({ ladder }) => indexOf(ladder).capability(target.level, target.name) ?? [],
  )[0];
  return capability && { kind: 'capability', capability, range: capability.source.range };
}
