import assert from 'node:assert/strict';
import { commands, window } from 'vscode';
import { untitled } from '../lib/untitled';

suite('link definitions, where the guides are no files', () => {
  test('are not written, and those that are there stay', async () => {
    const content =
      '---\npromotion: M1 to M2\n---\n\n[M2: Systems and Scale] 1\n\n[M2: Systems and Scale]: old.md\n[M2: Gone]: old.md\n';
    const document = await untitled(content);
    await window.showTextDocument(document);
    await commands.executeCommand('careerLadder.updateLinkDefinitions');
    assert.equal(document.getText(), content.replace('[M2: Gone]: old.md\n', ''));
  });
});
