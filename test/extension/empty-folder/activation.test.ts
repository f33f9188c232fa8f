import assert from 'node:assert/strict';
import { extensions, version } from 'vscode';

suite('activation', () => {
  test(`runs in VS Code ${expectedVersion}`, () => {
    assert.equal(version, expectedVersion);
  });

  test(`runs in the ${expectedHost} extension host`, () => {
    assert.equal('WorkerGlobalScope' in globalThis ? 'web' : 'node', expectedHost);
    assert.equal('document' in globalThis, false);
  });

  test('the extension activates', async () => {
    const extension = extensions.getExtension('career-ladder.career-ladder');
    await extension?.activate();
    assert.equal(extension?.isActive, true);
  });
});
