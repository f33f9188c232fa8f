import assert from 'node:assert/strict';
import fc from 'fast-check';
import { printableJson, printableLine } from '../../../src/core/text/printable';

suite('what the command line prints', () => {
  test('is JSON that reads as the same value and gives a terminal no orders', () => {
    assert.equal(printableJson(['\u009b31m', '\u{e0001}é✓']), '[\n  "\\u009b31m",\n  "\\udb40\\udc01é✓"\n]');
    const text = fc.string({
      unit: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('\u009b', '\u202e', '\u2028')),
    });
    fc.assert(
      fc.property(fc.dictionary(text, text), (value) => {
        const json = printableJson(value);
        assert.deepEqual(JSON.parse(json), JSON.parse(JSON.stringify(value)));
        assert.doesNotMatch(json, /[^\P{C}\n]|[\u2028\u2029]/u);
      }),
    );
  });

  test('is text on one line without such orders', () => {
    assert.equal(printableLine('a\r\n\tb\u001b[2J\u009b31m\u202ec\u2028d'), 'a b[2J31mc d');
  });
});
