import assert from 'node:assert/strict';

suite('smoke', () => {
  test('runs', () => assert.ok(true));
});
