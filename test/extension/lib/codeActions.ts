import assert from 'node:assert/strict';
import { type CodeAction, type CodeActionKind, commands, type Range, type Uri } from 'vscode';
import { eventually } from './eventually';

/**
 * The code actions at a place, once one of them has a title. VS Code leaves out those that are still awaited when
 * another extension registers its own, as happens while it starts.
 */
export function codeActionsAt(
  uri: Uri,
  range: Range | undefined,
  title: RegExp,
  kind?: CodeActionKind,
): Promise<readonly CodeAction[]> {
  return eventually(async () => {
    const actions: readonly CodeAction[] = await commands.executeCommand(
      'vscode.executeCodeActionProvider',
      uri,
      range,
      kind?.value,
    );
    const titles = actions.map((action) => action.title);
    assert.ok(
      titles.some((one) => title.test(one)),
      `no “${title}” among: ${titles.join('\n')}`,
    );
    return actions;
  });
}
