import assert from 'node:assert/strict';
import { SourceText } from '../../../src/core/text/sourceText';

suite('lines and columns', () => {
  test('count from 0, whatever ends the lines', () => {
    const source = new SourceText('one\r\ntwo\nthree\rfour');
    const places = [0, 3, 5, 8, 9, 15, 19].map((offset) => source.positionAt(offset));
    assert.deepEqual(
      places.map(({ line, column }) => `${line}:${column}`),
      ['0:0', '0:3', '1:0', '1:3', '2:0', '3:0', '3:4'],
    );
    assert.equal(source.lineNumberAt(9), 3);
  });

  test('stay within the text', () => {
    const source = new SourceText('ab');
    assert.deepEqual(source.positionAt(9), { line: 0, column: 2 });
    assert.deepEqual(source.positionAt(-1), { line: 0, column: 0 });
  });

  test('do not count a byte order mark', () => {
    const source = new SourceText('\uFEFF# Title');
    assert.equal(source.slice({ start: 0, end: 1 }), '#');
  });
});
