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
