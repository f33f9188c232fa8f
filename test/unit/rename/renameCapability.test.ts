import assert from 'node:assert/strict';
import fc from 'fast-check';
import { noGuideLinks, relativeGuideLinks } from '../../../src/core/citations/guideLinks';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { checkPromotion } from '../../../src/core/diagnostics/checkPromotion';
import { citedCapability } from '../../../src/core/document/citation';
import { readCitations } from '../../../src/core/document/readCitations';
import { definingIdentifier } from '../../../src/core/document/sourceLabel';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Capability, Ladder } from '../../../src/core/ladder/model';
import { nameKey } from '../../../src/core/names';
import { readPromotion } from '../../../src/core/promotion/readPromotion';
import { findEntries } from '../../../src/core/references/entries';
import { fileLadder } from '../../../src/core/references/fileLadder';
import { type Rename, renameCapability, renameInFile } from '../../../src/core/rename/renameCapability';
import { citingDocument, ladderFor } from '../references/documents';
import { edited } from '../support/edits';
import { runs } from '../support/effort';
import { guideOf, ladderOf, readText } from '../support/files';
import { documentOf, ladderWith } from '../support/promotions';

const titles = { M1: 'Engineering Manager', M2: 'Senior Engineering Manager' };
const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Systems and Scale', 'A: B', 'C&D'], titles);
const path = 'docs/case.md';

function capability(name: string, of: Ladder, level = 'M2'): Capability {
  return indexOf(of).capability(level, name) ?? assert.fail(name);
}

function planned(name: string, newName: string, of: Ladder, level = 'M2'): Rename & { kind: 'rename' } {
  const rename = renameCapability(capability(name, of, level), newName, indexOf(of), false);
  return rename.kind === 'rename' ? rename : assert.fail(rename.reason);
}

function refusal(name: string, newName: string, of: Ladder, isBuiltIn = false): string {
  const rename = renameCapability(capability(name, of), newName, indexOf(of), isBuiltIn);
  return rename.kind === 'refused' ? rename.reason : assert.fail(`${name} is renamed to ${newName}`);
}

/** A file's text after a rename. */
function renamedText(rename: Rename & { kind: 'rename' }, file: string, text: string, of: Ladder): string {
  const document = documentOf(text, of);
  return edited(document.source.text, renameInFile(rename, file, document, ladderFor(file, of)));
}

function renamedLadder(rename: Rename & { kind: 'rename' }, of: Ladder): Ladder {
  return buildLadder(
    of.guides.flatMap(
      (guide) => guideOf(renamedText(rename, guide.path, guide.source.text, of), guide.path) ?? [],
    ),
  );
}

/** What the citations of a text mean, one line each; a capability under the name it will have. */
function meanings(text: string, of: Ladder, renamed?: Capability, name?: string): readonly string[] {
  const links = relativeGuideLinks(path, of.guides);
  return readCitations(documentOf(text, of), indexOf(of), links).map((citation) => {
    const cited = citedCapability(citation);
    const signal = 'signal' in citation.meaning ? citation.meaning.signal : undefined;
    return [
      citation.form,
      citation.meaning.kind,
      cited?.level,
      cited === renamed ? name : cited?.name,
      signal,
    ].join(' ');
  });
}

function strayNames(text: string): readonly string[] {
  return readCitations(documentOf(text, ladder), indexOf(ladder), noGuideLinks).flatMap((citation) =>
    citation.form === 'bracket' && citation.meaning.kind === 'unknownCapability'
      ? nameKey(citation.name.text)
      : [],
  );
}

/** The rules that a text breaks, those aside that go by a name's words in prose. */
function broken(text: string, of: Ladder): readonly string[] {
  const promotion = readPromotion(documentOf(text, of), of, relativeGuideLinks(path, of.guides));
  return promotion === undefined
    ? []
    : checkPromotion(promotion, { 'unlinked-mention': 'off' })
        .map(({ rule }) => rule)
        .sort();
}

const newName = fc.oneof(
  fc.constantFrom(
    'Scale',
    'systems & scale',
    'Systems  and\nScale',
    'A: C',
    'Rule',
    'a ` tick',
    'a | b',
    'a [bracket] b',
    'back\\slash \\',
    '<b>bold</b>',
    '*star*',
    'R&amp;D',
    'Ünï – “cödé” 🧗🏽',
    'foo_bar_',
    'M2: X',
    '(paren',
    'a -- b',
    '~~x~~',
    '![x](y)',
    '$&$1',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('X #2', '3. Third', 'C&D', ' ', 'Practices', '#', 'trailing:', '1', 'What this looks like'),
);

suite('renaming a capability', function () {
  this.timeout(240_000);

  test('leaves every citation what it was, and breaks no rule, in any document', () => {
    let renamed = 0;
    let cited = 0;
    const target = fc.constantFrom('Systems and Scale', 'A: B');
    const citation = fc.constantFrom('', '\n\n[M2: Systems and Scale]\n', ' [M2: A: B #2]');
    const texts = fc.tuple(citingDocument, citation).map((parts) => parts.join(''));
    fc.assert(
      fc.property(texts, target, newName, (text, oldName, name) => {
        const old = capability(oldName, ladder);
        const rename = renameCapability(old, name, indexOf(ladder), false);
        if (rename.kind === 'refused') {
          return;
        }
        // What names nothing yet may well name the capability afterwards.
        fc.pre(!strayNames(text).includes(nameKey(rename.name)));
        const after = renamedLadder(rename, ladder);
        const put = renamedText(rename, path, text, ladder);
        assert.deepEqual(meanings(put, after), meanings(text, ladder, old, rename.name));
        assert.deepEqual(broken(put, after), broken(text, ladder));
        renamed += 1;
        cited += meanings(text, ladder).filter((line) => line.includes(` M2 ${oldName} `)).length;
      }),
      { numRuns: runs(500) },
    );
    assert.ok(renamed > runs(250) && cited > runs(100), `only ${renamed} renamed, ${cited} citations`);
  });

  test('changes the heading but not its number, and what the guide itself links to', () => {
    const rename = planned('Hiring', 'Choosing People', own);
    assert.equal(
      renamedText(rename, guidePath, guideText, own),
      guideText
        .replace('### 2. Hiring\n', '### 2. Choosing People\n')
        .replace('(#2-hiring)', '(#2-choosing-people)')
        .replace('[M2: Hiring]', '[M2: Choosing People]'),
    );
  });

  test('changes citations, labels, gaps, and links of every kind in other files, and nothing else', () => {
    const rename = planned('Hiring', 'Choosing [the] People', own);
    const before = [
      '---',
      'promotion: M2 # career-ladder-disable-line missing-capability(Hiring)',
      '---',
      '<!-- career-ladder-disable missing-capability(Hirings) -->',
      'Hiring [M2: Hiring] and [senior manager: hiring #1], [text][M2:  hiring], [x](../guides/g.md#2-hiring "t"),',
      '| a |\n|--|\n| [M2: Hiring] |',
      '',
      '[again]: <../guides/g.md#2-Hiring>',
      '[M2: Hiring]: ../guides/g.md#2-hiring',
      '[M2: Hiring #1]: ../guides/other.md#2-hiring',
      '',
      '<a class="x" href="../guides/g.md#2-hiring">x</a> `[M2: Hiring]` [Hiring](../guides/g.md#hiring-notes)',
    ].join('\n');
    const name = 'Choosing \\[the\\] People';
    assert.equal(
      renamedText(rename, path, before, own),
      [
        '---',
        'promotion: M2 # career-ladder-disable-line missing-capability(Choosing [the] People)',
        '---',
        '<!-- career-ladder-disable missing-capability(Hirings) -->',
        `Hiring [M2: ${name}] and [senior manager: ${name} #1], [text][M2:  ${name}], [x](../guides/g.md#2-choosing-the-people "t"),`,
        `| a |\n|--|\n| [M2: ${name}] |`,
        '',
        '[again]: <../guides/g.md#2-choosing-the-people>',
        `[M2: ${name}]: ../guides/g.md#2-choosing-the-people`,
        `[M2: ${name} #1]: ../guides/other.md#2-hiring`,
        '',
        '<a class="x" href="../guides/g.md#2-choosing-the-people">x</a> `[M2: Hiring]` [Hiring](../guides/g.md#hiring-notes)',
      ].join('\n'),
    );
  });

  test('escapes a pipe in tables alone, where the definition goes without', () => {
    const rename = planned('Hiring', 'Talks | Panels', own);
    const before = '[M2: Hiring]\n\n| a |\n|--|\n| [M2: Hiring] |\n\n[M2: Hiring]: ../guides/g.md#2-hiring\n';
    const after = renamedText(rename, path, before, own);
    assert.equal(
      after,
      '[M2: Talks | Panels]\n\n| a |\n|--|\n| [M2: Talks \\| Panels] |\n\n[M2: Talks | Panels]: ../guides/g.md#2-talks--panels\n',
    );
    const { references, definitions } = documentOf(after, renamedLadder(rename, own));
    for (const reference of references) {
      assert.equal(definingIdentifier(reference), definitions[0]?.identifier);
    }
  });

  test('follows in the comments that name a gap, where these can hold the name', () => {
    const gaps = (inFrontMatter: string, inBody: string): string =>
      `---\npromotion: M2 # career-ladder-disable-line missing-capability(${inFrontMatter})\n---\n\n<!-- career-ladder-disable missing-capability(${inBody}) -->\n`;
    for (const [name, inBody] of [
      ['People (and Teams)', 'People (and Teams)'],
      ['People -- Teams', 'Hiring'],
      ['<People> & Teams', 'Hiring'],
    ] as const) {
      const rename = planned('Hiring', name, own);
      const after = renamedText(rename, path, gaps('Hiring', 'Hiring'), own);
      assert.equal(after, gaps(name, inBody));
      const read = findEntries(documentOf(after, own), ladderFor(path, own).index, noGuideLinks);
      assert.deepEqual(
        read.flatMap(({ kind, text }) => (kind === 'gap' ? text : [])),
        [name, inBody],
      );
    }
    for (const name of ['(People', 'People)', 'A (b (c)) d']) {
      const rename = planned('Hiring', name, own);
      assert.equal(renamedText(rename, path, gaps('Hiring', 'Hiring'), own), gaps('Hiring', 'Hiring'), name);
    }
  });

  test('moves the suffixes of headings that are called the same', () => {
    const text = guideText.replace('## Hiring notes', '## 2. Hiring');
    const twice = buildLadder([guideOf(text, guidePath) ?? assert.fail()]);
    const rename = planned('Hiring', 'Choosing', twice);
    const links = '[a](../guides/g.md#2-hiring) [b](../guides/g.md#2-hiring-1)';
    assert.equal(
      renamedText(rename, path, links, twice),
      '[a](../guides/g.md#2-choosing) [b](../guides/g.md#2-hiring)',
    );
  });

  test('makes way in the fragments of headings below that are already called so', () => {
    const text = guideText.replace('2. Hiring', 'Hiring').replace('Hiring notes', 'Choosing');
    const taken = buildLadder([guideOf(text, guidePath) ?? assert.fail()]);
    const rename = planned('Hiring', 'Choosing', taken);
    const links = '[a](../guides/g.md#hiring) [b](../guides/g.md#choosing) [c](../guides/g.md#delegation)';
    assert.equal(
      renamedText(rename, path, links, taken),
      '[a](../guides/g.md#choosing) [b](../guides/g.md#choosing-1) [c](../guides/g.md#delegation)',
    );
  });

  test('follows the links of a guide to itself, by name, by definition and by fragment alone', () => {
    const text = `${guideText}[a](g.md#2-hiring) [b](#2-Hiring) [c] [d](../guides/g.md#delegation)\n\n[c]: <#2-hiring>\n`;
    const linked = buildLadder([guideOf(text, guidePath) ?? assert.fail()]);
    const put = renamedText(planned('Hiring', 'Choosing', linked), guidePath, text, linked);
    assert.ok(
      put.endsWith(
        '[a](g.md#2-choosing) [b](#2-choosing) [c] [d](../guides/g.md#delegation)\n\n[c]: <#2-choosing>\n',
      ),
      put,
    );
  });

  for (const [from, link] of [
    ['guides/notes.md', '[x](my%20guide.md#HIRING) and [x](./my%20guide.md "title")'],
    ['readme.md', '[x](guides/my%20guide.md#HIRING), [x](<guides/my guide.md#HIRING>)'],
    [
      'docs/deep/a.md',
      '[x](../../guides/my%20guide.md#HIRING) [x](.././../docs/../guides/m%79%20guide.md#HIRING)',
    ],
    ['docs/a.md', '[x](/guides/my%20guide.md#HIRING "title") and [x](/guides/other.md#hiring)'],
    [
      'docs/a.md',
      '<file:///work/guides/my%20guide.md#HIRING> <file:///elsewhere/guides/my%20guide.md#hiring>',
    ],
    [
      'docs/a.md',
      '[x][y] [y]\n\n[y]: <../guides/my guide.md#HIRING> "title"\n[z]: ../guides/my%20guide.md#HIRING',
    ],
    ['docs/a.md', '> - [x](\n>   ../guides/my%20guide.md#HIRING\n>   "title")'],
    [
      'docs/a.md',
      '| a |\n|---|\n| [x](../guides/my%20guide.md#HIRING) |\n\n[^1]: [x](../guides/my%20guide.md#HIRING)',
    ],
    [
      'docs/a.md',
      '[![alt](../pic.png)](../guides/my%20guide.md#HIRING) [**x** `y`](../guides/my%20guide.md#HIRING)',
    ],
    ['docs/a.md', '[x](../guides/my%20guide#HIRING) [y]\n\n[y]: <../guides/my guide#HIRING>'],
    ['docs/a.md', "<div>\n<a\n  href='../guides/my%20guide.md#HIRING'>x</a>\n</div>"],
    ['docs/a.md', '`[x](../guides/my%20guide.md#hiring)`\n\n    [x](../guides/my%20guide.md#hiring)'],
  ] as const) {
    test(`follows the links in ${from}: ${JSON.stringify(link)}`, () => {
      const guide = guideOf(guideText.replace('2. Hiring', 'Hiring'), 'file:///work/guides/my%20guide.md');
      const linked = buildLadder([guide ?? assert.fail()]);
      const rename = planned('Hiring', 'Choosing People', linked);
      const file = `file:///work/${from}`;
      const document = documentOf(link.replaceAll('HIRING', 'hiring'), linked);
      const reading = fileLadder(file, linked, { top: 'file:///work', isBuiltIn: false });
      const edits = renameInFile(rename, file, document, reading);
      assert.equal(edited(document.source.text, edits), link.replaceAll('HIRING', 'choosing-people'));
    });
  }

  test('reaches every guide that describes the capability, however it is written there', () => {
    const several = ladderOf('test/unit/rename/guides');
    const rename = planned('Systems and Scale', 'Load', several);
    assert.deepEqual(
      rename.guides.flatMap(({ guide, edits }) => edits.map(({ range }) => guide.source.slice(range))),
      ['Systems **and** Scale', 'Systems\nand Scale', '*Systems and* Scale', 'Systems and Scale'],
    );
    const after = renamedLadder(rename, several);
    assert.equal(capability('Load', after).descriptions.length, 4);
  });

  test('reaches every step of a guide of several that describes the capability', () => {
    const text = ['M1 to M2', 'S1 to M2']
      .map(
        (step) =>
          `# Progression Guide: ${step}\n\n## Key Capabilities to Develop\n\n### 1. Hiring\n\nIt is.\n\n**What this looks like:**\n\n- [You hire](#1-hiring), and [again](#1-hiring-1)\n`,
      )
      .join('\n');
    const both = buildLadder([guideOf(text, guidePath) ?? assert.fail()]);
    assert.deepEqual(capability('Hiring', both).from, ['M1', 'S1']);
    const rename = planned('Hiring', 'Choosing People', both);
    assert.equal(
      renamedText(rename, guidePath, text, both),
      text.replaceAll('Hiring', 'Choosing People').replaceAll('hiring', 'choosing-people'),
    );
    assert.deepEqual(
      indexOf(renamedLadder(rename, both))
        .level('M2')
        ?.capabilities.map(({ name }) => name),
      ['Choosing People'],
    );
  });

  test('can be done again, whatever has been escaped in the name', () => {
    for (const name of ['Call *it* `x`', '<b>', 'a_b_ [c] | d', 'R&amp;D', 'back\\slash']) {
      const first = planned('Hiring', name, own);
      const again = renamedLadder(first, own);
      const back = planned(name, 'Hiring', again);
      assert.equal(
        renamedText(back, guidePath, renamedText(first, guidePath, guideText, own), again),
        guideText,
      );
    }
  });

  test('lets a name change its case alone', () => {
    const rename = planned('Hiring', 'HIRING', own);
    assert.equal(renamedText(rename, path, '[M2: hiring]', own), '[M2: HIRING]');
    // Folders that share a guide have ladders of their own with the same capability.
    const shared = renameCapability(
      capability('Hiring', buildLadder(own.guides)),
      'HIRING',
      indexOf(own),
      false,
    );
    assert.equal(shared.kind, 'rename');
  });

  test('is refused where the name is taken, empty, read as something else, or the guide is built in', () => {
    assert.match(refusal('Hiring', 'delegation', own), /M2 already has a capability “Delegation”/);
    for (const name of ['', '  \n']) {
      assert.match(refusal('Hiring', name, own), /needs a name/);
    }
    const unnumbered = buildLadder([
      guideOf(guideText.replace(/### \d\. /gu, '### '), guidePath) ?? assert.fail(),
    ]);
    assert.match(refusal('Hiring', '7. Seventh', unnumbered), /would not be read/);
    for (const name of ['Delegation #1', 'Delegation #2']) {
      assert.match(refusal('Hiring', name, own), /cannot be told|already has/);
    }
    assert.match(refusal('Hiring', 'X', own, true), /Copy them into the workspace/);
  });

  test('renames in the built-in guides, once they are one’s own', () => {
    const text = readText('guides/m1-to-m2.md');
    const copied = buildLadder([guideOf(text, guidePath) ?? assert.fail()]);
    for (const { name } of indexOf(copied).level('M2')?.capabilities ?? []) {
      const rename = planned(name, `New ${name}`, copied);
      assert.equal(capability(`New ${name}`, renamedLadder(rename, copied)).signals.length > 0, true);
    }
  });
});

const guidePath = 'guides/g.md';
const guideText = [
  '# Progression Guide: M1 (Manager) to M2 (Senior Manager)',
  'Begin with [hiring](#2-hiring), or with [M2: Hiring].',
  '## Key Capabilities to Develop',
  '### 1. Delegation',
  '**What this looks like:**',
  '- You are not asked',
  '### 2. Hiring',
  '**What this looks like:**',
  '- They stay',
  '## Hiring notes',
  'Hiring is hard.\n',
].join('\n\n');
const own = buildLadder([guideOf(guideText, guidePath) ?? assert.fail()]);
