import assert from 'node:assert/strict';
import fc from 'fast-check';
import { relativeGuideLinks } from '../../../src/core/citations/guideLinks';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { writeCitation } from '../../../src/core/citations/writeCitation';
import type { Citation } from '../../../src/core/document/citation';
import type { DocumentModel } from '../../../src/core/document/documentModel';
import { parseDocument } from '../../../src/core/document/parseDocument';
import { readCitations } from '../../../src/core/document/readCitations';
import { readDocument } from '../../../src/core/document/readDocument';
import type { Ladder } from '../../../src/core/ladder/model';
import { collapse } from '../../../src/core/markdown/plainText';
import { runs } from '../support/effort';
import { ladderOf } from '../support/files';
import { documentOf, ladderWith } from '../support/promotions';
import { markdown } from './markdownArbitrary';

const builtIn = ladderOf('guides');
const own = ladderOf('test/samples/own-guides/guides');

function citationsIn(
  text: string,
  ladder: Ladder = builtIn,
  path = 'promotions/case.md',
): readonly Citation[] {
  return read(documentOf(text, ladder), ladder, path);
}

function read(document: DocumentModel, ladder: Ladder, path = 'promotions/case.md'): readonly Citation[] {
  return readCitations(document, indexOf(ladder), relativeGuideLinks(path, ladder.guides));
}

/** What each citation means: `M2/Systems and Scale#3`, or what is wrong with it. */
function meanings(text: string, ladder?: Ladder, path?: string): readonly string[] {
  return citationsIn(text, ladder, path).map(({ meaning }) =>
    meaning.kind === 'capability'
      ? `${meaning.capability.level}/${meaning.capability.name}${meaning.signal === undefined ? '' : `#${meaning.signal}`}`
      : meaning.kind,
  );
}

/** The texts at the ranges of the first citation: whole, level, name, signal. */
function parts(text: string, ladder?: Ladder): readonly (string | undefined)[] {
  const [citation] = citationsIn(text, ladder);
  if (citation?.form !== 'bracket') {
    return [];
  }
  const { range, level, name, signal } = citation;
  return [range, level.range, name.range, signal?.range].map((one) => one && text.slice(one.start, one.end));
}

suite('citations', () => {
  test('name a level by its id or title, and a capability by its name, in many spellings', () => {
    for (const text of [
      '[M2: Systems and Scale]',
      '[m2:systems AND scale]',
      '[M2 :  Systems   and\tScale ]',
      '[M2: 3. Systems and Scale]',
      '[Senior Engineering Manager: Systems and Scale]',
      '[senior  engineering\nmanager: systems and\nscale]',
      '[M2: Systems&#32;and Sc&#97;le]',
      '[M2: Systems and Scale][]',
      '[as I said][M2: Systems and Scale]',
      '[M2: Systems and Scale](see there)',
      '> [M2: Systems\n> and Scale]',
      '> - [M2: Systems\n>   and Scale]',
      '> [M2: Systems\nand Scale]',
      '# A [M2: Systems and Scale] heading',
      '| a | [M2: Systems and Scale] |\n|---|---|',
      '[^1]\n\n[^1]: [M2: Systems and Scale]',
      '*a*[M2: Systems and Scale]*b*',
      '**[M2: Systems and Scale]**',
      '*a [M2: Systems and Scale*]*'.replace('Scale*', 'Scale'),
      'x[M2: Systems and Scale]y',
      '[[M2: Systems and Scale]]',
      '[see [M2: Systems and Scale] there](https://x.example)',
      '- [ ] [M2: Systems and Scale]',
    ]) {
      assert.deepEqual(meanings(text), ['M2/Systems and Scale'], text);
    }
  });

  test('match typographic quotes and dashes', () => {
    const ladder = ladderWith(
      ['M1 to M2'],
      ['People’s “First” – Lead', 'Pipes | and [brackets] \\ more', 'A & B'],
    );
    for (const [text, name] of [
      ['[M2: people\'s "first" - lead]', 'People’s “First” – Lead'],
      ['[M2: Pipes | and \\[brackets\\] \\\\ more]', 'Pipes | and [brackets] \\ more'],
      ['| [M2: Pipes \\| and \\[brackets\\] \\\\ more] |\n|---|', 'Pipes | and [brackets] \\ more'],
      ['[M2: A &amp; B]', 'A & B'],
      ['[M2: A \\& B]', 'A & B'],
    ] as const) {
      assert.deepEqual(meanings(text, ladder), [`M2/${name}`], text);
    }
  });

  test('are read back as they are written', () => {
    const ladder = ladderWith(
      ['M1 to M2'],
      ['Q\\&lt; A', 'R&amp;D', 'A \\&#38; \\\\\\&#x26; B', 'P&L; AT&T', 'C \\`d\\` [e] \\| f'],
    );
    const capabilities = indexOf(ladder).level('M2')?.capabilities ?? [];
    assert.deepEqual(
      capabilities.map(({ name }) => name),
      ['Q&lt; A', 'R&D', 'A &#38; \\&#x26; B', 'P&L; AT&T', 'C `d` [e] | f'],
    );
    for (const capability of capabilities) {
      const meaning = [`M2/${capability.name}`];
      assert.deepEqual(meanings(`\`a ${writeCitation(capability)}`, ladder), meaning);
      assert.deepEqual(meanings(`| ${writeCitation(capability, true)} |\n|---|`, ladder), meaning);
    }
  });

  test('may name a capability that itself has a colon or a number', () => {
    const ladder = ladderWith(['M1 to M2'], ['Platform: Ownership', 'Testing', 'Rule #1']);
    assert.deepEqual(meanings('[M2: Platform: Ownership]', ladder), ['M2/Platform: Ownership']);
    assert.deepEqual(meanings('[M2: Rule #1]', ladder), ['M2/Rule #1']);
    assert.deepEqual(meanings('[M2: Rule #1 #2]', ladder), ['M2/Rule #1#2']);
    assert.deepEqual(meanings('[M2: Testing#2]', ladder), ['M2/Testing#2']);
    const sharp = ladderWith(['M1 to M2'], ['Modern C#', 'Modern C']);
    assert.deepEqual(
      meanings('[M2: Modern C#] [M2: modern c# #] [M2: Modern C##2] [M2: Modern C #1]', sharp),
      ['M2/Modern C#', 'M2/Modern C#', 'M2/Modern C##2', 'M2/Modern C#1'],
    );
  });

  test('say what they name wrongly, and are incomplete while they are typed', () => {
    for (const [text, meaning] of [
      ['[M9: Systems and Scale]', 'unknownLevel'],
      ['[m0: x]', 'unknownLevel'],
      ['[M2: Nothing]', 'unknownCapability'],
      ['[M2: Systems and Scale #6]', 'unknownSignal'],
      ['[M2: Systems and Scale #0]', 'unknownSignal'],
      ['[M2: Systems and Scale #]', 'M2/Systems and Scale'],
      ['[M2: Systems and Scale \\#2]', 'unknownCapability'],
      ['[M2: ]', 'incomplete'],
      ['[M2:]', 'incomplete'],
      ['[M2: #3]', 'incomplete'],
    ] as const) {
      assert.deepEqual(meanings(text), [meaning], text);
    }
  });

  test('with a title that two levels share are none', () => {
    const ladder = ladderWith(['M1 to M2', 'S1 to S2'], ['Testing'], { M2: 'Lead', S2: 'Lead' });
    assert.deepEqual(meanings('[Lead: Testing] [S2: Testing]', ladder), ['S2/Testing']);
  });

  test('have exact ranges', () => {
    for (const [text, ...expected] of [
      ['a [M2: Systems and Scale #3] b', '[M2: Systems and Scale #3]', 'M2', 'Systems and Scale', '#3'],
      ['[ m2 :Systems ]', '[ m2 :Systems ]', 'm2', 'Systems', undefined],
      ['[*a* b][M2: \\[x\\] #12 ]', '[*a* b][M2: \\[x\\] #12 ]', 'M2', '\\[x\\]', '#12'],
      ['[M2: x][]', '[M2: x][]', 'M2', 'x', undefined],
      [
        '> a [M2: Systems\n> and Scale\n> #3] b',
        '[M2: Systems\n> and Scale\n> #3]',
        'M2',
        'Systems\n> and Scale',
        '#3',
      ],
      ['> a [M2:\r\n>  Systems] b', '[M2:\r\n>  Systems]', 'M2', 'Systems', undefined],
      [
        '- a [Senior\n  Engineering\n  Manager: x] b',
        '[Senior\n  Engineering\n  Manager: x]',
        'Senior\n  Engineering\n  Manager',
        'x',
        undefined,
      ],
      ['[M2: ]', '[M2: ]', 'M2', '', undefined],
      ['🧗🏽 [M2: 🧗🏽 ü] ', '[M2: 🧗🏽 ü]', 'M2', '🧗🏽 ü', undefined],
      ['| a \\| b | [M2: x \\| y #1] |\n|---|---|', '[M2: x \\| y #1]', 'M2', 'x \\| y', '#1'],
    ] as const) {
      assert.deepEqual(parts(text), expected, text);
    }
  });

  test('in links lead to a heading of a guide', () => {
    for (const [text, meaning] of [
      ['[a](../guides/m1-to-m2.md#3-systems-and-scale)', 'M2/Systems and Scale'],
      ['[a](<../guides/m1-to-m2.md#3-systems-and-scale> "title")', 'M2/Systems and Scale'],
      ['[a](./../guides/../guides/m1-to-m2.md#3-Systems-And-Scale)', 'M2/Systems and Scale'],
      ['[a](../guides/m1%2Dto-m2.md#3-systems%2Dand-scale)', 'M2/Systems and Scale'],
      ['[*a* `b`](../guides/m1-to-m2.md#no-such-heading)', 'unknownCapability'],
    ] as const) {
      assert.deepEqual(meanings(text), [meaning], text);
    }
    for (const text of [
      '[a](../guides/m1-to-m2.md)',
      '[a](../guides/m1-to-m2.md#)',
      '[a](../guides/m1-to-m2.md#overview)',
      '[a](../guides/m1-to-m2.md#L12)',
      '[a](../guides/m9.md#3-systems-and-scale)',
      '[a](guides/m1-to-m2.md#3-systems-and-scale)',
      '[a](https://x.example/guides/m1-to-m2.md#3-systems-and-scale)',
      '[a](#3-systems-and-scale)',
      '![a](../guides/m1-to-m2.md#3-systems-and-scale)',
      '[a][b]\n\n[b]: ../guides/m1-to-m2.md#3-systems-and-scale',
    ]) {
      assert.deepEqual(meanings(text), [], text);
    }
  });

  test('in links have the range of their fragment', () => {
    const text = 'See [*a* (b)](<../guides/m1-to-m2.md#nothing> "t") and [c](../guides/m1-to-m2.md#nothing).';
    assert.deepEqual(
      citationsIn(text).map((citation) =>
        citation.form === 'link'
          ? text.slice(citation.fragment.range.start, citation.fragment.range.end)
          : '',
      ),
      ['nothing', 'nothing'],
    );
  });

  test('in links match VS Code’s fragments as well as GitHub’s', () => {
    const path = 'test/samples/own-guides/promotions/x.md';
    assert.deepEqual(meanings('[a](../guides/ic4-to-ic5.md#2-systems-design-data--reliability)', own, path), [
      'IC5/Systems Design (Data & Reliability)',
    ]);
    const ladder = ladderWith(['M1 to M2'], ['Testing —  again', 'Testing – anew']);
    assert.deepEqual(meanings('[a](../guides/m1-to-m2.md#1-testing--again)', ladder), ['M2/Testing — again']);
    assert.deepEqual(meanings('[a](../guides/m1-to-m2.md#2-testing-–-anew)', ladder), ['M2/Testing – anew']);
  });

  test('need no new parse unless a ladder reads brackets otherwise', () => {
    const text = '[M2: a] [M7: b] [Team Lead: c] [note: d]';
    const parsed = parseDocument(text, indexOf(builtIn).levels);
    const renamed = ladderWith(['M1 to M2', 'M2 to M3'], ['Other']);
    const titled = ladderWith(['M1 to M2', 'M2 to M3'], ['Other'], { M3: 'Team Lead' });
    const isKept = (ladder: Ladder): boolean =>
      parseDocument(text, indexOf(ladder).levels, parsed).pieces[0]?.piece === parsed.pieces[0]?.piece;
    assert.ok(isKept(renamed));
    assert.ok(!isKept(titled));
    assert.ok(!isKept(ladderWith(['IC1 to IC2'], ['Other'])));
    assert.equal(read(readDocument(parsed), renamed).length, 2);
  });

  test('have ranges that hold what they say, in any document', function () {
    this.timeout(60_000);
    fc.assert(
      fc.property(markdown, (text) => {
        const document = documentOf(text, builtIn);
        const { source } = document;
        const plain = (text: string): string => collapse(text.replaceAll('>', ' '));
        for (const { range } of document.references) {
          assert.match(source.slice(range), /^\[[\s\S]*\]$/u);
        }
        for (const citation of read(document, builtIn)) {
          assert.ok(citation.form === 'bracket');
          const { range, level, name, signal, reference } = citation;
          const label = plain(reference.label.text);
          assert.ok(range.start < level.range.start && level.range.end < name.range.start + 1);
          assert.ok(name.range.end <= (signal?.range.start ?? range.end));
          assert.ok((signal?.range.end ?? range.start) < range.end);
          assert.ok(
            label.startsWith(plain(source.slice(level.range))) &&
              label.includes(plain(source.slice(name.range))),
          );
          assert.ok(signal === undefined || /^#\d*$/u.test(source.slice(signal.range)));
        }
      }),
      { numRuns: runs(500) },
    );
  });

  test('stand in the same lines and columns whatever ends the lines', function () {
    this.timeout(60_000);
    const places = (text: string): unknown => {
      const document = documentOf(text, builtIn);
      return read(document, builtIn).map(({ range }) => [
        document.source.positionAt(range.start),
        document.source.positionAt(range.end),
      ]);
    };
    fc.assert(
      fc.property(markdown, (text) => {
        const plain = text.replace(/\r\n?/gu, '\n');
        assert.deepEqual(places(plain.replaceAll('\n', '\r\n')), places(plain));
        assert.deepEqual(places(`\uFEFF${plain}`), places(plain));
      }),
      { numRuns: runs(300) },
    );
  });
});
