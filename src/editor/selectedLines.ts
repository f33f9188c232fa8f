import type { CitationTarget } from '../core/citations/writeCitation';
import { idsOf, type LadderNode, ladderTree } from '../core/tree/ladderTree';
import { citationOfArgument, nodeOfArgument } from './commandArguments';
import type { Ladders } from './guides/ladders';

/** What to cite: all that is selected in the tree, else what the argument names, else what the user picks, if anything. */
export async function citationsToWrite(
  argument: unknown,
  selected: unknown,
  ladders: Ladders,
  pick: () => Promise<CitationTarget | undefined>,
): Promise<readonly CitationTarget[]> {
  const lines = await linesOf(argument, selected, ladders);
  const cited = lines.flatMap(({ citation }) => citation ?? []);
  if (cited.length > 0) {
    return cited;
  }
  const target = citationOfArgument(argument) ?? (await pick());
  return target === undefined ? [] : [target];
}

/** The lines of the tree that a command was called on: all that are selected, from top to bottom. */
export async function linesOf(
  argument: unknown,
  selected: unknown,
  ladders: Ladders,
): Promise<readonly LadderNode[]> {
  const clicked = nodeOfArgument(argument);
  const lines = Array.isArray(selected)
    ? selected.flatMap((line: unknown) => nodeOfArgument(line) ?? [])
    : [];
  if (lines.length < 2) {
    return clicked === undefined ? [] : [clicked];
  }
  const { shown } = await ladders.get();
  const ids = shown.flatMap(({ ladder, key }) => idsOf(ladderTree(ladder, key)));
  const places = new Map(ids.map((id, place) => [id, place]));
  return lines.sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
}
