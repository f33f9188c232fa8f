import assert from 'node:assert/strict';
import { citableEntries } from '../../../src/core/search/citableEntries';
import { searchLadder } from '../../../src/core/search/searchLadder';
import { ladderOf } from '../support/files';
import { promotionOf } from '../support/promotions';

const ladder = ladderOf('guides');

suite('what can be cited', () => {
  test('is each capability and each signal, with its citation', () => {
    const entries = citableEntries(ladder);
    assert.equal(entries.length, 9 + 45);
    const [found] = searchLadder(entries, 'scale systems');
    assert.deepEqual(
      [found?.label, found?.description, found?.detail],
      ['Systems and Scale', 'M2 · Senior Engineering Manager', '[M2: Systems and Scale]'],
    );
    assert.deepEqual(
      searchLadder(entries, '[M2: Systems and Scale #3').map(({ detail }) => detail),
      ['[M2: Systems and Scale #3]'],
    );
  });

  test('begins with what a document still needs, and tells what it has', () => {
    const text = '---\npromotion: M2 to M3\n---\n\nIn 2025. [M3: Developing Other Managers]\n';
    const entries = citableEntries(ladder, promotionOf(text, ladder));
    const [missing, ...others] = entries.map(({ label, description }) => `${label}: ${description}`);
    assert.equal(missing, 'Organizational Design and Scale: not cited yet · M3 · Head of Engineering');
    assert.deepEqual(others.slice(3, 5), [
      'Developing Other Managers: evidenced · M3 · Head of Engineering',
      'Independent People Management: M2 · Senior Engineering Manager',
    ]);
    const signal = entries.find(({ kind }) => kind === 'signal');
    assert.equal(signal?.detail, '[M3: Organizational Design and Scale #1]');
    assert.equal(signal?.description, undefined);
  });
});
