import assert from 'node:assert/strict';
import { longestPause, Postponement } from '../../src/core/postponement';

suite('what waits for changes to pause', () => {
  test('is put off by each of them, and done at last though they never pause', () => {
    const postponement = new Postponement();
    const changes = Array.from({ length: 100 }, (_, number) => number * 100);
    const due = changes.map((now) => now + postponement.next(150, now));
    assert.deepEqual(due.slice(0, 3), [150, 250, 350]);
    assert.equal(Math.max(...due.slice(0, longestPause / 100)), longestPause);
    // What comes too late is done at once.
    assert.equal(postponement.next(150, longestPause + 1), 0);
  });

  test('has all its time again once it was done', () => {
    const postponement = new Postponement();
    postponement.next(150, 0);
    postponement.end();
    assert.equal(postponement.next(150, longestPause), 150);
  });
});
