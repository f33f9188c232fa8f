import assert from 'node:assert/strict';
import { commands, type DocumentLink, workspace } from 'vscode';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

suite('a window without a folder', () => {
  test('has the built-in ladder for a document that nobody has saved yet', async () => {
    assert.equal(workspace.workspaceFolders, undefined);
    const { uri } = await untitled('---\npromotion: M1 to M2\n---\n\n[M2: Systems and Scale]\n');
    await eventually(async () => {
      const links: readonly DocumentLink[] = await commands.executeCommand('vscode.executeLinkProvider', uri);
      assert.deepEqual(
        links.map(({ target }) => target?.scheme),
        ['career-ladder'],
      );
    });
  });
});
