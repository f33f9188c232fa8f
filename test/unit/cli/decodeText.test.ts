import assert from 'node:assert/strict';
import { decodeText } from '../../../src/cli/decodeText';

suite('the text in a file', () => {
  const text = '# M1 → M2 😀\n';

  test('is UTF-8, with a byte order mark or without', () => {
    assert.equal(decodeText(Buffer.from(text, 'utf8')), text);
    assert.equal(decodeText(Buffer.from(`\uFEFF${text}`, 'utf8')), text);
  });

  test('is UTF-16 where the mark says so', () => {
    const little = Buffer.from(`\uFEFF${text}`, 'utf16le');
    assert.equal(decodeText(little), text);
    assert.equal(decodeText(Buffer.from(little).swap16()), text);
  });

  test('is empty in an empty file', () => {
    assert.equal(decodeText(new Uint8Array()), '');
  });
});
