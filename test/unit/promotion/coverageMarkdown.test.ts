import assert from 'node:assert/strict';
import { coverageMarkdown } from '../../../src/core/promotion/coverageMarkdown';
import { coverageTotal, nothingAsked } from '../../../src/core/promotion/coverageRows';
import { ladderWith, promotionOf } from '../support/promotions';

const ladder = ladderWith(['M1 to M2'], ['Systems | Scale', 'Writing Well', 'Hiring People']);
const promotion = promotionOf(
  '---\npromotion: M1 to M2\n---\n\n## [M2: Systems | Scale #1]\n\nTwo weeks\nin 2025.\n\n[M2: Writing Well] TBD\n',
  ladder,
);

suite('the coverage for a reviewer', () => {
  test('is a table that any Markdown host shows', () => {
    assert.equal(
      coverageMarkdown(promotion),
      [
        '**M1 to M2**: 1 of 3 evidenced, 1 cited, 1 missing',
        '',
        '| Capability | State | Lines of evidence | Signals not covered |',
        '| --- | --- | --- | --- |',
        '| Systems \\| Scale | evidenced | 7–8 | #2 |',
        '| Writing Well | cited | – | – |',
        '| Hiring People | missing | – | – |',
        '',
      ].join('\n'),
    );
  });

  test('is empty while nobody knows what the document is for', () => {
    assert.equal(coverageMarkdown(promotionOf('---\npromotion: M1 to M9\n---\n', ladder)), '');
  });

  test('says why there is nothing to count', () => {
    const said = (value: string) => nothingAsked(promotionOf(`---\npromotion: ${value}\n---\n`, ladder));
    assert.match(said('M1 to M9') ?? '', /no level “M9”/u);
    assert.equal(said('M1'), 'The guides ask for no capabilities at M1.');
    assert.equal(said('M1 to M2'), undefined);
  });

  test('counts only states that there are', () => {
    assert.equal(coverageTotal(promotion.coverage.slice(0, 1)), '1 of 1 evidenced');
  });
});
