import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator } from 'playwright-core';
import { useWorkbench } from './useWorkbench';

const promotion = '---\npromotion: M1 to M2\n---\n\n## Summary\n\nAs of 2025.\n\n[M2: Gone]: gone.md\n';

suite('what cannot be written into a promotion document', () => {
  const workbench = useWorkbench({
    fill: async (folder) => {
      await writeFile(path.join(folder, 'locked.md'), promotion);
      await writeFile(path.join(folder, 'changing.md'), promotion);
    },
    settings: { 'files.readonlyInclude': { '**/locked.md': true } },
  });

  const addSection = async (): Promise<Locator> => {
    await workbench().runCommand('Career Ladder: Add a Section for a Missing Capability');
    const line = workbench().quickPick('Systems and Scale').first();
    await line.waitFor();
    return line;
  };

  test('is told where the document is read-only', async () => {
    await workbench().openFile('locked.md');
    await (await addSection()).click();
    await workbench()
      .notification('The section could not be added: the document cannot be edited.')
      .waitFor();
    await workbench().runCommand('Career Ladder: Update Link Definitions');
    await workbench()
      .notification('The link definitions could not be updated: the document cannot be edited.')
      .waitFor();
    await workbench().runCommand('Career Ladder: Insert Citation');
    await workbench().quickPick('Systems and Scale').first().click();
    await workbench()
      .notification('The citation could not be inserted: the document cannot be edited.')
      .waitFor();
  });

  test('is told where the document has changed while the user chose, and stays as it has become', async () => {
    await workbench().watching();
    await workbench().openFile('changing.md');
    const line = await addSection();
    await workbench().write('changing.md', promotion.replace('## Summary', '## What I did'));
    await workbench().shows(/^## What I did$/m);
    await line.click();
    await workbench()
      .notification('The section could not be added: the document has changed meanwhile. Try again.')
      .waitFor();
    await workbench().shows(/^## What I did$/m, /^As of 2025\.$/m);
    assert.equal(await workbench().editor.getByText('Systems and Scale').count(), 0);
  });
});

suite('a promotion document that cannot be written', () => {
  const workbench = useWorkbench({
    sample: 'own-guides',
    settings: { 'editor.minimap.enabled': false, 'files.readonlyInclude': { '**/promotions/**': true } },
  });
  const guide = 'guides/ic4-to-ic5.md';
  const document = 'promotions/ada-ic5.md';
  const told = '“promotions/ada-ic5.md” could not be changed and may still say “Judgment”. Read-only?';

  test('is told of where a capability is renamed in the tree', async () => {
    const before = await workbench().read(document);
    await workbench().openView('Career Ladder');
    await workbench().chooseFromMenu(
      workbench().treeItem(/^Capability Judgment of IC5/),
      'Rename Capability…',
    );
    await workbench().quickInput.getByText('Rename “Judgment” of IC5').waitFor();
    await workbench().fillQuickInput('Good Judgement');
    await workbench().press('Enter');
    await workbench().notification(told).waitFor();
    assert.match(await workbench().read(guide), /^### 3\. Good Judgement$/mu);
    assert.equal(await workbench().read(document), before);
    await workbench().runCommand('Notifications: Clear All Notifications');
    await workbench().notification(told).waitFor({ state: 'hidden' });
  });

  test('is told of where the citations of the former name are brought up to date', async () => {
    await workbench().openFile('ic4-to-ic5.md');
    await workbench().goToLine(
      (await workbench().read(guide)).split('\n').indexOf('### 3. Good Judgement') + 1,
    );
    await workbench()
      .lens(/still uses? “Judgment”: update/)
      .click();
    await workbench().notification(told).waitFor();
  });
});
