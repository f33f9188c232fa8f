import assert from 'node:assert/strict';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

function guide(step: string, capability: string): string {
  return `# Progression Guide: ${step}\n\n## Key Capabilities\n\n### ${capability}\n\n- It shows\n`;
}

suite('a window of two folders with ladders of their own', () => {
  const workbench = useWorkbench({
    workspaceFile: 'both.code-workspace',
    fill: async (folder) => {
      for (const name of ['north', 'south']) {
        await mkdir(path.join(folder, name, 'guides'), { recursive: true });
        await writeFile(path.join(folder, name, 'guides/m1-to-m2.md'), guide('M1 to M2', 'Poise'));
      }
      await writeFile(path.join(folder, 'south/guides/d1-to-d2.md'), guide('D1 to D2', 'Craft'));
      const folders = [{ path: 'north' }, { path: 'south' }];
      await writeFile(path.join(folder, 'both.code-workspace'), JSON.stringify({ folders }));
    },
  });

  async function lines(...commands: readonly string[]): Promise<void> {
    for (const command of commands) {
      await workbench().runCommand(`Career Ladder: ${command}`);
      await eventually(async () => {
        const rows = await workbench().quickInput.locator('.monaco-list-row').allInnerTexts();
        const folders = rows.map((row) => row.match(/north|south/gu)?.join() ?? row);
        assert.deepEqual(new Set(folders), new Set(['north', 'south']), `${command}: ${rows}`);
      });
      await workbench().press('Escape');
    }
  }

  test('tells their levels and capabilities apart in every list', async () => {
    await lines(
      'Find Capability…',
      'Open Guide',
      'Copy Citation',
      'New Promotion Document…',
      'Compare Levels…',
    );
  });

  test('goes by the ladder of its target with a new document, which is in no folder', async () => {
    await workbench().openView('Career Ladder');
    await workbench().runCommand('Career Ladder: New Promotion Document…');
    await workbench().quickPick('D1 to D2').click();
    await workbench().shows(/\[D2: Craft\]/u);
    await workbench().treeItem('Craft, cited, no evidence yet').waitFor();

    await workbench().runCommand('Career Ladder: Insert Citation');
    await workbench().quickPick('Craft').first().waitFor();
    const [first] = await workbench().quickInput.locator('.monaco-list-row').allInnerTexts();
    assert.match(first ?? '', /Craft/u);
    await workbench().press('Escape');

    await workbench().runCommand('Career Ladder: Compare Levels…');
    await workbench().quickInput.getByText('2 Selected').waitFor();
    await workbench().press('Enter');
    await workbench().webview().getByText('Cited, without evidence').waitFor();
  });

  test('leads from the levels of the ladder of the active guide to those of the other', async () => {
    await workbench().openFile('d1-to-d2.md');
    await workbench().runCommand('Career Ladder: Compare Levels…');
    await workbench().quickInput.getByText('Compare Levels of “south”').waitFor();
    await workbench().quickInput.getByText('2 Selected').waitFor();
    await workbench().quickInput.getByRole('button', { name: 'Levels of Another Ladder' }).click();
    await workbench().quickInput.getByText('Compare Levels of “north”').waitFor();
    const lines = workbench().quickInput.locator('.monaco-list-row');
    await eventually(async () => assert.deepEqual(await lines.allInnerTexts(), ['M1', 'M2']));
    for (const line of await lines.all()) {
      await line.click();
    }
    await workbench().press('Enter');
    await workbench().shownTab('Compare M1 and M2').waitFor();
  });

  test('suggests to save a comparison in the folder whose levels it compares', async () => {
    await workbench().openFile('d1-to-d2.md');
    await workbench().runCommand('Career Ladder: Compare Levels…');
    await workbench().quickInput.getByText('2 Selected').waitFor();
    await workbench().press('Enter');
    await workbench().activeTab('Compare D1 and D2').waitFor();
    await workbench().runCommand('Career Ladder: Save Comparison as HTML…');
    await eventually(async () => {
      const suggested = await workbench().quickInput.locator('input[type="text"]').inputValue();
      assert.equal(suggested, path.join(workbench().folder, 'south/D1 and D2.html'));
    });
    await workbench().press('Escape');
  });

  test('says whose setting is no list', async () => {
    await workbench().openView('Career Ladder');
    await workbench().treeItem('north').waitFor();
    await workbench().write('south/.vscode/settings.json', '{ "careerLadder.guides": "docs" }');
    await workbench()
      .view('Ladder')
      .getByText('The setting “careerLadder.guides” of “south” must be a list of folders or patterns')
      .waitFor();
  });

  test('says whose setting leads to no guide, and no more once it does', async () => {
    const message = workbench()
      .view('Ladder')
      .getByText('The setting “careerLadder.guides” of “south” leads to no guide.');
    await workbench().write('south/.vscode/settings.json', '{ "careerLadder.guides": ["docs"] }');
    await message.waitFor();
    await workbench().write('south/docs/d1-to-d2.md', guide('D1 to D2', 'Craft'));
    await message.waitFor({ state: 'hidden' });
    // What all folders go by is meant for those that have it.
    await rm(path.join(workbench().folder, 'south/.vscode'), { recursive: true });
    const setting = {
      folders: [{ path: 'north' }, { path: 'south' }],
      settings: { 'careerLadder.guides': ['docs'] },
    };
    await workbench().write('both.code-workspace', JSON.stringify(setting));
    await workbench().treeItem('Track D').waitFor();
    await workbench().treeItem('north').waitFor({ state: 'hidden' });
    assert.equal(await workbench().view('Ladder').getByText('leads to no guide').count(), 0);
    const folders = [{ path: 'north' }, { path: 'south' }];
    await workbench().write('both.code-workspace', JSON.stringify({ folders }));
    await workbench().treeItem('north').waitFor();
  });

  test('says which folder the built-in guides were copied into', async () => {
    await workbench().runCommand('Career Ladder: Copy the Built-in Guides into the Workspace');
    await workbench().quickPick('north').click();
    await workbench().notification('Copied one guide into “guides” of “north”.').waitFor();
  });
});
