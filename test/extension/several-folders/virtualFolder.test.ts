import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { problems } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { MemoryFiles } from '../lib/memoryFiles';

suite('a folder that cannot be searched', () => {
  const files = new MemoryFiles('unsearchable');
  const sameName = '/ladder/guides/ic4-to-ic5.md';

  test('is walked for guides', async () => {
    const guide = '/ladder/guides/deep/m1-to-m2.md';
    files.put({
      [guide]: '# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### Depth\n',
      '/ladder/notes.md': '# Progression Guide: M5 to M6\n',
      [sameName]: `# Progression Guide: IC4 to IC5\n\n## Key Capabilities\n\n### Judgment\n\n**What this looks like:**\n\n${'- Asks.\n'.repeat(10)}`,
      '/ladder/ben.md': '---\npromotion: IC4 to IC5\n---\n\n## [IC5: Judgment]\n\nIn 2025.\n',
    });
    workspace.updateWorkspaceFolders(workspace.workspaceFolders?.length ?? 0, 0, {
      uri: files.uri('/ladder'),
      name: 'virtual',
    });
    await workspace.openTextDocument(files.uri(guide));
    await eventually(() => {
      assert.equal(problems(files.uri(guide), 'guide-capability').length, 1);
    });
  });

  test('has the ladder that is meant where only it knows the levels', async () => {
    await commands.executeCommand('careerLadder.newPromotion', { to: 'M2' });
    assert.match(window.activeTextEditor?.document.getText() ?? '', /^promotion: M2$/mu);
  });

  test('keeps what is picked from its ladder apart from what another folder calls the same', async () => {
    await workspace.openTextDocument(files.uri('/ladder/ben.md'));
    await eventually(async () => {
      await pickAmongLast(commands.executeCommand('careerLadder.findReferences'));
      assert.equal(window.activeTextEditor?.document.uri.toString(), files.uri(sameName).toString());
    });
  });
});

/**
 * Takes one of the last things that are offered, as soon as something asks. A list that opens just then may
 * give its first.
 */
async function pickAmongLast(asking: Thenable<unknown>): Promise<void> {
  let isDone = false;
  asking.then(() => {
    isDone = true;
  });
  await eventually(async () => {
    for (let back = 0; back < 4; back += 1) {
      await commands.executeCommand('workbench.action.quickOpenSelectPrevious');
    }
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.ok(isDone);
  });
}
