import assert from 'node:assert/strict';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { ladderOfPromotion } from '../../../src/core/promotion/ladderOfPromotion';
import { ladderWith, promotionOf } from '../support/promotions';

const all = [['M1 to M2'], ['M1 to M2', 'D1 to D2'], ['M2 to M3']].map((steps) => ({
  ladder: ladderWith(steps, ['Craft']),
}));
const joined = buildLadder(all.flatMap(({ ladder }) => ladder.guides));

function ladderFor(target: string, ladder = joined) {
  return ladderOfPromotion(promotionOf(`---\npromotion: ${target}\n---\n`, ladder), all);
}

suite('the ladder of a promotion document', () => {
  test('is its own, whatever others have', () => {
    assert.equal(ladderFor('M1 to M2', all[1]?.ladder), all[1]);
    assert.equal(ladderFor('M1 to M9', all[1]?.ladder), all[1]);
  });

  test('is the one of its target where its own joins several', () => {
    assert.equal(ladderFor('D1 to D2'), all[1]);
    assert.equal(ladderFor('D2'), all[1]);
    assert.equal(ladderFor('M2 to M3'), all[2]);
  });

  test('is none where no single one has the whole target', () => {
    assert.equal(ladderFor('M1 to M3'), undefined);
    assert.equal(ladderFor('M1 to M9'), undefined);
  });
});
