import assert from 'node:assert/strict';
import {
  commands,
  Selection,
  type TextDocument,
  type TextEditor,
  Uri,
  ViewColumn,
  window,
  workspace,
} from 'vscode';
import { eventually } from '../lib/eventually';
import { MemoryFiles } from '../lib/memoryFiles';
import { untitled } from '../lib/untitled';

const folder = workspace.workspaceFolders?.[0]?.uri ?? assert.fail('no folder is open');
const guide = Uri.joinPath(folder, 'guides/ic4-to-ic5.md');
const target = { level: 'IC5', name: 'Judgment' };
const before = '---\npromotion: IC4 to IC5\n---\n\nOne. Two.\n';
const after = '---\npromotion: IC4 to IC5\n---\n\nOne. [IC5: Judgment] Two.\n';

/** A promotion document, the cursor before its second sentence. */
async function write(viewColumn: ViewColumn): Promise<TextDocument> {
  const document = await untitled(before);
  const editor = await window.showTextDocument(document, { preview: false, viewColumn });
  editor.selection = new Selection(4, 5, 4, 5);
  return document;
}

/** Opens the guide as a click in the Ladder view does: the capability's heading is selected. */
async function lookUpInGuide(): Promise<TextEditor> {
  await window.showTextDocument(guide, { viewColumn: ViewColumn.One });
  await commands.executeCommand('careerLadder.openGuide', target);
  return eventually(() => {
    const active = window.activeTextEditor ?? assert.fail('no editor');
    assert.equal(active.document.getText(active.selection), '### 3. Judgment');
    return active;
  });
}

/** Looks something up in a file and cites it, as soon as the document is the one that the views follow. */
async function lookUpAndCite(
  document: TextDocument,
  viewColumn: ViewColumn,
  lookUp: () => Promise<unknown>,
): Promise<void> {
  await eventually(async () => {
    await window.showTextDocument(document, { preview: false, viewColumn });
    await lookUp();
    await commands.executeCommand('careerLadder.insertCitation', target);
    assert.equal(document.getText(), after);
  });
  assert.equal(window.activeTextEditor?.document, document);
  assert.equal(window.activeTextEditor.viewColumn, viewColumn);
}

suite('inserting a citation beside one’s own guides', () => {
  let text = '';

  setup(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
    text = (await workspace.openTextDocument(guide)).getText();
  });

  teardown(async () => {
    const document = await workspace.openTextDocument(guide);
    assert.equal(document.getText(), text);
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('goes to the cursor of the promotion document that the guide hides', async () => {
    await lookUpAndCite(await write(ViewColumn.One), ViewColumn.One, lookUpInGuide);
  });

  test('goes into the group of editors that has the promotion document', async () => {
    await lookUpAndCite(await write(ViewColumn.Two), ViewColumn.Two, lookUpInGuide);
    assert.deepEqual(
      window.tabGroups.all.map(({ tabs }) => tabs.length),
      [1, 1],
    );
  });

  test('goes there too from Markdown that cannot be written', async () => {
    const files = new MemoryFiles('locked', { isReadonly: true });
    files.put({ '/notes.md': 'Notes.\n' });
    const document = await write(ViewColumn.One);
    await lookUpAndCite(document, ViewColumn.One, async () =>
      window.showTextDocument(files.uri('/notes.md')),
    );
  });

  test('goes nowhere where only the guide is open', async () => {
    const editor = await lookUpInGuide();
    await commands.executeCommand('careerLadder.insertCitation', target);
    assert.equal(editor.document.getText(), text);
  });
});
