import assert from 'node:assert/strict';
import { ladderShown } from '../../../src/core/compare/ladderShown';
import { filesBelow, readText } from '../support/files';
import { ladderWith } from '../support/promotions';

const all = ['S1 to S2', 'M1 to M2', 'M2 to M3'].map((step) => ({
  key: step,
  ladder: ladderWith([step], []),
}));

suite('the ladder of a comparison', () => {
  test('is its own, whatever others have', () => {
    assert.equal(ladderShown({ ladder: 'S1 to S2', levels: ['M1', 'M2'] }, all), all[0]);
  });

  test('is the one with most of the levels where its own is gone, the first of several', () => {
    assert.equal(ladderShown({ ladder: 'gone', levels: ['M2', 'M3'] }, all), all[2]);
    assert.equal(ladderShown({ ladder: 'gone', levels: ['M2'] }, all), all[1]);
    assert.equal(ladderShown({ ladder: 'gone', levels: ['M2'] }, []), undefined);
  });

  test('is told by nothing else in the panel', () => {
    const naming = filesBelow('src/editor/compare', '.ts').filter((file) =>
      /\.find\([^;]*\bkey\b/u.test(readText(file)),
    );
    assert.deepEqual(naming, []);
  });
});
