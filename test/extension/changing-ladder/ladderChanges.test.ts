import assert from 'node:assert/strict';
import {
  CancellationTokenSource,
  commands,
  type Event,
  extensions,
  languages,
  Range,
  type SymbolInformation,
  type TextDocument,
  Uri,
  WorkspaceEdit,
  workspace,
} from 'vscode';
import { currentGuide } from '../../../src/editor/guides/currentGuide';
import { Ladders } from '../../../src/editor/guides/ladders';
import { ruleOf } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';
import { watching } from '../lib/watching';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const guide = Uri.joinPath(folder, 'guides/ic4-to-ic5.md');

function nextOf<T>(event: Event<T>): Promise<T> {
  return new Promise((resolve) => {
    const subscription = event((value) => {
      subscription.dispose();
      resolve(value);
    });
  });
}

suite('a ladder that changes under an open document', () => {
  let document: TextDocument;

  async function reported(rules: readonly string[]): Promise<void> {
    await eventually(() => {
      const found = languages.getDiagnostics(document.uri).map((diagnostic) => String(ruleOf(diagnostic)));
      assert.deepEqual(found.sort(), rules);
    });
  }

  suiteSetup(async () => {
    document = await workspace.openTextDocument(Uri.joinPath(folder, 'promotions/ada-ic5.md'));
    await reported(['missing-capability', 'no-evidence']);
  });

  test('is followed while a guide is typed, and back', async () => {
    const open = await workspace.openTextDocument(guide);
    const before = open.getText();
    const heading = open.positionAt(before.indexOf('### 3. Judgment') + '### 3. '.length);
    const rename = new WorkspaceEdit();
    rename.replace(guide, new Range(heading, heading.translate(0, 'Judgment'.length)), 'Good Judgment');
    await workspace.applyEdit(rename);
    // Two citations by the old name, one link to the old heading, and the new name is cited nowhere.
    await reported([
      'missing-capability',
      'missing-capability',
      'unknown-capability',
      'unknown-capability',
      'unknown-capability',
    ]);
    const restore = new WorkspaceEdit();
    restore.replace(guide, new Range(heading, heading.translate(0, 'Good Judgment'.length)), 'Judgment');
    await workspace.applyEdit(restore);
    await reported(['missing-capability', 'no-evidence']);
    await open.save();
  });

  test('stays the same one where no guide says anything else', async () => {
    await watching(folder);
    const { extensionUri } = extensions.getExtension('career-ladder.career-ladder') ?? assert.fail();
    const ladders = new Ladders({ extensionUri });
    try {
      const before = await ladders.get();
      let changes = 0;
      ladders.onDidChange(() => {
        changes += 1;
      });
      const file = await workspace.fs.readFile(guide);
      const read = nextOf(ladders.onDidRead);
      await workspace.fs.writeFile(guide, file);
      await read;
      assert.equal(await ladders.get(), before);
      const found = nextOf(ladders.onDidRead);
      const notes = Uri.joinPath(folder, 'guides/notes.md');
      await workspace.fs.writeFile(notes, new TextEncoder().encode('# Notes\n'));
      await found;
      assert.equal(await ladders.get(), before);
      assert.equal(changes, 0);
      const changed = nextOf(ladders.onDidChange);
      await workspace.fs.writeFile(notes, new TextEncoder().encode('# Progression Guide: S1 to S2\n'));
      const after = await changed;
      assert.ok(after.shown[0]?.ladder.levels.some(({ id }) => id === 'S2'));
      await workspace.fs.delete(notes);
    } finally {
      ladders.dispose();
    }
  });

  test('is read from the editor once a guide stands there, where a file’s line ends are all of one kind', async () => {
    await watching(folder);
    const { extensionUri } = extensions.getExtension('career-ladder.career-ladder') ?? assert.fail();
    const ladders = new Ladders({ extensionUri });
    const waiting = new CancellationTokenSource();
    const mixed = Uri.joinPath(folder, 'guides/mixed.md');
    try {
      await ladders.get();
      const read = nextOf(ladders.onDidChange);
      const text = '# Progression Guide: S1 to S2\r\n\n## Key Capabilities\r\n\n### Poise\r\n\n- It shows\n';
      await workspace.fs.writeFile(mixed, new TextEncoder().encode(text));
      await read;
      const open = await workspace.openTextDocument(mixed);
      assert.notEqual(open.getText(), text);
      const found = await currentGuide(open, ladders, waiting.token);
      assert.equal(found?.guide.source.text, open.getText());
    } finally {
      waiting.cancel();
      ladders.dispose();
      await workspace.fs.delete(mixed);
    }
  });

  test('takes what was reported along when it goes, and brings it back', async () => {
    await watching(folder);
    const names = ['ic3-to-ic4.md', 'ic4-to-ic5.md', 'ic5-to-m1.md'];
    const guides = await Promise.all(
      names.map(async (name) => {
        const uri = Uri.joinPath(folder, 'guides', name);
        return { uri, content: await workspace.fs.readFile(uri) };
      }),
    );
    await workspace.fs.delete(Uri.joinPath(folder, 'guides'), { recursive: true });
    // The built-in ladder has no IC5, so that this is somebody's ordinary Markdown again.
    await reported([]);
    for (const { uri, content } of guides) {
      await workspace.fs.writeFile(uri, content);
    }
    await reported(['missing-capability', 'no-evidence']);
  });

  test('has the guides of a folder that is moved there, and loses them with it, whatever its name', async () => {
    const names = async (): Promise<readonly string[]> => {
      const found: readonly SymbolInformation[] = await commands.executeCommand(
        'vscode.executeWorkspaceSymbolProvider',
        'Poise',
      );
      return found.map(({ name }) => name);
    };
    const [drafts, moved] = [Uri.joinPath(folder, 'drafts'), Uri.joinPath(folder, 'guides/v1.2')];
    const text = '# Progression Guide: S1 to S2\n\n## Key Capabilities\n\n### Poise\n\n- It shows\n';
    await workspace.fs.writeFile(Uri.joinPath(drafts, 's1-to-s2.md'), new TextEncoder().encode(text));
    await workspace.fs.rename(drafts, moved);
    await eventually(async () => assert.ok((await names()).includes('S2: Poise')));
    await workspace.fs.rename(moved, drafts);
    await eventually(async () => assert.ok(!(await names()).includes('S2: Poise')));
    await workspace.fs.delete(drafts, { recursive: true });
  });
});
