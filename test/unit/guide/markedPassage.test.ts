import assert from 'node:assert/strict';
import { hasLink, markedPassage } from '../../../src/core/guide/blocks/markedPassage';
import { guideOf } from '../support/files';

const text =
  '# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### 1. Poise\n\nYou are *calm*, as [they](they.md) say.\n\n- Ask `why`\n\n```\n[none](code.md)\n```\n';
const guide = guideOf(text) ?? assert.fail('a guide');

suite('what a guide says with its marks', () => {
  test('is its text, without marks where that stands nowhere', () => {
    const range = { start: text.indexOf('You are'), end: text.indexOf('- Ask') };
    const said = 'You are calm, as they say.';
    assert.deepEqual(
      markedPassage({ guide, range }, said).marks.map(({ kind, start, end }) => [
        kind,
        said.slice(start, end),
      ]),
      [
        ['emphasis', 'calm'],
        ['link', 'they'],
      ],
    );
    assert.deepEqual(markedPassage({ guide, range }, 'You wait.'), { text: 'You wait.', marks: [] });
  });

  test('has the links that a reader can follow, and no others', () => {
    assert.ok(hasLink(guide, 'they.md'));
    for (const url of ['they', 'THEY.md', 'code.md', '', 'command:x']) {
      assert.ok(!hasLink(guide, url), url);
    }
  });
});
