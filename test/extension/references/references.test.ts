import assert from 'node:assert/strict';
import {
  ConfigurationTarget,
  commands,
  type DocumentHighlight,
  extensions,
  type Location,
  languages,
  Position,
  Range,
  type SymbolInformation,
  type TextDocument,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import type { ReferenceIndex } from '../../../src/core/references/referenceIndex';
import { Ladders } from '../../../src/editor/guides/ladders';
import { Log } from '../../../src/editor/log';
import { Promotions } from '../../../src/editor/promotions/promotions';
import { References } from '../../../src/editor/references/references';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';
import { watching } from '../lib/watching';
import { fileAt, lensesOf, open, placeOf, textAt, write } from './workspaceFiles';

const guide = 'guides/m1-to-m2.md';
const ada = 'promotions/ada.md';

/** What cites what stands at a place, each once: VS Code's own Markdown support finds some of it too. */
async function references(document: TextDocument, position: Position): Promise<readonly string[]> {
  const found: readonly Location[] = await commands.executeCommand(
    'vscode.executeReferenceProvider',
    document.uri,
    position,
  );
  return [...new Set(await Promise.all(found.map(({ uri, range }) => textAt(uri, range))))].sort();
}

/** What stands above each line that has something above it. */
async function lenses(): Promise<readonly string[]> {
  return (await lensesOf(guide)).map(({ range, command }) => `${range.start.line + 1} ${command?.title}`);
}

const citationsOfHiring = [
  'promotions/ada.md:13 m2: hiring #1',
  'promotions/ada.md:7 M2: Hiring',
  'promotions/ben.md:8 M2: Hiring',
];

suite('who cites what', () => {
  suiteSetup(() => watching(fileAt('')));

  test('a citation finds its siblings in all documents, and the heading', async () => {
    const document = await open(ada);
    // The extension wakes up with the first Markdown document.
    await eventually(async () => {
      const found = await references(document, placeOf(document, '[M2: Hiring]', 6));
      for (const place of [...citationsOfHiring, 'guides/m1-to-m2.md:22 ### 2. Hiring']) {
        assert.ok(found.includes(place), `${place} is not among\n${found.join('\n')}`);
      }
      assert.ok(!found.some((place) => place.includes('Scale')));
    });
  });

  test('so does a heading in a guide, written-out links included', async () => {
    const document = await open(guide);
    const found = await references(document, placeOf(document, '### 1. Systems', 8));
    for (const place of [
      'promotions/ben.md:5 M2: Systems and Scale #1',
      'promotions/ben.md:7 ../guides/m1-to-m2.md#1-systems-and-scale',
    ]) {
      assert.ok(found.includes(place), `${place} is not among\n${found.join('\n')}`);
    }
  });

  test('a level is cited wherever one of its capabilities is, and where it is aimed at', async () => {
    const document = await open(guide);
    const found = await references(document, placeOf(document, 'M1 to M2', 7));
    for (const place of [
      ...citationsOfHiring,
      'promotions/ben.md:5 M2: Systems and Scale #1',
      'promotions/ada.md:2 M1 to M2',
      'promotions/ben.md:2 M2',
    ]) {
      assert.ok(found.includes(place), `${place} is not among\n${found.join('\n')}`);
    }
  });

  test('unsaved text counts, and what is closed without saving does not', async () => {
    const document = await open('plain.md');
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(2, 0), 'As [M2: Hiring] says. ');
    await workspace.applyEdit(edit);
    const guideDocument = await workspace.openTextDocument(fileAt(guide));
    const heading = placeOf(guideDocument, '### 2. Hiring', 8);
    assert.ok((await references(guideDocument, heading)).includes('plain.md:3 M2: Hiring'));
    await window.showTextDocument(document);
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
    await eventually(async () =>
      assert.ok(!(await references(guideDocument, heading)).some((place) => place.startsWith('plain.md'))),
    );
  });

  test('files count as they are read in the encoding that a setting names, once it does', async () => {
    const bytes = Uint8Array.from('[M2:\u00a0Hiring]\n', (character) => character.charCodeAt(0));
    await workspace.fs.writeFile(fileAt('latin.md'), bytes);
    await watching(fileAt(''));
    const document = await open(guide);
    const heading = placeOf(document, '### 2. Hiring', 8);
    const isCited = async (): Promise<boolean> => {
      const found: readonly Location[] = await commands.executeCommand(
        'vscode.executeReferenceProvider',
        document.uri,
        heading,
      );
      return found.some(({ uri }) => uri.path.endsWith('latin.md'));
    };
    const setting = workspace.getConfiguration('files');
    try {
      assert.equal(await isCited(), false);
      await setting.update('encoding', 'windows1252', ConfigurationTarget.Workspace);
      await eventually(async () => assert.ok(await isCited()));
    } finally {
      await setting.update('encoding', undefined, ConfigurationTarget.Workspace);
      await workspace.fs.delete(fileAt('latin.md'));
    }
  });

  test('what is closed counts no more, also where all files are read anew at that moment', async () => {
    const { extensionUri } = extensions.getExtension('career-ladder.career-ladder') ?? assert.fail();
    const ladders = new Ladders({ extensionUri });
    const guideDocument = await open(guide);
    const note = await untitled('[M2: Hiring]');
    const [named] = (await ladders.get()).shown;
    const level = named?.ladder.levels.find(({ id }) => id === 'M2') ?? assert.fail();
    const subject = { capabilities: level.capabilities, levels: [level] };
    // What was closed is taken just before it turns out that all files are to be read, and has not been read by then.
    const before = ladders.onDidChange(() => references.get(subject));
    const references = new References(ladders, new Promotions(ladders), new Log());
    try {
      const path = note.uri.toString();
      assert.ok((await references.get(subject)).paths.includes(path));
      const after = new Promise<ReferenceIndex>((resolve) => {
        ladders.onDidChange(() => resolve(references.get(subject)));
      });
      const edit = new WorkspaceEdit();
      // A level by another name may be cited in any file.
      edit.insert(guideDocument.uri, placeOf(guideDocument, 'Senior Engineering Manager', 0), 'Very ');
      await workspace.applyEdit(edit);
      await languages.setTextDocumentLanguage(note, 'plaintext');
      assert.ok(!(await after).paths.includes(path));
    } finally {
      for (const disposable of [before, references, ladders]) {
        disposable.dispose();
      }
      await window.showTextDocument(guideDocument);
      await commands.executeCommand('workbench.action.files.revert');
    }
  });

  test('files that come, change, move and go are followed; ignored ones are not', async () => {
    const document = await workspace.openTextDocument(fileAt(guide));
    const heading = placeOf(document, '### 3. Delegation', 8);
    const cited = async (): Promise<readonly string[]> =>
      (await references(document, heading)).filter((place) => !place.startsWith('guides/'));
    assert.deepEqual(await cited(), []);
    await write('build/out.md', '[M2: Delegation]');
    await write('node_modules/x/readme.md', '[M2: Delegation]');
    await write('new/deep/note.md', '[M2: Delegation] once');
    const noted = 'new/deep/note.md:1 M2: Delegation';
    await eventually(async () => assert.deepEqual(await cited(), [noted]));
    // VS Code may never watch a folder that came with the one around it, so a file elsewhere is changed.
    await write('note.md', '[M2: Delegation]');
    await eventually(async () => assert.deepEqual(await cited(), [noted, 'note.md:1 M2: Delegation']));
    await write('note.md', '\n[M2: Delegation] again');
    await eventually(async () => assert.deepEqual(await cited(), [noted, 'note.md:2 M2: Delegation']));
    await workspace.fs.delete(fileAt('note.md'));
    await eventually(async () => assert.deepEqual(await cited(), [noted]));
    await workspace.fs.rename(fileAt('new'), fileAt('newer'));
    await eventually(async () => assert.deepEqual(await cited(), ['newer/deep/note.md:1 M2: Delegation']));
    await workspace.fs.delete(fileAt('newer'), { recursive: true });
    await eventually(async () => assert.deepEqual(await cited(), []));
  });

  test('what Git ignores above the folder, up to the repository, and what is excluded, is left out as well', async () => {
    const document = await workspace.openTextDocument(fileAt(guide));
    const heading = placeOf(document, '### 3. Delegation', 8);
    const cited = async (): Promise<readonly string[]> =>
      (await references(document, heading)).filter((place) => !place.startsWith('guides/'));
    for (const place of ['drafts', 'private', 'hidden', 'seen']) {
      await write(`${place}/note.md`, '[M2: Delegation]');
    }
    const seen = ['drafts', 'hidden', 'private', 'seen'].map((place) => `${place}/note.md:1 M2: Delegation`);
    await eventually(async () => assert.deepEqual(await cited(), seen));
    await write('../.gitignore', 'drafts/\n');
    await write('../.git/info/exclude', '/workspace/private\n');
    const files = workspace.getConfiguration('files');
    await files.update('exclude', { '**/hidden': true }, ConfigurationTarget.Global);
    await eventually(async () => assert.deepEqual(await cited(), ['seen/note.md:1 M2: Delegation']));
    await write('drafts/late.md', '[M2: Delegation]');
    await workspace.fs.delete(fileAt('../.git'), { recursive: true });
    await files.update('exclude', undefined, ConfigurationTarget.Global);
    await eventually(async () =>
      assert.deepEqual(await cited(), ['drafts/late.md:1 M2: Delegation', ...seen]),
    );
    for (const place of ['drafts', 'private', 'hidden', 'seen', '../.gitignore']) {
      await workspace.fs.delete(fileAt(place), { recursive: true });
    }
    await eventually(async () => assert.deepEqual(await cited(), []));
  });

  test('a hundred files at once are read in one go, the broken and the huge ones left out', async () => {
    const document = await workspace.openTextDocument(fileAt(guide));
    const heading = placeOf(document, '### 3. Delegation', 8);
    await workspace.fs.createDirectory(fileAt('many/folder.md'));
    await write('many/huge.md', `[M2: Delegation]\n${'A line of prose.\n'.repeat(130_000)}`);
    await Promise.all(
      Array.from({ length: 100 }, (_, number) => write(`many/${number}.md`, '[M2: Delegation]')),
    );
    await eventually(async () => {
      const found = (await references(document, heading)).filter((place) => place.startsWith('many/'));
      assert.equal(found.length, 100);
    });
    await workspace.fs.delete(fileAt('many'), { recursive: true });
    await eventually(async () =>
      assert.ok(!(await references(document, heading)).some((place) => place.startsWith('many/'))),
    );
  });

  test('lenses tell it above the headings, and follow', async () => {
    await open(guide);
    await eventually(async () =>
      assert.deepEqual(await lenses(), [
        '9 cited in 1 document',
        '22 cited in 3 documents',
        '34 not cited yet',
      ]),
    );
    await write('late.md', '[M2: Delegation]');
    await eventually(async () => assert.ok((await lenses()).includes('34 cited in 1 document')));
    await workspace.fs.delete(fileAt('late.md'));
    await eventually(async () => assert.ok((await lenses()).includes('34 not cited yet')));
  });

  test('levels and capabilities are symbols of the workspace', async () => {
    const found: readonly SymbolInformation[] = await commands.executeCommand(
      'vscode.executeWorkspaceSymbolProvider',
      'hiring',
    );
    const symbol = found.find(({ name }) => name === 'M2: Hiring');
    assert.equal(symbol?.location.uri.toString(), fileAt(guide).toString());
    assert.equal(symbol?.location.range.start.line, 21);
    assert.equal(symbol?.containerName, 'Senior Engineering Manager');
    assert.ok(found.some(({ name }) => name === 'M2: Senior Engineering Manager'));
  });

  test('the siblings of a citation and their definition are highlighted', async () => {
    const document = await open(ada);
    const found: readonly DocumentHighlight[] = await commands.executeCommand(
      'vscode.executeDocumentHighlights',
      document.uri,
      placeOf(document, '[m2: hiring #1]', 6),
    );
    assert.deepEqual(
      found.map(({ range }) => range).sort((a, b) => a.start.compareTo(b.start)),
      [new Range(6, 4, 6, 14), new Range(12, 33, 12, 46), new Range(14, 1, 14, 11)],
    );
  });
});
