import assert from 'node:assert/strict';
import { completionsAt, promotionValuesAt } from '../../../src/core/completion/completeCitation';
import { readFrontMatter, readFrontMatterAt } from '../../../src/core/document/frontMatter';
import { SourceText } from '../../../src/core/text/sourceText';
import { ladderOf } from '../support/files';
import { ladderWith, promotionOf } from '../support/promotions';

const ladder = ladderOf('guides');
const head = '---\npromotion: M1 to M2\n---\n\n';

/** What is offered at the bar in a text, and what the text would be with the first of it. */
function offered(text: string, among = ladder) {
  const whole = text.startsWith('---') ? text : head + text;
  const offset = whole.indexOf('|');
  const typed = whole.slice(0, offset) + whole.slice(offset + 1);
  const completions = completionsAt(promotionOf(typed, among), offset);
  const [first] = completions;
  return {
    completions,
    filters: completions.map(({ filter }) => filter),
    labels: completions.map(({ label }) => label),
    written: first && typed.slice(0, first.range.start) + first.text + typed.slice(first.range.end),
  };
}

suite('what is offered while a promotion document is written', () => {
  test('is nothing behind a bracket that is too far away to open a label, and that is told at once', () => {
    assert.equal(offered(`[M2: ${' '.repeat(900)}|`).labels.length, 9);
    // For each colon, or from each space on, to look at all that stands there would take minutes.
    for (const much of ['"ab": 12, '.repeat(20_000), `M2:${' '.repeat(200_000)}x`]) {
      assert.deepEqual(offered(`[${much}|`).labels, []);
      assert.equal(offered(`[${much}] [|`).labels.length, 9);
    }
  });

  test('is told at once behind much white space', () => {
    const blank = '\n'.repeat(300_000);
    assert.deepEqual(offered(`${blank}|a b`).labels, []);
    assert.deepEqual(offered(`${blank}prom|${blank}`).labels, ['Promotion document for M1 to M2']);
  });

  test('in a bracket: citations, the target’s that are not cited yet first', () => {
    const { labels, written } = offered('[M2: Independent People Management] 2 cases\n\nAnd [|');
    assert.equal(labels.length, 9);
    assert.deepEqual(labels.slice(0, 5), [
      'M2: Building High-Performing Teams',
      'M2: Systems and Scale',
      'M2: Strategic Alignment and Stakeholder Management',
      'M2: Independent People Management',
      'M3: Developing Other Managers',
    ]);
    assert.ok(written?.endsWith('And [M2: Building High-Performing Teams]'));
  });

  test('in a bracket: what is cited without evidence before what has some, and what they are', () => {
    const evidenced = '## [M2: Independent People Management]\n\n2 cases\n\n';
    const cited = '## [M2: Systems and Scale]\n\n…\n\n## [M2: Building High-Performing Teams]\n\n';
    const { completions } = offered(`${evidenced}${cited}## [|`);
    assert.deepEqual(
      completions.slice(0, 5).map(({ label, detail }) => `${label}: ${detail}`),
      [
        'M2: Strategic Alignment and Stakeholder Management: not cited yet',
        'M2: Building High-Performing Teams: no evidence yet',
        'M2: Systems and Scale: no evidence yet',
        'M2: Independent People Management: evidenced',
        'M3: Developing Other Managers: another level',
      ],
    );
  });

  test('what stands in the bracket is replaced, with the bracket that closes it', () => {
    assert.ok(offered('A [scale|] b').written?.endsWith('A [M2: Independent People Management] b'));
  });

  test('right behind a citation: another one, and a citation of what stands in brackets before it', () => {
    const first = 'A [M3: Strategic Leadership]';
    for (const typed of ['[|', '[|]', '[M2: |', '[peop|']) {
      const { written } = offered(first + typed);
      assert.ok(written?.endsWith(`${first} [M2: Independent People Management]`), written);
    }
    for (const typed of ['[|', '[|]', '[M2: |]']) {
      const { written } = offered(`A [text]${typed}`);
      assert.ok(written?.endsWith('A [text][M2: Independent People Management]'), written);
    }
  });

  test('behind the number sign: signals', () => {
    const { labels, written } = offered('[m2: systems and scale #|]');
    assert.deepEqual(labels, ['#1', '#2', '#3', '#4', '#5']);
    assert.ok(written?.endsWith('[m2: systems and scale #1]'));
  });

  test('behind the number sign: with the bracket that closes it, so that one goes on behind it', () => {
    for (const text of [
      '[M2: Systems and Scale #|',
      '[M2: Systems and Scale #|]',
      '[M2: Systems and Scale #3|]',
    ]) {
      const [first] = offered(`${text} is`).completions;
      assert.equal(first?.text, '1]', text);
      assert.ok(offered(`${text} is`).written?.endsWith('\n[M2: Systems and Scale #1] is'), text);
    }
    assert.ok(offered('[M2: Systems and Scale #3| ] is').written?.endsWith('#1 ] is'));
  });

  test('behind the number sign of a name: the name', () => {
    const sharp = ladderWith(['M1 to M2'], ['C# and .NET', 'Hiring']);
    for (const [text, filter] of [
      ['[C#|]', '[C#[M2: C# and .NET]'],
      ['[M2: C#|]', 'C# and .NET'],
      ['[M2: C#|', '[M2: C#[M2: C# and .NET]'],
    ] as const) {
      const { written, filters } = offered(text, sharp);
      assert.ok(written?.endsWith('\n[M2: C# and .NET]'), text);
      assert.equal(filters[0], filter);
    }
    assert.deepEqual(offered('[M2: C# and .NET #|]', sharp).labels, ['#1', '#2']);
  });

  test('behind a level’s title too, and while the bracket is open', () => {
    const { filters, written } = offered('[Senior Engineering Manager: |');
    assert.ok(filters.includes('[Senior Engineering Manager: [M2: Systems and Scale]'));
    assert.ok(filters.includes('[M3: Strategic Leadership'));
    assert.ok(written?.endsWith('[M2: Independent People Management]'));
    assert.ok(
      offered('[Senior Engineering Manager: Sytm|').filters.includes(
        '[Senior Engineering Manager: Systems and Scale',
      ),
    );
    assert.equal(offered('[senior engineering manager: Systems and Scale #|').labels.length, 5);
  });

  test('those whose words were begun before those that only have the letters', () => {
    for (const [typed, ...names] of [
      ['team', 'Building High-Performing Teams'],
      ['perf team', 'Building High-Performing Teams'],
      ['teams build', 'Building High-Performing Teams'],
      [
        'man',
        'Independent People Management',
        'Strategic Alignment and Stakeholder Management',
        'Developing Other Managers',
      ],
      ['M3: man', 'Developing Other Managers'],
      ['sta', 'Strategic Alignment and Stakeholder Management'],
      ['senior align', 'Strategic Alignment and Stakeholder Management'],
      ['xyz'],
    ] as const) {
      // An editor puts first what begins with what was typed, in our order.
      const { completions } = offered(`[${typed}|`);
      assert.deepEqual(
        completions.filter(({ filter }) => filter.startsWith(`[${typed}`)).map(({ label }) => label.slice(4)),
        names,
        typed,
      );
    }
  });

  test('however what stands there is spelled: with escapes, references, backticks or typographic marks', () => {
    const names = ['Array[0] Thinking', 'Talks | Panels', '`git` Mastery', '"Owning" It', 'Work-life', 'R&D'];
    const among = ladderWith(['M1 to M2'], names);
    for (const [before, typed, name] of [
      ['', '[M2: Array\\[0', 'Array[0] Thinking'],
      ['', '[array\\[0\\] t', 'Array[0] Thinking'],
      ['A ¦\n--¦--\nB ¦ ', '[M2: Talks \\¦ P', 'Talks ¦ Panels'],
      ['', '[M2: `git', 'git Mastery'],
      ['', '[M2: `git` M', 'git Mastery'],
      ['', '[M2: “Own', '"Owning" It'],
      ['', '[M2: Work–', 'Work-life'],
      ['', '[M2: R&amp;', 'R&D'],
    ] as const) {
      const [start, end] = [before, typed].map((one) => one.replaceAll('¦', '|'));
      const text = `${head}${start}${end}`;
      const letters = [...(end ?? '')].map((one) => `\\u{${one.codePointAt(0)?.toString(16)}}`);
      // An editor leaves out what does not have the letters, in their order.
      const shown = new RegExp(letters.join('.*'), 'iu');
      const found = completionsAt(promotionOf(text, among), text.length).filter(({ filter }) =>
        shown.test(filter),
      );
      assert.deepEqual(
        found.map(({ label }) => label),
        [`M2: ${name.replaceAll('¦', '|')}`],
        typed,
      );
    }
  });

  test('in a citation that is there: its level, its name or its signal alone', () => {
    const level = offered('As [M3|: Systems and Scale #2] says');
    assert.deepEqual(level.labels, ['M2', 'M3']);
    assert.ok(level.written?.endsWith('As [M2: Systems and Scale #2] says'));
    const name = offered('As [M2: Systems| and Scale #2] says');
    assert.equal(name.labels.length, 4);
    assert.ok(name.written?.endsWith('As [M2: Independent People Management #2] says'));
    // All of them are offered, although the cursor stands behind a word that only one of them has.
    assert.ok(name.filters.every((filter) => filter.startsWith('Systems')));
    const signal = offered('As [m2: systems and scale #2|] says');
    assert.deepEqual(signal.labels, ['#1', '#2', '#3', '#4', '#5']);
    assert.ok(signal.written?.endsWith('As [m2: systems and scale #1] says'));
    assert.ok(offered('[the text][Senior Engineering Manager: Systems and| Scale]').labels.length === 4);
  });

  test('in a citation that is mistyped: what is like it, or all there is', () => {
    const typed = offered('[M2: Scal|e up]');
    assert.ok(typed.filters.includes('Systems and Scale'));
    const mistyped = offered('[M2: Sistems| and Scale]');
    assert.ok(mistyped.filters.includes('SistemsSystems and Scale'));
    assert.deepEqual(offered('[M9|: Systems and Scale]').filters, ['M9M2', 'M9M3']);
    // A name that has still to be written is completed as a whole.
    assert.equal(offered('[M2: |]').labels.length, 9);
  });

  test('in an empty document: all of it, for those who begin with a word too', () => {
    const empty = '---\npromotion: M1 to M2\n---\n';
    for (const text of [`${empty}|`, `${empty}\n|`, `${empty}\npro|\n`]) {
      const { completions, written } = offered(text);
      assert.deepEqual(
        completions.map(({ kind, label }) => [kind, label]),
        [['document', 'Promotion document for M1 to M2']],
      );
      assert.match(written ?? '', /^---\npromotion: M1 to M2\n---\n\n# \$\{1:‹Your name›\}/u);
    }
    for (const text of [
      `${empty}\none two|`,
      `${empty}|\n\nSomething`,
      empty.replace(/\n$/u, '|'),
      empty.replace(/\n$/u, '|\n'),
    ]) {
      assert.deepEqual(offered(text).labels, [], text);
    }
  });

  test('behind promotion: transitions, before there is a value', () => {
    const text = '---\npromotion:\n---\n';
    for (const [typed, first] of [
      [text, ' M1 to M2'],
      [text.replace(':', ': '), 'M1 to M2'],
      [text.replace(':', ': s'), 'M1 to M2'],
    ] as const) {
      const source = new SourceText(typed);
      const frontMatter = readFrontMatter(source) ?? assert.fail(typed);
      const offset = typed.indexOf('\n---\n', 4);
      const [completion] = promotionValuesAt(frontMatter, source, ladder, offset);
      assert.equal(completion?.text, first);
      assert.equal(completion?.range.end, offset);
      assert.deepEqual(promotionValuesAt(frontMatter, source, ladder, 2), []);
      assert.deepEqual(promotionValuesAt(frontMatter, source, ladder, offset + 3), []);
    }
  });

  test('behind promotion: before anything closes the front matter', () => {
    const values = ['M1 to M2', 'M2 to M3', 'M2', 'M3'];
    for (const [text, expected] of [
      ['---\npromotion: |', values],
      ['---\r\npromotion:|\r\n\r\nText.', values],
      ['--- \ntitle: "Mine: 2025"\n\nkey:\npromotion: M|\nSome prose.', values],
      ['---\npromotion: |\n# Title\n\n--- not a fence', values],
      ['---\npromotion: M2\n|', []],
      ['---\ntitle: |', []],
      ['---\n\nSome prose.\n\npromotion: |', []],
      ['---\n- a: b\npromotion: |', []],
      ['Text\n---\npromotion: |', []],
      ['promotion: |', []],
      ['|', []],
    ] as const) {
      const offset = text.indexOf('|');
      const source = new SourceText(text.replace('|', ''));
      const frontMatter = readFrontMatterAt(source, offset);
      const labels = frontMatter === undefined ? [] : promotionValuesAt(frontMatter, source, ladder, offset);
      assert.deepEqual(
        labels.map(({ label }) => label),
        expected,
        text,
      );
    }
  });

  test('behind promotion: transitions, then levels', () => {
    const { labels, written } = offered('---\npromotion: M1|\n---\n');
    assert.deepEqual(labels, ['M1 to M2', 'M2 to M3', 'M2', 'M3']);
    assert.equal(written, '---\npromotion: M1 to M2\n---\n');
    // A space brings up what is offered anew.
    for (const value of ['M1 to |', 'M1 |', '"M1 to |', "'M1 to |'", 'M1 to  | # soon', 'M1 to |# soon']) {
      const half = offered(`---\npromotion: ${value}\n---\n`);
      assert.equal(half.labels.length, 4, value);
      assert.match(half.written ?? '', /^---\npromotion: ["']?M1 to M2["']?(?: # soon)?\n---\n$/u);
    }
    for (const value of ['"M1 to M2" |', 'M1 to M2 # |', 'M1\n  to |', 'M1 to M2\n|']) {
      assert.deepEqual(offered(`---\npromotion: ${value}\n---\n`).labels, [], value);
    }
  });

  test('nothing in code, images, over lines, behind a closed bracket, or in other front matter', () => {
    for (const text of [
      '`[|`',
      '```\n[|\n```',
      '[M2: x] |',
      'See ![|',
      '[M2: Sys|tems\nand Scale]',
      'plain |',
      '---\npromotion: M1 to M2\ntitle: [|]\n---\n',
    ]) {
      assert.deepEqual(offered(text).labels, [], text);
    }
  });
});
