import assert from 'node:assert/strict';
import { commands, type DocumentLink, env, extensions, languages, Uri, window, workspace } from 'vscode';
import { readGuide } from '../../../src/core/guide/readGuide';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { ladderTree } from '../../../src/core/tree/ladderTree';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

interface Manifest {
  readonly contributes: {
    readonly commands: readonly { readonly command: string }[];
    readonly configuration: { readonly properties: Readonly<Record<string, unknown>> };
    readonly views: Readonly<Record<string, readonly { readonly id: string }[]>>;
  };
}

const extension =
  extensions.getExtension('career-ladder.career-ladder') ?? assert.fail('the extension is missing');
const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');

suite('the manifest and what is registered', () => {
  const { contributes }: Manifest = extension.packageJSON;

  suiteSetup(async () => {
    await extension.activate();
  });

  test('every command is declared, and every declared one registered', async () => {
    const views = Object.values(contributes.views).flat();
    const registered = (await commands.getCommands(true)).filter(
      (command) =>
        command.startsWith('careerLadder.') &&
        // VS Code makes commands of its own for every view that is declared.
        !views.some(({ id }) => command.startsWith(`${id}.`)),
    );
    assert.deepEqual(registered.sort(), contributes.commands.map(({ command }) => command).sort());
  });

  test('every view is there', async () => {
    const all = await commands.getCommands(true);
    for (const { id } of Object.values(contributes.views).flat()) {
      assert.ok(all.includes(`${id}.focus`), id);
    }
  });

  test('every setting has a default', () => {
    for (const name of Object.keys(contributes.configuration.properties)) {
      assert.notEqual(workspace.getConfiguration().inspect(name)?.defaultValue, undefined, name);
    }
  });
});

suite('commands', () => {
  test('copy a citation of what they are told', async () => {
    await commands.executeCommand('careerLadder.copyCitation', {
      level: 'M2',
      name: 'Systems and Scale',
      signal: 3,
    });
    assert.equal(await env.clipboard.readText(), '[M2: Systems and Scale #3]');
  });

  test('copy all lines that are selected in the tree, in its order', async () => {
    const guide = Uri.from({ scheme: 'career-ladder', path: '/m1-to-m2 (built-in).md' });
    const text = (await workspace.openTextDocument(guide)).getText();
    const ladder = buildLadder([readGuide(guide.toString(), parseMarkdown(text)) ?? assert.fail('no guide')]);
    const [track] = ladderTree(ladder, 'built-in');
    const level = track?.children.find(({ label }) => label === 'M2') ?? assert.fail('no level');
    const capability = level.children.find(({ label }) => label === 'Systems and Scale');
    const [, second, third] = capability?.children[0]?.children ?? [];
    const clicked = third ?? assert.fail('no signal');
    const selected = [clicked, level, second, capability];
    await commands.executeCommand('careerLadder.copyCitation', clicked, selected);
    assert.equal(
      await env.clipboard.readText(),
      '[M2: Systems and Scale]\n[M2: Systems and Scale #2]\n[M2: Systems and Scale #3]',
    );
    await commands.executeCommand('careerLadder.copyText', clicked, selected);
    assert.equal(
      await env.clipboard.readText(),
      [level, capability, second, clicked].map((line) => line?.text).join('\n'),
    );
    await commands.executeCommand('careerLadder.copyText', clicked, [clicked]);
    assert.equal(await env.clipboard.readText(), clicked.text);
  });
});

suite('finding a capability', () => {
  test('begins with the words it is given, and Enter opens what is found', async () => {
    await commands.executeCommand('careerLadder.findCapability', { query: 'scale systems' });
    await eventually(async () => {
      await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
      const { document, selection } = window.activeTextEditor ?? assert.fail('no editor');
      assert.equal(document.lineAt(selection.start).text, '### 3. Systems and Scale');
    });
  });
});

suite('the built-in guides', () => {
  suiteTeardown(async () => {
    // The other suites here want the built-in ladder back.
    await workspace.fs.delete(Uri.joinPath(folder, 'guides'), { recursive: true });
    const document = await untitled('---\npromotion: M1 to M2\n---\n\n[M2: Systems and Scale]\n');
    await eventually(async () => {
      const links: readonly DocumentLink[] = await commands.executeCommand(
        'vscode.executeLinkProvider',
        document.uri,
      );
      assert.equal(links[0]?.target?.scheme, 'career-ladder');
    });
  });

  const uri = Uri.from({ scheme: 'career-ladder', path: '/m1-to-m2 (built-in).md' });

  test('open as Markdown documents', async () => {
    const document = await workspace.openTextDocument(uri);
    assert.match(document.getText(), /^# Progression Guide: M1 to M2\n/);
    assert.equal(document.languageId, 'markdown');
  });

  test('are reported nothing about', async () => {
    await commands.executeCommand('careerLadder.ladder.focus');
    assert.deepEqual(languages.getDiagnostics(uri), []);
  });

  test('are copied into the workspace, never over a file that is there', async () => {
    const own = Uri.joinPath(folder, 'guides/m2-to-m3.md');
    await workspace.fs.writeFile(own, new TextEncoder().encode('# Mine\n'));
    await commands.executeCommand('careerLadder.copyGuides');
    const copied = await workspace.fs.readFile(Uri.joinPath(folder, 'guides/m1-to-m2.md'));
    assert.match(new TextDecoder().decode(copied), /^# Progression Guide: M1 to M2\n/);
    assert.equal(new TextDecoder().decode(await workspace.fs.readFile(own)), '# Mine\n');
  });
});
