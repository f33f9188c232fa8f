import assert from 'node:assert/strict';
import {
  commands,
  type DocumentLink,
  type Hover,
  languages,
  MarkdownString,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
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
  // A workspace file is read once the window is up.
  suiteSetup(() => eventually(() => assert.equal(workspace.workspaceFolders?.length, 2)));

  test('a document belongs to the guides of its own folder', async () => {
    const document = await workspace.openTextDocument(fileIn('own-guides', 'promotions/ada-ic5.md'));
    await eventually(() => {
      const rules = languages.getDiagnostics(document.uri).map((diagnostic) => String(ruleOf(diagnostic)));
      assert.deepEqual(rules.sort(), ['missing-capability', 'no-evidence']);
    });
  });

  test('the links of its cards mean the guides of that folder', async () => {
    const document = await workspace.openTextDocument(fileIn('own-guides', 'promotions/ada-ic5.md'));
    const hovers: readonly Hover[] = await commands.executeCommand(
      'vscode.executeHoverProvider',
      document.uri,
      document.positionAt(document.getText().indexOf('[IC5: Technical Direction]') + 8),
    );
    const text = hovers
      .flatMap(({ contents }) => contents)
      .map((content) => (content instanceof MarkdownString ? content.value : ''))
      .join('\n');
    const [, argument = ''] = /\(command:careerLadder\.openGuide\?([^)]*)\)/u.exec(text) ?? [];
    await commands.executeCommand('careerLadder.openGuide', ...JSON.parse(decodeURIComponent(argument)));
    const opened = window.activeTextEditor ?? assert.fail('no editor');
    assert.equal(opened.document.uri.toString(), fileIn('own-guides', 'guides/ic4-to-ic5.md').toString());
    assert.match(decodeURIComponent(argument), /"folder":"[^"]*\/own-guides"/);
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
