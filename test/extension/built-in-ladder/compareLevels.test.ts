import assert from 'node:assert/strict';
import { commands, TabInputWebview, window } from 'vscode';
import { eventually } from '../lib/eventually';

/** The titles of the comparisons that are open. */
function open(): readonly string[] {
  return window.tabGroups.all
    .flatMap(({ tabs }) => tabs)
    .filter(
      ({ input }) => input instanceof TabInputWebview && input.viewType.includes('careerLadder.compare'),
    )
    .map(({ label }) => label);
}

suite('comparing levels', () => {
  teardown(async () => {
    await commands.executeCommand('workbench.action.closeAllEditors');
  });

  test('opens one panel for each set of levels, named by id or title', async () => {
    await commands.executeCommand('careerLadder.compareLevels', { levels: ['M1', 'M2'] });
    await eventually(() => assert.deepEqual(open(), ['Compare M1 and M2']));
    await commands.executeCommand('careerLadder.compareLevels', {
      levels: ['senior engineering manager', 'm1'],
    });
    await commands.executeCommand('careerLadder.compareLevels', { levels: ['M1', 'M3'] });
    await eventually(() => assert.deepEqual(open(), ['Compare M1 and M2', 'Compare M1 and M3']));
  });
});
