import assert from 'node:assert/strict';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { ReferenceIndex } from '../../../src/core/references/referenceIndex';
import { strayLinks, strayNames } from '../../../src/core/rename/strayNames';
import { entriesIn, ladderFor } from '../references/documents';
import { ladderWith } from '../support/promotions';

const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Scale']);
const [guide = assert.fail()] = ladder.guides;

function indexed(texts: Readonly<Record<string, string>>): ReferenceIndex {
  const index = new ReferenceIndex((path) => ladderFor(path, ladder));
  for (const [path, text] of Object.entries(texts)) {
    index.put(path, entriesIn(text, path, ladder));
  }
  return index;
}

suite('names that no capability has', () => {
  const index = indexed({
    'docs/a.md': '[M2: Team work #2], [M2: Hiring], [M2: Scale], [M3: Hiring], [M7: Hiring]',
    'docs/b.md': '[m2: hiring] [M2: 3. Hiring], `[M2: Team work]`',
  });

  test('are told for a level, most used first, each as it is written first', () => {
    const level = indexOf(ladder).level('M2') ?? assert.fail();
    assert.deepEqual(strayNames(index.strayCitations(level), indexOf(ladder)), [
      { name: 'Hiring', citations: 3 },
      { name: 'Team work', citations: 1 },
    ]);
  });

  test('are none where every citation names something', () => {
    const level = indexOf(ladder).level('M1') ?? assert.fail();
    assert.deepEqual(strayNames(index.strayCitations(level), indexOf(ladder)), []);
  });
});

suite('links to headings that are gone', () => {
  test('are those of documents, whatever else leads into the guide', () => {
    const found = indexed({
      'docs/a.md': '[a](../guides/m1-to-m2.md#2-hiring) [b](../guides/m1-to-m2.md#1-scale)',
      'docs/b.md': '[a](../guides/m1-to-m2.md#L12) [b](../guides/m2-to-m3.md#2-hiring)',
      'docs/c.md': '[M2: Hiring]: ../guides/m1-to-m2.md#2-hiring',
      'guides/m1-to-m2.md': '[a](#2-hiring)',
    }).linksInto(guide);
    assert.deepEqual([...found.keys()], ['docs/a.md', 'docs/b.md', 'docs/c.md', 'guides/m1-to-m2.md']);
    const stray = strayLinks(found, guide);
    assert.deepEqual(
      [...stray].map(([path, entries]) => [path, entries.map(({ text }) => text)]),
      [['docs/a.md', ['../guides/m1-to-m2.md#2-hiring']]],
    );
  });
});
