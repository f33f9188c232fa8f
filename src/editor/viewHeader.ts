import type { TreeView } from 'vscode';

/** Says beside a view's title, and above its tree, what the tree cannot say itself; empty for nothing. */
export function setHeader(view: TreeView<unknown>, description: string, message: string): void {
  // Without a value VS Code keeps the old description; an empty one removes it.
  view.description = description;
  // The type wants no undefined here, and an empty message would leave a gap above the tree.
  if (message !== '' || view.message) {
    view.message = message;
  }
}
