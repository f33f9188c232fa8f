import assert from 'node:assert/strict';
import { extensions, workspace } from 'vscode';
import { Ladders } from '../../../src/editor/guides/ladders';
import { changeFolders } from '../lib/changeFolders';
import { eventually } from '../lib/eventually';
import { MemoryFiles } from '../lib/memoryFiles';

suite('a folder of many guides', () => {
  // A workspace file is read once the window is up.
  suiteSetup(() => eventually(() => assert.equal(workspace.workspaceFolders?.length, 2)));

  test('is read by few files at a time, as a system opens only so many', async () => {
    const files = new MemoryFiles('shelf');
    const paths = Array.from({ length: 300 }, (_, number) => `/shelf/guides/${number}.md`);
    files.put(Object.fromEntries(paths.map((path) => [path, '# Progression Guide: S1 to S2\n'])));
    const { extensionUri } = extensions.getExtension('career-ladder.career-ladder') ?? assert.fail();
    const ladders = new Ladders({ extensionUri });
    const release = files.hold((path) => path.endsWith('.md'));
    try {
      await changeFolders(2, 0, { uri: files.uri('/shelf') });
      const reading = ladders.get();
      await eventually(() => assert.ok(files.read.length > 0));
      // Whoever reads asks for the size first; the extension itself may read along.
      const asked = files.asked.filter((question) => /^stat .*\.md$/u.test(question)).length;
      assert.ok(asked < 100, String(asked));
      release();
      const { shown } = await reading;
      assert.equal(shown.find(({ folder }) => folder?.uri.scheme === 'shelf')?.ladder.guides.length, 300);
    } finally {
      release();
      ladders.dispose();
      await changeFolders(2, 1);
    }
  });
});
