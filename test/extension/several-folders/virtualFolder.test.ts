import assert from 'node:assert/strict';
import { commands, window, workspace } from 'vscode';
import { problems } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { MemoryFiles } from '../lib/memoryFiles';

suite('a folder that cannot be searched', () => {
  test('is walked for guides', async () => {
    const guide = '/ladder/guides/deep/m1-to-m2.md';
    const files = new MemoryFiles('unsearchable');
    files.put({
      [guide]: '# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### Depth\n',
      '/ladder/notes.md': '# Progression Guide: M5 to M6\n',
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
});
