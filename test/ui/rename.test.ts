import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

suite('renaming a capability', () => {
  const workbench = useWorkbench({
    sample: 'own-guides',
    settings: { 'editor.minimap.enabled': false },
  });
  const guide = 'guides/ic4-to-ic5.md';
  const document = 'promotions/ada-ic5.md';

  /** The box in which F2 asks for a name. */
  async function renameBox(): Promise<Locator> {
    const box = workbench().page.locator('.rename-box input');
    await eventually(async () => {
      await workbench().press('F2');
      await box.waitFor({ timeout: 2000 });
    });
    return box;
  }

  /** Until the references are listed and hold the sample's document; then closes them. */
  async function documentIsListed(): Promise<void> {
    await workbench()
      .references.getByRole('treeitem', { name: /ada-ic5\.md/ })
      .first()
      .waitFor();
    await workbench().press('Escape');
    await workbench().references.waitFor({ state: 'hidden' });
  }

  test('F2 on a citation renames it in the guide and in the document, and one undo takes it all back', async () => {
    // VS Code may still be busy closing what it has saved, and then takes back what is open alone.
    await workbench().openFile('ic4-to-ic5.md');
    await workbench().openFile('ada-ic5.md');
    const line = (await workbench().read(document))
      .split('\n')
      .findIndex((text) => text.includes('[IC5: Judgment #3]'));
    const column = (await workbench().read(document)).split('\n')[line]?.indexOf('Judgment #3') ?? 0;
    await workbench().goToLine(line + 1, column + 2);
    const box = await renameBox();
    assert.equal(await box.inputValue(), 'Judgment');
    await box.fill('Good Judgement');
    await workbench().press('Enter');
    await eventually(async () => {
      assert.match(await workbench().read(guide), /^### 3\. Good Judgement$/mu);
      const text = await workbench().read(document);
      assert.match(text, /\[IC5: Good Judgement #3\]: \.\.\/guides\/ic4-to-ic5\.md#3-good-judgement/u);
      assert.doesNotMatch(text, /Judgment/u);
    });
    // What is on disk may still be being saved as far as the editor is concerned, and is then not taken back.
    await eventually(async () => assert.equal(await workbench().page.locator('.tab.dirty').count(), 0));
    await workbench().press('ControlOrMeta+z');
    await workbench().runCommand('File: Save All Files');
    await eventually(async () => {
      assert.match(await workbench().read(guide), /^### 3\. Judgment$/mu);
      assert.doesNotMatch(await workbench().read(document), /Good Judgement/u);
    });
  });

  test('a name that is taken changes nothing and says so', async () => {
    await workbench().openFile('ada-ic5.md');
    const before = await workbench().read(document);
    const box = await renameBox();
    await box.fill('Technical Direction');
    await workbench().press('Enter');
    await workbench().notification('IC5 already has a capability “Technical Direction”').waitFor();
    assert.equal(await workbench().read(document), before);
  });

  test('the guide tells above a capability in how many documents it is cited', async () => {
    await workbench().openFile('ic4-to-ic5.md');
    await workbench().lens('cited in 1 document').waitFor();
  });

  test('a line of the tree leads to the citations, and renames the capability', async () => {
    const line = workbench().treeItem(/^Capability Judgment of IC5/);
    await workbench().openView('Career Ladder');
    await workbench().chooseFromMenu(line, 'Find All References');
    await documentIsListed();
    const evidence = workbench()
      .view('Evidence')
      .getByRole('treeitem', { name: /Judgment/ })
      .first();
    await workbench().chooseFromMenu(evidence, 'Find All References');
    await workbench().references.waitFor();
    await workbench().press('Escape');
    await workbench().chooseFromMenu(line, 'Rename Capability…');
    await workbench().quickInput.getByText('Rename “Judgment” of IC5').waitFor();
    await workbench().fillQuickInput('Technical Direction');
    await workbench().quickInput.getByText('IC5 already has a capability').waitFor();
    await workbench().fillQuickInput('Good Judgement');
    await workbench().press('Enter');
    await workbench()
      .treeItem(/^Capability Good Judgement of IC5/)
      .waitFor();
    await eventually(async () => {
      assert.match(await workbench().read(guide), /^### 3\. Good Judgement$/mu);
      assert.match(await workbench().read(document), /\[IC5: Good Judgement #3\]/u);
    });
  });

  test('the palette offers capabilities alone to be renamed, levels too to find who cites them', async () => {
    await workbench().runCommand('Career Ladder: Rename Capability…');
    await workbench().quickPick('Technical Direction').first().waitFor();
    await workbench().quickInput.getByText('Rename a Capability', { exact: true }).waitFor();
    // Words of a signal, and of a level.
    for (const words of ['heated restate', 'IC5 level of track']) {
      await workbench().fillQuickInput(words);
      await workbench().quickPick('Nothing has all these words').waitFor();
    }
    await workbench().press('Escape');
    await workbench().runCommand('Career Ladder: Find All References');
    await workbench().quickInput.getByText('Find All References', { exact: true }).waitFor();
    await workbench().fillQuickInput('heated restate');
    await workbench().quickPick('When a meeting gets heated').waitFor();
    await workbench().fillQuickInput('IC5 level of track');
    await workbench().quickPick('IC5: Staff Engineer').click();
    await documentIsListed();
  });

  test('Ctrl+Enter shows first what would change, in which files', async () => {
    await workbench().openFile('ic4-to-ic5.md');
    const line = (await workbench().read(guide)).split('\n').indexOf('### 3. Good Judgement');
    await workbench().goToLine(line + 1, 12);
    const box = await renameBox();
    await box.fill('Judgment');
    await workbench().press('ControlOrMeta+Enter');
    const preview = workbench().page.locator('.part.panel');
    for (const file of [guide, document]) {
      await preview.getByRole('checkbox', { name: `${file}, making text edits` }).waitFor();
    }
    assert.match(await workbench().read(guide), /^### 3\. Good Judgement$/mu);
    await preview.getByRole('button', { name: 'Apply' }).click();
    await eventually(async () => {
      assert.match(await workbench().read(guide), /^### 3\. Judgment$/mu);
      assert.match(await workbench().read(document), /\[IC5: Judgment #3\]/u);
    });
  });

  test('where signals were moved in the guide, a click gives citations their new numbers, in the documents chosen', async () => {
    await workbench().openFile('ic4-to-ic5.md');
    const line = (await workbench().read(guide))
      .split('\n')
      .findIndex((text) => text.includes('can be undone'));
    await workbench().goToLine(line + 1);
    await workbench().type('* You say what you do not know');
    await workbench().press('Enter');
    const lens = workbench().lens('2 citations still use former numbers of signals: update…');
    await lens.click();
    await workbench().quickInput.getByPlaceholder('#2 → #3, #3 → #4, #4 → #5').waitFor();
    await workbench().quickPick('promotions/ada-ic5.md').waitFor();
    await workbench().press('Enter');
    await lens.waitFor({ state: 'hidden' });
    await workbench().runCommand('File: Save All Files');
    await eventually(async () => {
      const text = await workbench().read(document);
      assert.deepEqual(text.match(/(?<=IC5: Judgment )#\d/gu), ['#4', '#5', '#4', '#5']);
    });
  });
});
