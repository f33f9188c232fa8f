import assert from 'node:assert/strict';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

suite('the evidence of a promotion document', () => {
  const workbench = useWorkbench({
    sample: 'built-in-ladder',
    viewport: { width: 1280, height: 1000 },
    settings: { 'editor.minimap.enabled': false },
  });

  test('is welcomed by what to do while there is no document', async () => {
    await workbench().openView('Career Ladder');
    await workbench().view('Evidence').getByText('Open a promotion document to see').waitFor();
    await workbench().view('Evidence').getByRole('button', { name: 'New Promotion Document' }).waitFor();
  });

  test('stands in the status bar, which opens the view', async () => {
    await workbench().openView('Explorer');
    await workbench().openFile('promotion-m2.md');
    const total = workbench().page.locator('.statusbar-item').filter({ hasText: '2 of 4 evidenced' });
    await total.click();
    await workbench().treeItem('Systems and Scale, evidenced, 4 of 5 signals').waitFor();
    await workbench().treeItem('Building High-Performing Teams, cited, no evidence yet').waitFor();
    await workbench().view('Evidence').getByText('2 of 4 evidenced, 1 cited, 1 missing').waitFor();
  });

  test('leads to its place in the document, and stays through a look into a guide', async () => {
    await workbench()
      .treeItem(/^Systems and Scale, evidenced/)
      .locator('.monaco-tl-twistie')
      .click();
    await workbench()
      .treeItem(/^Evidence: Summer freeze/)
      .click();
    await eventually(async () => {
      assert.match(await workbench().selection.innerText(), /^Ln 37,/);
    });
    await workbench()
      .treeItem(/^Strategic Alignment .*, missing/)
      .click();
    await workbench().tab('m1-to-m2 (built-in).md').waitFor();
    await workbench()
      .view('Evidence')
      .getByText(/^promotion-m2\.md: 2 of 4/)
      .waitFor();
    await workbench()
      .treeItem(/^Evidence: Onboarding/)
      .click();
    await eventually(async () => {
      assert.match(await workbench().selection.innerText(), /^Ln 39,/);
    });
  });

  test('follows what is typed, and what was opened stays open', async () => {
    await workbench().goToLine(48);
    await workbench().press('Enter', 'ArrowUp');
    await workbench().type('In 2025, 8 of 9 people stayed.');
    await workbench()
      .treeItem(/^Building High-Performing Teams, evidenced/)
      .waitFor();
    await workbench()
      .treeItem(/^Evidence: Summer freeze/)
      .waitFor();
    await workbench().view('Evidence').getByText('3 of 4 evidenced, 1 missing').waitFor();
  });

  test('offers a section for what is missing, from the keyboard too', async () => {
    const missing = workbench().treeItem(/^Strategic Alignment .*, missing/);
    await missing.click();
    await missing.hover();
    await missing.getByRole('button', { name: 'Add a Section' }).click();
    await workbench()
      .treeItem(/^Strategic Alignment .*, cited, no evidence yet/)
      .waitFor();
    await eventually(async () => {
      assert.match(
        await workbench().visibleText(),
        /^## \[M2: Strategic Alignment and Stakeholder Management\]$/m,
      );
    });
  });
});
