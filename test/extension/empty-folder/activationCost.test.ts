import assert from 'node:assert/strict';
import { commands, extensions } from 'vscode';
import { eventually } from '../lib/eventually';
import { untitled } from '../lib/untitled';

const extension =
  extensions.getExtension('career-ladder.career-ladder') ?? assert.fail('the extension is missing');

function marks(name: string): readonly PerformanceEntry[] {
  return performance.getEntriesByName(`careerLadder/${name}`);
}

suite('activation costs', () => {
  test('a few registrations and no reading, in a folder that has no guides', async () => {
    await extension.activate();
    const [begin] = marks('activate/begin');
    const [end] = marks('activate/end');
    assert.ok(begin && end);
    const milliseconds = end.startTime - begin.startTime;
    // For the benchmark, which reads this line.
    console.log(`activation ${JSON.stringify({ milliseconds, read: marks('read').length })}`);
    assert.equal(marks('read').length, 0);
  });

  test('no reading either when ordinary Markdown is opened', async () => {
    await untitled('# Notes\n\nFrom M1 to M2.\n');
    // Commands are served in turn, so by the time of its answer the document has been seen.
    await commands.getCommands(true);
    assert.equal(marks('read').length, 0);
  });

  test('two guides read once the view is opened', async () => {
    await commands.executeCommand('careerLadder.ladder.focus');
    await eventually(() => assert.equal(marks('read').length, 2));
  });
});
