import assert from 'node:assert/strict';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Ladder } from '../../../src/core/ladder/model';
import {
  type FormerNames,
  followNames,
  formerNamesOf,
  updateNames,
} from '../../../src/core/rename/formerNames';
import { ladderFor } from '../references/documents';
import { edited } from '../support/edits';
import { guideOf } from '../support/files';
import { documentOf } from '../support/promotions';

/** A ladder of one guide with these capabilities. */
function ladderOf(...names: readonly string[]): Ladder {
  const text = [
    '# Progression Guide: M1 to M2',
    '## Key Capabilities to Develop',
    ...names.map((name, at) => `### ${at + 1}. ${name}\n\n**What this looks like:**\n\n- ${name}`),
  ].join('\n\n');
  return buildLadder([guideOf(text, 'guides/g.md') ?? assert.fail()]);
}

function followed(...ladders: readonly Ladder[]): FormerNames {
  let names: FormerNames = new Map();
  for (const [at, ladder] of ladders.slice(1).entries()) {
    names = followNames(names, ladders[at] ?? ladder, ladder);
  }
  return names;
}

function formerly(names: FormerNames, ladder: Ladder, name: string): readonly string[] {
  const capability = indexOf(ladder).capability('M2', name) ?? assert.fail(name);
  return formerNamesOf(names, capability).map((former) => former.name);
}

suite('names that were changed by hand', () => {
  const before = ladderOf('Hiring', 'Scale');
  const after = ladderOf('Choosing People', 'Scale');

  test('are followed letter by letter, and forgotten when they come back', () => {
    const names = followed(before, ladderOf('Hirin', 'Scale'), ladderOf('C', 'Scale'), after);
    assert.deepEqual(formerly(names, after, 'Choosing People'), ['Hiring', 'Hirin', 'C']);
    assert.deepEqual(formerly(names, after, 'Scale'), []);
    assert.deepEqual(formerly(followNames(names, after, before), before, 'Hiring').includes('Hiring'), false);
  });

  test('are not made up where capabilities come, go or change places', () => {
    for (const other of [
      ladderOf('Scale', 'Hiring'),
      ladderOf('Scale'),
      ladderOf('New', 'Hiring', 'Scale'),
    ]) {
      for (const { name } of indexOf(other).level('M2')?.capabilities ?? []) {
        assert.deepEqual(formerly(followed(before, other), other, name), []);
      }
    }
  });

  test('are brought up to date in documents: citations, definitions, and links to the heading', () => {
    const capability = indexOf(after).capability('M2', 'Choosing People') ?? assert.fail();
    const former = formerNamesOf(followed(before, after), capability);
    const document = documentOf(
      [
        '[M2: hiring #1], [M2: Other], [M2: Scale], [x](../guides/g.md#1-hiring), [y](../guides/g.md#2-scale)',
        '[M2: Hiring]: ../guides/g.md#1-hiring',
      ].join('\n\n'),
      after,
    );
    const edits = updateNames(capability, former, document, ladderFor('docs/case.md', after));
    assert.equal(
      edited(document.source.text, edits),
      [
        '[M2: Choosing People #1], [M2: Other], [M2: Scale], [x](../guides/g.md#1-choosing-people), [y](../guides/g.md#2-scale)',
        '[M2: Choosing People]: ../guides/g.md#1-choosing-people',
      ].join('\n\n'),
    );
  });

  test('are brought up to date with pipes that are escaped in tables alone', () => {
    const piped = ladderOf('Talks | Panels', 'Scale');
    const capability = indexOf(piped).capability('M2', 'Talks | Panels') ?? assert.fail();
    const text = (name: string, inTable: string): string =>
      `[M2: ${name}]\n\n| a |\n|---|\n| [M2: ${inTable}] |\n\n[M2: ${name}]: x.md`;
    const document = documentOf(text('Hiring', 'Hiring'), piped);
    const edits = updateNames(
      capability,
      [{ name: 'Hiring', fragment: '1-hiring' }],
      document,
      ladderFor('docs/case.md', piped),
    );
    assert.equal(edited(document.source.text, edits), text('Talks | Panels', 'Talks \\| Panels'));
  });

  test('of another level are brought up to date with that', () => {
    const capability = indexOf(after).capability('M2', 'Choosing People') ?? assert.fail();
    const text =
      '> [M1:\n> hiring #1], [Engineering: Hiring], [M1: Other], [M2: Hiring], [it][M1: Hiring]\n\n[M1: Hiring]: x.md';
    const edits = updateNames(
      capability,
      [{ name: 'Hiring', fragment: undefined }],
      documentOf(text, after),
      ladderFor('docs/case.md', after),
      'M1',
    );
    assert.equal(
      edited(text, edits),
      '> [M2:\n> Choosing People #1], [Engineering: Hiring], [M1: Other], [M2: Hiring], [it][M2: Choosing People]\n\n[M2: Choosing People]: x.md',
    );
  });

  test('are brought up to date in gaps that are meant', () => {
    const gap = 'missing-capability(hiring)';
    const updated = (to: Ladder, name: string, fragment: string | undefined, promotion = 'M1 to M2') => {
      const capability = indexOf(to).capability('M2', name) ?? assert.fail();
      const text = `---\n# career-ladder-disable-line ${gap}\npromotion: ${promotion}\n---\n\n<!-- career-ladder-disable ${gap} -->\n`;
      const document = documentOf(text, to);
      const edits = updateNames(
        capability,
        [{ name: 'Hiring', fragment }],
        document,
        ladderFor('docs/case.md', to),
      );
      return [...edited(text, edits).matchAll(/missing-capability\(.*?\)(?= -->|\n)/gu)].map(
        ([found]) => found,
      );
    };
    const renamed = 'missing-capability(Choosing People)';
    assert.deepEqual(updated(after, 'Choosing People', '1-hiring'), [renamed, renamed]);
    // Where the name cannot stand in the comment, the gap stays.
    assert.deepEqual(updated(ladderOf('A -- B', 'Scale'), 'A -- B', '1-hiring'), [
      'missing-capability(A -- B)',
      gap,
    ]);
    // It may be the gap of another capability, or of one that is gone.
    assert.deepEqual(updated(after, 'Choosing People', '1-hiring', 'M3'), [gap, gap]);
    assert.deepEqual(updated(ladderOf('Choosing People', 'Hiring'), 'Choosing People', '1-hiring'), [
      gap,
      gap,
    ]);
    assert.deepEqual(updated(after, 'Choosing People', undefined), [gap, gap]);
  });

  test('may be known by nothing but the name: then the links count that lead to such a heading', () => {
    const capability = indexOf(after).capability('M2', 'Choosing People') ?? assert.fail();
    const text =
      '[M2: Hiring], [x](../guides/g.md#7-hiring), [y](../guides/g.md#Hiring), [z](../guides/g.md#hiring-notes)';
    const edits = updateNames(
      capability,
      [{ name: 'Hiring', fragment: undefined }],
      documentOf(text, after),
      ladderFor('docs/case.md', after),
    );
    assert.equal(
      edited(text, edits),
      '[M2: Choosing People], [x](../guides/g.md#1-choosing-people), [y](../guides/g.md#1-choosing-people), [z](../guides/g.md#hiring-notes)',
    );
  });
});
