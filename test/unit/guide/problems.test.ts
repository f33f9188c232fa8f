import assert from 'node:assert/strict';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { runs } from '../support/effort';
import { guideOf } from '../support/files';

const capability = (name: string): string => `### ${name}

At M1, you try. At M2, you do.

**What this looks like:**

- It shows

**How to develop this:**

- Practise

`;

/** A guide that nothing is wrong with. */
const whole = `# Progression Guide: M1 to M2

Manager → Senior Manager

## Overview

More of it, and alone.

## The Core Shift

| M1 (Manager) | M2 (Senior Manager) |
|---|---|
| One team | Two teams |
| Asks | Answers |

*The fundamental question changes from 'Is it done?' to 'Is it right?'*

## Key Capabilities to Develop

${['1. Poise', '2. Reach', '3. Depth', '4. Care'].map(capability).join('')}## Common Pitfalls

**Hurry**

It shows.

**Hiding**

Nobody finds you.

## How to Demonstrate Readiness

Half a year of it.

### Build a Track Record

- Keep a log

### Self-Assessment Questions

1. Do I sleep?

When you can say 'yes', you are likely ready.

## Typical Timeline

Most take 2-3 years:

- Trust grows slowly

**Important: Staying is fine.**
`;

/** The problems of the guide with pieces of its text replaced, each with its line. */
function problemsWith(...changes: readonly (readonly [old: string, now: string])[]): readonly string[] {
  let text = whole;
  for (const [old, now] of changes) {
    assert.ok(text.includes(old), old);
    text = text.replace(old, now);
  }
  return problemsOf(text);
}

/** That a guide with these pieces replaced reads as it should, and what its problems are. */
function slipsWith(...changes: readonly (readonly [old: string, now: string])[]): readonly string[] {
  const text = changes.reduce((changed, [old, now]) => changed.replace(old, now), whole);
  assert.notEqual(text, whole);
  assert.deepEqual(readingOf(text), readingOf(whole));
  return problemsOf(text);
}

/** All that is read of a guide, apart from its lines and its problems. */
function readingOf(text: string): unknown {
  const { levels, transitions } = outlineJson(buildLadder([guideOf(text) ?? assert.fail('a guide')]));
  return JSON.parse(
    JSON.stringify({ levels, transitions }, (key, value: unknown) => (key === 'line' ? undefined : value)),
  );
}

function stepOf(text: string): ReturnType<typeof outlineJson>['transitions'][number] | undefined {
  return outlineJson(buildLadder([guideOf(text) ?? assert.fail('a guide')])).transitions[0];
}

function problemsOf(text: string): readonly string[] {
  const { problems, source } = guideOf(text) ?? assert.fail('a guide');
  return problems.map(({ range, message }) => `${source.lineNumberAt(range.start)}: ${message}`);
}

function firstSignal(text: string): { readonly line: number } | undefined {
  return outlineJson(buildLadder([guideOf(text) ?? assert.fail()])).levels[1]?.capabilities[0]?.signals[0];
}

/** The guide up to a heading. */
function upTo(heading: string): string {
  return whole.slice(0, whole.indexOf(heading));
}

/** The guide without what stands from one place to another. */
function without(start: string, end: string): string {
  return whole.replace(whole.slice(whole.indexOf(start), whole.indexOf(end)), '');
}

suite('problems in guides', () => {
  test('there are none where nothing is wrong', () => {
    assert.deepEqual(problemsOf(whole), []);
  });

  test('a heading that is misspelt is told of for its own step alone', () => {
    const next = whole.replaceAll('M2', 'M3').replaceAll('M1', 'M2');
    const misspelt = next.replace('## Overview\n\nMore', '## Overvew\n\n- More');
    const lacking = without('## Overview', '## The Core');
    const messages = problemsOf(`${lacking}\n${misspelt}`).map((line) => line.replace(/^\d+: /u, ''));
    assert.deepEqual(messages, [
      'The guide from M1 to M2 has no overview. Add an overview under the heading “Overview”.',
      '“Overvew” is not a part this reader knows. If it is an overview, call it “Overview”.',
    ]);
  });

  test('a part whose heading is of too low a rank is read and told of', () => {
    const told = (title: string): RegExp =>
      new RegExp(`^\\d+: This heading is of so low a rank .* “## ${title}”\\.$`, 'u');
    for (const title of ['Common Pitfalls', 'How to Demonstrate Readiness', 'Typical Timeline']) {
      const [problem = '', ...others] = slipsWith([`## ${title}`, `#### ${title}`]);
      assert.match(problem, told(title));
      assert.deepEqual(others, []);
    }
  });

  test('a story and a line on time below other parts have headings of low rank of their own', () => {
    const told = (sections: string): readonly string[] =>
      problemsOf(whole.replace('## Typical Timeline', `${sections}\n\n## Years`)).filter((line) =>
        line.includes('so low a rank'),
      );
    assert.deepEqual(told('## Anna’s Story\n\n### The Year\n\n#### Timeline\n\n- 2 years of ash'), []);
    assert.deepEqual(told('#### Timeline\n\nThe board meets each 6 months.'), []);
  });

  test('readiness whose heading has the rank of a pitfall is none', () => {
    const heading = '## How to Demonstrate Readiness';
    const ranked = /^\d+: This heading is of so low a rank .* “## How to Demonstrate Readiness”\.$/u;
    const inBold = /^\d+: Markdown reads this line as text\. .* “## How to Demonstrate Readiness”\.$/u;
    const headed = whole.replace('**Hurry**', '### Hurry').replace('**Hiding**', '### Hiding');
    for (const guide of [whole, headed]) {
      const lower = guide.replace('### Build', '#### Build').replace('### Self', '#### Self');
      for (const [text, expected] of [
        [guide.replace(heading, `#${heading}`), ranked],
        [lower.replace(heading, `#${heading}`), ranked],
        [guide.replace(heading, '**How to Demonstrate Readiness**'), inBold],
      ] as const) {
        assert.deepEqual(readingOf(text), readingOf(whole));
        const problems = problemsOf(text);
        assert.equal(problems.length, 1, text);
        assert.match(problems.join('\n'), expected);
      }
      const bare = `${heading}\n\nHalf a year of it.\n\n`;
      assert.deepEqual(
        problemsOf(guide.replace(bare, '')).map((line) => line.replace(/^\d+: /u, '')),
        [
          'Markdown puts this heading under the pitfalls. Put the heading of readiness before it: “## How to Demonstrate Readiness”.',
        ],
      );
    }
  });

  test('a pitfall that sounds like readiness, or has its own questions, is one', () => {
    const pitfall = '### Building a Portfolio\n\n- It shows.\n';
    const headed = whole.replace(/\*\*(Hurry|Hiding)\*\*/gu, '### $1');
    const text = headed.replace(/## How to[\s\S]*(?=## Typical)/u, '');
    const step = stepOf(text.replace('## Typical', `${pitfall}\n## Typical`));
    assert.equal(step?.pitfalls.length, 3);
    const check = '### Self-Check\n\n- Do I hide?\n- Do I run?\n\n';
    const checked = headed.replace('## How', `${check}## How`);
    assert.equal(stepOf(checked)?.pitfalls.length, 3);
  });

  test('a heading of the capabilities that has no higher rank than theirs holds them', () => {
    const told = /^18: This heading is of so low a rank .* “## Key Capabilities to Develop”\.$/u;
    for (const rank of ['###', '####']) {
      const [problem = '', ...others] = slipsWith(['## Key', `${rank} Key`]);
      assert.match(problem, told);
      assert.deepEqual(others, []);
    }
    // One that says more, or has a list of its own, names a capability.
    const named = whole.replace('## Key Capabilities to Develop', '### Key Capabilities of Boats\n\nAsk.');
    assert.deepEqual(
      problemsOf(named).filter((line) => told.test(line)),
      [],
    );
  });

  test('a heading of the pitfalls that has the rank of theirs holds them', () => {
    const headed = whole.replace(/\*\*(Hurry|Hiding)\*\*/gu, '### $1');
    const text = headed.replace('## Common', '### Common');
    assert.deepEqual(readingOf(text), readingOf(whole));
    assert.match(
      problemsOf(text).join('\n'),
      /^\d+: This heading is of so low a rank .* “## Common Pitfalls”\.$/u,
    );
    // Where pitfalls stand in bold, or numbers go on behind the heading, capabilities follow it.
    for (const behind of [
      whole.replace('## Common', '### Common').replace('## How', '### Breadth\n\nAsk.\n\n## How'),
      text.replace('### Hurry', '### 5. Hurry').replace('### Hiding', '### 6. Hiding'),
    ]) {
      const names = outlineJson(buildLadder([guideOf(behind) ?? assert.fail()])).levels[1]?.capabilities;
      assert.ok((names?.length ?? 0) > 4, behind);
    }
  });

  test('a capability below another part is one where it has the labels of the others', () => {
    const care = capability('4. Care');
    for (const place of ['## Common Pitfalls', '## How to Demonstrate Readiness']) {
      const moved = whole
        .replace(care, '')
        .replace(place, `## Typical Timeline\n\n2-3 years.\n\n${care}${place}`);
      const text = moved.slice(0, moved.lastIndexOf('## Typical Timeline'));
      const { capabilities = [] } =
        outlineJson(buildLadder([guideOf(text) ?? assert.fail()])).levels[1] ?? assert.fail();
      assert.deepEqual(
        capabilities.map(({ name, signals }) => [name, signals.length]),
        ['Poise', 'Reach', 'Depth', 'Care'].map((name) => [name, 1]),
      );
      assert.deepEqual(
        problemsOf(text)
          .filter((line) => line.includes('Move it'))
          .map((line) => line.replace(/^\d+: /u, '')),
        ['This capability stands under “Typical Timeline”. Move it to the other capabilities.'],
      );
    }
  });

  test('years and pitfalls with lists like those of capabilities are none', () => {
    const lists = '**What this looks like:**\n\n- It shows\n\n**How to develop this:**\n\n- Practise\n\n';
    const pitfalls = `### Hurry\n\n${lists}### Hiding\n\n${lists}`;
    const years = `Most take 2-3 years:\n\n### Year One\n\n${lists}### Year Two\n\n${lists}`;
    for (const text of [
      whole.replace(/\*\*Hurry\*\*[\s\S]*(?=## How)/u, pitfalls),
      whole.replace(/Most take 2-3 years:[\s\S]*/u, years),
      // Other labels are those of another thing.
      whole.replace('- Trust', `### Poise\n\n${lists.replace('What this looks like', 'Signals')}- Trust`),
    ]) {
      const [, level] = outlineJson(buildLadder([guideOf(text) ?? assert.fail()])).levels;
      assert.equal(level?.capabilities.length, 4, text);
    }
  });

  test('what each capability tells of is no part of the guide', () => {
    const text = whole
      .replace(/## Common Pitfalls\n[^#]*/u, '')
      .replaceAll('**How to develop this:**', '#### Pitfalls\n\nHaste.\n\n#### How to develop this');
    assert.deepEqual(
      problemsOf(text).filter((line) => line.includes('so low a rank')),
      [],
    );
  });

  test('a capability without lists stands behind one that has them, of the rank of all sections too', () => {
    const bare = '## 5. Breadth\n\nAt M1, you look. At M2, you see.\n\n## Common';
    const ranked = whole.replaceAll(/^### (?=\d)/gmu, '## ').replace('## Common', bare);
    assert.deepEqual(
      problemsOf(ranked).map((line) => line.replace(/^\d+: /u, '')),
      ['“Breadth” has no signals. List what it looks like under “**What this looks like:**”.'],
    );
    const decides = ranked.replace('5. Breadth', 'Who Decides');
    assert.deepEqual(problemsOf(decides), []);
  });

  test('a step that leads nowhere is told of by the ladder alone', () => {
    assert.deepEqual(problemsOf(whole.replaceAll('M2', 'M1').replace('Manager → Senior Manager\n', '')), []);
  });

  test('missing parts are told of once', () => {
    assert.deepEqual(problemsOf(without('## Common Pitfalls', '## How')), [
      '1: The guide from M1 to M2 has no pitfalls. Add pitfalls under the heading “Common Pitfalls”.',
    ]);
    assert.deepEqual(problemsOf(upTo('## Common Pitfalls')), [
      '1: The guide from M1 to M2 has no pitfalls, section on readiness or timeline. Add them under the headings “Common Pitfalls”, “How to Demonstrate Readiness” and “Typical Timeline”.',
    ]);
  });

  test('readiness that is empty is told of once', () => {
    assert.deepEqual(problemsOf(without('Half a year', '## Typical Timeline')), [
      '78: Nothing under this heading can be read as a section on readiness: say what shows readiness, what to keep a record of and what to ask oneself.',
    ]);
  });

  test('a record and questions that are empty are told of where they are announced', () => {
    const record = 'Nothing under this heading can be read as a track record: list what to keep a record of.';
    const questions =
      'Nothing under this heading can be read as self-assessment questions: list the questions to ask oneself.';
    assert.deepEqual(problemsWith(['- Keep a log\n\n', '']), [`82: ${record}`]);
    assert.deepEqual(problemsWith(['- Keep a log', '*(to be written)*']), [`82: ${record}`]);
    assert.deepEqual(problemsWith(['1. Do I sleep?\n\n', '']), [`86: ${questions}`]);
    // One of the contract's placeholders, no note of ours: TODO.
    assert.deepEqual(problemsWith(['1. Do I sleep?', 'TODO (Marit, next week)']), [`86: ${questions}`]);
    assert.deepEqual(
      problemsWith(['### Self-A', '**Self-A'], ['Questions\n\n1. Do I sleep?', 'Questions**']),
      [`86: ${questions}`],
    );
    assert.deepEqual(
      problemsWith(['### Build a Track Record\n\n- Keep a log', '**Track record.** What you keep.']),
      [`82: ${record}`],
    );
  });

  test('the rule behind questions is read where there are none yet', () => {
    for (const rule of ['If both answers are yes for a year, ask.', 'If you can say yes, ask.']) {
      const text = whole.replace(/1\. Do I sleep\?\n\n.*/u, rule);
      assert.equal(guideOf(text)?.transitions[0]?.readiness?.rule?.text, rule);
    }
  });

  test('placeholders are told of where nothing else stands', () => {
    const told = (word: string, what: string): string => `“${word}” stands here for ${what}.`;
    // Placeholders of the contract, no notes of ours: TODO.
    for (const word of ['TODO', 'TBD', 'tbd.', '…', '...', '‹name it›', 'TODO: ask Marit']) {
      assert.deepEqual(problemsWith(['- Keep a log', `- ${word}`]), [
        `84: ${told(word, 'a track record: list what to keep a record of')}`,
      ]);
    }
    assert.deepEqual(problemsWith(['1. Do I sleep?', '1. TBD\n2. TBD']), [
      `88: ${told('TBD', 'self-assessment questions: list the questions to ask oneself')}`,
    ]);
    assert.deepEqual(problemsWith(['More of it, and alone.', 'TBD']), [
      `7: ${told('TBD', 'an overview: say in a paragraph what the step is about')}`,
    ]);
    for (const time of ['TBD', '… years', '‹so many› years', '<n> years']) {
      assert.deepEqual(problemsWith(['2-3 years', time]), [
        `94: ${told(time.replace(' years', ''), 'a timeline: say how long the step typically takes')}`,
      ]);
    }
    // Likewise, and a sentence that only begins with the word: TODO.
    for (const item of ['- TODO\n- Keep a log', '- TODO lists']) {
      assert.deepEqual(problemsWith(['- Keep a log', item]), []);
    }
    assert.deepEqual(problemsWith(['Half a year of it.', 'TBD']), [
      `80: ${told('TBD', 'a section on readiness: say what shows readiness')}`,
    ]);
    assert.deepEqual(problemsWith(['| One team | Two teams |\n| Asks | Answers |', '| … | … |']), [
      `13: ${told('…', 'a core shift: say in each row what changes')}`,
    ]);
    assert.deepEqual(problemsWith(['Most take 2-3 years', 'Most <b>take</b> their time']), []);
    assert.deepEqual(problemsWith(['Most take 2-3 years', 'Most take 2-3 years, TBD by the board']), []);
  });

  test('a line that should be the heading of a missing part is told of where it stands', () => {
    const title = '## Common Pitfalls';
    const text =
      '68: Markdown reads this line as text, and the guide has no other pitfalls. Make it a heading: “## Common Pitfalls”.';
    for (const line of [
      '**Common Pitfalls**',
      'Common Pitfalls',
      `\\${title}`,
      `\u200b${title}`,
      '== Common Pitfalls ==',
      `#####${title}`,
    ]) {
      assert.deepEqual(problemsWith([title, line]), [text], line);
    }
    assert.deepEqual(problemsWith([`${title}\n\n`, 'Common Pitfalls\n']), [text]);
    assert.deepEqual(problemsWith(['- Practise\n\n## Common', '- Practise\n\n    ## Common']), [
      '68: Markdown reads this heading as part of the item above it, and the guide has no other pitfalls. Begin its line with the mark: “## Common Pitfalls”.',
    ]);
    assert.deepEqual(problemsWith(['## Typical Timeline', '    ## Typical Timeline']), [
      '92: Markdown reads this line as text, and the guide has no other timeline. Make it a heading: “## Typical Timeline”.',
    ]);
    // What a sentence says, what is crossed out or shown, and what a capability is called is no such line.
    const missing =
      '1: The guide from M1 to M2 has no pitfalls. Add pitfalls under the heading “Common Pitfalls”.';
    const lacking = without('## Common Pitfalls', '## How');
    for (const line of [
      'These are pitfalls we met',
      '<!-- ## Common Pitfalls -->',
      '```\n## Common Pitfalls\n```',
    ]) {
      assert.deepEqual(problemsOf(lacking.replace('## How', `${line}\n\n## How`)), [missing], line);
    }
    const inBold = lacking.replaceAll(/^### \d\. (.*)$/gmu, '**$1**').replace('Care', 'Pitfalls');
    assert.equal(guideOf(inBold)?.capabilities[3]?.name, 'Pitfalls');
    assert.deepEqual(problemsOf(inBold), [missing]);
  });

  test('a label that several capabilities have is no heading of a part', () => {
    const missing =
      '1: The guide from M1 to M2 has no pitfalls. Add pitfalls under the heading “Common Pitfalls”.';
    const labelled = '**Common pitfalls:**\n\n- Haste\n\n### ';
    const inEach = without('## Common Pitfalls', '## How').replaceAll(/### (?=[23])/gu, labelled);
    assert.deepEqual(problemsOf(inEach), [missing]);
    // It hides no line that should be one.
    assert.deepEqual(problemsOf(inEach.replace('## How', '**Pitfalls**\n\nHaste.\n\n## How')), [
      '76: Markdown reads this line as text, and the guide has no other pitfalls. Make it a heading: “## Pitfalls”.',
    ]);
  });

  test('the usual names of all parts are known where they should be headings', () => {
    for (const title of ['Key Capabilities to Develop', 'Common Pitfalls', 'Typical Timeline']) {
      const problems = problemsWith([`## ${title}`, title]).filter((line) => line.includes(`“## ${title}”`));
      assert.equal(problems.length, 1, title);
    }
  });

  test('boxes to tick behind a record are what one asks oneself', () => {
    const boxes = '- [ ] I sleep\n- [ ] I ask\n\n';
    const text = without('### Self-Assessment', '## Typical').replace('### Build a Track Record', 'Bring:');
    assert.deepEqual(problemsOf(text.replace('## Typical', `Then:\n\n${boxes}## Typical`)), []);
  });

  test('an empty capability beside a whole one is told of, whatever their section is called', () => {
    const text = without('### 1. Poise', '## Common').replace('## Key Capabilities to Develop', '## Leading');
    assert.deepEqual(problemsOf(text.replace('## Common', `${capability('Poise')}### Reach\n\n## Common`)), [
      '32: “Reach” has no signals. List what it looks like under “**What this looks like:**”.',
    ]);
  });

  test('a section on time whose heading sounds like capabilities is not told of as these', () => {
    const text = without('## Key Capabilities', '## Common Pitfalls')
      .replace('## Typical Timeline', '## Expectations on time')
      .replace('- Trust grows slowly', 'Trust grows slowly.');
    assert.deepEqual(problemsOf(text), [
      '1: The guide from M1 to M2 has no capabilities. Add capabilities under the heading “Key Capabilities to Develop”.',
    ]);
  });

  test('a table that cannot be read is told of once', () => {
    const oneColumn = whole.replace(/^\|([^|]*)\|.*\|$/gmu, '|$1|');
    assert.deepEqual(problemsOf(oneColumn), [
      '11: The core shift needs two columns, one for M1 and one for M2; this table has 1.',
    ]);
  });

  test('of numbers that do not count up, those are told of that are wrong', () => {
    const numbered = (...numbers: readonly number[]): readonly string[] =>
      problemsWith(
        ...['1. Poise', '2. Reach', '3. Depth', '4. Care'].map(
          (name, index) => [name, name.replace(/\d/u, `${numbers[index]}`)] as const,
        ),
      ).map((problem) => /“.*next/u.exec(problem)?.[0] ?? problem);
    assert.deepEqual(numbered(1, 2, 2, 4), ['“Depth” is numbered 2 where 3 is next']);
    assert.deepEqual(numbered(1, 1, 2, 3), ['“Reach” is numbered 1 where 2 is next']);
    assert.deepEqual(numbered(1, 2, 4, 5), ['“Depth” is numbered 4 where 3 is next']);
    assert.deepEqual(numbered(2, 3, 4, 5), ['“Poise” is numbered 2 where 1 is next']);
    assert.deepEqual(numbered(1, 3, 2, 4), [
      '“Reach” is numbered 3 where 2 is next',
      '“Depth” is numbered 2 where 3 is next',
    ]);
  });

  test('a name that is used twice is not told of as a number besides', () => {
    const twice = '“Poise” is named twice; only the first is read. Give this one a name of its own.';
    assert.deepEqual(problemsWith(['2. Reach', '2. Poise']), [`32: ${twice}`]);
    assert.deepEqual(problemsWith(['2. Reach', 'Poise']), [`32: ${twice}`]);
    assert.deepEqual(problemsWith(['### 2. Reach', `${capability('1. Poise')}### 2. Reach`]), [
      `32: ${twice}`,
    ]);
  });

  test('a heading without a space, or right below a tag, is read as one', () => {
    const text =
      'Markdown reads this line as text. To make it a heading, put an ordinary space behind the #.';
    assert.deepEqual(slipsWith(['# Progression', '#Progression']), [`1: ${text}`]);
    assert.deepEqual(slipsWith(['### 2.', '###2.']), [`32: ${text}`]);
    assert.deepEqual(slipsWith(['## Common Pitfalls\n\n**Hurry**\n', '##Common Pitfalls\n**Hurry**\n']), [
      `68: ${text}`,
    ]);
    assert.deepEqual(slipsWith(['### 2. Reach\n', '<details>\n### 2. Reach']), [
      '33: Markdown reads this heading as part of the HTML above it. Put an empty line between them.',
    ]);
    // What is a tag, a rank or hidden is no heading.
    for (const line of ['#hiring #Ladder', '#1 is to sleep', '<!--\n### 5. Later\n-->', '\\##Common']) {
      assert.deepEqual(problemsWith(['More of it', `${line}\n\nMore of it`]), []);
    }
  });

  test('a heading right below a tag is read without the marks of Markdown', () => {
    const text = whole.replace('### 2. Reach', '<div>\n### 2. **Reach** &amp; Pull ##');
    assert.equal(guideOf(text)?.capabilities[1]?.name, 'Reach & Pull');
  });

  test('a table that an empty line breaks, or without its line of dashes, is read as one', () => {
    const parted =
      'Markdown reads this row as text, since something parts it from its table. Put it right below the row above.';
    assert.deepEqual(slipsWith(['| Asks', '\n| Asks']), [`15: ${parted}`]);
    assert.deepEqual(slipsWith(['|---|---|\n', '|---|---|\n\n']), [`14: ${parted}`]);
    assert.deepEqual(problemsWith(['| Asks | Answers |\n', '\n| Asks | Answers |\n\n| Waits | Acts |\n']), [
      `15: ${parted}`,
      `17: ${parted}`,
    ]);
    const pipe = whole.replace('|---|---|\n', '').replace('One team', 'One \\| half a team');
    assert.deepEqual(guideOf(pipe)?.transitions[0]?.shifts, []);
    assert.deepEqual(slipsWith(['| Answers |\n', '| Answers |\n\n| [Before](a.md) | [Next](b.md) |\n']), []);
    assert.deepEqual(problemsWith(['## Common', '| a line of its own |\n\n## Common']), []);
    const noTable = 'Markdown reads this table as text. Below its header it needs a line “|---|---|”.';
    assert.deepEqual(slipsWith(['|---|---|\n', '']), [`11: ${noTable}`]);
    const [above, noHeader] = [
      '| M1 (Manager) | M2 (Senior Manager) |\n',
      'an empty line stands below its header',
    ];
    assert.deepEqual(slipsWith([above, `${above}\n\n`]), [
      `11: Markdown reads this table as text, since ${noHeader}. Take out the empty line between the header and the line of dashes.`,
    ]);
    // Elsewhere a line between pipes is no header of the table below it.
    for (const [old, line] of [
      [above, '| a line |\n\n'],
      ['|---|---|\n', '\n'],
    ] as const) {
      assert.ok(!problemsWith([old, line]).some((told) => told.includes(noHeader)), line);
    }
    const unlike = (cells: string, mend: string): string =>
      `11: Markdown reads this table as text, since its header has ${cells}. ${mend}.`;
    for (const line of ['|---|\n', '|---|---|---|\n']) {
      assert.deepEqual(slipsWith(['|---|---|\n', line]), [
        unlike(
          `2 cells and the line of dashes below it ${(line.length / 4) | 0}`,
          'Make that line “|---|---|”',
        ),
      ]);
    }
    const [header, short, long] = [
      '| M1 (Manager) | M2 (Senior Manager) |',
      '| M1 (Manager) |',
      '| A | B | C |',
    ];
    assert.deepEqual(slipsWith([header, short]), [
      unlike('1 cell and the line of dashes below it 2', 'Give the header as many'),
    ]);
    assert.deepEqual(problemsWith([header, long]).slice(0, 1), [
      unlike('3 cells and the line of dashes below it 2', 'Give the header as many'),
    ]);
  });

  test('a list whose bullets are other dashes, or have no space behind them, is read as one', () => {
    const noList =
      'Markdown reads these lines as text. To make them a list, begin each with “-” and an ordinary space.';
    const two = whole.replace('- Keep a log\n', '- Keep a log\n- Keep letters\n');
    for (const dash of ['-', '– ', '— ']) {
      const text = two.replace('- Keep a', `${dash}Keep a`).replace('- Keep l', `${dash}Keep l`);
      assert.deepEqual(readingOf(text), readingOf(two));
      assert.deepEqual(problemsOf(text), [`84: ${noList}`]);
    }
  });

  test('an item behind a bullet that Markdown does not know is read as one', () => {
    const signals = '- It shows\n- It stays with you so\n  for half a year\n- It is seen\n\n**How';
    const three = whole
      .replace('- It shows\n\n**How', signals)
      .replace('sleep?\n', 'sleep?\n2. Do I eat at work?\n');
    for (const mark of ['•', '·', '▪', '◦', '–', '—']) {
      const told = `Markdown reads this line as part of the item above it. Begin it like the other items, and not with “${mark}”.`;
      for (const [item, line] of [
        ['- It stays', 27],
        ['2. Do I', 92],
      ] as const) {
        const text = three.replace(item, item.replace(/^\S+/u, mark));
        assert.deepEqual(readingOf(text), readingOf(three), text);
        assert.deepEqual(problemsOf(text), [`${line}: ${told}`]);
      }
    }
    // A signature, a sentence that goes on, what is listed below an item, and several such lines are no slips.
    for (const item of [
      'It shows.\n— Anna of the Seven Seas',
      'It shows\n– and it does so for long –',
      'It shows:\n• It lasts for a year',
      'It shows\n  • It lasts for a year',
      'It shows\n• It lasts for a year\n• It is seen',
    ]) {
      const read = guideOf(whole.replace('- It shows', `- ${item}`));
      assert.deepEqual(
        read?.capabilities[0]?.signals.map(({ text }) => text),
        [item.replace(/\n\s*/gu, ' ')],
      );
    }
  });

  test('an item without a space behind its bullet is read as one', () => {
    const noItem = 'Markdown reads this line as part of the item above it. Put an ordinary space behind its';
    const noLine =
      'Markdown reads this line as text. To make it an item of a list, put an ordinary space behind its';
    const noLines =
      'Markdown reads these lines as text. To make them a list, put an ordinary space behind their';
    const signals = '- It shows\n- It stays so for\n  half a year\n- It is seen\n\n**How';
    const three = whole
      .replace('- It shows\n\n**How', signals)
      .replace('sleep?\n', 'sleep?\n2. Do I eat?\n')
      .replace('2-3 years:', '2-3 years. This allows for:');
    for (const [old, now, ...told] of [
      ['- It stays', '-It stays', `27: ${noItem} “-”.`],
      ['- It stays so for\n  half', '-It stays so for\nhalf', `27: ${noItem} “-”.`],
      ['- It is', '-\u00a0It is', `29: ${noItem} “-”.`],
      [
        signals,
        signals.replaceAll('- It is', '-It is').replace('- It stays', '-It stays'),
        '27: Markdown reads these lines as part of the items above them. Put an ordinary space behind their “-”.',
      ],
      ['- It shows', '-It shows', `26: ${noLine} “-”.`],
      ['- It shows', '-\u00a0It shows', `26: ${noLine} “-”.`],
      ['\n\n- It shows', '\n-It shows', `25: ${noLine} “-”.`],
      [signals, signals.replace(/^- /gmu, '*').replace('  half', 'half'), `26: ${noLines} “*”.`],
      ['- Practise', '-Practise', `33: ${noLine} “-”.`],
      ['- Practise', '+Practise', `33: ${noLine} “+”.`],
      ['2. Do', '2.Do', `92: ${noItem} “2.”.`],
      ['1. Do I sleep?\n2. Do', '1.Do I sleep?\n2.Do', `91: ${noLines} numbers.`],
      ['1. Do I sleep?\n2. Do', '1.Do I sleep?\n2. Do', `91: ${noLines} numbers.`],
      ['- Trust', '-Trust', `100: ${noLine} “-”.`],
      ['- Keep', '-[ ] Keep', `87: ${noLine} “-”.`],
    ] as const) {
      const text = three.replace(old, now);
      assert.notEqual(text, three);
      assert.deepEqual(readingOf(text), readingOf(three), now);
      assert.deepEqual(problemsOf(text), told, now);
    }
    assert.equal(firstSignal(three.replace('- It shows', '-It shows'))?.line, 26);
    const parted = three.replace('- It is seen', '\n-It is seen by all of them');
    assert.deepEqual(problemsOf(parted), [
      '30: Markdown reads this line as text. If it is an item of the list above, put an ordinary space behind its “-”.',
    ]);
    const hard = three.replace('- It is seen', '\n-\u00a0It is seen');
    assert.deepEqual(readingOf(hard), readingOf(three));
  });

  test('a section that has the rank of the title leaves the others theirs', () => {
    assert.deepEqual(slipsWith(['## Common Pitfalls', '# Common Pitfalls']), [
      '68: A guide has one title; this second one is read as a section. Make it a lower heading: “## Common Pitfalls”.',
    ]);
    assert.deepEqual(slipsWith(['### 3. Depth', '# 3. Depth']), [
      '44: A guide has one title; this second one is read as a section. Make it a lower heading: “## 3. Depth”.',
    ]);
  });

  test('a guide that was pasted twice is read once', () => {
    const sectionsBesideTitle = whole.replace(/^##/gmu, '#');
    for (const once of [whole, sectionsBesideTitle]) {
      const text = `${once}\n${once}`;
      assert.deepEqual(readingOf(text), readingOf(once));
      assert.deepEqual(problemsOf(text), [
        '100: The guide from M1 to M2 stands here once more; only the first is read. Remove one of the two.',
      ]);
    }
  });

  test('a code block or a comment that is not closed is told of, and not what it hides', () => {
    const told = (what: string, close: string): string =>
      `This ${what} is not closed, so that nothing below it is read. Close it with “${close}”.`;
    assert.deepEqual(problemsWith(['### 3.', '```\n\n### 3.']), [`44: ${told('code block', '```')}`]);
    assert.deepEqual(problemsWith(['## Common', '~~~~ md\n## Common']), [
      `68: ${told('code block', '~~~~')}`,
    ]);
    assert.deepEqual(problemsWith(['## Typical', '<!-- later\n\n## Typical']), [
      `92: ${told('comment', '-->')}`,
    ]);
    assert.deepEqual(problemsOf(`${whole}\n\`\`\`md\n# Heading\n\`\`\`\n`), []);
    assert.deepEqual(problemsOf(`${whole}\n<!--\n# Heading\n-->`), []);
  });

  test('a code block or a comment that ends with another one is told of where it begins', () => {
    const told = (what: string, close: string): string =>
      `This ${what}, so that what stands between is not read. Close it with “${close}”.`;
    for (const fence of ['```', '~~~~']) {
      const code = `${fence}\nx\n${fence}\n`;
      const open = whole.replace('## Common', `${fence}yaml\nx\n\n## Common`);
      for (const text of [open.replace('## Typical', `${code}\n## Typical`), `${open}\n${code}`]) {
        const line = text.split('\n').indexOf(fence) + 1;
        assert.deepEqual(problemsOf(text), [
          `68: ${told(`code block ends only where another one does, on line ${line}`, fence)}`,
        ]);
      }
    }
    const comment = ['## Typical', '<!-- 2022 -->\n\n## Typical'] as const;
    assert.deepEqual(problemsWith(['## Common', '<!-- later\n\n## Common'], comment), [
      `68: ${told('comment ends only where another one does, on line 94', '-->')}`,
    ]);
  });

  test('code and comments that hold headings on purpose are not told of', () => {
    for (const text of [
      '<!--\n## Old\n\n<!-- 2022 -->\n\n-->\n',
      '<!-- old <!-- 2022 -->\n',
      '```\n## Common Pitfalls\n```\n',
      '```md\n## Common Pitfalls\n```\n\n```\nx\n',
      '```sh\n## Build\nmake\n```\n\n```\nx\n',
    ]) {
      assert.deepEqual(problemsOf(`${whole}\n${text}`), [], text);
    }
  });

  test('of an example of a section and a code block that is not closed, the latter is told of', () => {
    const example = '```\n## Track Record\n\n- Keep a log\n```\n\nAs above.\n\n';
    for (const text of [
      example,
      example.replace('Keep a log\n', 'Keep a log\n\n'),
      example.replace('\n\nAs above', '\nAs above'),
    ]) {
      const line = whole.split('\n').length + text.split('\n').length - 1;
      assert.deepEqual(problemsOf(`${whole}${text}\`\`\`\n## More\n`), [
        `${line}: This code block is not closed, so that nothing below it is read. Close it with “\`\`\`”.`,
      ]);
    }
    assert.deepEqual(problemsOf(`${whole}${example}\`\`\`\nx\n`), []);
  });

  test('of a merge that was left unfinished nothing else is told', () => {
    const merge =
      'A merge was left unfinished here. Keep one of the two versions, and delete the lines of <<<<<<<, ======= and >>>>>>>.';
    assert.deepEqual(
      problemsWith([
        'At M1, you try.',
        '<<<<<<< HEAD\nAt M1, you try.\n=======\nAt M1, we try.\n>>>>>>> main\n',
      ]),
      [`22: ${merge}`],
    );
    assert.deepEqual(
      problemsWith(
        ['# Prog', '<<<<<<< HEAD\n# Prog'],
        ['M1 to M2\n', 'M1 to M2\n=======\n# Guide\n>>>>>>> main\n'],
        ['- Keep a log', '<<<<<<< HEAD\n- Keep a log\n=======\n>>>>>>> main'],
      ),
      [`1: ${merge}`, `88: ${merge}`],
    );
  });

  test('a capability in bold among such with headings is read as one', () => {
    const bold = (line: number, heading: string): string =>
      `${line}: The capability before this one has a heading, and this one a bold line. Make it a heading too: “${heading}”.`;
    assert.deepEqual(slipsWith(['### 2. Reach', '**2. Reach**']), [bold(32, '### 2. Reach')]);
    assert.deepEqual(slipsWith(['### 4. Care', '**4. Care:**'], ['### 3. Depth\n', '**3. Depth**']), [
      bold(44, '### 3. Depth'),
      bold(55, '### 4. Care'),
    ]);
    const unnumbered = whole.replace(/^### \d\. /gmu, '### ');
    const text = unnumbered.replace('### Care', '**Care**');
    assert.deepEqual(readingOf(text), readingOf(unnumbered));
    assert.deepEqual(problemsOf(text), [bold(56, '### Care')]);
    const headed = whole.replace(/^\*\*(What|How)(.*):\*\*$/gmu, '#### $1$2');
    assert.deepEqual(readingOf(headed.replace('### 2. Reach', '**2. Reach**')), readingOf(headed));
    const own = whole
      .replaceAll('What this looks like:', 'On good days')
      .replaceAll('How to develop this:', 'On others');
    assert.deepEqual(readingOf(own.replace('### 2. Reach', '**2. Reach**')), readingOf(own));
  });

  test('the marks of a merge are part of nothing', () => {
    const merged = (ours: string, theirs: string): string =>
      `<<<<<<< HEAD\n${ours}=======\n${theirs}>>>>>>> main\n`;
    for (const [text, now, unmarked] of [
      ['- Keep a log\n', merged('- Keep a log\n', '- Keep letters\n'), '- Keep a log\n- Keep letters\n'],
      [
        '| Asks | Answers |\n',
        merged('| Asks | Answers |\n', '| Begs | Gives |\n'),
        '| Asks | Answers |\n| Begs | Gives |\n',
      ],
      ['| Asks | Answers |\n', merged('', '| Asks | Answers |\n'), '| Asks | Answers |\n'],
      ['Half a year of it.\n', merged('Half a year of it.\n', ''), 'Half a year of it.\n'],
      ['Half a year of it.\n', merged('Half a year of it.\n||||||| base\n', ''), 'Half a year of it.\n'],
      ['- Keep a log\n', '- Keep a log\n<<<<<<< HEAD\n=======\n', '- Keep a log\n'],
    ] as const) {
      for (const lineBreak of ['\n', '\r\n']) {
        const conflict = whole.replace(text, now).replaceAll('\n', lineBreak);
        assert.deepEqual(readingOf(conflict), readingOf(whole.replace(text, unmarked)), now);
      }
    }
    const keep = whole.replace('- Keep a log\n', '<<<<<<< HEAD\n=======\n- Keep a log\n>>>>>>> main\n');
    const [step] = outlineJson(buildLadder([guideOf(keep) ?? assert.fail()])).transitions;
    assert.deepEqual(step?.trackRecord, [{ text: 'Keep a log', line: 86 }]);
  });

  test('a line that a merge left behind is told of, and part of nothing', () => {
    const left = 'This line looks like one that a merge left behind. Delete it.';
    const lines = whole.replaceAll('\n', '\r\n');
    const parted = lines.replace('| One team', '=======\r\n| One team');
    assert.deepEqual(readingOf(parted), readingOf(lines));
    assert.deepEqual(problemsOf(parted), [`13: ${left}`]);
    for (const mark of ['<<<<<<< HEAD', '=======', '>>>>>>> main']) {
      for (const text of ['- Keep a log', '| One team | Two teams |', '', '- Trust grows slowly']) {
        const slipped = text === '' ? `${whole}\n${mark}\n` : whole.replace(text, `${text}\n${mark}`);
        assert.deepEqual(readingOf(slipped), readingOf(whole), mark);
        const at = slipped.split('\n').indexOf(mark) + 1;
        assert.deepEqual(problemsOf(slipped), [`${at}: ${left}`], text);
      }
    }
    for (const text of [
      '~~~\n=======\n~~~',
      'One\n=======',
      '>>>>>>>> Two',
      '>>>>>>> Three\n>>>>>> Two',
      '> Two\n>>>>>>> Three',
      '=======\n\n=======',
      '<<<<<<<<',
    ]) {
      assert.deepEqual(
        problemsOf(`${whole}\n${text}\n`).filter((told) => told.includes('merge')),
        [],
        text,
      );
    }
  });

  test('places that name the levels otherwise are told of once each', () => {
    assert.deepEqual(problemsWith(['M1 (Manager) | M2 (Senior', 'M2 (Manager) | M3 (Senior']), [
      '11: The table’s header names M2 and M3, but the guide leads from M1 to M2. Make them agree.',
    ]);
    assert.deepEqual(problemsWith(['| M2 (Senior Manager)', '| M1 (Senior Manager)']), [
      '11: The table’s header names M1 and M1, but the guide leads from M1 to M2. Make them agree.',
    ]);
    assert.deepEqual(
      problemsWith(['| M1 (Manager) | M2 (Senior Manager) |', '| M2 (Senior Manager) | M1 (Manager) |']),
      [
        '11: The table’s header names M2 before M1, but the guide leads from M1 to M2. Turn one of them around.',
      ],
    );
  });

  test('a place that names three levels leaves the step to the others', () => {
    const text = whole
      .replace('| M1 (Manager) | M2 (Senior Manager) |\n|---|---|', '| M3 | M4 | M5 |\n|---|---|---|')
      .replaceAll('At M1, you try. At M2,', 'At M3, you try. At M4,');
    assert.ok(
      problemsOf(text).includes(
        '11: The table’s header names M3 and M4 and M5, but the guide leads from M1 to M2. Make them agree.',
      ),
      problemsOf(text).join('\n'),
    );
  });

  test('labels of the rank of the capability they stand in are its own', () => {
    assert.deepEqual(slipsWith(['**What this looks like:**', '### What this looks like']), []);
  });

  test('a second table of another step is told of and not read', () => {
    const second = (header: string): readonly string[] =>
      problemsWith(['\n*The fund', `\n${header}\n|---|---|\n| Waits | Acts |\n\n*The fund`]);
    assert.deepEqual(second('| M2 (Senior Manager) | M3 (Director) |'), [
      '16: This table’s header names M2 and M3, but the guide leads from M1 to M2, so that its rows are not read. Make them agree, or take the table out.',
    ]);
    assert.deepEqual(second('| M1 | M2 |'), []);
    // What the first table says as well is told of there.
    const copied = whole
      .replace('M1 to M2', 'M2 to M3')
      .replace('\n*The fund', '\n| M1 | M2 |\n|---|---|\n| Waits | Acts |\n\n*The fund');
    assert.equal(problemsOf(copied).length, 1);
    assert.equal(guideOf(copied)?.transitions[0]?.shifts.length, 3);
  });

  test('of the places that name the levels, the one is told of that all others contradict', () => {
    const told = (title: string): string =>
      `1: The title names ${title}, but the table’s header and the capabilities speak of M1 and M2. Make them agree.`;
    assert.deepEqual(problemsWith(['M1 to M2', 'M2 to M3']), [told('M2 and M3')]);
    assert.deepEqual(problemsWith(['M1 to M2', 'M1 to MM2']), [told('M1 and MM2')]);
    assert.deepEqual(
      problemsWith(['M1 to M2', 'M2 to M3'], ['More of it', 'From M1 to M2 there is more of it']),
      [told('M2 and M3')],
    );
    assert.deepEqual(problemsWith(['M1 to M2', 'M2 to M1'], ['Manager → Senior Manager\n', '']), [
      '1: The title names M2 before M1, but the table’s header and the capabilities name M1 first. Turn one of them around.',
    ]);
    assert.deepEqual(problemsWith(['Manager → Senior Manager', 'Trainee → Manager']), [
      '3: The subtitle calls M1 “Trainee”, which is “Manager” in the table’s header. Use one title.',
      '3: The subtitle calls M2 “Manager”, which is “Senior Manager” in the table’s header. Use one title.',
    ]);
    assert.deepEqual(problemsWith(['Manager → Senior Manager', 'Manger → Senior Manager']), [
      '3: The subtitle calls M1 “Manger”, which is “Manager” in the table’s header. Use one title.',
    ]);
    // Of two that stand nowhere else either may be right.
    assert.deepEqual(problemsWith(['Manager → Senior', 'Keeper → Senior'], ['(Manager)', '(Warden)']), [
      '11: The table’s header calls M1 “Warden”, which is “Keeper” in the subtitle. Use one title.',
    ]);
    assert.deepEqual(problemsWith(['(Manager)', '(Manger)']), [
      '11: The table’s header calls M1 “Manger”, which is “Manager” in the subtitle. Use one title.',
    ]);
  });

  test('titles that are cut short alike differ in nothing', () => {
    const inFull = ['Manager → Senior Manager', 'Senior Engineer → Staff Engineer'] as const;
    const header = '| M1 (Manager) | M2 (Senior Manager) |';
    assert.deepEqual(problemsWith(inFull, [header, '| M1 (Senior) | M2 (Staff) |']), []);
    assert.deepEqual(problemsWith(inFull, [header, '| M1 (Senior) | M2 (Staff Engineer) |']), [
      '11: The table’s header calls M1 “Senior”, which is “Senior Engineer” in the subtitle. Use one title.',
    ]);
  });

  test('titles that differ are told of with the place that counts', () => {
    assert.deepEqual(problemsWith(['| M2 (Senior Manager)', '| M2 (Lead)']), [
      '11: The table’s header calls M2 “Lead”, which is “Senior Manager” in the subtitle. Use one title.',
    ]);
    assert.deepEqual(problemsWith(['Manager → Senior Manager', 'Senior Manager → Manager']), [
      '11: The table’s header gives M1 and M2 each other’s titles: M1 is “Manager” here and “Senior Manager” in the subtitle. Turn one of them around.',
    ]);
  });

  test('rows that lack a cell, or what is in it, are told of together', () => {
    assert.deepEqual(
      problemsWith(['(Senior Manager) |\n|---|---|', '(Senior Manager) | Notes |\n|---|---|---|']),
      ['13: This row and the one on line 14 have 2 cells where the header has 3: add what is missing.'],
    );
    const rows = (count: number) => '| One | team | Two teams |\n'.repeat(count);
    assert.deepEqual(
      [3, 7].map((count) => problemsWith(['| One team | Two teams |\n', rows(count)])[0]?.split(' have ')[0]),
      [
        '13: This row and those on lines 14 and 15',
        '13: This row and those on lines 14, 15, 16, 17, 18 and 1 more',
      ],
    );
    assert.deepEqual(problemsWith(['| One team | Two teams |', '| One team | Two | teams |']), [
      '13: This row has 3 cells where the header has 2: write a pipe inside a cell as \\|, or take out what is too much.',
    ]);
    const surplus =
      '13: This row and the one on line 14 have 3 cells where the header has 2: give the header what it lacks.';
    const before = whole.replace('| Asks | Answers |', '| Asks at times | Answers at times |');
    for (const text of [
      before.replace('| One', '| Team | One').replace('| Asks', '| Speech | Asks'),
      before
        .replace('Two teams |', 'Two teams | x |')
        .replace('Answers at times |', 'Answers at times | see 2 |'),
    ]) {
      assert.deepEqual(readingOf(text), readingOf(before));
      assert.deepEqual(problemsOf(text), [surplus]);
    }
    assert.deepEqual(problemsWith(['| Two teams |', '| |'], ['| Asks |', '|  |']), [
      '13: This row has nothing for M2: say what is so there, or leave the row out.',
      '14: This row has nothing for M1: say what is so there, or leave the row out.',
    ]);
  });

  test('bold text that is not closed is read as bold', () => {
    const noBold = 'Markdown reads the ** here as text. Close it, and put no space between it and the words.';
    assert.deepEqual(slipsWith(['**Hiding**', '**Hiding']), [`74: ${noBold}`]);
    assert.deepEqual(slipsWith(['**Hiding**', '** Hiding **']), [`74: ${noBold}`]);
    assert.deepEqual(slipsWith(['**Hiding**\n', '**Hiding']), [`74: ${noBold}`]);
    assert.deepEqual(slipsWith(['**What this looks like:**', '**What this looks like:']), [`24: ${noBold}`]);
    const pitfalls = (line: string) =>
      guideOf(
        whole.replace(/\*\*Hurry.*you\./su, `${line}\n\n**Hiding.** Nobody finds you.`),
      )?.transitions[0]?.pitfalls.map(({ name, text }) => `${name}: ${text}`);
    assert.deepEqual(pitfalls('** Hurry. ** It shows.'), ['Hurry: It shows.', 'Hiding: Nobody finds you.']);
    assert.deepEqual(pitfalls('**Hurry. It shows.'), ['Hiding: Nobody finds you.']);
  });

  test('a capability that says less than others is told of', () => {
    assert.deepEqual(problemsWith(['### 2. Reach\n\nAt M1, you try. At M2, you do.', '### 2. Reach']), [
      '32: “Reach” has no first paragraph, which others have. Say in one what it asks for.',
    ]);
    assert.deepEqual(problemsOf(whole.replace(/(?<=2\. Reach\n\n).*?\n\n(.*?)\*\*How.*?(?=###)/su, '$1')), [
      '32: “Reach” has no first paragraph or practices, which others have. Say in one what it asks for. List them under “**How to develop this:**”.',
    ]);
    assert.deepEqual(problemsOf(whole.replaceAll('**How to develop this:**\n\n- Practise\n\n', '')), []);
  });

  test('a list below the label of the other, and text below a label, are told of there', () => {
    const [looks, develop] = ['**What this looks like:**', '**How to develop this:**'];
    assert.deepEqual(problemsWith([develop, looks]), [
      '28: “What this looks like” stands twice in “Poise”, so that both lists are read as signals. Label the practices “**How to develop this:**”.',
    ]);
    assert.deepEqual(problemsWith([looks, develop]), [
      '28: “How to develop this” stands twice in “Poise”, so that both lists are read as practices. Label the signals “**What this looks like:**”.',
    ]);
    const mend = 'Make a list of what stands there: begin each of its lines with “-”.';
    assert.deepEqual(problemsWith(['- It shows', 'It shows\nand grows']), [
      `24: Nothing under this label can be read as signals of “Poise”. ${mend}`,
    ]);
    assert.deepEqual(problemsWith(['- Practise', 'Practise it.']), [
      `28: Nothing under this label can be read as practices of “Poise”. ${mend}`,
    ]);
    assert.deepEqual(problemsWith(['- It shows\n\n', '']), [
      '20: “Poise” has no signals. List what it looks like under “**What this looks like:**”.',
    ]);
    // Two labels may divide one list, and a guide without practices has none to label.
    assert.deepEqual(problemsOf(whole.replaceAll(develop, looks)), []);
    const three = ['1. Poise', '2. Reach', '3. Depth'].map((name) => capability(name));
    const inText = three.map((one) => one.replace('- Practise', 'Practise it.'));
    assert.deepEqual(problemsWith(...three.map((one, index) => [one, inText[index] ?? ''] as const)), []);
  });

  test('placeholders for the lists of a capability are told of', () => {
    // One of the contract's placeholders, no note of ours: TODO.
    const placeholder = 'TODO';
    assert.deepEqual(problemsWith(['- It shows', `- ${placeholder}`]), [
      `26: “${placeholder}” stands here for the signals of “Poise”: list what it looks like.`,
    ]);
    assert.deepEqual(problemsWith(['- Practise', '- TBD']), [
      '30: “TBD” stands here for the practices of “Poise”: list how to develop it.',
    ]);
    assert.deepEqual(problemsWith(['- It shows', `- It shows\n- ${placeholder}`]), []);
  });

  test('a capability that speaks of one level twice, or of one without its name, is told of', () => {
    assert.deepEqual(problemsWith(['At M2, you do', 'At M1, you do']), [
      '22: “Poise” says twice what is so at M1, and not what is so at M2. Name M2 in one of the two.',
    ]);
    assert.deepEqual(problemsWith(['At M1, you try', 'At M2, you try']), [
      '22: “Poise” says twice what is so at M2, and not what is so at M1. Name M1 in one of the two.',
    ]);
    assert.deepEqual(problemsWith(['At M2, you do', 'At , you do']), [
      '22: “Poise” has “At ,” without a level here, and does not say what is so at M2. Write “At M2,”.',
    ]);
    assert.deepEqual(problemsWith(['At M2, you do.', 'It pays off.']), []);
    assert.deepEqual(problemsWith(['At M2, you do.', 'At M2, you do. At M1, nobody asks.']), []);
    // Who tells of one level in two sentences each time means to.
    assert.deepEqual(problemsOf(whole.replaceAll('At M1, you try', 'At M2, you also try')), []);
    assert.deepEqual(problemsWith(['At M1, you try', 'At M2, you try. At M2, you fail']), []);
    const two = without('### 3. Depth', '## Common').replace('At M1, you try', 'At M2, you also try');
    assert.deepEqual(problemsOf(two), []);
    // It hides no other slip of the kind.
    assert.deepEqual(
      problemsWith(['At M2, you do', 'At M1, you do'], ['Reach\n\nAt M1, ', 'Reach\n\nAt M3, ']).map((line) =>
        line.slice(0, 12),
      ),
      ['22: “Poise” ', '34: “Reach” '],
    );
  });

  test('a pitfall that has the name of another is told of', () => {
    const told =
      '“Hurry” is named twice among the pitfalls. Give this one a name of its own, or make one of the two.';
    assert.deepEqual(problemsWith(['**Hiding**', '**Hurry**']), [`74: ${told}`]);
    // What recurs, or begins what is said of another, is no name.
    const instead =
      '- **Hurry.** It shows.\n- **Instead:** wait.\n- **Hiding.** You do.\n- **Instead:** show.\n\n';
    assert.deepEqual(problemsOf(without('**Hurry**', '## How').replace('## How', `${instead}## How`)), []);
    assert.deepEqual(problemsWith(['**Hiding**', '**Hurry**\n\nOnce more.\n\n**Hurry**']), []);
  });

  test('of a name that is used twice nothing else is told', () => {
    assert.deepEqual(
      problemsWith(['2. Reach', '2. Poise'], ['2. Poise\n\nAt M1, you try. At M2, you do.', '2. Poise']),
      ['32: “Poise” is named twice; only the first is read. Give this one a name of its own.'],
    );
  });

  test('a capability without a name is told of', () => {
    for (const heading of ['###', '### 2.']) {
      assert.deepEqual(problemsWith(['### 2. Reach', heading]), [
        '32: This capability has no name. Write one in its heading.',
      ]);
    }
  });

  test('a capability that speaks of other levels is told of', () => {
    assert.deepEqual(problemsWith(['At M1, you try', 'At M3, you try']), [
      '22: “Poise” says what is so at M3 and not at M1, but the guide leads from M1 to M2. Make them agree.',
    ]);
    assert.deepEqual(problemsOf(whole.replaceAll('At M1', 'At M3')), [
      '22: “Poise” and 3 more say what is so at M3 and not at M1, but the guide leads from M1 to M2. Make them agree.',
    ]);
    assert.deepEqual(problemsWith(['At M2, you do.', 'At M2, you do. At M3, others do.']), []);
    for (const id of ['IC3', 'SRE-L4']) {
      assert.deepEqual(problemsWith(['At M2, you do.', `At ${id}, you do.`]), [
        `22: “Poise” says what is so at ${id} and not at M2, but the guide leads from M1 to M2. Make them agree.`,
      ]);
    }
    assert.deepEqual(problemsWith(['At M2, you do.', 'In Q3, you tried. At M2, you do.']), []);
  });

  test('a timeline without its heading is told of where other text tells the time, too', () => {
    const overview = 'More of it, and alone. The step takes two to three years.';
    assert.deepEqual(
      problemsWith(['More of it, and alone.', overview], ['## Typical Timeline', '**Typical Timeline**']),
      [
        '92: Markdown reads this line as text, and the guide has no other timeline. Make it a heading: “## Typical Timeline”.',
      ],
    );
    assert.deepEqual(problemsWith(['More of it, and alone.', overview]), []);
  });

  test('a capability that has lost its heading is told of, and not that its number is missing', () => {
    const lists = (name: string): string =>
      `“What this looks like” stands here once more in “${name}”, which has the lists of two capabilities. Write the heading of the second above.`;
    assert.deepEqual(problemsWith(['### 2. Reach', '']), [`36: ${lists('Poise')}`]);
    assert.deepEqual(problemsWith(['### 4. Care', '4. Care']), [`60: ${lists('Depth')}`]);
    assert.deepEqual(problemsWith(['### 1. Poise', '']), [
      '24: “What this looks like” stands here before the first capability, and is not read. Write the heading of the capability that it belongs to above.',
    ]);
    // Lists for two levels, and two of a kind, are those of one capability.
    const lower = '**At M1**\n\n**What this looks like:**\n\n- It shows\n\n**How to develop this:**\n\n- Try';
    assert.deepEqual(
      problemsWith(['**What this looks like:**', `${lower}\n\n**At M2**\n\n**What this looks like:**`]),
      [],
    );
    assert.deepEqual(
      problemsWith([
        '- Practise\n',
        '- Practise\n\n**What this looks like at scale:**\n\n- Calm\n\n**How to develop this at scale:**\n\n- Rest\n',
      ]),
      [],
    );
    assert.deepEqual(
      problemsWith(['- Practise\n', '- Practise\n\n**How to develop this:**\n\n- Rest\n']),
      [],
    );
  });

  test('a question that is asked once is told of where it stands', () => {
    assert.deepEqual(problemsWith([" to 'Is it right?'", '']), [
      '16: The fundamental question cannot be read here: ask it twice, as it is before and as it is after: from ‘…?’ to ‘…?’.',
    ]);
  });

  test('a section that stands twice is told of', () => {
    assert.deepEqual(
      problemsWith(['## How to', '## Common pitfalls\n\n**Doubt**\n\nIt grows.\n\n## How to']),
      ['78: “Common pitfalls” stands here once more. Make one section of the two.'],
    );
    assert.deepEqual(
      problemsWith(['## How to', '## Common pitfalls\n\n**Hurry**\n\nIt shows.\n\n## How to']),
      ['78: “Common pitfalls” stands here once more. Make one section of the two.'],
    );
  });

  test('a section that tells once more what another does is told of', () => {
    const behind = (section: string): readonly string[] => problemsOf(`${whole}\n${section}\n`);
    const told = (title: string, first: string): string =>
      `100: “${title}” tells once more what “${first}” does. Make one section of the two.`;
    assert.deepEqual(behind('## Timeline\n\nExpect 18-24 months.'), [told('Timeline', 'Typical Timeline')]);
    assert.deepEqual(behind('## Traps to Avoid\n\n**Doubt**\n\nIt grows.'), [
      told('Traps to Avoid', 'Common Pitfalls'),
    ]);
    for (const record of ['### Track Record', '**Track record:**']) {
      assert.deepEqual(behind(`## Readiness\n\nA sponsor.\n\n${record}\n\n- A letter`), [
        told('Readiness', 'How to Demonstrate Readiness'),
      ]);
    }
    // Who divides a part says each thing once.
    for (const title of ['Timeline of the Review', 'How Long It Took Others']) {
      assert.deepEqual(behind(`## ${title}\n\nExpect 6 weeks.`), [], title);
    }
    assert.deepEqual(behind('## Readiness as an Owner\n\n### Track Record\n\n- A letter'), []);
    assert.deepEqual(behind('## Why It Takes Time\n\n- Luck'), []);
    assert.deepEqual(behind('## Pitfalls of the First Year\n\n**Doubt**\n\nIt grows.'), []);
    assert.deepEqual(behind('## Ready When\n\nYour peers ask you first.'), []);
  });

  test('a label or the name of a pitfall right below a text is no part of it', () => {
    for (const label of ['**What this looks like:**', '**What this looks like**', 'What this looks like:']) {
      const glued = `you do.\n${label}\n`;
      assert.deepEqual(slipsWith(['you do.\n\n**What this looks like:**\n', glued]), [], label);
    }
    assert.deepEqual(slipsWith(['It shows.\n\n**Hiding**\n\n', 'It shows.\n**Hiding**\n']), []);
    const list = '**What this looks like:**\n\n- It shows';
    // Where the line was wrapped, or no list follows, the words are the text's.
    for (const [text, summary] of [
      [
        'At M1, you try. At M2, you know\nwhat it looks like:\n\n- It shows',
        'At M1, you try. At M2, you know what it looks like:',
      ],
      [`At M1, you try.\nIn practice:\n\nmuch.\n\n${list}`, 'At M1, you try. In practice:'],
    ] as const) {
      const read = guideOf(whole.replace(`At M1, you try. At M2, you do.\n\n${list}`, text));
      assert.equal(read?.capabilities[0]?.summary?.text.split('\n')[0], summary);
    }
    const wrapped = guideOf(whole.replace('It shows.\n\n**Hiding**', 'It shows and is\n**Hiding**'));
    assert.deepEqual(
      wrapped?.transitions[0]?.pitfalls.map(({ name }) => name),
      ['Hurry'],
    );
  });

  test('what stands right below a list, a table or a text is parted from it', () => {
    assert.deepEqual(slipsWith(['- It shows\n\n**How', '- It shows\n**How']), [
      '27: Markdown reads this line as part of the item above it. Put an empty line between them.',
    ]);
    assert.deepEqual(slipsWith(['| Answers |\n\n', '| Answers |\n']), [
      '15: Markdown reads this line as a row of the table above it. Put an empty line between them.',
    ]);
    for (const below of ['{: .table }', '{ .grid }', '{{< /table >}}', '{% endtable %}', ':::', '^shifts']) {
      assert.deepEqual(slipsWith(['| Answers |\n\n', `| Answers |\n${below}\n\n`]), [], below);
    }
    assert.deepEqual(slipsWith(['| Answers |\n\n', '| Answers |\n{: .table }\n']), [
      '16: Markdown reads this line as a row of the table above it. Put an empty line between them.',
    ]);
    const long = "When you can say 'yes' to this on most of the days of half a year, you are likely ready.";
    const before = whole.replace("When you can say 'yes', you are likely ready.", long);
    assert.deepEqual(readingOf(before.replace(`${long}\n`, `${long}\n---\n`)), readingOf(before));
    assert.deepEqual(problemsOf(before.replace(`${long}\n`, `${long}\n---\n`)), [
      '90: Markdown makes a heading of this text, since a line of dashes stands right below it. Put an empty line between them.',
    ]);
  });

  test('a rule or a caveat right below a list is no part of its last item', () => {
    const told = 'Markdown reads this line as part of the item above it. Put an empty line between them.';
    for (const [question, rule] of [
      ['Do I sleep?', "If you can say 'yes',\nyou are likely ready."],
      ['[ ] Do I sleep?', "**If you can say 'yes'. Then you are likely ready.**"],
    ] as const) {
      const text = whole
        .replace('1. Do I sleep?', `- ${question}`)
        .replace("When you can say 'yes', you are likely ready.", rule);
      const glued = text.replace(`${question}\n\n`, `${question}\n`);
      assert.deepEqual(readingOf(glued), readingOf(text));
      assert.deepEqual(problemsOf(glued), [`89: ${told}`]);
    }
    for (const caveat of ['**Important: Staying is fine. Do\nso.**', 'Important: Staying is fine.\nDo so.']) {
      const text = whole.replace('**Important: Staying is fine.**', caveat);
      const glued = text.replace('slowly\n\n', 'slowly\n');
      assert.deepEqual(readingOf(glued), readingOf(text));
      assert.deepEqual(problemsOf(glued), [`97: ${told}`]);
    }
    // Indented, or behind half a sentence, the words are the item's.
    for (const item of ['It shows.\n  Important: To all.', 'It shows as\nReady for All, a prize.']) {
      const read = guideOf(whole.replace('- It shows', `- ${item}`));
      const [signal] = read?.capabilities[0]?.signals ?? [];
      assert.equal(signal?.text, item.replace(/\n\s*/u, ' '));
    }
  });

  test('a sentence over a line of dashes or equals signs is no heading', () => {
    const noHeading = (line: string, mend: string): string =>
      `Markdown makes a heading of this text, since a line of ${line} stands right below it. ${mend}`;
    const dashes = noHeading('dashes', 'Put an empty line between them.');
    const signs = noHeading('equals signs', 'Delete that line.');
    const texts = ['More of it, and alone.', 'It shows.', 'Most take 2-3 years.', 'Staying is fine.**'];
    const longer = texts[1]?.replace('It', 'Before long, it') ?? assert.fail();
    const text = whole.replace('It shows.', longer).replace('2-3 years:', '2-3 years. You grow up to it:');
    for (const sentence of [texts[0], longer, 'At M1, you try. At M2, you do.', 'grow up to it:', texts[3]]) {
      for (const [line, told] of [
        ['---', dashes],
        ['===', signs],
      ] as const) {
        const slipped = text.replace(`${sentence}\n`, `${sentence}\n${line}\n`);
        assert.deepEqual(readingOf(slipped), readingOf(text), sentence);
        const at = slipped.slice(0, slipped.indexOf(`\n${line}\n`)).split('\n').length;
        assert.deepEqual(problemsOf(slipped), [`${at}: ${told}`], sentence);
      }
    }
    const level = 'At M1, you try, and more at M2\n';
    const unstopped = whole.replace('At M1, you try. At M2, you do.\n', level);
    assert.deepEqual(readingOf(unstopped.replace(level, `${level}---\n`)), readingOf(unstopped));
    assert.deepEqual(slipsWith(['**What this looks like:**', '**What this looks like:**\n---']), [
      `24: ${dashes}`,
    ]);
    assert.deepEqual(slipsWith(['**Hiding**', '**Hiding**\n---']), [`74: ${dashes}`]);
  });

  test('a title over a line of dashes is a heading, also with a full stop', () => {
    for (const [title, line] of [
      ['Mr. Ash and Mr. Beech', '---'],
      ['What do you do next?', '---'],
      ['What you know of teams, plans etc.', '---'],
      ['A word from J. R. R.', '---'],
      ['3.1. Know what is to be done.', '---'],
      ['Step 3. Know what is to be done.', '---'],
      ['Know it all.', '---'],
      ['You know what is to be done.', '----------------------------'],
      ['At last, a word on pay', '---'],
    ] as const) {
      const text = whole.replace(
        '## Common Pitfalls',
        `${title}\n${line}\n\nAs it is.\n\n## Common Pitfalls`,
      );
      assert.deepEqual(problemsOf(text), [], title);
      assert.ok(
        guideOf(text)?.extras.some((extra) => extra.title === title),
        title,
      );
    }
    const bold = '# Progression Guide: M1 to M2\n\n**Common Pitfalls**\n---\n\n**Hurry**\n\nIt shows.\n';
    assert.equal(guideOf(bold)?.transitions[0]?.pitfalls.length, 1);
    for (const [heading, title] of [
      ['# Progression Guide: M1 to M2\n', '**Progression Guide: M1 to M2**\n==='],
      ['## Common Pitfalls\n', '**Common Pitfalls**\n---'],
      ['## Common Pitfalls\n', '**5. Common Pitfalls**\n---'],
    ] as const) {
      assert.deepEqual(slipsWith([heading, `${title}\n`]), [], title);
    }
    for (const title of ['1. Hiding', 'M2 to M3']) {
      const titled = whole.replace('**Hiding**', `**${title}**\n---`);
      assert.ok(!problemsOf(titled).some((problem) => problem.includes('a line of dashes')), title);
    }
    const mixed = whole
      .replaceAll(/^## (.*)$/gmu, '**$1**\n---')
      .replace('**Common Pitfalls**\n---', '## Common Pitfalls');
    assert.deepEqual(readingOf(mixed), readingOf(whole));
    const named = mixed.replace('Key Capabilities to Develop', 'Four things you are good at');
    assert.deepEqual(
      guideOf(named)?.capabilities.map(({ name }) => name),
      guideOf(whole)?.capabilities.map(({ name }) => name),
    );
    // Headings with "###" below it are of another rank.
    const ranked = whole.replace(/^# .*$/mu, '**$&**\n===').replaceAll(/^## (.*)$/gmu, '**$1**\n---');
    assert.deepEqual(readingOf(ranked.replace('**# ', '**')), readingOf(whole));
  });

  test('a numbered line over as many dashes is a heading, and no item of the list before it', () => {
    const noItem =
      'Markdown reads this line as an item of a list, and no heading. Begin it with “##” instead, and leave out the dashes below it.';
    const pitfalls = '5. Common Pitfalls\n------------------\n';
    assert.deepEqual(slipsWith(['## Common Pitfalls\n', pitfalls]), [`68: ${noItem}`]);
    for (const [mark, next] of [
      ['1.', '5. Common Pitfalls\n--------------------\n'],
      ['1)', '5)  Common Pitfalls\n---------------   \n'],
    ] as const) {
      const before = `${mark} Practise\n\n`;
      assert.deepEqual(slipsWith(['- Practise\n\n## Common Pitfalls\n', `${before}${next}`]), [
        `68: ${noItem}`,
      ]);
    }
    assert.deepEqual(
      slipsWith([
        '## Key Capabilities to Develop\n',
        '3. Key Capabilities to Develop\r\n---------------------\r\n',
      ]),
      [`18: ${noItem}`],
    );
    assert.equal(
      guideOf(whole.replace('### 1. Poise\n', '1. Poise\n--------\n'))?.capabilities[0]?.name,
      'Poise',
    );
  });

  test('however many such lines there are, the guide is read', () => {
    // Fewer than of other slips: Markdown itself takes its time for lists.
    assert.ok(guideOf(`${whole}\n${'1. a b\n------\n\n'.repeat(runs(5000))}`));
  });

  test('an item over a line across the page stays one', () => {
    for (const [items, line] of [
      ['1. Keep a log\n\n2. Keep letters\n\n', '---------------'],
      ['1. Keep a log\n2. Keep letters\n', '---------------'],
      ['1. Keep a log\n\n2. Keep letters\n', '----'],
      ['1. Keep a log\n\n2. Keep letters\n', '-----------------------------------'],
      ['1. Keep a log\n\n2. Keep letters\n', '***************'],
      ['1. Keep a log.\n\n2. Keep letters.\n', '---------------'],
      ['- Keep a log\n\n- Keep letters\n', '--------------'],
      ['1. [ ] Keep a log\n\n2. [ ] Keep letters\n', '---------------'],
      ['1. Keep a log\n\n2. Keep\n   letters\n', '---------'],
    ] as const) {
      const text = whole.replace('- Keep a log\n', `${items}${line}\n`);
      assert.equal(guideOf(text)?.transitions[0]?.readiness?.trackRecord.length, 2, items);
      assert.deepEqual(problemsOf(text), [], items);
    }
  });

  test('a bold line that is indented like the text of its item stays there', () => {
    const text = whole.replace('- It shows\n', '- It shows\n  **Where it counts:**\n  everywhere\n');
    assert.deepEqual(problemsOf(text), []);
    assert.deepEqual(
      guideOf(text)?.capabilities[0]?.signals.map((signal) => signal.text),
      ['It shows Where it counts: everywhere'],
    );
  });

  test('a list that is indented too far is read as one', () => {
    const remove = 'since four or more spaces, or a tab, stand before their “-”. Remove them.';
    const noList = `Markdown takes these lines for code, ${remove}`;
    const inText = `Markdown reads these lines as part of the text above them, ${remove}`;
    assert.deepEqual(slipsWith(['- Practise', '\t- Practise']), [`30: ${noList}`]);
    assert.deepEqual(slipsWith(['- Practise', '    - Practise']), [`30: ${noList}`]);
    assert.deepEqual(slipsWith([':**\n\n- It shows', ':**\n    - It shows']), [`25: ${inText}`]);
    assert.deepEqual(slipsWith([':**\n\n- It shows', ':**\n    - It\n      shows']), [`25: ${inText}`]);
    const text = whole.replace(':**\n\n- It shows', ':**\n\t- It shows');
    assert.equal(firstSignal(text)?.line, 25);
    assert.deepEqual(problemsWith(['## Common', '    - name: build\n      run: make\n\n## Common']), []);
    for (const gap of ['\n', '\n\n']) {
      const admonition = `!!! tip "What this looks like"${gap}    - It shows`;
      assert.deepEqual(slipsWith(['**What this looks like:**\n\n- It shows', admonition]), []);
    }
    const wrapped = whole.replace('looks like:**\n\n- It shows', 'looks\nlike:**\n    - It shows');
    assert.deepEqual(problemsOf(wrapped), [`26: ${inText}`]);
    assert.equal(firstSignal(wrapped)?.line, 26);
  });

  test('a slip that was made everywhere is told of once', () => {
    const hard = whole.replaceAll('### ', '###\u00a0');
    assert.deepEqual(readingOf(hard), readingOf(whole));
    assert.deepEqual(problemsOf(hard), [
      '20: Markdown reads this line as text. To make it a heading, put an ordinary space behind the #. The same is so in 5 more places below.',
    ]);
  });

  test('a list whose bullets have a space behind them that does not break is read as one', () => {
    const two = whole.replace('- Keep a log\n', '- Keep a log\n- Keep letters\n');
    assert.deepEqual(readingOf(two.replaceAll('- Keep', '-\u00a0Keep')), readingOf(two));
  });

  for (const line of [
    '### Name\n',
    '##Name\n',
    '**Name\n',
    '| a | b |\n\n',
    '- a\n**b:**\n',
    '\t- a\n',
    '- a\n-b\n',
    '-\u00a0a\n\n',
    '1.a\n\n',
    '<<<<<<<\n',
    '>>>>>>>\n\n',
  ]) {
    for (const before of ['', '<div>\n']) {
      test(`however often a slip was made, the guide is read: ${JSON.stringify(before + line)}`, () => {
        assert.ok(guideOf(`${whole}\n${before}${line.repeat(runs(20_000))}`));
      });
    }
  }

  test('however often a merge was left unfinished among rows, the guide is read', () => {
    // Of more headings that have a line below them the parser itself takes its time, with the square of their number.
    assert.ok(guideOf(`${whole}\n${'| a |\n<<<<<<<\n=======\n'.repeat(runs(3_000))}`));
  });

  test('however many sentences a paragraph on the time has, the first is read', () => {
    const guide = guideOf(whole.replace('Most take 2-3 years:', 'It depends on you. '.repeat(20_000)));
    assert.equal(guide?.transitions[0]?.timeline?.summary?.text, 'It depends on you.');
  });
});
