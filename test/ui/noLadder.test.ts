import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { useWorkbench } from './useWorkbench';

suite('without a ladder', () => {
  const workbench = useWorkbench({
    sample: 'built-in-ladder',
    settings: { 'careerLadder.guides': ['nowhere'] },
  });

  const setting = () =>
    workbench()
      .page.locator('.settings-editor .setting-item-contents')
      .filter({ hasText: 'Where the guides of your ladder are' });

  const commands = [
    'Find Capability…',
    'Open Guide',
    'Insert Citation',
    'Copy Citation',
    'Rename Capability…',
    'Find All References',
    'New Promotion Document…',
    'Compare Levels…',
    'Add a Section for a Missing Capability…',
    'Update Link Definitions',
  ];
  for (const command of commands) {
    test(`“${command}” says that there is none, and why`, async () => {
      await workbench().openFile('promotion-m2.md');
      await workbench().runCommand(`Career Ladder: ${command}`);
      const message = 'There is no ladder here: the setting “careerLadder.guides” matches no Markdown file.';
      await workbench().notification(message).waitFor();
      await workbench().quickInput.waitFor({ state: 'hidden' });
      await workbench().runCommand('Notifications: Clear All Notifications');
      await workbench().notification(message).waitFor({ state: 'detached' });
    });
  }

  test('citations are no links, and become links and cease to be as a ladder comes and goes', async () => {
    await workbench().watching();
    await workbench().openFile('promotion-m2.md');
    const links = workbench().editor.locator('.detected-link').filter({ hasText: 'M2: ' });
    const guides = (places: readonly string[]): Promise<void> =>
      workbench().write('.vscode/settings.json', JSON.stringify({ 'careerLadder.guides': places }));
    await guides(['guides/**/*.md']);
    await links.first().waitFor();
    await guides(['nowhere']);
    await links.first().waitFor({ state: 'detached' });
  });

  test('the Evidence view says so of a promotion document, and its link leads to the setting', async () => {
    await workbench().openView('Career Ladder');
    const evidence = workbench().view('Evidence');
    await evidence.getByText('There is no ladder to hold a promotion document against').waitFor();
    await evidence.getByRole('button', { name: 'Change the Setting' }).click();
    await setting().getByText('nowhere').waitFor();
    await workbench().press('Escape');
    await setting().waitFor({ state: 'hidden' });
  });

  test('guides that are copied are not read, which is told, with the way to the setting', async () => {
    await workbench().runCommand('Career Ladder: Copy the Built-in Guides into the Workspace');
    const told = workbench().notification(
      'Copied 2 guides into “guides”. The setting “careerLadder.guides” leads elsewhere, so they are not read.',
    );
    await told.getByRole('button', { name: 'Open', exact: true }).waitFor();
    await told.getByRole('button', { name: 'Change the Setting' }).waitFor();
  });

  test('nor are those that are there already, which is told as well', async () => {
    await workbench().runCommand('Career Ladder: Copy the Built-in Guides into the Workspace');
    const told = workbench().notification(
      'Nothing was copied: m1-to-m2.md and m2-to-m3.md were there already and stayed as they are. The setting “careerLadder.guides” leads elsewhere, so they are not read.',
    );
    await told.getByRole('button', { name: 'Change the Setting' }).click();
    await setting().getByText('nowhere').waitFor();
  });
});

suite('with a ladder that asks for no capability', () => {
  const workbench = useWorkbench({
    sample: 'built-in-ladder',
    fill: async (folder) => {
      await mkdir(path.join(folder, 'guides'));
      await writeFile(path.join(folder, 'guides/m1-to-m2.md'), '# Progression Guide: M1 to M2\n');
    },
  });

  for (const command of ['Insert Citation', 'Copy Citation', 'Rename Capability…']) {
    test(`“${command}” says so`, async () => {
      await workbench().openFile('README.md');
      await workbench().runCommand(`Career Ladder: ${command}`);
      const message = 'The guides ask for no capability yet.';
      await workbench().notification(message).waitFor();
      await workbench().runCommand('Notifications: Clear All Notifications');
      await workbench().notification(message).waitFor({ state: 'detached' });
    });
  }

  test('“Find All References” offers its levels', async () => {
    await workbench().runCommand('Career Ladder: Find All References');
    await workbench().quickPick('M2').click();
    await workbench()
      .references.getByRole('treeitem', { name: /promotion-m2\.md/ })
      .waitFor();
  });

  test('“Compare Levels…” says so where there is one level only', async () => {
    await workbench().openView('Career Ladder');
    await workbench()
      .treeItem(/^Level M1/)
      .waitFor();
    await workbench().watching();
    await workbench().write('guides/m1-to-m2.md', '# M2\n\n## Key Capabilities\n\n### Poise\n\n- It shows\n');
    await workbench().openView('Career Ladder');
    await workbench()
      .treeItem(/^Level M1/)
      .waitFor({ state: 'detached' });
    await workbench().runCommand('Career Ladder: Compare Levels…');
    await workbench()
      .notification('The guides tell of one level only, so there is nothing to compare.')
      .waitFor();
  });
});
