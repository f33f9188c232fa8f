import assert from 'node:assert/strict';
import {
  type Command,
  commands,
  Disposable,
  type Location,
  Position,
  Range,
  type TextDocument,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { Ladders } from '../../../src/editor/guides/ladders';
import { Log } from '../../../src/editor/log';
import { Promotions } from '../../../src/editor/promotions/promotions';
import { readCitingDocuments } from '../../../src/editor/references/citingDocuments';
import { References } from '../../../src/editor/references/references';
import { writeInFiles } from '../../../src/editor/writeInFiles';
import { eventually } from '../lib/eventually';
import { MemoryFiles } from '../lib/memoryFiles';
import { fileAt, lensesOf, open, placeOf, textAt, write } from './workspaceFiles';

async function renamed(document: TextDocument, position: Position, name: string): Promise<WorkspaceEdit> {
  return commands.executeCommand('vscode.executeDocumentRenameProvider', document.uri, position, name);
}

/** What an edit would change, as `file:line old → new`. */
async function changes(edit: WorkspaceEdit): Promise<readonly string[]> {
  const told = edit
    .entries()
    .flatMap(([uri, edits]) =>
      edits.map(async ({ range, newText }) => `${await textAt(uri, range)} → ${newText}`),
    );
  return (await Promise.all(told)).sort();
}

/** Types at the beginning of a document. */
async function type(document: TextDocument, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(document.uri, new Position(0, 0), text);
  assert.ok(await workspace.applyEdit(edit));
}

/** Takes what is offered first until something that asks is done. */
async function accepted(asking: Thenable<unknown>): Promise<void> {
  let isDone = false;
  asking.then(() => {
    isDone = true;
  });
  await eventually(async () => {
    await commands.executeCommand('workbench.action.acceptSelectedQuickOpenItem');
    assert.ok(isDone);
  });
}

const everywhere = [
  'guides/m1-to-m2.md:22 Hiring → Choosing People',
  'notes.md:3 2-hiring → 2-choosing-people',
  'promotions/ada.md:13 hiring → Choosing People',
  'promotions/ada.md:15 2-hiring → 2-choosing-people',
  'promotions/ada.md:15 Hiring → Choosing People',
  'promotions/ada.md:7 Hiring → Choosing People',
  'promotions/ben.md:8 Hiring → Choosing People',
  'promotions/cleo.md:2 Hiring → Choosing People',
];

suite('renaming a capability', () => {
  test('from a citation changes the heading, the citations and the links in all files', async () => {
    const document = await open('promotions/ada.md');
    const position = placeOf(document, '[M2: Hiring]', 6);
    // The extension wakes up with the first Markdown document.
    await eventually(async () =>
      assert.deepEqual(await changes(await renamed(document, position, 'Choosing People')), everywhere),
    );
  });

  test('from the heading does the same', async () => {
    const document = await open('guides/m1-to-m2.md');
    const found = await renamed(document, placeOf(document, '### 2. Hiring', 9), 'Choosing People');
    assert.deepEqual(await changes(found), everywhere);
  });

  test('offers the name alone, as the guide has it', async () => {
    const document = await open('promotions/ada.md');
    const offered: { readonly placeholder: string } = await commands.executeCommand(
      'vscode.prepareRename',
      document.uri,
      placeOf(document, '[m2: hiring #1]', 8),
    );
    assert.equal(offered.placeholder, 'Hiring');
  });

  test('follows links within the guide, gaps, and labels that break', async () => {
    const document = await open('guides/m1-to-m2.md');
    const found = await renamed(document, placeOf(document, '### 1. Systems', 9), 'Load');
    assert.deepEqual(await changes(found), [
      'guides/m1-to-m2.md:7 1-systems-and-scale → 1-load',
      'guides/m1-to-m2.md:9 Systems and Scale → Load',
      'notes.md:5 1-systems-and-scale → 1-load',
      'promotions/ada.md:2 Systems and Scale → Load',
      'promotions/ben.md:5 Systems and Scale → Load',
      'promotions/ben.md:7 1-systems-and-scale → 1-load',
    ]);
  });

  test('with a name that is taken changes nothing, and nobody else takes over', async () => {
    const document = await open('guides/m1-to-m2.md');
    const found = await renamed(document, placeOf(document, '### 2. Hiring', 9), 'delegation');
    assert.deepEqual(await changes(found), []);
  });

  test('of other headings is left to VS Code', async () => {
    const document = await open('guides/m1-to-m2.md');
    const found = await renamed(document, placeOf(document, '## Key Capabilities', 6), 'Skills');
    assert.deepEqual(await changes(found), ['guides/m1-to-m2.md:5 Key Capabilities to Develop → Skills']);
  });

  test('can be done again at once, while the ladder has still to follow', async () => {
    const guide = await open('guides/m1-to-m2.md');
    const heading = placeOf(guide, '### 3. Delegation', 9);
    for (const name of ['Letting Go', 'Handing Over', 'Delegation']) {
      assert.ok(await workspace.applyEdit(await renamed(guide, heading, name), { isRefactoring: true }));
      assert.equal(guide.lineAt(heading).text, `### 3. ${name}`);
    }
    await guide.save();
  });

  test('by hand leaves citations behind, which a lens above the heading brings up to date', async () => {
    const guide = await open('guides/m1-to-m2.md');
    const ben = await workspace.openTextDocument(fileAt('promotions/ben.md'));
    const cleo = await workspace.openTextDocument(fileAt('promotions/cleo.md'));
    const type = async (from: string, to: string): Promise<void> => {
      const edit = new WorkspaceEdit();
      const start = placeOf(guide, from, 0);
      edit.replace(guide.uri, new Range(start, start.translate(0, from.length)), to);
      await workspace.applyEdit(edit);
    };
    const lens = async (): Promise<Command | undefined> => {
      const found = await lensesOf('guides/m1-to-m2.md');
      return found.map(({ command }) => command).find((command) => command?.title.includes('still use'));
    };
    await eventually(async () => assert.equal(await lens(), undefined));
    await type('### 2. Hiring', '### 2. Choosing People');
    const found = await eventually(async () => (await lens()) ?? assert.fail('there is no lens'));
    assert.match(found.title, /3 citations still use “Hiring”/);
    const above = (await lensesOf('guides/m1-to-m2.md')).filter(
      ({ range }) => range.start.line === placeOf(guide, '### 2. Choosing', 0).line,
    );
    assert.deepEqual(
      above.flatMap(({ command }) => command?.title ?? []).filter((title) => title.includes('not cited')),
      [],
    );
    await commands.executeCommand(found.command, ...(found.arguments ?? []));
    assert.match(ben.getText(), /\[M2: Choosing People\]/);
    assert.match(cleo.getText(), /missing-capability\(Choosing People\)/);
    await eventually(async () => assert.equal(await lens(), undefined));
    await type('### 2. Choosing People', '### 2. Hiring');
    const back = await eventually(async () => (await lens()) ?? assert.fail('there is no lens'));
    await commands.executeCommand(back.command, ...(back.arguments ?? []));
    assert.match(ben.getText(), /\[M2: Hiring\]/);
    assert.match(cleo.getText(), /missing-capability\(Hiring\)/);
    await workspace.saveAll();
  });

  test('of no capability, but signals moved by hand, leave numbers behind, which a lens brings up to date', async () => {
    const guide = await open('guides/m1-to-m2.md');
    const ben = await workspace.openTextDocument(fileAt('promotions/ben.md'));
    const first = '- Any one person can take three weeks off\n';
    const added = '- Nothing is decided twice\n';
    const replace = async (from: string, to: string): Promise<void> => {
      const edit = new WorkspaceEdit();
      const start = placeOf(guide, from, 0);
      edit.replace(guide.uri, new Range(start, guide.positionAt(guide.offsetAt(start) + from.length)), to);
      await workspace.applyEdit(edit);
    };
    const lens = async (): Promise<Command | undefined> => {
      const heading = placeOf(guide, '### 1. Systems', 0).line;
      const titled = (await lensesOf('guides/m1-to-m2.md')).flatMap(({ command, range }) =>
        range.start.line === heading && command !== undefined ? [command] : [],
      );
      assert.ok(
        titled.some(({ title }) => title.startsWith('cited in')),
        'the index is there',
      );
      return titled.find(({ command }) => command === 'careerLadder.renumberCitations');
    };
    const update = async (): Promise<void> => {
      const found = await eventually(async () => (await lens()) ?? assert.fail('there is no lens'));
      assert.equal(found.title, '$(warning) 1 citation still uses a signal’s former number: update…');
      await accepted(commands.executeCommand(found.command, ...(found.arguments ?? [])));
      await eventually(async () => assert.equal(await lens(), undefined));
    };
    await eventually(async () => assert.equal(await lens(), undefined));
    await replace(first, added + first);
    await update();
    assert.match(ben.getText(), /and Scale #2\]/u);
    await replace(added, '');
    await update();
    assert.match(ben.getText(), /and Scale #1\]/u);
    await workspace.saveAll();
    // What Git or another program brings is of one piece with the documents.
    const saved = guide.getText();
    await write('guides/m1-to-m2.md', saved.replace(first, added + first));
    await eventually(async () => assert.ok(guide.getText().includes(added)));
    assert.equal(await eventually(lens), undefined);
    await write('guides/m1-to-m2.md', saved);
    await eventually(async () => assert.equal(guide.getText(), saved));
    assert.equal(await eventually(lens), undefined);
  });

  test('that was removed by hand is told above the level, and another can be cited in its place', async () => {
    const guide = await open('guides/m1-to-m2.md');
    const ben = await workspace.openTextDocument(fileAt('promotions/ben.md'));
    const lenses = async (): Promise<readonly Command[]> =>
      (await lensesOf('guides/m1-to-m2.md')).flatMap(({ command, range }) =>
        command !== undefined && range.start.line === 0 ? [command] : [],
      );
    await eventually(async () => assert.deepEqual(await lenses(), []));
    const removal = new WorkspaceEdit();
    removal.delete(guide.uri, new Range(placeOf(guide, '### 2. Hiring', 0), placeOf(guide, '### 3.', 0)));
    await workspace.applyEdit(removal);
    const [list, replace] = await eventually(async () => {
      const found = await lenses();
      assert.deepEqual(
        found.map(({ title }) => title),
        [
          '$(warning) 3 citations name “Hiring”, which M2 does not have',
          'cite another capability instead…',
          '$(warning) 1 link leads to headings that are not here',
        ],
      );
      return found;
    });
    const places: readonly Location[] = list?.arguments?.[2];
    assert.deepEqual(await Promise.all(places.map(({ uri, range }) => textAt(uri, range))), [
      'promotions/ada.md:7 M2: Hiring',
      'promotions/ada.md:13 m2: Hiring #1',
      'promotions/ben.md:8 M2: Hiring',
    ]);
    assert.ok(replace);
    await accepted(commands.executeCommand(replace.command, ...(replace.arguments ?? [])));
    assert.match(ben.getText(), /\[M2: (?:Systems and Scale|Delegation)\]/u);
    await eventually(async () => assert.deepEqual(await lenses(), []));
  });

  test('that was moved to another level by hand is the first to cite in its place', async () => {
    const guide = await open('guides/m1-to-m2.md');
    const [saved, cited] = [
      guide.getText(),
      '---\npromotion: M2\n---\n\nI handed over 3 of them [M2: Delegation #1]\n',
    ];
    const start = saved.indexOf('### 3. Delegation');
    await write('promotions/dora.md', cited);
    await write(
      'guides/m2-to-m3.md',
      `# Progression Guide: M2 to M3\n\n## Key Capabilities to Develop\n\n${saved.slice(start)}`,
    );
    const removal = new WorkspaceEdit();
    removal.delete(guide.uri, new Range(guide.positionAt(start), guide.positionAt(saved.length)));
    await workspace.applyEdit(removal);
    const replace = await eventually(async () => {
      const found = (await lensesOf('guides/m1-to-m2.md')).map(({ command }) => command);
      assert.ok(found.some((one) => one?.title.includes('“Delegation”, which M2 does not have')));
      return found.find((one) => one?.command === 'careerLadder.replaceCitations') ?? assert.fail('no lens');
    });
    await accepted(commands.executeCommand(replace.command, ...(replace.arguments ?? [])));
    const dora = await workspace.openTextDocument(fileAt('promotions/dora.md'));
    assert.equal(dora.getText(), cited.replace('M2: Delegation', 'M3: Delegation'));
    await workspace.saveAll();
    await write('guides/m1-to-m2.md', saved);
    await workspace.fs.delete(fileAt('guides/m2-to-m3.md'));
    await workspace.fs.delete(fileAt('promotions/dora.md'));
    await eventually(async () => assert.equal(guide.getText(), saved));
  });

  test('by a command changes nothing where somebody typed while files were read', async () => {
    const files = new MemoryFiles('held');
    files.put({ '/typed.md': '[M2: Hiring]\n' });
    const document = await workspace.openTextDocument(files.uri('/typed.md'));
    const edit = new WorkspaceEdit();
    edit.replace(document.uri, new Range(0, 5, 0, 11), 'Choosing People');
    const release = files.hold(() => true);
    const writing = writeInFiles(edit, ['Hiring']);
    await type(document, 'We are ');
    release();
    await writing;
    assert.equal(document.getText(), 'We are [M2: Hiring]\n');
  });

  test('goes by what is typed while other files are read', async () => {
    const files = new MemoryFiles('heldback');
    files.put({ '/other.md': '[M2: Hiring]\n' });
    const [ladders, log] = [new Ladders({ extensionUri: fileAt('..') }), new Log()];
    const references = new References(ladders, new Promotions(ladders), log);
    await references.get({ capabilities: [], levels: [] });
    const document = await open('promotions/ada.md');
    const before = document.getText();
    const release = files.hold(() => true);
    const paths = new Set([document.uri, files.uri('/other.md')].map(String));
    const reading = readCitingDocuments(paths, references);
    await type(document, '\n');
    release();
    const read = await reading;
    await commands.executeCommand('workbench.action.files.revert');
    Disposable.from(references, log, ladders).dispose();
    assert.deepEqual(
      read.map(({ document: { source } }) => source.text),
      [`\n${before}`, '[M2: Hiring]\n'],
    );
  });
});
