import assert from 'node:assert/strict';
import { rememberingTexts } from '../../src/core/remembering';

suite('remembering', () => {
  test('reads a short text once, whatever came of it', () => {
    const read: string[] = [];
    const lengthOf = rememberingTexts((text) => {
      read.push(text);
      return text === '' ? undefined : text.length;
    });
    assert.deepEqual(['one', '', 'three', 'one', ''].map(lengthOf), [3, undefined, 5, 3, undefined]);
    assert.deepEqual(read, ['one', '', 'three']);
  });

  test('keeps no more than some hundred texts, and no long one', () => {
    let times = 0;
    const count = rememberingTexts(() => {
      times += 1;
      return times;
    });
    const long = 'x'.repeat(10_000);
    assert.deepEqual([count(long), count(long)], [1, 2]);
    const first = count('first');
    for (let index = 0; index < 1000; index += 1) {
      count(`text ${index}`);
    }
    assert.notEqual(count('first'), first);
  });
});
