import assert from 'node:assert/strict';
import { filesBelow, readText } from '../support/files';

suite('messages of the editor', () => {
  test('are shown from one place, which makes no links and no icons of what files say', () => {
    const sources = filesBelow('src', '.ts');
    assert.ok(sources.length > 200);
    assert.deepEqual(
      sources.filter((file) =>
        /\.(?:show(?:Information|Warning|Error)|setStatusBar)Message\b/u.test(readText(file)),
      ),
      ['src/editor/messages.ts'],
    );
  });

  test('so are lists, or of lines that were made there', () => {
    const sources = filesBelow('src/editor', '.ts');
    const naming = (name: string): readonly string[] =>
      sources.filter((file) => new RegExp(`\\b${name}\\b`, 'u').test(readText(file)));
    assert.deepEqual(naming('showQuickPick'), ['src/editor/quickPick.ts']);
    assert.deepEqual(
      naming('createQuickPick').filter((file) => !naming('plainItem').includes(file)),
      [],
    );
  });
});
