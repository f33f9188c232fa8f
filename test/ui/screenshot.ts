// `npm run screenshot`: takes the picture in the README from a live window.
import path from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { runMain } from '../../scripts/lib/runMain.mjs';
import { closeBrowser, Workbench } from './workbench';

void runMain(async () => {
  const workbench = await Workbench.open({
    sample: 'built-in-ladder',
    viewport: { width: 1280, height: 800 },
    scale: 2,
    settings: { 'editor.minimap.enabled': false },
  });
  try {
    await workbench.openFile('promotion-m2.md');
    await workbench.openView('Career Ladder');
    await workbench.treeItem(/M2/).first().waitFor();
    await workbench.screenshot(path.join(root, 'media', 'screenshot.png'));
  } finally {
    await workbench.close();
    await closeBrowser();
  }
  return 0;
});
