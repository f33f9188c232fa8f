import assert from 'node:assert/strict';
import { type CodeAction, commands, Uri, workspace } from 'vscode';
import { problems } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const guide = Uri.joinPath(folder, 'ladder/m1-to-m2.md');

/** Takes the fix of this title for the first finding of a rule. */
async function fix(uri: Uri, rule: string, title: string): Promise<void> {
  const [problem] = await eventually(() => {
    const found = problems(uri, rule);
    assert.ok(found.length > 0);
    return found;
  });
  const action = await eventually(async () => {
    const actions: readonly CodeAction[] = await commands.executeCommand(
      'vscode.executeCodeActionProvider',
      uri,
      problem?.range,
    );
    const found = actions.find((one) => one.title === title);
    assert.ok(found?.edit !== undefined, actions.map((one) => one.title).join('\n'));
    return found;
  });
  assert.ok(action.edit !== undefined && (await workspace.applyEdit(action.edit)));
}

suite('the quick fixes in a guide', () => {
  suiteTeardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('remove a comment that silences nothing', async () => {
    const document = await workspace.openTextDocument(guide);
    await fix(guide, 'unused-disable', 'Remove this comment');
    await eventually(() => assert.deepEqual(problems(guide, 'unused-disable'), []));
    assert.doesNotMatch(document.getText(), /career-ladder-disable/);
  });

  test('silence a finding, in a table too', async () => {
    const document = await workspace.openTextDocument(guide);
    await fix(guide, 'guide-levels', 'Silence “guide-levels” here');
    await eventually(() => assert.deepEqual(problems(guide, 'guide-levels'), []));
    assert.match(
      document.lineAt(6).text,
      /^\| M2: Senior Lead \| M3: Director <!-- career-ladder-disable-line guide-levels --> \|$/,
    );
    assert.deepEqual(problems(guide, 'unused-disable'), []);
  });
});
