// `npm run screenshot`: takes the pictures in the README from a live window.
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { runMain } from '../../scripts/lib/runMain.mjs';
import { closeBrowser, Workbench } from './workbench';

void runMain(async () => {
  const workbench = await Workbench.open({
    sample: 'built-in-ladder',
    viewport: { width: 1120, height: 640 },
    scale: 2,
    settings: { 'editor.minimap.enabled': false },
  });
  try {
    await workbench.openView('Career Ladder');
    await workbench.treeItem(/^Level M2/).waitFor();
    await workbench.view('Evidence').locator('.pane-header').click();
    await workbench
      .treeItem(/^Capability Systems and Scale/)
      .locator('.monaco-tl-twistie')
      .click();
    await workbench
      .treeItem(/^What this looks like/)
      .locator('.monaco-tl-twistie')
      .click();
    await workbench.treeItem(/^Signal 3/).click();
    await workbench.tab('m1-to-m2 (built-in).md').waitFor();
    await workbench.page.getByText('Ln 78').waitFor();
    // Until the editor has its colours.
    await workbench.page.getByText('Activating Extensions...').waitFor({ state: 'hidden' });
    await workbench.page.locator('.view-line .mtkb').first().waitFor();
    await workbench.page.mouse.move(800, 5);
    await workbench.screenshot(path.join(root, 'media', 'screenshot.png'));
    await write(workbench);
    await workbench.screenshot(path.join(root, 'media', 'writing.png'));
    await workbench.page.setViewportSize({ width: 1120, height: 640 });
    await workbench.press('Escape', 'ControlOrMeta+j');
    await compareLevels(workbench);
    await workbench.screenshot(path.join(root, 'media', 'comparison.png'));
  } finally {
    await workbench.close();
    await closeBrowser();
  }
  return 0;
});

/** Shows a document that is being written: its evidence, its problems, and the card over a citation. */
async function write(workbench: Workbench): Promise<void> {
  await workbench.page.setViewportSize({ width: 1200, height: 760 });
  await workbench.openFile('promotion-m2.md');
  await workbench.view('Ladder').locator('.pane-header').click();
  await workbench.view('Evidence').locator('.pane-header').click();
  await workbench
    .treeItem(/^Systems and Scale, evidenced/)
    .locator('.monaco-tl-twistie')
    .click();
  await (await workbench.problems()).first().waitFor();
  await workbench.openFile('promotion-m2.md');
  await workbench.goToLine(48);
  const card = await workbench.hover('Building High-Performing Teams');
  await card.getByText('What this looks like').waitFor();
  // Until the card has faded in.
  await card.evaluate((element) =>
    Promise.all(element.getAnimations({ subtree: true }).map(({ finished }) => finished)),
  );
}

/** Shows two levels beside the document for the step between them, over the whole width. */
async function compareLevels(workbench: Workbench): Promise<void> {
  await workbench.openFile('promotion-m2.md');
  await workbench.runCommand('Career Ladder: Compare Levels…');
  // The levels of the document's step are chosen already.
  await workbench.quickInput.getByText('2 Selected').waitFor();
  await workbench.press('Enter');
  const page = workbench.webview();
  await page.getByRole('button', { name: 'Core shift' }).click();
  // The button would have the focus again, once the palette is closed.
  await page.locator('main').click({ position: { x: 2, y: 2 } });
  await workbench.runCommand('View: Maximize Editor Group and Hide Side Bars');
  await page.getByRole('columnheader', { name: /^Evidence/ }).waitFor();
  await workbench.page.mouse.move(560, 3);
}
