import assert from 'node:assert/strict';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

suite('the evidence of a promotion document', () => {
  const workbench = useWorkbench({
    sample: 'built-in-ladder',
    // However VS Code shares the side bar out among the views: it draws only the lines that are in sight.
    viewport: { width: 1280, height: 1500 },
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
      .getByText('2 of 4 evidenced, 1 cited, 1 missing · promotion-m2.md', { exact: true })
      .waitFor();
    await workbench()
      .treeItem(/^Evidence: Onboarding/)
      .click();
    await eventually(async () => {
      assert.match(await workbench().selection.innerText(), /^Ln 39,/);
    });
  });

  test('lights its place up until the cursor moves, and leaves it unselected, so that typing adds to it', async () => {
    const freeze = workbench().treeItem(/^Evidence: Summer freeze/);
    const place = workbench().selection.getByText(/^Ln 37, Col \d+$/);
    await freeze.click();
    await place.waitFor();
    await workbench().highlighted.first().waitFor();
    await workbench().press('ArrowUp');
    await workbench().highlighted.first().waitFor({ state: 'hidden' });
    await freeze.click();
    await workbench().highlighted.first().waitFor();
    await workbench().type('x');
    await workbench().highlighted.first().waitFor({ state: 'hidden' });
    await workbench().shows(/Summer freeze/u);
    await workbench().press('ControlOrMeta+z');
    await workbench()
      .treeItem(/^Building High-Performing Teams, cited/)
      .click();
    // Behind the citation, where its evidence will stand.
    await workbench().selection.getByText('Ln 46, Col 40', { exact: true }).waitFor();
  });

  test('leads to the group that has the document, whatever is in the one with the focus', async () => {
    await workbench()
      .treeItem(/^Strategic Alignment .*, missing/)
      .click();
    await workbench().activeTab('m1-to-m2 (built-in).md').waitFor();
    await workbench().runCommand('View: Move Editor into Next Group');
    await workbench()
      .treeItem(/^Evidence: Summer freeze/)
      .click();
    await eventually(async () => {
      assert.match(await workbench().selection.innerText(), /^Ln 37,/);
    });
    assert.equal(await workbench().tab('promotion-m2.md').count(), 1);
    await workbench().runCommand('View: Join All Editor Groups');
  });

  test('says in words how far each capability has come, in a narrow side bar too', async () => {
    const { width } = (await workbench().sideBar.boundingBox()) ?? {};
    await workbench().resizeSideBar(170);
    for (const [line, word] of [
      [/^Systems and Scale, evidenced/, 'Evidenced'],
      [/^Building High-Performing Teams, cited/, 'Cited'],
      [/^Strategic Alignment .*, missing/, 'Missing'],
    ] as const) {
      await eventually(async () => {
        const { shown, cut } = await workbench()
          .treeItem(line)
          .locator('.label-name')
          .evaluate((label, length) => {
            const range = document.createRange();
            const text = document.createTreeWalker(label, NodeFilter.SHOW_TEXT).nextNode() ?? label;
            range.setStart(text, 0);
            range.setEnd(text, length);
            const container = label.closest('.monaco-icon-label-container') ?? label;
            return {
              shown: range.toString(),
              cut: range.getBoundingClientRect().right - container.getBoundingClientRect().right,
            };
          }, word.length);
        assert.equal(shown, word);
        assert.ok(cut <= 0, `${cut} pixels of “${word}” are cut off`);
      });
    }
    await workbench().resizeSideBar(width ?? 300);
  });

  test('keeps what was opened over a reload', async () => {
    await workbench()
      .treeItem('What this looks like, 4 of 5 signals covered')
      .locator('.monaco-tl-twistie')
      .click();
    await workbench()
      .treeItem(/^Signal 3, covered/)
      .waitFor();
    await workbench().remembered('careerLadder.evidence', 'M2/systems and scale', true);
    await workbench().remembered('careerLadder.evidence', 'M2/systems and scale/signals', true);
    await workbench().reloadByCommand();
    await workbench().openView('Career Ladder');
    await workbench()
      .treeItem(/^Evidence: Summer freeze/)
      .waitFor();
    await workbench()
      .treeItem(/^Signal 3, covered/)
      .waitFor();
    assert.equal(
      await workbench()
        .treeItem(/^Building High-Performing Teams/)
        .getAttribute('aria-expanded'),
      'false',
    );
  });

  test('is still that of the document behind another after a reload', async () => {
    await workbench().openFile('README.md');
    await workbench().reloadByCommand();
    await workbench().openView('Career Ladder');
    await workbench().activeTab('README.md').waitFor();
    await workbench()
      .view('Evidence')
      .getByText('2 of 4 evidenced, 1 cited, 1 missing · promotion-m2.md')
      .waitFor();
    await workbench().openFile('promotion-m2.md');
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

  test('cites a signal where the cursor is in its document, whatever else is in front', async () => {
    await workbench().openFile('README.md');
    const open = workbench().treeItem(/^Signal \d, not covered/);
    await open.hover();
    await open.getByRole('button', { name: 'Insert Citation' }).click();
    await workbench().treeItem('Systems and Scale, evidenced, 5 of 5 signals').waitFor();
    await workbench().activeTab('promotion-m2.md').waitFor();
    await workbench().shows(/^In 2025, 8 of 9 people stayed\. \[M2: Systems and Scale #\d\]$/m);
  });

  test('offers a section for what is missing, from the keyboard too', async () => {
    const missing = workbench().treeItem(/^Strategic Alignment .*, missing/);
    await missing.click();
    await missing.hover();
    await missing.getByRole('button', { name: 'Add a Section' }).click();
    await workbench()
      .treeItem(/^Strategic Alignment .*, cited, no evidence yet/)
      .waitFor();
    await workbench().shows(/^## \[M2: Strategic Alignment and Stakeholder Management\]$/m);
  });
});
