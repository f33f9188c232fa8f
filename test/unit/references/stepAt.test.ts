import assert from 'node:assert/strict';
import { readGuide } from '../../../src/core/guide/readGuide';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { stepAt } from '../../../src/core/references/stepAt';

suite('the step of a guide at an offset', () => {
  const step = (levels: string): string =>
    `## ${levels}\n\n### Key Capabilities\n\n#### Poise\n\n- It shows\n\n`;
  const text = `# Our Ladder\n\n${step('M1 to M2')}${step('M2 to M3')}`;

  test('is the one whose section it is in, before them all the first', () => {
    const guide = readGuide('ladder.md', parseMarkdown(text)) ?? assert.fail('no guide');
    const second = text.indexOf('## M2 to M3');
    const found = [0, second - 1, second, text.length].map((offset) => stepAt(guide, offset)?.to);
    assert.deepEqual(found, ['M2', 'M2', 'M3', 'M3']);
  });
});
