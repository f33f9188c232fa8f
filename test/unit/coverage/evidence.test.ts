import assert from 'node:assert/strict';
import { ladderOf } from '../support/files';
import { ladderWith, promotionOf } from '../support/promotions';

const ladder = ladderWith(['M1 to M2'], ['Testing', 'Scaling Up', 'Security']);
const builtIn = ladderOf('guides');
const head = '---\npromotion: M1 to M2\n---\n\n';

/** For each citation the beginning of its evidence, `-` for none, with `!` where it lacks support. */
function evidenceIn(text: string, of = ladder, path?: string): readonly string[] {
  const { citations, evidence } = promotionOf(`${head}${text}`, of, path);
  return citations.map((citation) => {
    const found = evidence.get(citation);
    return found === undefined || found.isEmpty ? '-' : `${found.excerpt}${found.isSupported ? '' : ' !'}`;
  });
}

suite('evidence', () => {
  test('of a heading is the section under it, subsections included', () => {
    assert.deepEqual(
      evidenceIn(
        '## [M2: Testing]\n\nOne in 2024.\n\n### Deeper\n\nTwo.\n\n## Next\n\nThree.\n\n[M2: Security]\n=====\n\nFour\n\n# Last',
      ),
      ['One in 2024. Two.', 'Four !'],
    );
    assert.deepEqual(evidenceIn('# [M2: Testing]\n\n## [M2: Security]\n\n1 text\n'), ['1 text', '1 text']);
    assert.deepEqual(evidenceIn('> ## [M2: Testing]\n>\n> quoted\n\nnot this'), ['quoted']);
    assert.deepEqual(evidenceIn('- # [M2: Testing]\n\n  within 1\n- not this'), ['within 1']);
  });

  test('elsewhere is the paragraph, the list item with what it holds, or the table’s row', () => {
    assert.deepEqual(evidenceIn('We cut 3 days\noff. [M2: Testing]\n\nNot this 4.'), ['We cut 3 days off.']);
    assert.deepEqual(
      evidenceIn('- first 1 [M2: Testing]\n\n  second\n\n  - inner [M2: Security]\n  - other\n- not this'),
      ['first 1 second inner other', 'inner !'],
    );
    assert.deepEqual(evidenceIn('| a | b |\n|---|---|\n| 5 days | [M2: Testing] |\n| x | [M2: Security] |'), [
      '5 days',
      'x !',
    ]);
    assert.deepEqual(evidenceIn('Text.[^1]\n\n[^1]: In a note, 7. [M2: Testing]'), ['In a note, 7.']);
    assert.deepEqual(evidenceIn('> quoted [M2: Testing]'), ['quoted']);
    assert.deepEqual(evidenceIn('1. > a [M2: Testing]\n   >\n   > b'), ['a b']);
  });

  test('is not citations, definitions, comments, empty boxes, prompts and placeholders', () => {
    for (const text of [
      '[M2: Testing]',
      '[M2: Testing] [M2: Security #1], ([M2: Scaling Up]).',
      '[M2: Testing] <!-- 3 days in 2024 -->',
      '## [M2: Testing]\n\n<!-- not yet\n\n3 days in 2024',
      // One of the contract's placeholders, no note of ours: TODO.
      '[M2: Testing] TODO',
      '[M2: Testing]: TBD.',
      '[M2: Testing] … ... ....',
      '[M2: Testing] <what you did in 2024>',
      '[M2: Testing] <Was? 2024>',
      '[M2: Testing] ‹what you did›',
      '- [ ] [M2: Testing]',
      '- [M2: Testing]\n  - [ ]\n  - [x]\n  - [ ] TBD',
      '- [ ] You show the first sign of testing [M2: Testing #1]',
      '- **You show the first  sign of testing:** … [M2: Testing #1]',
      '- [M2: Testing #1]: You show the first sign of testing',
      '- [M2: Testing] - You show the first sign of testing.',
      '- **[M2: Testing]** – “You show the first sign of testing”',
      '- [M2: Testing], [M2: Security] — You show the first sign of testing',
      '- ([M2: Testing]) You show the first sign of testing',
      '- You show the first sign of testing ([M2: Testing #1], [M2: Security])',
      '- You show the first sign ([M2: Testing #1]) of testing',
      // Likewise, before the citation: TODO.
      '- TODO [M2: Testing #1]: You show the first sign of testing',
      '## [M2: Testing]\n\n- [ ] You show the first sign of testing\n- YOU SHOW THE SECOND SIGN OF TESTING.\n\n<!-- 2024 -->',
      '## [M2: Testing]\n\n### Situation\n\n### Result\n\n‹…›',
      '## [M2: Testing]\n\n[M2: Testing]: guides/m1-to-m2.md#1-testing',
      '## [M2: Testing]\n\n---',
      '## [M2: Testing]',
    ]) {
      assert.ok(
        evidenceIn(text).every((one) => one === '-'),
        `${text} => ${evidenceIn(text).join()}`,
      );
    }
    assert.deepEqual(
      evidenceIn(
        '## [M2: Systems and Scale]\n\n1. Could I take a month’s leave tomorrow and return to a team that had kept its promises?\n\n> Can people rely on my answer when I am the last one to be asked?',
        builtIn,
      ),
      ['-'],
    );
  });

  test('is whatever the author says beside them', () => {
    assert.deepEqual(evidenceIn('[M2: Testing] TBD ask Hanne'), ['ask Hanne !']);
    assert.deepEqual(evidenceIn('You show the first sign of testing, daily. [M2: Testing]'), [
      'You show the first sign of testing, daily. !',
    ]);
    for (const said of [
      'so: You show the first sign of testing',
      'You (all) show the first sign of testing',
    ]) {
      assert.deepEqual(evidenceIn(`${said} ([M2: Testing])`), [`${said} !`]);
    }
    assert.deepEqual(evidenceIn('[We test all][M2: Testing]'), ['We test all !']);
    assert.deepEqual(evidenceIn('[testing][M2: Testing]'), ['-']);
    assert.deepEqual(evidenceIn('[all 3 tested](guides/m1-to-m2.md#1-testing)', ladder, 'case.md'), [
      'all 3 tested',
    ]);
    assert.deepEqual(evidenceIn('[M2: Testing](guides/m1-to-m2.md#1-testing)', ladder, 'case.md'), ['-']);
    assert.deepEqual(evidenceIn('![a chart](x.png) [M2: Testing]'), ['a chart']);
    assert.deepEqual(evidenceIn('- [M2: Testing]\n\n  ```\n  code\n  ```'), ['code !']);
    assert.deepEqual(evidenceIn('## [M2: Testing]\n\n<details>\n<summary>Told here</summary>\n</details>'), [
      'Told here !',
    ]);
    assert.deepEqual(evidenceIn('測試完成 [M2: Testing]'), ['測試完成 !']);
  });

  test('of a long paragraph is looked through once, whatever it begins', () => {
    // Once for each of its words would take a minute.
    assert.equal(evidenceIn(`[M2: Testing] ‘${'word '.repeat(60_000)}`).length, 1);
  });

  test('is supported by a number, a date, a link or a quotation', () => {
    for (const text of [
      '3 days',
      '(30%)',
      '1,200',
      '٣ days',
      'on 12 June',
      'since March',
      'in November',
      'see [there](https://x.example)',
      'see [there][x]\n\n[x]: https://x.example',
      'see [x]\n\n[x]: /x',
      'see <https://x.example>',
      'see https://x.example/a',
      'a note[^1]\n\n[^1]: text',
      'she said "well done"',
      'she said “well done”',
      "she said 'well done'",
      "she said: 'You're the one we'll ask, if it's late.'",
      'sie sagte „gut gemacht“',
      'elle a dit « bien fait »',
      '![chart](x.png)',
      'see <a href="x">there</a>',
    ]) {
      const [first = '-'] = evidenceIn(`[M2: Testing] ${text}`);
      assert.ok(first !== '-' && !first.endsWith('!'), `${text} => ${first}`);
    }
    for (const text of [
      'M2 and Q3',
      'IC5 H264',
      'a march, may be',
      'don’t, can’t',
      "don't, can't, the team's work and the others' work",
      "rock 'n' roll, 'so-called' work",
      "the others' work, 'tis true",
      'one, two',
      'the 「',
      'see [x]',
      '5 [ ]'.slice(2),
    ]) {
      const [first = '-'] = evidenceIn(`we did it: ${text} [M2: Testing #1]`);
      assert.ok(first.endsWith('!'), `${text} => ${first}`);
    }
    assert.deepEqual(evidenceIn('## [M2: Testing]\n\n### In 2024\n\nwe did it'), ['we did it']);
  });

  test('is shown by its beginning, and stands where its text does', () => {
    const long = 'word '.repeat(100);
    assert.ok((evidenceIn(`${long}[M2: Testing]`)[0]?.length ?? 0) <= 204);
    assert.deepEqual(evidenceIn('We did it ([M2: Testing]), in 2024 [M2: Security].'), [
      'We did it, in 2024.',
      'We did it, in 2024.',
    ]);
    assert.deepEqual(
      evidenceIn('See [the log][l], [L] [ l ][], [l][other] and [other] [M2: Testing].\n\n[l]: x.md'),
      ['See the log, L l, [l][other] and [other].'],
    );
    const text = `${head}## [M2: Testing]\n\nTBD\n\nFirst 1.\n\n- Second.\n\nTBD\n\n## Next\n\nx`;
    const { citations, evidence } = promotionOf(text, ladder);
    const range = citations[0] && evidence.get(citations[0])?.range;
    assert.equal(range && text.slice(range.start, range.end), 'First 1.\n\n- Second.');
  });
});
