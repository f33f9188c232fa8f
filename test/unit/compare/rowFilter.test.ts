import assert from 'node:assert/strict';
import fc from 'fast-check';
import { findWords, hasWords, wordsOf } from '../../../src/core/compare/rowFilter';
import { fold } from '../../../src/core/text/fold';

suite('filtering rows', () => {
  test('finds every word in any order, in any case, without accents and within words', () => {
    const text = fold('Systems and Scale: a résumé of Incidents');
    assert.ok(
      ['scale systems', 'RESUME', 'cident', '  and  ', ' '].every((query) => hasWords(text, wordsOf(query))),
    );
    assert.ok(!hasWords(text, wordsOf('scale tea')));
  });

  test('tells where the words stand', () => {
    const stretches = (text: string, query: string): readonly string[] =>
      findWords(text, wordsOf(query)).map(({ start, end }) => text.slice(start, end));
    assert.deepEqual(stretches('Scale the résumé, ReSuMe it', 'resume SCALE'), ['résumé', 'ReSuMe', 'Scale']);
    assert.deepEqual(stretches('e\u0301t\u00e9s … ﬁne½', 'etes ...'), ['e\u0301t\u00e9s', '…']);
    assert.deepEqual(stretches('oﬃce 🧗🏽 two', 'f two'), ['ﬃ', 'ﬃ', 'two']);
    // As long folded as before, though not letter by letter.
    assert.deepEqual(stretches('ﬁt e\u0301tes', 'etes'), ['e\u0301tes']);
    assert.deepEqual(stretches('e\u0301tes Scale ﬁt', 'scale'), ['Scale']);
    assert.deepEqual(stretches('aaaa', 'aa'), ['aa', 'aa']);
    assert.deepEqual(stretches('nothing', ''), []);
  });

  test('finds of whatever text what the row was found by', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme', minLength: 1 }),
        (text, some) => {
          const words = wordsOf(some);
          fc.pre(words.length > 0);
          const whole = `${text} ${some} ${text}`;
          const found = findWords(whole, words);
          assert.ok(found.length >= words.length);
          assert.ok(found.every(({ start, end }) => 0 <= start && start < end && end <= whole.length));
        },
      ),
    );
  });
});
