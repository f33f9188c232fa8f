import assert from 'node:assert/strict';
import { commands, languages, Selection, window } from 'vscode';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

async function inserted(name: string, before = ''): Promise<string> {
  const document = await untitled(before);
  const editor = await window.showTextDocument(document);
  const end = document.positionAt(before.length);
  editor.selection = new Selection(end, end);
  await commands.executeCommand('editor.action.insertSnippet', { langId: 'markdown', name });
  return document.getText().slice(before.length);
}

suite('the snippets', () => {
  const head = '---\npromotion: M1 to M2\n---\n\n## [M2: Systems and Scale]\n\n';

  test('one begins a promotion document that has no errors', async () => {
    const text = await inserted('Promotion Document');
    assert.match(
      text,
      /^---\npromotion: M1 to M2\n---\n\n# ‹Your name›: promotion to M2\n[\s\S]*\n## \[M2: \]\n/u,
    );
    const { uri } = window.activeTextEditor?.document ?? assert.fail('no editor is open');
    await eventually(() => {
      const found = languages.getDiagnostics(uri);
      assert.ok(found.length === 4, JSON.stringify(found));
      assert.ok(found.every(({ message }) => /is cited nowhere/u.test(message)));
    });
  });

  test('one is evidence, once it is filled in', async () => {
    assert.equal((await inserted('Promotion Evidence', head)).split('\n\n').length, 3);
    const { document } = window.activeTextEditor ?? assert.fail('no editor is open');
    const messages = (): string =>
      languages
        .getDiagnostics(document.uri)
        .map(({ message }) => message)
        .join('\n');
    await eventually(() => assert.match(messages(), /is evidence for “Systems and Scale” yet/u));
    await commands.executeCommand('type', { text: 'In 2025 the team doubled.' });
    await eventually(() => assert.doesNotMatch(messages(), /Systems and Scale/u));
  });

  test('the others write what they are named for', async () => {
    assert.equal(await inserted('Promotion Citation', head), '[M2: ]');
    assert.match(
      await inserted('Promotion Feedback'),
      /^> ‹What [^\n]*›\n>\n> — ‹Name›, peer, \p{L}+ \d{4}\n$/u,
    );
    assert.match(await inserted('Promotion Growth Area'), /^- ‹What [^\n]*›: ‹[^\n]*›, by the next review$/u);
    assert.match(
      await inserted('Promotion Summary'),
      /^## Summary\n\nI have done the work of M2 since \p{L}+ \d{4}: /u,
    );
  });
});
