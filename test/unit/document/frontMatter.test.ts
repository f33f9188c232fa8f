import assert from 'node:assert/strict';
import fc from 'fast-check';
import { mayHavePromotion, readFrontMatter } from '../../../src/core/document/frontMatter';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';
import { SourceText } from '../../../src/core/text/sourceText';
import { anyCharacter } from '../support/anyCharacter';
import { runs } from '../support/effort';

/** The value of `promotion:`, the text at its range, and the text of the error, if any. */
function read(text: string): readonly (string | undefined)[] {
  const source = new SourceText(text);
  const { promotion, error } = readFrontMatter(source) ?? {};
  return [promotion?.text, promotion && source.slice(promotion.range), error && source.slice(error.range)];
}

suite('front matter', () => {
  test('gives the value of promotion and its place', () => {
    for (const [yaml, value, written = value] of [
      ['promotion: M1 to M2', 'M1 to M2'],
      ['title: x\npromotion:   M1 to M2   # soon\nx: y', 'M1 to M2'],
      ["promotion: 'M1 to M2'", 'M1 to M2'],
      ['"promotion": "M1 \\u2192 M2"', 'M1 → M2', 'M1 \\u2192 M2'],
      ['promotion: >-\n  M1\n  to M2', 'M1 to M2', 'M1\n  to M2'],
      ['{title: x, promotion: M2}', 'M2'],
      ['other: {promotion: M1}\npromotion: M2', 'M2'],
      ['list:\n  - promotion: M1\npromotion: M2', 'M2'],
      ['? [a, b]\n: c\npromotion: M2', 'M2'],
      ['promotion: !level M2', 'M2'],
      ['promotion:', ''],
      ['promotion: ""', '', ''],
      ['promotion: 2024', '2024'],
    ] as const) {
      assert.deepEqual(read(`---\n${yaml}\n---\n`), [value, written, undefined], yaml);
    }
  });

  test('that has promotion is told apart by its lines', () => {
    const may = (text: string): boolean =>
      mayHavePromotion(text.replace(/^\uFEFF/u, '').split(/\r\n|\n|\r/u));
    const line = fc.constantFrom(
      'promotion: M2',
      '  promotion: M1 to M2',
      '{title: x, promotion: M2}',
      '? promotion',
      ': M2',
      '"pro\\u006dotion": M2',
      '"promo\\',
      'tion": M2',
      "'promotion' : M2",
      '&a promotion: M2',
      'title: "x',
      'title: x',
      '---',
      '--- ',
      '---\u00A0',
      '',
    );
    let have = 0;
    fc.assert(
      fc.property(
        fc.array(line, { maxLength: 4 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (lines, lineBreak) => {
          const text = ['---', ...lines, '---', ''].join(lineBreak);
          if (readFrontMatter(new SourceText(text))?.promotion !== undefined) {
            have += 1;
            assert.ok(may(text), text);
          }
        },
      ),
      { numRuns: runs(2000) },
    );
    assert.ok(have > runs(200), `only ${have} have it`);
    for (const text of [
      '',
      'promotion: M2',
      '---\ntitle: x\n---\npromotion: M2',
      '\n---\npromotion: M2\n---',
    ]) {
      assert.ok(!may(text), text);
    }
  });

  test('has no promotion where it is no text or not at the top', () => {
    for (const yaml of [
      'title: x',
      'promotion: [M1, M2]',
      'promotion: {to: M2}',
      'a:\n  promotion: M2',
      '- promotion',
      '- promotion: M2',
      'promotion',
      '',
    ]) {
      assert.deepEqual(read(`---\n${yaml}\n---\n`), [undefined, undefined, undefined], yaml);
    }
  });

  test('that is not readable says where, and still gives the line with promotion', () => {
    for (const [yaml, value, place] of [
      ['a: [1\npromotion: M1 to M2', 'M1 to M2', 'promotion: M1 to M2'],
      ['promotion: M1: to M2 # soon', 'M1: to M2', ': to M2 # soon'],
      ['promotion: "M1 to M2', 'M1 to M2', 'promotion: "M1 to M2'],
      ['\ttitle: x\npromotion: M2', 'M2', ': x'],
      ['promotion: M2\n- x', 'M2', '- x'],
      ['x: {', undefined, 'x: {'],
    ] as const) {
      assert.deepEqual(read(`---\n${yaml}\n---\n`), [value, value, place], yaml);
    }
  });

  test('with a key twice, or an alias of nothing, says where, and gives the first promotion', () => {
    for (const [yaml, place] of [
      ['promotion: M2\npromotion: M3', 'promotion: M3'],
      ['promotion: M2\ntitle: a\nx: y\ntitle: b', 'title: b'],
      ['promotion: M2\nx:\n  title: a\n  y: b\n  title: c\nz: d', 'title: c'],
      ['promotion: M2\nx: [{a: 1, b: {c: 1, d: 2, c: 3}}]\nb: x\nb: y', 'c: 3}}]'],
      ['promotion: M2\n? {a: 1, a: 2}\n: b', 'a: 2}'],
      ['promotion: M2\ntitle: *news*', '*news*'],
      ['a: &news x\npromotion: M2\ntitle: *news', undefined],
      ['promotion: M2\nx: {title: 1}\ntitle: 2', undefined],
      ['promotion: M2\nx: {a: {a: 1}, b: {a: 1}}\ny: [a, a]\nz: {c: a, a: c}', undefined],
      ['x: [{a: 1}, {a: 1}]\npromotion: M2\n? [a]\n: !own x\n? {a: 1}\n: !!int y', undefined],
      ['x: &x [*x]\npromotion: M2', undefined],
    ] as const) {
      assert.deepEqual(read(`---\n${yaml}\n---\n`), ['M2', 'M2', place], yaml);
    }
  });

  test('stands between two fences at the very beginning', () => {
    const value = (text: string): string | undefined =>
      readFrontMatter(new SourceText(text))?.promotion?.text;
    assert.equal(value('\uFEFF---\r\npromotion: M2\r\n---\r\ntext'), 'M2');
    assert.equal(value('---  \npromotion: M2\n---\t'), 'M2');
    assert.equal(value('---\rpromotion: M2\r---\r'), 'M2');
    for (const text of [
      '\n---\npromotion: M2\n---',
      ' ---\npromotion: M2\n---',
      '----\npromotion: M2\n----',
      '---\npromotion: M2',
      '---\npromotion: M2\n--- x',
      '+++\npromotion: M2\n+++',
    ]) {
      assert.equal(value(text), undefined, text);
    }
  });

  test('is found where remark finds it', () => {
    const lines = fc.constantFrom('---', '--- ', '----', 'a: b', '', '- x', '---x', ' ---', '***');
    fc.assert(
      fc.property(
        fc.array(lines, { maxLength: 6 }),
        fc.constantFrom('\n', '\r\n', '\r'),
        (parts, lineEnding) => {
          const text = parts.join(lineEnding);
          const yaml = parseMarkdown(text).root.children.find((node) => node.type === 'yaml');
          assert.deepEqual(readFrontMatter(new SourceText(text))?.range.end, yaml?.position?.end.offset);
        },
      ),
      { numRuns: runs(500) },
    );
  });

  test('gives the comments that speak to Career Ladder, and nothing inside values', () => {
    const text = [
      '---',
      '# career-ladder-disable a',
      'title: "# career-ladder-disable b"',
      'x: y # career-ladder-disable-line c  ',
      'z: |',
      '  # career-ladder-disable d',
      'url: x#career-ladder-disable',
      '# another',
      '---',
    ].join('\n');
    const source = new SourceText(text);
    assert.deepEqual(
      readFrontMatter(source)?.comments.map((range) => source.slice(range)),
      ['# career-ladder-disable a', '# career-ladder-disable-line c'],
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 80 }), (yaml) => {
        readFrontMatter(new SourceText(`---\n${yaml}\n---\n`));
      }),
    );
  });
});
