import type { Nodes } from 'mdast';

/** What is done on the way through a tree. */
export interface Visitor {
  enter(node: Nodes): void;
  leave(node: Nodes): void;
}

/** Goes through a tree in the order of its text, however deep it is. */
export function walk(root: Nodes, visitor: Visitor): void {
  const open: { readonly node: Nodes; next: number }[] = [{ node: root, next: 0 }];
  visitor.enter(root);
  for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
    const child = 'children' in top.node ? top.node.children[top.next] : undefined;
    if (child === undefined) {
      visitor.leave(top.node);
      open.pop();
    } else {
      top.next += 1;
      visitor.enter(child);
      open.push({ node: child, next: 0 });
    }
  }
}
