import type { LadderNode } from './ladderTree';

/** A line of a tree that goes on under another id. */
export interface RenamedNode {
  readonly former: string;
  readonly id: string;
}

/**
 * The lines whose names have changed between two trees of a ladder: alone among their neighbours, at the same
 * place as before. What else changed, nobody can tell from a line that was removed and another that was added.
 */
export function renamedNodes(
  before: readonly LadderNode[],
  after: readonly LadderNode[],
): readonly RenamedNode[] {
  const known = new Map(before.map((node) => [node.id, node]));
  const gone = new Set(known.keys());
  for (const { id } of after) {
    gone.delete(id);
  }
  const [fresh, ...others] = after.filter(({ id }) => !known.has(id));
  const former = fresh === undefined ? undefined : before[after.indexOf(fresh)];
  const isRenamed =
    others.length === 0 &&
    gone.size === 1 &&
    former !== undefined &&
    gone.has(former.id) &&
    former.kind === fresh?.kind;
  return [
    ...(isRenamed && fresh !== undefined ? [{ former: former.id, id: fresh.id }] : []),
    ...after.flatMap(({ id, children }) => renamedNodes(known.get(id)?.children ?? [], children)),
  ];
}
