import assert from 'node:assert/strict';
import { commands, languages, Uri, window, workspace } from 'vscode';
import { ruleOf } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { watching } from '../lib/watching';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');

suite('a new promotion document for a guide with strange names', () => {
  const uri = Uri.joinPath(folder, 'guides/x1-to-x2.md');
  const names = ['Costs in $', ['$', '{1:Taste}'].join(''), '$TM_FILENAME', 'Curly } brace', 'Back \\ slash'];

  suiteSetup(() => watching(folder));

  suiteTeardown(async () => {
    await workspace.fs.delete(uri);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('has just those names', async () => {
    const capabilities = names.map(
      (name) =>
        `### ${name.replace('\\', '\\\\')}\n\nText.\n\n**What this looks like:**\n\n- You spend $1 on } \\\\ things\n`,
    );
    const guide = ['# Progression Guide: X1 to X2', '## Key Capabilities', ...capabilities].join('\n\n');
    await workspace.fs.writeFile(uri, new TextEncoder().encode(guide));
    // The ladder follows the file system when that tells of the change.
    const document = await eventually(async () => {
      await commands.executeCommand('careerLadder.newPromotion', { from: 'X1', to: 'X2' });
      const active = window.activeTextEditor?.document;
      assert.ok(active?.isUntitled);
      return active;
    });
    assert.deepEqual(
      document.getText().match(/^## \[.*$/gmu),
      names.map((name) => `## [X2: ${name.replace('\\', '\\\\')}]`),
    );
    assert.equal(document.getText().match(/^- You spend \$1 on \} \\\\ things$/gmu)?.length, names.length);
    await eventually(() => {
      const rules = languages.getDiagnostics(document.uri).map(ruleOf);
      assert.deepEqual(
        rules,
        names.map(() => 'no-evidence'),
      );
    });
  });
});
