import assert from 'node:assert/strict';
import type { Locator } from 'playwright-core';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

suite('writing a promotion document', () => {
  const workbench = useWorkbench({
    sample: 'built-in-ladder',
    settings: { 'editor.minimap.enabled': false },
  });

  /** What is suggested, once it is what Enter takes. */
  const chosen = (text: string | RegExp): Locator =>
    workbench().page.locator('.suggest-widget.visible .monaco-list-row.focused').filter({ hasText: text });

  test('what is wrong and missing stands in the Problems panel', async () => {
    await workbench().openFile('promotion-m2.md');
    const problems = await workbench().problems();
    await problems.filter({ hasText: 'M2 has no capability “Independant People Management”' }).waitFor();
    await problems.filter({ hasText: 'of M2 is cited nowhere' }).waitFor();
    await problems.filter({ hasText: 'so there is no #9' }).waitFor();
  });

  test('hovering a citation shows what it means, and its link opens the guide', async () => {
    const card = await workbench().hover('Independent People Management');
    await card.getByText('M2 · Senior Engineering Manager').waitFor();
    assert.match(await card.innerText(), /At M1: you .*At M2: .*What this looks like/s);
    await card.getByRole('link', { name: 'Open Guide' }).click();
    await workbench().tab('m1-to-m2 (built-in).md').waitFor();
    await eventually(async () => {
      assert.match(await workbench().selection.innerText(), /^Ln 30,/);
    });
  });

  test('F12 leads from a citation to its heading in the guide, and from its number to the signal', async () => {
    // In the table: "[M2: Systems and Scale #1]".
    for (const { column, line } of [
      { column: 175, line: /^Ln 70,/ },
      { column: 192, line: /^Ln 76,/ },
    ]) {
      await workbench().openFile('promotion-m2.md');
      await workbench().goToLine(37, column);
      await workbench().press('F12');
      await workbench().tab('m1-to-m2 (built-in).md').waitFor();
      await eventually(async () => {
        assert.match(await workbench().selection.innerText(), line);
      });
    }
  });

  test('a quick fix mends a citation from the keyboard', async () => {
    await workbench().openFile('promotion-m2.md');
    await workbench().goToLine(29, 255);
    const fix = workbench().page.locator('.action-widget').getByText('Independent People Management').first();
    // The editor may not have the keys back yet, and closes the menu when it gets them.
    await eventually(async () => {
      await workbench().press('Escape', 'ControlOrMeta+.');
      await fix.waitFor({ timeout: 2000 });
    });
    await workbench().press('Enter');
    const problems = await workbench().problems();
    await problems.filter({ hasText: 'Independant' }).waitFor({ state: 'detached' });
  });

  test('Insert Citation finds words in any order, begins with what is missing, and says so of nothing', async () => {
    await workbench().openFile('promotion-m2.md');
    await workbench().press('ControlOrMeta+End', 'Enter', 'Enter');
    await workbench().runCommand('Career Ladder: Insert Citation');
    const lines = workbench().quickInput.getByRole('option');
    await lines.first().filter({ hasText: 'not cited yet' }).waitFor();
    await workbench().fillQuickInput('scale xylophone');
    await workbench().quickPick('Nothing has all these words').waitFor();
    await workbench().press('Enter');
    await workbench().fillQuickInput('scale newcomer');
    await workbench().quickPick('[M2: Systems and Scale #3]').waitFor();
    await workbench().press('Enter');
    await workbench().shows(/^\[M2: Systems and Scale #3\]$/m);
    await workbench().press('ControlOrMeta+z');
  });

  test('a bracket and any word of a name bring up its citation, a number sign its signals', async () => {
    await workbench().openFile('promotion-m2.md');
    await workbench().press('ControlOrMeta+End', 'Enter', 'Enter');
    await workbench().type('[');
    const suggestions = workbench().page.locator('.suggest-widget.visible');
    await suggestions.waitFor();
    await workbench().type('stakeholder');
    await chosen('M2: Strategic Alignment and Stakeholder Management').waitFor();
    await workbench().press('Enter');
    await workbench().shows(/^\[M2: Strategic Alignment and Stakeholder Management\]$/m);
    await workbench().press('ArrowLeft');
    await workbench().type(' #');
    await suggestions.getByText('#3').first().waitFor();
    await workbench().type('3');
    await chosen('#3').waitFor();
    await workbench().press('Enter');
    await workbench().type(' in 2025');
    await workbench().shows(/Stakeholder Management #3\] in 2025$/m);
  });

  test('a word of a name brings up that name first, whatever else has its letters', async () => {
    await workbench().openFile('promotion-m2.md');
    await workbench().press('ControlOrMeta+End', 'Enter', 'Enter');
    await workbench().type('[');
    await workbench().page.locator('.suggest-widget.visible').waitFor();
    await workbench().type('team');
    await chosen('M2: Building High-Performing Teams').waitFor();
    await workbench().type(' buil');
    await chosen('M2: Building High-Performing Teams').waitFor();
    await workbench().press('Enter');
    await workbench().shows(/^\[M2: Building High-Performing Teams\]$/m);
  });

  test('a word that is typed anew behind the bracket brings up its citation as well', async () => {
    await workbench().openFile('promotion-m2.md');
    await workbench().press('ControlOrMeta+End', 'Enter', 'Enter');
    await workbench().type('[');
    await workbench().page.locator('.suggest-widget.visible').waitFor();
    await workbench().type('sy');
    await chosen('M2: Systems and Scale').waitFor();
    await workbench().press('Backspace', 'Backspace');
    await chosen(/^M2: /).waitFor();
    await workbench().type('team');
    await chosen('M2: Building High-Performing Teams').waitFor();
    await workbench().press('Enter');
    await workbench().shows(/^\[M2: Building High-Performing Teams\]$/m);
  });

  test('within a citation its name alone is completed', async () => {
    await workbench().openFile('promotion-m2.md');
    await workbench().goToLine(31, 12);
    await workbench().shows(/^## \[M2: Systems and Scale\]$/m);
    await workbench().press('Control+Space');
    const suggestions = workbench().page.locator('.suggest-widget.visible');
    await suggestions.getByText('Building High-Performing Teams').first().waitFor();
    await workbench().type('build');
    await suggestions.getByText('Systems and Scale').first().waitFor({ state: 'hidden' });
    await chosen('Building High-Performing Teams').waitFor();
    await workbench().press('Enter');
    await workbench().shows(/^## \[M2: Building High-Performing Teams\]$/m);
  });

  test('a half-written transition is completed', async () => {
    await workbench().openFile('promotion-m2.md');
    await workbench().goToLine(3, 20);
    await workbench().press('Backspace', 'Backspace', 'Backspace');
    await workbench().shows(/^promotion: M1 to$/m);
    await workbench().type(' ');
    const suggestions = workbench().page.locator('.suggest-widget.visible');
    await suggestions.getByText('M1 to M2').first().waitFor();
    await workbench().press('Enter');
    await workbench().shows(/^promotion: M1 to M2$/m);
  });

  test('a snippet comes up by its name, and is filled in from the keyboard', async () => {
    await workbench().openFile('promotion-m2.md');
    const suggestions = workbench().page.locator('.suggest-widget.visible');
    for (const [name, typed, written] of [
      ['promo-cite', '', /^\[M2: \]$/m],
      ['promo-evidence', 'In 2025 it burned.', /^In 2025 it burned\.\n\n‹Action: /m],
      ['promo-summary', 'M3', /^I have done the work of M3 since /m],
      ['promo-feedback', 'Well done.', /^> Well done\.\n>\n> — ‹Name›, peer, /m],
      ['promo-growth', 'Delegating', /^- Delegating: ‹what you do about it›/m],
      ['promo', 'IC4', /^promotion: IC4 to M2\n---$/m],
    ] as const) {
      await workbench().press('ControlOrMeta+End', 'Enter', 'Enter');
      await workbench().type(name);
      await workbench().press('Control+Space');
      await suggestions
        .getByRole('option', { name: new RegExp(`^${name},`) })
        .and(workbench().page.locator('.focused'))
        .waitFor();
      await workbench().press('Enter');
      await suggestions.waitFor({ state: 'hidden' });
      await workbench().type(typed);
      await workbench().shows(written);
      // Out of the suggestions, then out of the snippet.
      await workbench().press('Escape', 'Escape');
    }
  });
});
