// `npm run screenshot`: takes the picture in the README from a live window.
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
  } finally {
    await workbench.close();
    await closeBrowser();
  }
  return 0;
});
