import assert from 'node:assert/strict';
import { checkGuideFile } from '../../../src/core/check/checkGuideFile';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { guideOf } from '../support/files';

suite('the guides of one ladder', () => {
  test('are checked by what is wrong with each, looked through once for all of them', () => {
    const guides = Array.from({ length: 20 }, (_, number) => {
      const text = `# Progression Guide: M${number} to M${number + 1}\n\n## Key Capabilities\n\n### Poise\n`;
      return guideOf(text, `${number}.md`) ?? assert.fail('no guide');
    });
    const built = buildLadder(guides);
    let looks = 0;
    const ladder = {
      ...built,
      get problems() {
        looks += 1;
        return built.problems;
      },
    };
    const findings = guides.map((guide) => checkGuideFile(guide, ladder, {}));
    assert.equal(looks, 1);
    assert.equal(findings.flat().length, built.problems.length);
    assert.ok(findings.every((own) => own.some(({ rule }) => rule === 'guide-capability')));
  });
});
