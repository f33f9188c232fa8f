import assert from 'node:assert/strict';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { levelAt } from '../../../src/core/document/levelAt';
import { documentOf, ladderWith } from '../support/promotions';

const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Systems and Scale']);

/** What is found where the text has `‸`, as `level «place»`. */
function levelIn(marked: string): string | undefined {
  const text = marked.replace('‸', '');
  const document = documentOf(text, ladder);
  const found = levelAt(document, indexOf(ladder), marked.indexOf('‸'));
  return found && `${found.level.id} «${document.source.slice(found.range)}»`;
}

suite('the level at a place', () => {
  test('is the one whose id stands there', () => {
    assert.equal(levelIn('From M‸1 to M2'), 'M1 «M1»');
    assert.equal(levelIn('From M1 to ‸M2.'), 'M2 «M2»');
    assert.equal(levelIn('# M1→‸M2'), 'M2 «M2»');
    assert.equal(levelIn('| a | b |\n|---|---|\n| x | *M‸3*’s |'), 'M3 «M3»');
    assert.equal(levelIn('> - two &amp;\n>   lines M‸2'), 'M2 «M2»');
  });

  test('is named in front matter as well', () => {
    assert.equal(levelIn('---\npromotion: M1 to M‸2\n---\n'), 'M2 «M2»');
    assert.equal(levelIn('---\npromotion: "‸M3"\n---\n'), 'M3 «M3»');
    assert.equal(levelIn('---\ntitle: M‸2\npromotion: M3\n---\n'), undefined);
  });

  test('is none in other words, in code, comments and citations', () => {
    for (const text of [
      'm‸2',
      'M‸20',
      'XM‸2',
      'M2_‸x',
      'M‸4',
      '`M‸2`',
      '    M‸2',
      '<!-- M‸2 -->',
      '[M‸2: Systems and Scale]',
      'M2‸ x',
      '‸',
    ]) {
      assert.equal(levelIn(text), undefined, text);
    }
  });
});
