import assert from 'node:assert/strict';
import fc from 'fast-check';
import { decodeString } from 'micromark-util-decode-string';
import { sourceOffsets } from '../../../src/core/document/sourceOffsets';
import { commentsIn } from '../../../src/core/markdown/comments';
import { runs } from '../support/effort';
import { ladderOf } from '../support/files';
import { documentOf } from '../support/promotions';
import { markdown } from './markdownArbitrary';

const ladder = ladderOf('guides');

suite('a document', () => {
  test('has definitions, with the ranges of their parts', () => {
    const cases = [
      ['[M2: x]: a.md', 'M2: x', 'a.md'],
      ['  [M2: \\[x\\]]:   <a b.md>  "title"', 'M2: \\[x\\]', 'a b.md'],
      ['[M2: x]:\n  a.md\n  "title"', 'M2: x', 'a.md'],
      ['> [M2:\n> x]:\n> a&amp;b.md#c', 'M2:\n> x', 'a&amp;b.md#c'],
      ['- [M2: x]:\ta\\(b.md', 'M2: x', 'a\\(b.md'],
      ['[^1]: [M2: x]: a(b)c', 'M2: x', 'a(b)c'],
      ['[M2: x]: <>', 'M2: x', ''],
      // To Markdown a space that does not break is part of a destination.
      ['[M2: x]: a\u00a0b', 'M2: x', '[M2: x]: a\u00a0b'],
    ] as const;
    for (const [text, label, destination] of cases) {
      for (const lineEnding of ['\n', '\r\n']) {
        const written = text.replaceAll('\n', lineEnding);
        const { definitions, source } = documentOf(written, ladder);
        assert.deepEqual(
          definitions.map((one) => [
            source.slice({ start: one.range.start + 1, end: one.colon.start - 1 }),
            source.slice(one.colon),
            source.slice(one.destination),
          ]),
          [[label.replaceAll('\n', lineEnding), ':', destination]],
          written,
        );
      }
    }
    assert.deepEqual(
      documentOf('[a]: b\n\n[A]: c\n\n`[b]: c`\n\n    [c]: d', ladder).definitions.map(
        ({ identifier }) => identifier,
      ),
      ['a', 'a'],
    );
  });

  test('has headings with their sections', () => {
    const text =
      'Intro\n\n# A *b* `c`\n\none\n\n## [M2: x]\n\ntwo\n\n> ### Quoted\n>\n> three\n\nB\n===\n\n- # In a list\n\n  four\n\nfive\n';
    const { headings, source } = documentOf(text, ladder);
    assert.deepEqual(
      headings.map(({ depth, range, section }) => [
        depth,
        source.slice(range),
        source.slice(section.range).trim().split(/\s+/u).at(-1),
      ]),
      [
        [1, '# A *b* `c`', 'three'],
        [2, '## [M2: x]', 'three'],
        [3, '### Quoted', 'three'],
        [1, 'B\n===', 'five'],
        [1, '# In a list', 'four'],
      ],
    );
  });

  test('has links and comments, none of them in code', () => {
    const text =
      '[*a* b](<c d> "t") <https://x.example> [](e(f)g) `[a](b)`\n\n<!-- one -->\n\n<!--two\nlines-->\n\n`<!-- three -->`\n\n<b><!-- four --></b>';
    const { links, comments, source } = documentOf(text, ladder);
    assert.deepEqual(
      links.map((link) => [link.text, source.slice(link.destination)]),
      [
        ['a b', 'c d'],
        ['https://x.example', 'https://x.example'],
        ['', 'e(f)g'],
      ],
    );
    assert.deepEqual(
      comments.map((range) => source.slice(range)),
      ['<!-- one -->', '<!--two\nlines-->', '<!-- four -->'],
    );
  });

  test('knows where its text stands, whatever it is made of', function () {
    this.timeout(60_000);
    let pieces = 0;
    fc.assert(
      fc.property(markdown, (text) => {
        const { source, blocks, links, definitions } = documentOf(text, ladder);
        for (const { text: value, range } of blocks.flatMap(({ runs }) =>
          runs.filter(({ kind }) => kind === 'text'),
        )) {
          const offsets = sourceOffsets(source, range, value);
          assert.equal(offsets.length, value.length + 1);
          for (const [index, char] of [...value].entries()) {
            const unit = [...value].slice(0, index).join('').length;
            const at = offsets[unit] ?? -1;
            const here = source.text.slice(at, at + char.length);
            const isMark = here.startsWith('\\') || here.startsWith('&');
            assert.ok(isMark || here === char, `${JSON.stringify(char)} at ${at} of ${JSON.stringify(text)}`);
          }
          pieces += 1;
        }
        for (const { url, destination, range } of [...links, ...definitions]) {
          const told = decodeString(source.slice(destination));
          assert.ok(told === url || destination === range, `${told} is not ${url}`);
        }
      }),
      { numRuns: runs(400) },
    );
    assert.ok(pieces > runs(1000));
  });

  test('is looked through once for comments, however many nothing ends', () => {
    const { comments, source } = documentOf('<div>\n<!-- a --><!-->--><!-- <!-- b --> <!-- c', ladder);
    assert.deepEqual(
      comments.map((range) => source.slice(range)),
      ['<!-- a -->', '<!-->-->', '<!-- <!-- b -->'],
    );
    // Once for each beginning would take an hour.
    assert.deepEqual(commentsIn('<!-- '.repeat(1_000_000)), []);
  });
});
