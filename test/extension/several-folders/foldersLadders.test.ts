import assert from 'node:assert/strict';
import {
  type CodeLens,
  ConfigurationTarget,
  commands,
  type DocumentLink,
  extensions,
  type Hover,
  languages,
  MarkdownString,
  Range,
  type SymbolInformation,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { readGuide } from '../../../src/core/guide/readGuide';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { ladderTree } from '../../../src/core/tree/ladderTree';
import { Ladders } from '../../../src/editor/guides/ladders';
import { changeFolders } from '../lib/changeFolders';
import { messages, ruleOf } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

function fileIn(folder: string, file: string): Uri {
  const found = workspace.workspaceFolders?.find(({ name }) => name === folder) ?? assert.fail(folder);
  return Uri.joinPath(found.uri, file);
}

async function linkTargets({ uri }: TextDocument): Promise<readonly string[]> {
  const links: readonly DocumentLink[] = await commands.executeCommand('vscode.executeLinkProvider', uri);
  return links.map(({ target }) => target?.toString() ?? '');
}

function compared(): readonly string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .map(({ label }) => label)
    .filter((label) => label.startsWith('Compare'))
    .sort();
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
    const document = await untitled('---\npromotion: IC4 to IC5\n---\n\n[IC5: Judgment]\n');
    await eventually(async () => {
      assert.match((await linkTargets(document)).join(), /own-guides\/guides\/ic4-to-ic5\.md/);
    });
  });

  test('a guide that two folders share is followed for both while it is typed', async () => {
    const setting = workspace.getConfiguration('careerLadder', fileIn('built-in-ladder', ''));
    const { path } = fileIn('own-guides', 'guides');
    await setting.update('guides', [path], ConfigurationTarget.WorkspaceFolder);
    const guide = await workspace.openTextDocument(fileIn('own-guides', 'guides/ic4-to-ic5.md'));
    const foldersWith = async (name: string): Promise<readonly string[]> => {
      const found: readonly SymbolInformation[] = await commands.executeCommand(
        'vscode.executeWorkspaceSymbolProvider',
        name,
      );
      return found
        .filter((symbol) => symbol.name === name)
        .map(({ containerName }) => containerName.replace(/ · .*$/u, ''))
        .sort();
    };
    await eventually(async () => {
      assert.deepEqual(await foldersWith('IC5: Judgment'), ['built-in-ladder', 'own-guides']);
    });
    const { extensionUri } = extensions.getExtension('career-ladder.career-ladder') ?? assert.fail();
    const ladders = new Ladders({ extensionUri });
    const joined = (await ladders.get()).ladderOf(Uri.parse('untitled:case.md'))?.ladder;
    ladders.dispose();
    assert.equal(joined?.guides.length, new Set(joined?.guides).size);
    assert.deepEqual(joined?.problems, []);
    const heading = guide.positionAt(guide.getText().indexOf('### 3. Judgment') + '### 3. '.length);
    const rename = new WorkspaceEdit();
    rename.insert(guide.uri, heading, 'Good ');
    await workspace.applyEdit(rename);
    await eventually(async () => {
      assert.deepEqual(await foldersWith('IC5: Good Judgment'), ['built-in-ladder', 'own-guides']);
    });
    await eventually(async () => {
      const lenses: readonly CodeLens[] = await commands.executeCommand(
        'vscode.executeCodeLensProvider',
        guide.uri,
      );
      const titles = lenses.flatMap(({ command }) => command?.title ?? []);
      // Two of them are in a promotion document, one in the untitled document of the test before.
      assert.ok(titles.includes('$(warning) 3 citations still use “Judgment”: update'), titles.join('\n'));
    });
    const restore = new WorkspaceEdit();
    restore.delete(guide.uri, new Range(heading, heading.translate(0, 'Good '.length)));
    await workspace.applyEdit(restore);
    await setting.update('guides', undefined, ConfigurationTarget.WorkspaceFolder);
  });

  test('the setting opens in the folder where its value stands', async () => {
    const setting = workspace.getConfiguration('careerLadder', fileIn('own-guides', ''));
    await setting.update('guides', ['nowhere'], ConfigurationTarget.WorkspaceFolder);
    await commands.executeCommand('careerLadder.changeGuides');
    const { document, selection } = window.activeTextEditor ?? assert.fail('no editor');
    assert.equal(document.uri.toString(), fileIn('own-guides', '.vscode/settings.json').toString());
    assert.equal(document.getText(selection), '"careerLadder.guides"');
    await setting.update('guides', undefined, ConfigurationTarget.WorkspaceFolder);
  });

  test('the setting opens where it leads to no guide, if another leads to some', async () => {
    const folders = (workspace.workspaceFolders ?? []).map(({ name }) => name);
    const settings = folders.map((name) => workspace.getConfiguration('careerLadder', fileIn(name, '')));
    const [first, last] = [settings[0] ?? assert.fail(), settings.at(-1) ?? assert.fail()];
    await first.update('guides', [fileIn('own-guides', 'guides').path], ConfigurationTarget.WorkspaceFolder);
    await last.update('guides', ['nowhere'], ConfigurationTarget.WorkspaceFolder);
    const expected = fileIn(folders.at(-1) ?? '', '.vscode/settings.json').toString();
    await eventually(async () => {
      await commands.executeCommand('careerLadder.changeGuides');
      assert.equal(window.activeTextEditor?.document.uri.toString(), expected);
    });
    for (const setting of settings) {
      await setting.update('guides', undefined, ConfigurationTarget.WorkspaceFolder);
    }
  });

  test('comparisons of the same levels are told apart by their folders', async () => {
    const compare = async (folder: string): Promise<void> => {
      const uri = fileIn(folder, '').toString().replace(/\/$/u, '');
      await commands.executeCommand('careerLadder.compareLevels', { levels: ['IC4', 'IC5'], folder: uri });
    };
    await compare('own-guides');
    await eventually(() => assert.deepEqual(compared(), ['Compare IC4 and IC5']));
    const setting = workspace.getConfiguration('careerLadder', fileIn('built-in-ladder', ''));
    const { path } = fileIn('own-guides', 'guides');
    await setting.update('guides', [path], ConfigurationTarget.WorkspaceFolder);
    await eventually(async () => {
      await compare('built-in-ladder');
      assert.deepEqual(compared(), [
        'Compare IC4 and IC5 (built-in-ladder)',
        'Compare IC4 and IC5 (own-guides)',
      ]);
    });
    await commands.executeCommand('workbench.action.closeAllEditors');
    await setting.update('guides', undefined, ConfigurationTarget.WorkspaceFolder);
  });

  test('a guide in one folder that only the setting of another names tells who cites it', async () => {
    const { path } = fileIn('own-guides', 'guides');
    const settings = [
      [workspace.getConfiguration('careerLadder', fileIn('own-guides', '')), ['nowhere']],
      [workspace.getConfiguration('careerLadder', fileIn('built-in-ladder', '')), [path]],
    ] as const;
    for (const [setting, value] of settings) {
      await setting.update('guides', value, ConfigurationTarget.WorkspaceFolder);
    }
    const guide = await workspace.openTextDocument(fileIn('own-guides', 'guides/ic4-to-ic5.md'));
    await eventually(async () => {
      const lenses: readonly CodeLens[] = await commands.executeCommand(
        'vscode.executeCodeLensProvider',
        guide.uri,
      );
      const titles = lenses.flatMap(({ command }) => command?.title ?? []);
      assert.ok(
        titles.some((title) => title.startsWith('cited in ')),
        titles.join('\n'),
      );
    });
    for (const [setting] of settings) {
      await setting.update('guides', undefined, ConfigurationTarget.WorkspaceFolder);
    }
  });

  test('links from the top of a folder lead on from the folder that a document belongs to by now', async () => {
    const team = fileIn('own-guides', 'team');
    const file = Uri.joinPath(team, 'case.md');
    const text = '---\npromotion: IC4 to IC5\n---\n\nI [judge](/guides/ic4-to-ic5.md#3-judgment) 5 cases.\n';
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    const { uri } = await workspace.openTextDocument(file);
    const missing = (): readonly string[] => messages(uri, 'missing-capability');
    const isMissed = (): boolean => missing().some((message) => message.includes('“Judgment”'));
    await eventually(() => assert.ok(missing().length > 0 && !isMissed()));
    await changeFolders(2, 0, { uri: team });
    await eventually(() => assert.ok(isMissed()));
    await changeFolders(2, 1);
    await eventually(() => assert.ok(!isMissed()));
    await workspace.fs.delete(team, { recursive: true });
  });

  test('a line of a folder within another means its own ladder', async () => {
    const team = fileIn('own-guides', 'team');
    const text = '# Progression Guide: S1 to S2\n\n## Key Capabilities\n\n### Poise\n\n- It shows\n';
    const file = Uri.joinPath(team, 'guides/s1-to-s2.md');
    await workspace.fs.writeFile(file, new TextEncoder().encode(text));
    await changeFolders(2, 0, { uri: team });
    const guide = readGuide(file.toString(), parseMarkdown(text)) ?? assert.fail('no guide');
    const [track] = ladderTree(buildLadder([guide]), team.toString());
    await eventually(async () => {
      // It asks for levels as long as it takes the line for another ladder's.
      commands.executeCommand('careerLadder.compareLevels', undefined, track?.children);
      assert.deepEqual(compared(), ['Compare S1 and S2 (team)']);
    });
    await commands.executeCommand('workbench.action.closeAllEditors');
    await changeFolders(2, 1);
    await workspace.fs.delete(team, { recursive: true });
  });
});
