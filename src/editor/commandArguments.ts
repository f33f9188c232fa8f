import type { CitationTarget } from '../core/citations/writeCitation';
import type { LadderNode } from '../core/tree/ladderTree';
import type { NamedLadder } from './guides/ladders';

/** The line of the tree that a command was called on; undefined where it was called from elsewhere. */
export function nodeOfArgument(argument: unknown): LadderNode | undefined {
  return typeof argument === 'object' && argument !== null && 'spoken' in argument && 'children' in argument
    ? (argument as LadderNode)
    : undefined;
}

/** What to cite, from a line of the tree or from `{level, name, signal?}`; undefined asks the user. */
export function citationOfArgument(argument: unknown): CitationTarget | undefined {
  const node = nodeOfArgument(argument);
  if (node !== undefined) {
    return node.citation;
  }
  if (typeof argument !== 'object' || argument === null || !('level' in argument) || !('name' in argument)) {
    return undefined;
  }
  const { level, name } = argument;
  const signal = 'signal' in argument && typeof argument.signal === 'number' ? argument.signal : undefined;
  if (typeof level !== 'string' || typeof name !== 'string') {
    return undefined;
  }
  return signal === undefined ? { level, name } : { level, name, signal };
}

/** The id of a level, from `{level}`; undefined asks the user. */
export function levelOfArgument(argument: unknown): string | undefined {
  return typeof argument === 'object' &&
    argument !== null &&
    'level' in argument &&
    typeof argument.level === 'string'
    ? argument.level
    : undefined;
}

/** The ladders that `{folder}` means, by the folder's URI or its name; all of them where it names none. */
export function laddersOfArgument(argument: unknown, shown: readonly NamedLadder[]): readonly NamedLadder[] {
  const meant =
    typeof argument === 'object' && argument !== null && 'folder' in argument ? argument.folder : undefined;
  const own = shown.filter(
    ({ key, folder }) => meant !== undefined && (meant === key || meant === folder?.name),
  );
  return own.length > 0 ? own : shown;
}

/** The ladder of a line of the tree. */
export function ladderOfNode({ id }: LadderNode, shown: readonly NamedLadder[]): NamedLadder | undefined {
  // A folder may lie within another, whose key begins its own.
  const [own] = shown
    .filter(({ key }) => id.startsWith(`${key}/`))
    .sort((one, other) => other.key.length - one.key.length);
  return own;
}
