import assert from 'node:assert/strict';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { eventually } from './eventually';
import { useWorkbench } from './useWorkbench';

const guide = '# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### Poise\n\n- It shows\n';

suite('a window of two folders with ladders of their own', () => {
  const workbench = useWorkbench({
    workspaceFile: 'both.code-workspace',
    fill: async (folder) => {
      for (const name of ['north', 'south']) {
        await mkdir(path.join(folder, name, 'guides'), { recursive: true });
        await writeFile(path.join(folder, name, 'guides/m1-to-m2.md'), guide);
      }
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

  test('says whose setting is no list', async () => {
    await workbench().openView('Career Ladder');
    await workbench().treeItem('north').waitFor();
    await workbench().write('south/.vscode/settings.json', '{ "careerLadder.guides": "docs" }');
    await workbench()
      .view('Ladder')
      .getByText('The setting “careerLadder.guides” of “south” must be a list of folders or patterns')
      .waitFor();
  });

  test('says which folder the built-in guides were copied into', async () => {
    await workbench().runCommand('Career Ladder: Copy the Built-in Guides into the Workspace');
    await workbench().quickPick('north').click();
    await workbench().notification('Copied one guide into “guides” of “north”.').waitFor();
  });
});
