import assert from 'node:assert/strict';
import fc from 'fast-check';
import { relativeGuideLinks } from '../../../src/core/citations/guideLinks';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { citedCapability } from '../../../src/core/document/citation';
import { readCitations } from '../../../src/core/document/readCitations';
import { readTarget } from '../../../src/core/document/target';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Capability, Ladder } from '../../../src/core/ladder/model';
import { concernOf } from '../../../src/core/references/concern';
import { entriesOf } from '../../../src/core/references/entries';
import { claimsInText, entriesInText } from '../../../src/core/references/fileLadder';
import { type EntriesByFile, ReferenceIndex } from '../../../src/core/references/referenceIndex';
import { splitClaims } from '../../../src/core/references/subject';
import { runs } from '../support/effort';
import { documentOf, ladderWith } from '../support/promotions';
import { citingDocument, entriesIn, ladderFor, ordinaryDocument, textAt } from './documents';

const steps = ['M1 to M2', 'M2 to M3'];
const titles = { M1: 'Engineering Manager', M2: 'Senior Engineering Manager' };
const ladder = ladderWith(steps, ['Systems and Scale', 'A: B', 'C&D'], titles);
const path = 'docs/case.md';

/** The ladder's capabilities that a text cites, in the order of the text, as reading it tells. */
function citedIn(text: string, of: Ladder): readonly string[] {
  const document = documentOf(text, of);
  return readCitations(document, indexOf(of), relativeGuideLinks(path, of.guides)).flatMap((citation) => {
    const capability = citedCapability(citation);
    return capability === undefined ? [] : nameOf(capability);
  });
}

/** The same as an index tells. */
function foundIn(index: ReferenceIndex, of: Ladder): readonly string[] {
  return of.levels
    .flatMap(({ capabilities }) => capabilities)
    .flatMap((capability) =>
      [...index.citationsOf(capability).values()].flat().map((entry) => ({ entry, capability })),
    )
    .sort((a, b) => a.entry.line - b.entry.line || a.entry.column - b.entry.column)
    .map(({ capability }) => nameOf(capability));
}

function nameOf({ level, name }: Capability): string {
  return `${level}: ${name}`;
}

function capability(name: string, of = ladder, level = 'M2'): Capability {
  return indexOf(of).capability(level, name) ?? assert.fail(name);
}

function told(found: EntriesByFile): readonly string[] {
  return [...found].flatMap(([file, entries]) => entries.map(({ text, line }) => `${file}:${line} ${text}`));
}

suite('the index of references', function () {
  this.timeout(240_000);

  test('tells just what reading the document tells, under any ladder it was parsed for', () => {
    const other = ladderWith(steps, ['Systems & Scale', 'C&D', 'A: B'], titles);
    let cited = 0;
    fc.assert(
      fc.property(citingDocument, (text) => {
        const index = new ReferenceIndex((file) => ladderFor(file, ladder));
        index.put(path, entriesIn(text, path, ladder));
        assert.deepEqual(foundIn(index, ladder), citedIn(text, ladder));
        index.relate((file) => ladderFor(file, other));
        assert.deepEqual(foundIn(index, other), citedIn(text, other));
        cited += citedIn(text, ladder).length;
      }),
      { numRuns: runs(600) },
    );
    assert.ok(cited > runs(600), `only ${cited} citations`);
  });

  test('dismisses no document that says anything of the ladder', () => {
    const concern = concernOf(ladder, indexOf(ladder).levels, false);
    let dismissed = 0;
    fc.assert(
      fc.property(fc.oneof(citingDocument, ordinaryDocument), (text) => {
        if (concern.claimsOf(text) === undefined) {
          dismissed += 1;
          assert.deepEqual(entriesIn(text, path, ladder), []);
        }
      }),
      { numRuns: runs(3000) },
    );
    assert.ok(dismissed > runs(300), `only ${dismissed} dismissed`);
  });

  test('knows which files to read for a subject before they are read', () => {
    const levels = ladder.levels;
    const subjects = [
      ...levels.flatMap(({ capabilities }) =>
        capabilities.map((one) => ({ capabilities: [one], levels: [] })),
      ),
      ...levels.map((level) => ({ capabilities: [], levels: [level] })),
    ];
    let found = 0;
    let spared = 0;
    fc.assert(
      fc.property(fc.oneof(citingDocument, ordinaryDocument), (text) => {
        const index = new ReferenceIndex((file) => ladderFor(file, ladder));
        const reading = ladderFor(path, ladder);
        const claims = reading.concern.claimsOf(text);
        if (claims !== undefined) {
          index.claim(path, claims);
        }
        const unread = subjects.map((subject) => index.unreadOf(subject).length > 0);
        index.put(path, entriesIn(text, path, ladder));
        for (const [at, { capabilities, levels: asked }] of subjects.entries()) {
          const says = [
            ...capabilities.flatMap((one) => index.filesNaming(one)),
            ...asked.flatMap((level) => [...index.promotionsTo(level), ...index.strayCitations(level)]),
          ];
          assert.ok(says.length === 0 || unread[at]);
          assert.deepEqual(index.unreadOf(subjects[at] ?? assert.fail()), []);
          found += says.length > 0 ? 1 : 0;
          spared += unread[at] === true ? 0 : 1;
        }
      }),
      { numRuns: runs(1000) },
    );
    assert.ok(found > runs(500) && spared > runs(500), `${found} found, ${spared} spared`);
  });

  test('tells the same of a file of which only the passages that matter are parsed', () => {
    const subjects = ladder.levels
      .flatMap(({ capabilities }) => capabilities)
      .map((one) => ({ capabilities: [one], levels: [] }));
    let found = 0;
    let begun = 0;
    fc.assert(
      fc.property(
        fc.oneof(citingDocument, ordinaryDocument),
        fc.shuffledSubarray(subjects),
        (text, asked) => {
          const whole = new ReferenceIndex((file) => ladderFor(file, ladder));
          whole.put(path, entriesIn(text, path, ladder));
          const index = new ReferenceIndex((file) => ladderFor(file, ladder));
          const reading = ladderFor(path, ladder);
          const claims = claimsInText(path, text, reading);
          assert.deepEqual(
            claims === undefined ? [] : entriesInText(path, text, reading, claims),
            entriesIn(text, path, ladder),
          );
          if (claims !== undefined) {
            index.claim(path, claims);
          }
          const [subject] = asked;
          if (subject === undefined || index.unreadOf(subject).length === 0 || claims === undefined) {
            return;
          }
          const { about, rest } = splitClaims(claims, subject, reading.index);
          index.put(path, entriesInText(path, text, reading, about), rest);
          assert.deepEqual(index.unreadOf(subject), []);
          for (const { capabilities } of subjects.filter((one) => index.unreadOf(one).length === 0)) {
            for (const one of capabilities) {
              assert.deepEqual(told(index.citationsOf(one)), told(whole.citationsOf(one)));
              assert.deepEqual(told(index.namesOf(one)), told(whole.namesOf(one)));
              assert.deepEqual(index.filesNaming(one), whole.filesNaming(one));
              found += whole.filesNaming(one).length;
            }
          }
          begun += rest === undefined ? 0 : 1;
        },
      ),
      { numRuns: runs(600) },
    );
    assert.ok(found > runs(150) && begun > runs(60), `${found} found, ${begun} begun`);
  });

  test('knows each place by its text', () => {
    fc.assert(
      fc.property(citingDocument, (text) => {
        const document = documentOf(text, ladder);
        for (const entry of entriesIn(text, path, ladder)) {
          const there = textAt(document, entry);
          const isPlain = !/[\r\n&\\]/u.test(there) && entry.kind !== 'promotion';
          assert.ok(
            !isPlain || there === entry.text.trim() || there.startsWith('['),
            `${there} ≠ ${entry.text}`,
          );
        }
      }),
      { numRuns: runs(400) },
    );
  });

  test('follows files that come, change and go', () => {
    const index = new ReferenceIndex((file) => ladderFor(file, ladder));
    const put = (file: string, text: string): void => index.put(file, entriesIn(text, file, ladder));
    put('a/one.md', 'See [M2: Systems and Scale], and\n[again](../guides/m1-to-m2.md#1-systems-and-scale).');
    put('a/two.md', '[m2: systems  and scale #2]');
    put('a/three.md', 'Nothing of that kind, [M2: Other] aside.');
    assert.deepEqual(told(index.citationsOf(capability('Systems and Scale'))), [
      'a/one.md:0 M2: Systems and Scale',
      'a/one.md:1 ../guides/m1-to-m2.md#1-systems-and-scale',
      'a/two.md:0 m2: systems  and scale #2',
    ]);
    put('a/one.md', '[M2: C&D]');
    index.remove('a/two.md');
    assert.deepEqual(told(index.citationsOf(capability('Systems and Scale'))), []);
    assert.deepEqual(told(index.citationsOf(capability('C&D'))), ['a/one.md:0 M2: C&D']);
    const level = indexOf(ladder).level('M2') ?? assert.fail();
    assert.deepEqual(told(index.strayCitations(level)), ['a/three.md:0 M2: Other']);
    assert.deepEqual(told(index.strayCitationsOf(level, 'other')), ['a/three.md:0 M2: Other']);
    put('a/three.md', '');
    assert.ok(![...index.paths].includes('a/three.md'));
    assert.deepEqual(told(index.strayCitations(level)), []);
  });

  test('tells a link no longer whose guide has left the ladder', () => {
    const index = new ReferenceIndex((file) => ladderFor(file, ladder));
    const [, guide = assert.fail()] = ladder.guides;
    index.put(path, entriesIn(`[see](../${guide.path}#3-cd)`, path, ladder));
    assert.equal(index.linksInto(guide).size, 1);
    index.relate((file) => ladderFor(file, ladderWith(steps.slice(0, 1), ['C&D'])));
    assert.equal(index.linksInto(guide).size, 0);
  });

  test('tells what cites a capability of two guides once, under any ladder that has one of them', () => {
    const [one, other] = [
      ['IC4 to M2', 'M1 to M2'],
      ['M0 to M2', 'M1 to M2'],
    ].map((guides) => ladderWith(guides, ['C&D'])) as [Ladder, Ladder];
    const index = new ReferenceIndex((file) => ladderFor(file, file === 'one.md' ? one : other));
    index.put('one.md', entriesIn('[M2: C&D]', 'one.md', one));
    index.put('other.md', entriesIn('[M2: C&D]', 'other.md', other));
    assert.deepEqual(told(index.citationsOf(capability('C&D', one))), [
      'one.md:0 M2: C&D',
      'other.md:0 M2: C&D',
    ]);
  });

  test('reads a guide for its capabilities, to which a fragment alone may lead', () => {
    const [{ path: file } = assert.fail()] = ladder.guides;
    const index = new ReferenceIndex((one) => ladderFor(one, ladder));
    index.claim(file, claimsInText(file, '[so](#3-cd)', ladderFor(file, ladder)) ?? assert.fail());
    assert.deepEqual(index.unreadOf({ capabilities: [capability('C&D')], levels: [] }), [file]);
  });

  test('finds no gap that has no name, and no link that has no end', () => {
    const text =
      '---\npromotion: M2\n---\n\n<!-- career-ladder-disable missing-capability -->\n\n<p><a href="../guides/m1-to-m2.md#1>x</a>\n';
    assert.deepEqual(
      entriesIn(text, path, ladder).map(({ kind }) => kind),
      ['promotion'],
    );
  });

  test('looks through HTML once, however many tags it leaves open', () => {
    // Once for each of them would take a minute.
    const text = `---\npromotion: M2\n---\n\n<div>\n${'<a b'.repeat(200_000)}\n`;
    const { index, links } = ladderFor(path, ladder);
    assert.equal(entriesOf(documentOf(text, ladder), index, links).length, 1);
  });

  test('keeps two folders apart that have the same paths, names and guides', () => {
    const own = [1, 2].map((number) => {
      const { guides } = ladder;
      return {
        number,
        ladder: buildLadder(guides.map((guide) => ({ ...guide, path: `${number}/${guide.path}` }))),
      };
    });
    const index = new ReferenceIndex(
      (file) =>
        own.flatMap(({ number, ladder: one }) =>
          file.startsWith(`${number}/`) ? ladderFor(file, one) : [],
        )[0],
    );
    for (const { number, ladder: one } of own) {
      index.put(`${number}/docs/case.md`, entriesIn('[M2: C&D]', `${number}/docs/case.md`, one));
    }
    for (const { number, ladder: one } of own) {
      assert.deepEqual(told(index.citationsOf(capability('C&D', one))), [`${number}/docs/case.md:0 M2: C&D`]);
    }
  });

  test('the built-in ladder is cited by promotion documents alone', () => {
    const index = new ReferenceIndex((file) => ladderFor(file, ladder, true));
    const text = '[M2: C&D]';
    index.put('notes.md', entriesIn(text, 'notes.md', ladder));
    const sale = `---\npromotion: summer-sale\n---\n\n${text}`;
    index.put('sale.md', entriesIn(sale, 'sale.md', ladder));
    index.put('case.md', entriesIn(`---\npromotion: M2\n---\n\n${text}`, 'case.md', ladder));
    assert.deepEqual(told(index.citationsOf(capability('C&D'))), ['case.md:4 M2: C&D']);
    const level = indexOf(ladder).level('M2') ?? assert.fail();
    assert.deepEqual(told(index.promotionsTo(level)), ['case.md:1 M2']);
    const concern = concernOf(ladder, indexOf(ladder).levels, true);
    assert.ok(
      concern.claimsOf(text) === undefined && concern.claimsOf('---\npromotion: M2\n---\n') !== undefined,
    );
    index.claim('sale.md', concern.claimsOf(sale) ?? assert.fail());
    assert.deepEqual(index.unreadOf({ capabilities: [capability('C&D')], levels: [] }), []);
  });

  test('tells the promotion documents whose target includes a level, steps between included', () => {
    const index = new ReferenceIndex((file) => ladderFor(file, ladder));
    for (const value of ['M2', 'M1 to M2', 'M1 to M3', 'M2 → M3', 'M7', 'summer sale']) {
      const text = `---\npromotion: ${value}\n---\n`;
      assert.ok(readTarget(value, indexOf(ladder)) !== undefined || value.includes('sale'));
      index.put(value, entriesIn(text, value, ladder));
    }
    const to = (id: string) => [...index.promotionsTo(indexOf(ladder).level(id) ?? assert.fail()).keys()];
    assert.deepEqual(to('M2'), ['M2', 'M1 to M2', 'M1 to M3']);
    assert.deepEqual(to('M3'), ['M1 to M3', 'M2 → M3']);
  });
});

suite('what concerns a ladder', () => {
  const concern = concernOf(ladder, indexOf(ladder).levels, false);

  test('ordinary Markdown does not', () => {
    for (const text of [
      '',
      '# Notes\n\nSee [the docs](https://example.com/a.md#b), [x]: y and [note: this].',
      'guides/m1-to-m2.md is a guide, and [so](guides/m2-to-m3.md) is this, 100%25 \\* &amp;',
      '---\ntitle: x\n---\n\npromotion: M2',
      'promotion: M2',
    ]) {
      assert.equal(concern.claimsOf(text), undefined, text);
    }
  });

  test('a promotion document does, however YAML writes its key', () => {
    for (const yaml of ['promotion: M2', '  promotion: M2', '{promotion: M2}', '? promotion\n: M2']) {
      assert.equal(concern.claimsOf(`---\n${yaml}\n---\n`)?.promotion, 'M2', yaml);
    }
  });

  test('the same files concern ladders whose levels and guides have the same names', () => {
    const renamed = ladderWith(steps, ['Something Else'], titles);
    assert.equal(concernOf(renamed, indexOf(renamed).levels, false).key, concern.key);
    const retitled = ladderWith(steps, ['Systems and Scale'], { ...titles, M3: 'Director' });
    assert.notEqual(concernOf(retitled, indexOf(retitled).levels, false).key, concern.key);
    const shorter = ladderWith(['M1 to M2'], ['Systems and Scale'], titles);
    assert.notEqual(concernOf(shorter, indexOf(shorter).levels, false).key, concern.key);
  });
});
