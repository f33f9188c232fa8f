import assert from 'node:assert/strict';
import { workspace } from 'vscode';

/** Adds and removes folders of the window: VS Code takes the next change only when this one has come about. */
export async function changeFolders(
  ...change: Parameters<typeof workspace.updateWorkspaceFolders>
): Promise<void> {
  const changed = new Promise<void>((resolve) => {
    const subscription = workspace.onDidChangeWorkspaceFolders(() => {
      subscription.dispose();
      resolve();
    });
  });
  assert.ok(workspace.updateWorkspaceFolders(...change));
  await changed;
}
