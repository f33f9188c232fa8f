import assert from 'node:assert/strict';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

suite('window', () => {
  const workbench = useWorkbench({ sample: 'built-in-ladder' });

  test('lists the extension as installed', async () => {
    await workbench().runCommand('Extensions: Show Installed Extensions');
    await workbench()
      .treeItem(/^Career Ladder/)
      .or(workbench().sideBar.getByText('Career Ladder', { exact: true }))
      .first()
      .waitFor();
  });

  test('opens a document of the sample', async () => {
    await workbench().openFile('README.md');
    await workbench().shows(/^# /);
  });
});

suite('a window on a folder with guides', () => {
  const workbench = useWorkbench({ sample: 'own-guides' });

  test('knows their capabilities before any of them is open', async () => {
    await eventually(async () => {
      await workbench().press('Escape', 'ControlOrMeta+t');
      await workbench().fillQuickInput('#IC5: Judgment', { timeout: 1000 });
      await workbench().quickPick('IC5: Judgment').first().waitFor({ timeout: 2000 });
    });
    assert.equal(await workbench().page.locator('.tabs-container .tab').count(), 0);
  });
});
