import assert from 'node:assert/strict';
import { unlinked } from '../../../src/core/text/unlinked';

suite('text for a message of the editor', () => {
  test('holds no links', () => {
    assert.equal(unlinked('No [x](command:y), [z][a] (b)'), 'No [x] (command:y), [z][a] (b)');
  });
});
