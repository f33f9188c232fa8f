import assert from 'node:assert/strict';
import { CompletionItemKind, type CompletionList, commands, SnippetString, type TextDocument } from 'vscode';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

/** What is offered at the bar in a text, asked for or brought up by a character; of ours alone. */
async function offered(text: string, trigger?: string) {
  const at = text.indexOf('|');
  const document: TextDocument = await untitled(text.slice(0, at) + text.slice(at + 1));
  const list: CompletionList = await commands.executeCommand(
    'vscode.executeCompletionItemProvider',
    document.uri,
    document.positionAt(at),
    trigger,
  );
  const label = ({ label: own }: CompletionList['items'][number]): string =>
    typeof own === 'string' ? own : own.label;
  return (
    list.items
      // VS Code offers the words of open documents and the snippets where nobody else has something to offer.
      .filter(({ kind, detail }) => kind !== CompletionItemKind.Text && detail === undefined)
      .map((item) => ({ label: label(item), insertText: item.insertText }))
  );
}

suite('completion', () => {
  const head = '---\npromotion: M1 to M2\n---\n';

  test('offers the parts of a citation, each for itself', async () => {
    await eventually(async () => {
      assert.deepEqual(
        (await offered(`${head}\n[M2|: Systems and Scale #1] 2`)).map(({ label }) => label),
        ['M2', 'M3'],
      );
    });
    const names = await offered(`${head}\n[M2: Sys|tems and Scale #1] 2`);
    assert.equal(names.length, 4);
    assert.deepEqual(names[2], { label: 'Systems and Scale', insertText: 'Systems and Scale' });
  });

  test('offers a whole document to those who ask, and not to those who type', async () => {
    const [document] = await offered(`${head}\n|`);
    assert.equal(document?.label, 'Promotion document for M1 to M2');
    assert.ok(document.insertText instanceof SnippetString);
    assert.match(document.insertText.value, /^# \$\{1:‹Your name›\}/u);
    assert.deepEqual(await offered(`${head}\n |`, ' '), []);
  });

  test('offers the steps behind promotion: to those who ask', async () => {
    assert.deepEqual(
      (await offered('---\npromotion: |\n---\n')).map(({ label }) => label),
      ['M1 to M2', 'M2 to M3', 'M2', 'M3'],
    );
    assert.deepEqual(await offered('---\npromotion: |\n---\n', ' '), []);
    assert.deepEqual(
      (await offered('---\npromotion: M1 to |\n---\n', ' ')).map(({ label }) => label),
      ['M1 to M2', 'M2 to M3', 'M2', 'M3'],
    );
    // Before the front matter is closed, too.
    for (const text of ['---\npromotion: |', '---\ntitle: Mine\n\npromotion: M|\n']) {
      assert.deepEqual(
        (await offered(text)).map(({ label }) => label),
        ['M1 to M2', 'M2 to M3', 'M2', 'M3'],
      );
      assert.deepEqual(await offered(text, ' '), []);
    }
    assert.deepEqual(await offered('---\n\nSome prose.\n\npromotion: |'), []);
    assert.deepEqual(await offered('---\ntitle: |\n---\n'), []);
    assert.deepEqual(await offered('|'), []);
  });
});
