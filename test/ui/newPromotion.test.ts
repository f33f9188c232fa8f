import assert from 'node:assert/strict';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

suite('starting a promotion document', () => {
  const workbench = useWorkbench({
    sample: 'built-in-ladder',
    settings: { 'editor.minimap.enabled': false },
  });

  test('by keyboard: a step is picked, and Tab leads from place to place', async () => {
    await workbench().runCommand('Career Ladder: New Promotion Document…');
    await workbench().quickPick('M2 to M3').waitFor();
    await workbench().type('senior');
    await workbench().quickPick('M1 to M2').waitFor();
    await workbench().press('Enter');
    await eventually(async () => {
      assert.match(await workbench().selection.innerText(), /^Ln 5, Col \d+ \(11 selected\)$/);
    });
    await workbench().type('Ada Byron');
    await workbench().press('Tab');
    await workbench().type('I look after the ticketing team.');
    await workbench().press('Tab', 'Tab');
    await workbench().type('Calibration changed 1 of my 9 proposals in 2025.');
    await workbench().shows(
      /^# Ada Byron: promotion to M2 \(Senior Engineering Manager\)$/m,
      /^I look after the ticketing team\.$/m,
      /^- Calibration changed 1 of my 9 proposals in 2025\.$/m,
    );
    const problems = await workbench().problems();
    await problems.filter({ hasText: 'is evidence for “Systems and Scale” yet' }).waitFor();
    await problems.filter({ hasText: '“Independent People Management” yet' }).waitFor({ state: 'detached' });
  });

  test('what is wrong in it is mended from the keyboard, also behind a look into a built-in guide', async () => {
    await workbench().runCommand('Career Ladder: Find Capability…');
    await workbench().fillQuickInput('three weeks off');
    await workbench().quickPick('M2 · Systems and Scale #2').waitFor();
    await workbench().press('Enter');
    await workbench().activeTab('m1-to-m2 (built-in).md').waitFor();
    await workbench().tab('Untitled-1').click();
    await workbench().activeTab('Untitled-1').waitFor();
    await workbench().goToLine(19, 8);
    await workbench().shows(/^## \[M2: Building High-Performing Teams\]$/m);
    const fix = workbench().page.locator('.action-widget').getByText('Silence “no-evidence” here');
    // The editor may not have the keys back yet, and closes the menu when it gets them.
    await eventually(async () => {
      await workbench().press('Escape', 'ControlOrMeta+.');
      await fix.waitFor({ timeout: 2000 });
    });
    await workbench().press('Enter');
    await workbench().shows(/^## \[M2: Building .* <!-- career-ladder-disable-line no-evidence -->$/m);
  });
});
