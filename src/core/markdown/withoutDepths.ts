import type { Nodes, Root } from 'mdast';

/** Nobody nests quotes and lists so deeply on purpose, and who walks them needs room for each level. */
const deepest = 100;

const deepLine = new RegExp(`^[ \\t]*(?:(?:>|[-+*]|\\d{1,9}[.)])[ \\t]*){${deepest}}`, 'm');

/** Takes out of a tree what one line of the text nests in more than a hundred quotes and lists. */
export function withoutDepths(root: Root, text: string): Root {
  if (deepLine.test(text)) {
    const open: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { node, depth } = next;
      if ('children' in node) {
        node.children = depth < deepest ? node.children : [];
        open.push(...node.children.map((child) => ({ node: child, depth: depth + 1 })));
      }
    }
  }
  return root;
}
