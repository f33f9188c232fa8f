import assert from 'node:assert/strict';
import { commands, type DocumentLink, languages, type TextDocument, Uri, workspace } from 'vscode';
import { ruleOf } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';

function fileIn(folder: string, file: string): Uri {
  const found = workspace.workspaceFolders?.find(({ name }) => name === folder) ?? assert.fail(folder);
  return Uri.joinPath(found.uri, file);
}

async function linkTargets({ uri }: TextDocument): Promise<readonly string[]> {
  const links: readonly DocumentLink[] = await commands.executeCommand('vscode.executeLinkProvider', uri);
  return links.map(({ target }) => target?.toString() ?? '');
}

suite('in a window of several folders', () => {
  test('a document belongs to the guides of its own folder', async () => {
    const document = await workspace.openTextDocument(fileIn('own-guides', 'promotions/ada-ic5.md'));
    await eventually(() => {
      const rules = languages.getDiagnostics(document.uri).map((diagnostic) => String(ruleOf(diagnostic)));
      assert.deepEqual(rules.sort(), ['missing-capability', 'no-evidence']);
    });
  });

  test('a document whose folder has none, to all guides of the window', async () => {
    const document = await workspace.openTextDocument(fileIn('built-in-ladder', 'promotion-m2.md'));
    await eventually(() => {
      // The other folder's ladder has an M1 and no M2.
      const rules = languages.getDiagnostics(document.uri).map((diagnostic) => String(ruleOf(diagnostic)));
      assert.ok(rules.includes('unknown-promotion'), String(rules));
    });
  });

  test('so does an untitled one', async () => {
    const document = await workspace.openTextDocument({
      language: 'markdown',
      content: '---\npromotion: IC4 to IC5\n---\n\n[IC5: Judgment]\n',
    });
    await eventually(async () => {
      assert.match((await linkTargets(document)).join(), /own-guides\/guides\/ic4-to-ic5\.md/);
    });
  });
});
