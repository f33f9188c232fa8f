import assert from 'node:assert/strict';
import {
  commands,
  env,
  extensions,
  Position,
  Range,
  TabInputText,
  Uri,
  ViewColumn,
  WorkspaceEdit,
  window,
  workspace,
} from 'vscode';
import { Ladders } from '../../../src/editor/guides/ladders';
import { Promotions } from '../../../src/editor/promotions/promotions';
import { ShownPromotion } from '../../../src/editor/promotions/shownPromotion';
import { showInItsTab } from '../../../src/editor/tabs';
import { eventually } from '../lib/eventually';
import { mementoInMemory } from '../lib/mementoInMemory';
import { MemoryFiles } from '../lib/memoryFiles';
import { untitled } from '../lib/untitled';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');

async function copied(): Promise<string> {
  await env.clipboard.writeText('');
  await commands.executeCommand('careerLadder.copyCoverage');
  return env.clipboard.readText();
}

suite('the coverage of the active promotion document', () => {
  test('is copied as a table that follows what was typed a moment ago', async () => {
    const document = await untitled(
      '---\npromotion: M1 to M2\n---\n\nWe cut 3 days. [M2: Systems and Scale #1]\n',
    );
    await window.showTextDocument(document);
    assert.match(await copied(), /\| Systems and Scale \| evidenced \| 5 \| #2 #3 #4 #5 \|/);
    const edit = new WorkspaceEdit();
    edit.insert(document.uri, new Position(5, 0), '\nAnd 2 more. [M2: Systems and Scale #3]\n');
    await workspace.applyEdit(edit);
    assert.match(await copied(), /\| 5, 7 \| #2 #4 #5 \|/);
  });

  test('is still that of the document that was left for a look elsewhere', async () => {
    await window.showTextDocument(Uri.joinPath(folder, 'README.md'), { preview: false });
    assert.match(await copied(), /^\*\*M1 to M2\*\*: 1 of 4 evidenced, 3 missing\n/);
  });

  test('is that of another one that can be seen, once the one in front is no promotion document any more', async () => {
    const { extensionUri } = extensions.getExtension('career-ladder.career-ladder') ?? assert.fail();
    const ladders = new Ladders({ extensionUri });
    const shown = new ShownPromotion(new Promotions(ladders), ladders, mementoInMemory());
    try {
      const [front, beside] = await Promise.all(
        ['M1 to M2', 'M2 to M3'].map((step) => untitled(`---\npromotion: ${step}\n---\n`)),
      );
      assert.ok(front && beside);
      await window.showTextDocument(beside, { preview: false, viewColumn: ViewColumn.Two });
      await window.showTextDocument(front, { preview: false, viewColumn: ViewColumn.One });
      await eventually(() => assert.equal(shown.current?.document, front));
      const edit = new WorkspaceEdit();
      edit.delete(front.uri, new Range(1, 0, 2, 0));
      await workspace.applyEdit(edit);
      await eventually(() => assert.equal(shown.current?.document, beside));
    } finally {
      shown.dispose();
      ladders.dispose();
      await commands.executeCommand('workbench.action.closeEditorsInOtherGroups');
    }
  });
});

suite('the promotion document that the views speak of', () => {
  const uri = Uri.joinPath(folder, 'promotion-m2.md');
  let ladders: Ladders;
  let shown: ShownPromotion;

  const shows = (isActive: boolean): Promise<void> =>
    eventually(() => {
      assert.equal(shown.current?.document.uri.toString(), uri.toString());
      assert.equal(shown.current?.isActive, isActive);
    });

  setup(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    const { extensionUri } = extensions.getExtension('career-ladder.career-ladder') ?? assert.fail();
    ladders = new Ladders({ extensionUri });
    shown = new ShownPromotion(new Promotions(ladders), ladders, mementoInMemory());
  });
  teardown(async () => {
    shown.dispose();
    ladders.dispose();
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('is the one that only a preview shows, also behind a look elsewhere', async () => {
    await commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
    await shows(true);
    await window.showTextDocument(Uri.joinPath(folder, 'README.md'), { preview: false });
    await shows(false);
    await commands.executeCommand('workbench.action.previousEditor');
    await shows(true);
  });

  test('stays the same while its text gives way to its preview', async () => {
    await window.showTextDocument(uri, { preview: false });
    await shows(true);
    await commands.executeCommand('vscode.openWith', uri, 'vscode.markdown.preview.editor');
    const texts = window.tabGroups.all
      .flatMap(({ tabs }) => tabs)
      .filter(({ input }) => input instanceof TabInputText);
    await window.tabGroups.close(texts);
    await eventually(() => assert.equal(window.activeTextEditor, undefined));
    await shows(true);
  });

  test('stays the same behind its changes, once these are behind something else', async () => {
    const former = await untitled('---\npromotion: M1\n---\n');
    await commands.executeCommand('vscode.diff', former.uri, uri, 'Changes', { preview: false });
    await shows(true);
    await window.showTextDocument(Uri.joinPath(folder, 'README.md'), { preview: false });
    await shows(false);
  });

  test('is the one that is written, not the former one beside it that has the focus', async () => {
    const files = new MemoryFiles('former', { isReadonly: true });
    files.put({ '/promotion-m2.md': '---\npromotion: M1 to M2\n---\n' });
    const former = files.uri('/promotion-m2.md');
    await commands.executeCommand('vscode.diff', former, uri, 'Changes', { preview: false });
    await shows(true);
    await commands.executeCommand('diffEditor.switchSide');
    await eventually(() => assert.equal(window.activeTextEditor?.document.uri.toString(), former.toString()));
    await shows(false);
    assert.match(await copied(), /2 of 4 evidenced/);
  });

  test('is brought to light in the group that the user is in, where that one shows it', async () => {
    const { document } = await window.showTextDocument(uri, { viewColumn: ViewColumn.One });
    await window.showTextDocument(document, { viewColumn: ViewColumn.Two });
    assert.equal((await showInItsTab(document)).viewColumn, ViewColumn.Two);
    await window.showTextDocument(document, { viewColumn: ViewColumn.One });
    assert.equal((await showInItsTab(document)).viewColumn, ViewColumn.One);
  });
});
