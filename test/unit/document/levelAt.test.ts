import assert from 'node:assert/strict';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { levelAt } from '../../../src/core/document/levelAt';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { guideOf, readText } from '../support/files';
import { documentOf, ladderWith } from '../support/promotions';

const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Systems and Scale']);

/** What is found where the text has `‸`, as `level «place»`. */
function levelIn(marked: string, among = ladder): string | undefined {
  const text = marked.replace('‸', '');
  const document = documentOf(text, among);
  const found = levelAt(document, indexOf(among), marked.indexOf('‸'));
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

  test('is the one whose whole id stands there, of several words or with a half too', () => {
    const halves = ladderWith(['L5 to L5.5', 'L5.5 to L6'], ['Scale']);
    assert.equal(levelIn('From L‸5 to L6', halves), 'L5 «L5»');
    assert.equal(levelIn('To L‸5.', halves), 'L5 «L5»');
    assert.equal(levelIn('From L‸5.5 on', halves), 'L5.5 «L5.5»');
    assert.equal(levelIn('From L5.‸5, on', halves), 'L5.5 «L5.5»');
    assert.equal(levelIn('At L‸5.6', halves), undefined);
    const [bands, words] = ['band-words-nhs', 'tech-lead-to-manager'].map((name) =>
      buildLadder([guideOf(readText(`test/fixtures/guides/read/${name}.md`), `${name}.md`) ?? []].flat()),
    );
    assert.equal(levelIn('In Band‸ 6, since', bands), 'Band 6 «Band 6»');
    assert.equal(levelIn('In Band‸ 67', bands), undefined);
    assert.equal(levelIn('---\npromotion: Tech‸ Lead\n---\n', words), 'Tech Lead «Tech Lead»');
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
