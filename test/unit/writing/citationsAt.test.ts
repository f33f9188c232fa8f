import assert from 'node:assert/strict';
import { citedCapability } from '../../../src/core/document/citation';
import { citationsAt } from '../../../src/core/writing/citationsAt';
import { ladderWith, promotionOf } from '../support/promotions';

const ladder = ladderWith(['M1 to M2'], ['Hiring', 'Scale']);
const head = '---\npromotion: M1 to M2\n---\n\n';

/** A text with a citation of Scale at its bar, or in place of what stands between two, and what it cites then. */
function insertedIn(text: string, isBehindText = false) {
  const [before = '', middle = '', end] = text.split('|');
  const [selected, behind] = end === undefined ? ['', middle] : [middle, end];
  const range = { start: before.length, end: before.length + selected.length };
  const place = { isInTable: false, isBehindText };
  const citation = citationsAt([{ level: 'M2', name: 'Scale' }], before + selected + behind, range, place);
  const written = before + citation + behind;
  const cited = promotionOf(head + written, ladder).citations.map((one) => citedCapability(one)?.name);
  return { written, cited };
}

suite('a citation that is put into a text', () => {
  test('leaves the one that it is put behind', () => {
    assert.deepEqual(insertedIn('See [M2: Hiring]| here.'), {
      written: 'See [M2: Hiring] [M2: Scale] here.',
      cited: ['Hiring', 'Scale'],
    });
    assert.deepEqual(insertedIn('- [ ]|').written, '- [ ] [M2: Scale]');
  });

  test('leaves the one that it is put before', () => {
    assert.deepEqual(insertedIn('See |[M2: Hiring].'), {
      written: 'See [M2: Scale] [M2: Hiring].',
      cited: ['Scale', 'Hiring'],
    });
  });

  test('is no image, no plain text, no link and no definition', () => {
    for (const text of ['Well done!|', 'A \\|', 'See |(below).', '|: 2025']) {
      assert.deepEqual(insertedIn(text).cited, ['Scale'], text);
    }
  });

  test('stands on one line with others, so that all of them are in the same heading or row', () => {
    const targets = ['Hiring', 'A | B'].map((name) => ({ level: 'M2', name }));
    const place = { isInTable: true, isBehindText: false };
    const range = { start: 4, end: 4 };
    assert.equal(citationsAt(targets, '| a | b |', range, place), '[M2: Hiring] [M2: A \\| B]');
  });

  test('stands apart from words', () => {
    for (const [text, written] of [
      ['Third|', 'Third [M2: Scale]'],
      ['She stayed.|', 'She stayed. [M2: Scale]'],
      ['30 %| of it', '30 % [M2: Scale] of it'],
      ['“Thanks”| (May)', '“Thanks” [M2: Scale] (May)'],
      ['saved 3% of |the cost', 'saved 3% of [M2: Scale] the cost'],
      ['See |this| thing.', 'See [M2: Scale] thing.'],
    ] as const) {
      assert.equal(insertedIn(text).written, written);
    }
  });

  test('stands in parentheses, quotation marks, bold and cells as words do', () => {
    for (const text of ['Done (|).', 'Done (see |, p. 3)', '“|”', '**|**', '|', '- |', '> |', '—|—']) {
      assert.equal(insertedIn(text).written, text.replace('|', '[M2: Scale]'));
    }
  });

  test('stands apart from whatever it goes behind', () => {
    assert.equal(insertedIn('**Third**|', true).written, '**Third** [M2: Scale]');
    assert.equal(insertedIn('Third |', true).written, 'Third [M2: Scale]');
  });
});
