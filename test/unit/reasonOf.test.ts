import assert from 'node:assert/strict';
import { reasonOf } from '../../src/core/reasonOf';

suite('the reason for a failure', () => {
  test('is the message of an error, or whatever was thrown', () => {
    assert.equal(reasonOf(new TypeError('no such thing')), 'no such thing');
    assert.equal(reasonOf('stopped'), 'stopped');
    assert.equal(reasonOf(undefined), 'undefined');
  });
});
