import assert from 'node:assert/strict';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

suite('renaming a capability', () => {
  const workbench = useWorkbench({
    sample: 'own-guides',
    settings: { 'editor.minimap.enabled': false },
  });
  const guide = 'guides/ic4-to-ic5.md';
  const document = 'promotions/ada-ic5.md';

  test('F2 on a citation renames it in the guide and in the document, and one undo takes it all back', async () => {
    await workbench().openFile('ada-ic5.md');
    const line = (await workbench().read(document))
      .split('\n')
      .findIndex((text) => text.includes('[IC5: Judgment #3]'));
    const column = (await workbench().read(document)).split('\n')[line]?.indexOf('Judgment #3') ?? 0;
    await workbench().goToLine(line + 1, column + 2);
    const box = workbench().page.locator('.rename-box input');
    await eventually(async () => {
      await workbench().press('F2');
      await box.waitFor({ timeout: 2000 });
    });
    assert.equal(await box.inputValue(), 'Judgment');
    await box.fill('Good Judgement');
    await workbench().press('Enter');
    await eventually(async () => {
      assert.match(await workbench().read(guide), /^### 3\. Good Judgement$/mu);
      const text = await workbench().read(document);
      assert.match(text, /\[IC5: Good Judgement #3\]: \.\.\/guides\/ic4-to-ic5\.md#3-good-judgement/u);
      assert.doesNotMatch(text, /Judgment/u);
    });
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
    const box = workbench().page.locator('.rename-box input');
    await eventually(async () => {
      await workbench().press('F2');
      await box.waitFor({ timeout: 2000 });
    });
    await box.fill('Technical Direction');
    await workbench().press('Enter');
    await workbench().notification('IC5 already has a capability “Technical Direction”').waitFor();
    assert.equal(await workbench().read(document), before);
  });

  test('the guide tells above a capability in how many documents it is cited', async () => {
    await workbench().openFile('ic4-to-ic5.md');
    await workbench()
      .page.locator('.codelens-decoration')
      .filter({ hasText: 'cited in 1 document' })
      .first()
      .waitFor();
  });
});
