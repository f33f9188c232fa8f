import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useWorkbench } from './useWorkbench';

const guide = `# Progression Guide: M1 to M2

## Key Capabilities

### Use $(rocket) tools

**What this looks like:**

- Says $(eye) often

### Plain speech
`;
const promotion = '---\npromotion: M1 to M2\n---\n\nAs of 2025, [M2: Gone $(flame)].\n\n[M2: ]\n';

/** Text in which nothing is drawn as an icon, though `$(name)` stands in it. */
const named = /Use \$.?\(rocket\) tools/u;

suite('what looks like an icon in a guide', () => {
  const workbench = useWorkbench({
    fill: async (folder) => {
      await mkdir(path.join(folder, 'guides'));
      await writeFile(path.join(folder, 'guides/m1-to-m2.md'), guide);
      await writeFile(path.join(folder, 'ada.md'), promotion);
    },
    settings: { 'editor.minimap.enabled': false },
  });

  test('is text in the tree, and in the lists of what can be found', async () => {
    await workbench().openView('Career Ladder');
    await workbench().sideBar.getByText(named).waitFor();
    await workbench().runCommand('Career Ladder: Find Capability');
    await workbench().quickPick(named).first().waitFor();
    await workbench()
      .quickPick(/M2 · Use \$.?\(rocket\) tools #1/u)
      .first()
      .waitFor();
    await workbench()
      .quickPick(/Says \$.?\(eye\) often/u)
      .first()
      .waitFor();
    await workbench().press('Escape', 'ControlOrMeta+p');
    await workbench().fillQuickInput('#tools');
    await workbench().quickPick(named).first().waitFor();
    await workbench().press('Escape');
  });

  test('is text in the lenses, and in the list that one of them opens', async () => {
    await workbench().openFile('ada.md');
    await workbench().openFile('m1-to-m2.md');
    const lens = workbench().page.locator('.codelens-decoration');
    await lens.filter({ hasText: /citation names “Gone \$.?\(flame\)”, which/u }).waitFor();
    await lens.getByText('cite another capability instead').click();
    await workbench().quickPick(named).first().waitFor();
    await workbench().press('Escape');
  });

  test('is text where something is picked, and in the status bar', async () => {
    await workbench().runCommand('Career Ladder: Copy Citation');
    await workbench()
      .quickPick(/\[M2: Use \\\$.?\(rocket\) tools\]|\[M2: Use \$.?\(rocket\) tools\]/u)
      .first()
      .click();
    await workbench()
      .page.locator('.statusbar-item')
      .filter({ hasText: /Copied \[M2: Use .*\(rocket\) tools\]/u })
      .waitFor();
  });

  test('is text among the suggestions', async () => {
    await workbench().openFile('ada.md');
    await workbench().goToLine(7, 6);
    await workbench().runCommand('Trigger Suggest');
    await workbench()
      .page.locator('.suggest-widget.visible .monaco-list-row')
      .filter({ hasText: named })
      .first()
      .waitFor();
  });

  test('is text in what refuses a new name', async () => {
    await workbench().press('Escape');
    await workbench().runCommand('Career Ladder: Rename Capability');
    // By its name: a line that is used again keeps what it said before, out of sight.
    await workbench()
      .quickInput.getByRole('option', { name: /^Plain speech/u })
      .click();
    await workbench().quickInput.getByText('In the guide, in every citation').waitFor();
    await workbench().fillQuickInput('Use $(rocket) tools');
    await workbench()
      .quickInput.getByText(/already has a capability “Use \$.?\(rocket\) tools”/u)
      .waitFor();
  });
});
