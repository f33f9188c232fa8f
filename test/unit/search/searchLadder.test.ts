import assert from 'node:assert/strict';
import { searchEntries, searchLadder } from '../../../src/core/search/searchLadder';
import { ladderOf } from '../support/files';

suite('searching a ladder', () => {
  const entries = searchEntries(ladderOf('guides'));
  const find = (query: string): readonly string[] => searchLadder(entries, query).map(({ label }) => label);

  test('finds a capability by any of its words, in any order and case', () => {
    assert.equal(find('scale systems')[0], 'Systems and Scale');
    assert.equal(find('STAKEHOLDER')[0], 'Strategic Alignment and Stakeholder Management');
    assert.equal(find('perform build')[0], 'Building High-Performing Teams');
  });

  test('puts names before texts, and the beginnings of words before their insides', () => {
    const kinds = searchLadder(entries, 'engineer').map(({ kind }) => kind);
    assert.deepEqual([...new Set(kinds.slice(0, 3))], ['level']);
    const scale = searchLadder(entries, 'scale').slice(0, 4);
    assert.ok(scale.every(({ kind, label }) => kind === 'capability' && label.includes('Scale')));
  });

  test('narrows to a level by its id or title', () => {
    const found = searchLadder(entries, 'M3 scale').filter(({ kind }) => kind === 'capability');
    assert.deepEqual(
      found.map(({ citation }) => citation?.level),
      ['M3', 'M3', 'M3'],
    );
    const [level] = searchLadder(entries, 'head of eng');
    assert.deepEqual([level?.label, level?.level], ['M3: Head of Engineering', 'M3']);
  });

  test('finds a signal by a word in it and says whose it is', () => {
    const [signal] = searchLadder(entries, 'retrospective').filter(({ kind }) => kind === 'signal');
    assert.match(signal?.detail ?? '', /^M2 · Systems and Scale #\d$/);
  });

  test('finds nothing where a word is missing, everything without words', () => {
    assert.deepEqual(find('scale xylophone'), []);
    assert.equal(find(' ').length, entries.length);
    assert.equal(entries.length, 3 + 9 + 45);
  });
});
