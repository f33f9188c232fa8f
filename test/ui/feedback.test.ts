import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

const nothing = { level: 'IC5', name: 'Juggling' };

/** What was there when it was asked for may be gone a moment later: here it never was. */
const asked = [
  { command: 'careerLadder.openGuide', args: nothing, told: 'The ladder has no “IC5: Juggling”.' },
  { command: 'careerLadder.openGuide', args: { level: 'IC9' }, told: 'The ladder has no “IC9”.' },
  { command: 'careerLadder.findReferences', args: nothing, told: 'The ladder has no “IC5: Juggling”.' },
  { command: 'careerLadder.renameCapability', args: nothing, told: 'The ladder has no “IC5: Juggling”.' },
  { command: 'careerLadder.updateCitations', args: nothing, told: 'The ladder has no “IC5: Juggling”.' },
  { command: 'careerLadder.replaceCitations', args: { level: 'IC9' }, told: 'The ladder has no “IC9”.' },
  {
    command: 'careerLadder.replaceCitations',
    args: { level: 'IC4' },
    told: 'No document cites a capability that IC4 does not have.',
  },
] as const;

const unlinked = '---\npromotion: IC4 to IC5\n---\n\nTwo calls in 2025. [IC5: Judgment]\n';

suite('a command', () => {
  const workbench = useWorkbench({
    sample: 'own-guides',
    fill: async (folder) => {
      const user = path.join(folder, '..', '.data', 'data', 'User');
      const bindings = [
        ...asked.map(({ command, args }, index) => ({ key: `ctrl+alt+${index + 1}`, command, args })),
        { key: 'ctrl+alt+0', command: 'careerLadder.copyCoverage' },
      ];
      await writeFile(path.join(folder, 'promotions/new.md'), unlinked);
      await mkdir(user, { recursive: true });
      await writeFile(path.join(user, 'keybindings.json'), JSON.stringify(bindings));
    },
  });

  test('for promotion documents is not in the palette over other Markdown', async () => {
    await workbench().openFile('README.md');
    await eventually(async () => {
      await workbench().press('Escape', 'F1');
      await workbench().fillQuickInput('>Career Ladder: ', { timeout: 1000 });
      await workbench().quickPick('Insert Citation').first().waitFor({ timeout: 1000 });
    });
    const commands = await workbench().quickInput.locator('.monaco-list-row').allInnerTexts();
    assert.doesNotMatch(commands.join('\n'), /Add a Section|Update Link Definitions/);
    await workbench().press('Escape');
  });

  test('for promotion documents tells what one is where none is open, whatever levels the ladder has', async () => {
    await workbench().openFile('README.md');
    await workbench().press('Control+Alt+0');
    await workbench()
      .notification(
        'Open a promotion document first: a Markdown file with “promotion:” and a step of the ladder in its front matter.',
      )
      .waitFor();
    await workbench().runCommand('Notifications: Clear All Notifications');
  });

  test('that needs several levels says so where too few are picked, and goes on from there', async () => {
    for (const picked of [[], ['IC3']]) {
      await workbench().runCommand('Career Ladder: Compare Levels…');
      for (const level of picked) {
        await workbench().quickPick(level).first().click();
      }
      await workbench().quickPick('IC3').first().waitFor();
      await workbench().press('Enter');
      await workbench().notification('Pick two levels or more to compare them.').waitFor();
      await workbench().quickInput.getByText(`${picked.length} Selected`).waitFor();
      await workbench().quickPick('IC4').first().click();
      await workbench()
        .quickInput.getByText(`${picked.length + 1} Selected`)
        .waitFor();
      await workbench().runCommand('Notifications: Clear All Notifications');
    }
  });

  for (const [index, { command, args, told }] of asked.entries()) {
    test(`${command} ${JSON.stringify(args)} says so where there is nothing to do`, async () => {
      await workbench().openFile('ada-ic5.md');
      await workbench().press(`Control+Alt+${index + 1}`);
      await workbench().notification(told).waitFor();
      await workbench().runCommand('Notifications: Clear All Notifications');
      await workbench().notification(told).waitFor({ state: 'detached' });
    });
  }

  test('that writes at the end of the document, out of sight, says that it is done', async () => {
    await workbench().openFile('new.md');
    await workbench().runCommand('Career Ladder: Update Link Definitions');
    await workbench().page.locator('.statusbar').getByText('Updated the link definitions').waitFor();
  });

  test('in a comparison says why there is no ladder any more', async () => {
    await workbench().watching();
    await workbench().runCommand('Career Ladder: Compare Levels…');
    await workbench().quickPick('IC3').first().click();
    await workbench().press('Enter');
    const choose = workbench().webview().getByRole('button', { name: 'Choose levels…' });
    await choose.waitFor();
    await workbench().write('.vscode/settings.json', JSON.stringify({ 'careerLadder.guides': ['nowhere'] }));
    await workbench().webview().locator('select').first().waitFor({ state: 'detached' });
    await choose.click();
    await workbench().notification('There is no ladder here').waitFor();
  });
});
