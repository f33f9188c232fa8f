import assert from 'node:assert/strict';
import { buildLadder } from '../../src/core/ladder/buildLadder';
import { guideOf, readText } from './support/files';
import { findingsIn } from './support/promotions';

suite('the README', () => {
  test('shows a guide, and a promotion document for it, in which there is nothing to mend', () => {
    const examples = readText('README.md').matchAll(/^```markdown\n([\s\S]*?)^```$/gmu);
    const [guide = '', promotion = ''] = [...examples].map(([, example]) => example);
    const ladder = buildLadder([guideOf(guide, 'guides/m1-to-m2.md') ?? []].flat());
    assert.deepEqual(ladder.problems, []);
    assert.deepEqual(findingsIn(promotion, ladder), []);
  });
});
