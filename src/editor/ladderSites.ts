import { indexOf } from '../core/citations/ladderIndex';
import type { Site } from '../core/references/siteAt';
import type { SearchEntry } from '../core/search/searchLadder';
import { citationOfArgument, laddersOfArgument, levelOfArgument, nodeOfArgument } from './commandArguments';
import type { Ladders } from './guides/ladders';
import { warn } from './messages';
import { pickOfKinds } from './pickFromLadder';
import { shownLadders } from './shownLadders';

/**
 * The capability or level that a command was called on: a line of the tree, `{level, name?, folder?}`, or
 * what the user picks; undefined where nothing is picked, or the ladders have no such thing, which is told.
 *
 * @param title Asks the user.
 * @param kinds What the user is offered.
 */
export async function siteOfArgument(
  argument: unknown,
  ladders: Ladders,
  title: string,
  kinds: readonly SearchEntry['kind'][],
): Promise<Site | undefined> {
  const node = nodeOfArgument(argument);
  const shown = await shownLadders(ladders);
  if (shown.length === 0) {
    return undefined;
  }
  const guide = node?.place?.guide.path;
  const own = laddersOfArgument(argument, shown).filter(
    ({ ladder }) => guide === undefined || ladder.guides.some(({ path }) => path === guide),
  );
  const target = citationOfArgument(argument);
  const id = node?.kind === 'level' ? node.label : levelOfArgument(argument);
  if (target === undefined && id !== undefined && kinds.includes('level')) {
    const level = own.flatMap(({ ladder }) => indexOf(ladder).level(id) ?? [])[0];
    return level === undefined ? tellUnknown(id) : { kind: 'level', level, range: level.source.range };
  }
  if (target === undefined) {
    const picked = await pickOfKinds(ladders, title, kinds);
    return picked && siteOfArgument(picked, ladders, title, kinds);
  }
  const capability = own.flatMap(
    ({ ladder }) => indexOf(ladder).capability(target.level, target.name) ?? [],
  )[0];
  return capability === undefined
    ? tellUnknown(`${target.level}: ${target.name}`)
    : { kind: 'capability', capability, range: capability.source.range };
}

/** Tells that a command was asked for what no ladder has, which may have been there a moment ago. */
export function tellUnknown(what: string): undefined {
  warn(`The ladder has no “${what}”.`);
}
