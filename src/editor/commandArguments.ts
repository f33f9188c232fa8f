import type { CitationTarget } from '../core/citations/writeCitation';
import type { LadderNode } from '../core/tree/ladderTree';
import type { NamedLadder } from './guides/ladders';

/** What the object says that a command was given, whoever calls it; nothing for anything else. */
export function propertiesOf(argument: unknown): Readonly<Record<string, unknown>> {
  return typeof argument === 'object' && argument !== null ? { ...argument } : {};
}

/** The line of the tree that a command was called on; undefined where it was called from elsewhere. */
export function nodeOfArgument(argument: unknown): LadderNode | undefined {
  const { spoken, children } = propertiesOf(argument);
  return spoken === undefined || children === undefined ? undefined : (argument as LadderNode);
}

/** What to cite, from a line of the tree or from `{level, name, signal?}`; undefined asks the user. */
export function citationOfArgument(argument: unknown): CitationTarget | undefined {
  const node = nodeOfArgument(argument);
  if (node !== undefined) {
    return node.citation;
  }
  const { level, name, signal } = propertiesOf(argument);
  if (typeof level !== 'string' || typeof name !== 'string') {
    return undefined;
  }
  return typeof signal === 'number' ? { level, name, signal } : { level, name };
}

/** The id of a level, from `{level}`; undefined asks the user. */
export function levelOfArgument(argument: unknown): string | undefined {
  const { level } = propertiesOf(argument);
  return typeof level === 'string' ? level : undefined;
}

/** The ladders that `{folder}` means, by the folder's URI or its name; all of them where it names none. */
export function laddersOfArgument(argument: unknown, shown: readonly NamedLadder[]): readonly NamedLadder[] {
  const { folder: meant } = propertiesOf(argument);
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
