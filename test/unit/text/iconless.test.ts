import assert from 'node:assert/strict';
import { iconless } from '../../../src/core/text/iconless';

suite('text for a label of the editor', () => {
  test('looks as it is written, and nothing in it is an icon', () => {
    const shown = iconless('Use $(rocket) and \\$(sync~spin)');
    assert.equal(shown.replaceAll('\u200c', ''), 'Use $(rocket) and \\$(sync~spin)');
    assert.doesNotMatch(shown, /\$\([\w~-]+\)/u);
  });
});
