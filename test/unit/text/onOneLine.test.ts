import assert from 'node:assert/strict';
import { onOneLine } from '../../../src/core/text/onOneLine';

suite('a text on one line', () => {
  test('sets apart what stood in paragraphs of its own', () => {
    for (const [text, line] of [
      ['You decide\n\nwho does what\n\nwhen we meet', 'You decide · who does what · when we meet'],
      ['You say:\n\nwho\n\nwhen', 'You say: who · when'],
      ['Nobody will.\n\nAsk “Why?”\n\nAnd rest.', 'Nobody will. Ask “Why?” And rest.'],
      ['one\nline', 'one line'],
      ['one\u00a0 line', 'one line'],
    ] as const) {
      assert.equal(onOneLine(text), line);
    }
  });
});
