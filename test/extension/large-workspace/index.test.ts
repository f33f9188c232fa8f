import assert from 'node:assert/strict';
import {
  type CompletionList,
  ConfigurationTarget,
  commands,
  FileSystemError,
  type Hover,
  type Location,
  languages,
  MarkdownString,
  Position,
  type TextDocument,
  type Uri,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { changeFolders } from '../lib/changeFolders';
import { eventually } from '../lib/eventually';
import { MemoryFiles } from '../lib/memoryFiles';

const files = new MemoryFiles('counted');

const guideText = [
  '# Progression Guide: M1 to M2',
  '## Key Capabilities to Develop',
  ...['Hiring', 'Scale'].flatMap((name, at) => [
    `### ${at + 1}. ${name}`,
    '**What this looks like:**',
    `- You are good at ${name.toLowerCase()}`,
  ]),
].join('\n\n');

const caseText = '---\npromotion: M1 to M2\n---\n\n## [M2: Hiring]\n\nWe hired 5 people in 2025.\n';

function many(folder: string, count: number, text: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Array.from({ length: count }, (_, number) => [`${folder}/${number}.md`, `${text}\n\n# ${number}\n`]),
  );
}

function sortedPaths(of: Readonly<Record<string, string>>): readonly string[] {
  return Object.keys(of).sort((one, other) => (one < other ? -1 : 1));
}

function addFolder(path: string): Promise<void> {
  return changeFolders(workspace.workspaceFolders?.length ?? 0, 0, { uri: files.uri(path) });
}

async function open(path: string): Promise<TextDocument> {
  const document = await workspace.openTextDocument(files.uri(path));
  await window.showTextDocument(document);
  return document;
}

function placeOf(document: TextDocument, text: string): Position {
  const offset = document.getText().indexOf(text);
  assert.ok(offset >= 0, text);
  return document.positionAt(offset + text.length - 1);
}

async function hover(document: TextDocument, text: string): Promise<string> {
  const found: readonly Hover[] = await commands.executeCommand(
    'vscode.executeHoverProvider',
    document.uri,
    placeOf(document, text),
  );
  return found
    .flatMap(({ contents }) => contents)
    .map((content) => (content instanceof MarkdownString ? content.value : ''))
    .join('\n');
}

/** The files that cite a capability, its guides aside, each once: VS Code's own Markdown support finds some too. */
async function citing(document: TextDocument, text: string): Promise<readonly string[]> {
  const found: readonly Location[] = await commands.executeCommand(
    'vscode.executeReferenceProvider',
    document.uri,
    placeOf(document, text),
  );
  const paths = found.map(({ uri }) => uri.path).filter((path) => !path.includes('/guides/'));
  return [...new Set(paths)].sort();
}

function renamed(document: TextDocument, text: string, name: string): Thenable<WorkspaceEdit> {
  return commands.executeCommand(
    'vscode.executeDocumentRenameProvider',
    document.uri,
    placeOf(document, text),
    name,
  );
}

function paths(edit: WorkspaceEdit): readonly string[] {
  return edit
    .entries()
    .map(([uri]) => uri.path)
    .sort();
}

/** What the output channel says, once it is shown. */
async function log(): Promise<string> {
  const channel = (document: TextDocument): boolean =>
    document.uri.scheme === 'output' && document.uri.path.includes('Career Ladder');
  const ids = await commands.getCommands();
  const show = ids.find((id) => /output.*Career Ladder/u.test(id));
  await commands.executeCommand(show ?? assert.fail(ids.filter((id) => id.includes('output')).join()));
  return workspace.textDocuments.find(channel)?.getText() ?? '';
}

async function type(uri: Uri, text: string): Promise<void> {
  const edit = new WorkspaceEdit();
  edit.insert(uri, new Position(6, 0), text);
  assert.ok(await workspace.applyEdit(edit));
}

suite('where nothing speaks of a ladder', () => {
  // A workspace file is read once the window is up.
  suiteSetup(() => eventually(() => assert.equal(workspace.workspaceFolders?.length, 2)));

  test('no file is read, whatever is asked in one of them', async () => {
    files.put(
      many('/silent/docs', 30, '# Note\n\nFrom M1 to M2, [note: this] and [x](1.md#a). [M9: Hiring]'),
    );
    await addFolder('/silent');
    const document = await open('/silent/docs/1.md');
    const place = placeOf(document, '[M9: Hir');
    await hover(document, '[M9: Hir');
    await citing(document, '[M9: Hir');
    await commands.executeCommand('vscode.executeCompletionItemProvider', document.uri, place);
    await commands.executeCommand('vscode.executeDefinitionProvider', document.uri, place);
    await commands.executeCommand('vscode.executeDocumentHighlights', document.uri, place);
    await commands.executeCommand('vscode.executeCodeLensProvider', document.uri);
    await commands.executeCommand('vscode.executeWorkspaceSymbolProvider', 'hiring');
    await type(document.uri, 'More. ');
    await hover(document, '[M9: Hir');
    // By VS Code itself, to show it.
    assert.deepEqual(files.read, ['/silent/docs/1.md']);
  });
});

suite('a workspace in which files go wrong', () => {
  const cases = many('/ladder/cases', 40, caseText);

  test('is indexed without those that are huge, unreadable, gone or reached in a circle', async () => {
    files.put({
      '/ladder/guides/m1-to-m2.md': guideText,
      ...cases,
      ...many('/ladder/docs', 200, '# Note'),
      '/ladder/huge.md': 100_000_000,
      '/ladder/secret.md': FileSystemError.NoPermissions('nobody may read this'),
      '/ladder/gone.md': FileSystemError.FileNotFound('gone'),
      '/ladder/loop/x.ts': '',
      '/ladder/.gitignore': 'build/\n',
      '/ladder/build/out.md': caseText,
      '/ladder/node_modules/x/case.md': caseText,
    });
    files.asked.length = 0;
    await addFolder('/ladder');
    const guide = await open('/ladder/guides/m1-to-m2.md');
    await eventually(async () => assert.deepEqual(await citing(guide, '1. Hiring'), sortedPaths(cases)));
    for (const path of ['/ladder/huge.md', '/ladder/build/out.md', '/ladder/node_modules/x/case.md']) {
      assert.ok(!files.read.includes(path), path);
    }
    assert.ok(files.read.includes('/ladder/docs/1.md') && files.read.includes('/ladder/secret.md'));
    assert.ok(!files.asked.some((question) => question.includes('/loop')));
  });

  test('the log tells what was read, in what time, and why files were left out', async () => {
    await eventually(async () => {
      const text = await log();
      assert.match(
        text,
        /Read \d+ Markdown files in \d+\.\d\d s; \d+ files speak of the ladder\. 1 more is ignored by Git/u,
      );
      assert.match(text, /\[warning\] Left out \/ladder\/huge\.md: it is larger than 2 MB\./u);
      assert.match(text, /\[warning\] Left out \/ladder\/secret\.md: .*nobody may read this/u);
      assert.doesNotMatch(text, /gone\.md|docs\/1\.md/u);
    });
  });

  test('cards, completion and problems read no file, nor does a keystroke', async () => {
    const document = await open('/ladder/cases/7.md');
    await citing(document, '[M2: Hir');
    files.asked.length = 0;
    assert.match(await hover(document, '[M2: Hir'), /good at hiring/u);
    const offered: CompletionList = await commands.executeCommand(
      'vscode.executeCompletionItemProvider',
      document.uri,
      placeOf(document, '[M2: Hir'),
    );
    assert.ok(
      offered.items.some(({ filterText, label }) =>
        `${filterText} ${JSON.stringify(label)}`.includes('Scale'),
      ),
    );
    await type(document.uri, '[M2: Hirng] and\n');
    await eventually(() =>
      assert.ok(languages.getDiagnostics(document.uri).some(({ message }) => message.includes('Hirng'))),
    );
    await commands.executeCommand('vscode.executeLinkProvider', document.uri);
    await commands.executeCommand(
      'vscode.executeDocumentHighlights',
      document.uri,
      placeOf(document, '[M2: Hir'),
    );
    // VS Code itself looks now and then whether the opened folders are still there, and for what its assistants keep
    // in hidden folders such as .claude.
    const folders = (workspace.workspaceFolders ?? []).map(({ uri }) => `stat ${uri.path}`);
    const isOfEditor = (question: string): boolean =>
      folders.some(
        (folder) =>
          question === folder ||
          (question.startsWith(folder) &&
            /^\/\.(?!git(?:\/|ignore|$)|vscode)/u.test(question.slice(folder.length))),
      );
    assert.deepEqual(
      files.asked.filter((question) => !isOfEditor(question)),
      [],
    );
    await commands.executeCommand('workbench.action.revertAndCloseActiveEditor');
  });

  test('ten thousand changes at once are read in one go', async () => {
    const guide = await open('/ladder/guides/m1-to-m2.md');
    await citing(guide, '2. Scale');
    files.asked.length = 0;
    const scale = caseText.replace('Hiring', 'Scale');
    for (let time = 0; time < 20; time += 1) {
      files.put(many('/ladder/branch', 500, `${scale}${time}`));
    }
    const changed = sortedPaths(many('/ladder/branch', 500, ''));
    await eventually(async () => assert.deepEqual(await citing(guide, '2. Scale'), changed), 60_000);
    // To see what they may say, then what they say of what is asked, then the rest.
    const read = files.read.filter((path) => path.startsWith('/ladder/branch/'));
    assert.ok(read.length <= 3 * changed.length, `${read.length} reads`);
    files.put(Object.fromEntries(changed.map((path) => [path, undefined])));
    await eventually(async () => assert.deepEqual(await citing(guide, '2. Scale'), []), 60_000);
  });
});

suite('files that are not UTF-8', () => {
  const guide = guideText.replace('Scale', 'Résumés');
  const cite = '---\npromotion: M1 to M2\n---\n\n## [M2: Résumés]\n\nWe read 5 of them.\n';

  const units = (text: string): readonly number[] => [...text].map((char) => char.charCodeAt(0));

  suiteTeardown(() =>
    workspace.getConfiguration('files').update('encoding', undefined, ConfigurationTarget.Workspace),
  );

  test('are read as VS Code reads them', async () => {
    await workspace
      .getConfiguration('files')
      .update('encoding', 'windows1252', ConfigurationTarget.Workspace);
    files.put({
      '/latin/guides/m1-to-m2.md': new Uint8Array(units(guide)),
      '/latin/cases/ada.md': new Uint8Array(units(cite)),
      '/latin/cases/bob.md': new Uint8Array(Uint16Array.from(units(`\uFEFF${cite}`)).buffer),
    });
    await addFolder('/latin');
    const document = await open('/latin/guides/m1-to-m2.md');
    await eventually(async () =>
      assert.deepEqual(await citing(document, '2. Résumés'), ['/latin/cases/ada.md', '/latin/cases/bob.md']),
    );
  });
});

suite('two folders with the same paths', () => {
  test('cite and rename each its own', async () => {
    for (const folder of ['/one', '/two']) {
      files.put({ [`${folder}/guides/m1-to-m2.md`]: guideText, [`${folder}/cases/ada.md`]: caseText });
      await addFolder(folder);
    }
    const one = await open('/one/guides/m1-to-m2.md');
    await eventually(async () => assert.deepEqual(await citing(one, '1. Hiring'), ['/one/cases/ada.md']));
    const two = await open('/two/cases/ada.md');
    assert.deepEqual(await citing(two, '[M2: Hir'), ['/two/cases/ada.md']);
    assert.deepEqual(paths(await renamed(two, '[M2: Hir', 'Choosing People')), [
      '/two/cases/ada.md',
      '/two/guides/m1-to-m2.md',
    ]);
  });

  test('follow links from one to the other', async () => {
    files.put({ '/two/note.md': '[how](../one/guides/m1-to-m2.md#1-hiring)\n' });
    const one = await open('/one/cases/ada.md');
    await eventually(async () =>
      assert.deepEqual(paths(await renamed(one, '[M2: Hir', 'Choosing People')), [
        '/one/cases/ada.md',
        '/one/guides/m1-to-m2.md',
        '/two/note.md',
      ]),
    );
  });
});

suite('while the index is being made', () => {
  const late = many('/late/docs', 100, 'As [M2: Hiring] says.');

  test('cards come, a rename waits, and what is no longer of use is not read to the end', async () => {
    const document = await open('/ladder/cases/3.md');
    await hover(document, '[M2: Hir');
    files.put(late);
    files.asked.length = 0;
    const release = files.hold((path) => path.startsWith('/late/docs/'));
    await addFolder('/late');
    await eventually(() => assert.ok(files.read.length > 0));
    assert.match(await hover(document, '[M2: Hir'), /good at hiring/u);
    // Other levels: everything has to be looked at again.
    files.put({ '/ladder/guides/m1-to-m2.md': guideText.replace('to M2', 'to M2 (Director)') });
    await eventually(async () => assert.match(await hover(document, '[M2: Hir'), /Director/u));
    let isRenamed = false;
    const rename = renamed(document, '[M2: Hir', 'Choosing People');
    rename.then(() => {
      isRenamed = true;
    });
    // Requests are served in turn: by now the rename waits for the index.
    await hover(document, '[M2: Hir');
    assert.equal(isRenamed, false);
    release();
    const edit = await rename;
    assert.deepEqual(
      paths(edit).filter((path) => path.startsWith('/late/')),
      sortedPaths(late),
    );
    assert.ok(paths(edit).includes('/ladder/guides/m1-to-m2.md'));
    // The last of them was not read in vain.
    const reads = (path: string): number => files.read.filter((one) => one === path).length;
    assert.equal(reads('/late/docs/99.md'), reads('/late/docs/0.md') - 1);
  });
});

suite('while the files are listed anew', () => {
  test('one that comes too late for the list is known all the same', async () => {
    const guide = await open('/ladder/guides/m1-to-m2.md');
    await citing(guide, '1. Hiring');
    files.asked.length = 0;
    const release = files.hold((path) => path === '/ladder/docs');
    files.put({ '/ladder/.gitignore': 'build/\nout/\n' });
    await eventually(() => {
      for (const folder of ['cases', 'docs']) {
        assert.ok(files.asked.includes(`readDirectory /ladder/${folder}`));
      }
    });
    files.put({ '/ladder/cases/late.md': caseText });
    release();
    await eventually(async () =>
      assert.ok((await citing(guide, '1. Hiring')).includes('/ladder/cases/late.md')),
    );
  });
});
