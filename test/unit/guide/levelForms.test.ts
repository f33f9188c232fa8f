import assert from 'node:assert/strict';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { guideOf } from '../support/files';

const names = [
  ['M1', 'M2'],
  ['L4.5', 'L5'],
  ['SWE_3', 'SWE_4'],
  ['IC-1', 'IC-2'],
  ['PL-10', 'PL-11'],
  ['IC 3', 'IC 4'],
  ['Level 3', 'Level 4'],
  ['Level III', 'Level IV'],
  ['Band C', 'Band D'],
  ['Stufe 2', 'Stufe 3'],
] as const;

function outlineOf(text: string): ReturnType<typeof outlineJson> {
  return outlineJson(buildLadder([guideOf(text) ?? assert.fail(text)]));
}

function assertLevels(text: string, ...expected: readonly (readonly [id: string, title: string])[]): void {
  assert.deepEqual(
    outlineOf(text).levels.map(({ id, title }) => [id, title]),
    expected,
    text,
  );
}

type Ids = (typeof names)[number];

const low = 'Engineer';
const high = 'Senior Engineer';

/** How guides begin that name their levels by id and title. */
const beginnings: readonly ((ids: Ids) => string)[] = [
  ([from, to]) => `# Progression Guide: ${from} to ${to}\n\n${low} → ${high}`,
  ([from, to]) => `# ${from} → ${to}\n\n*${low} to ${high}*`,
  ([from, to]) => `# ${from} (${low}) to ${to} (${high})`,
  ([from, to]) => `# Growing from ${from} (${low}) to ${to} (${high})`,
  ([from, to]) => `# Career Guide: ${low} (${from}) -> ${high} (${to})`,
  ([from, to]) => `# ${from}: ${low} → ${to}: ${high}`,
  ([from, to]) => `# Progression Guide: ${from} – ${to}\n\n## ${low} – ${high}`,
  ([from, to]) => `# From ${low} to ${high}\n\n${from} → ${to}`,
  ([from, to]) => `# ${low} to ${high} (${from} → ${to})`,
  ([from, to]) => `# Progression Guide: ${from} ${low} to ${to} ${high}`,
  ([from, to]) => `# ${from} → ${to}: ${low} → ${high}`,
  ([from, to]) => `# Progression Guide: ${from} to ${to} (${low} to ${high})`,
  ([from, to]) => `# Guide: ${from} to ${to}\n\n### ${from} (${low}) → ${to} (${high})`,
  ([from, to]) => `# Career Guide: ${from} to ${to}\n\n**From:** ${from} (${low})  \n**To:** ${to} (${high})`,
  ([from, to]) => `# Career Guide: ${from} to ${to}\n\n- From: ${low} (${from})\n- To: ${high} (${to})`,
  ([from, to]) => `# Ladder | ${from} to ${to}\n\n**${from}:** ${low}  \n**${to}:** ${high}`,
];

const headers: readonly ((ids: Ids) => string)[] = [
  ([from, to]) => `${from} | ${to}`,
  ([from, to]) => `${from} (${low}) | ${to} (${high})`,
  ([from, to]) => `${low} (${from}) | ${high} (${to})`,
];

function guide(beginning: string, header: string, [from, to]: readonly [string, string]): string {
  return `${beginning}

## The Core Shift

| ${header} |
|---|---|
| Does one thing | Does another |
| Asks | Answers |

## Key Capabilities to Develop

### 1. Team Work

At ${from}, you take part. At ${to}, you bring people together.

**What this looks like:**

- People come to you

## Typical Timeline

Most go from ${from} to ${to} in 2-3 years.
`;
}

suite('the levels of a guide', () => {
  for (const ids of names) {
    test(`are known as ${ids.join(' and ')}, however it begins`, () => {
      const [from, to] = ids;
      for (const [at, beginning] of beginnings.entries()) {
        const header = headers[at % headers.length]?.(ids) ?? '';
        const text = guide(beginning(ids), header, ids);
        const { levels, transitions } = outlineOf(text);
        assertLevels(text, [from, low], [to, high]);
        assert.equal(transitions[0]?.shifts.length, 2, text);
        assert.deepEqual(
          levels[1]?.capabilities[0]?.expectations,
          { [from]: 'you take part.', [to]: 'you bring people together.' },
          text,
        );
      }
    });
  }
});

/** "Engineer" and "Senior Engineer" in scripts that have no capitals. */
const uncased = [
  ['工程师', '高级工程师'],
  ['エンジニア', 'シニア・エンジニア'],
  ['מהנדס', 'מהנדס בכיר'],
  ['مهندس', 'مهندس أول'],
] as const;

suite('the titles of levels', () => {
  for (const [first, second] of uncased) {
    test(`may be written without capitals, as ${second} is`, () => {
      for (const [at, beginning] of beginnings.entries()) {
        const header = headers[at % headers.length]?.(['M1', 'M2']) ?? '';
        const text = guide(beginning(['M1', 'M2']), header, ['M1', 'M2'])
          .replaceAll(high, second)
          .replaceAll(low, first);
        assertLevels(text, ['M1', first], ['M2', second]);
      }
    });
  }

  test('are no sentences', () => {
    const text = guide('# M1 → M2\n\n你带领一个团队。→ 你带领许多团队。', 'M1 | M2', ['M1', 'M2']);
    assert.deepEqual(
      outlineOf(text).levels.map(({ title }) => title),
      [null, null],
    );
  });
});

test('what a line says of a level is no title of it', () => {
  for (const lines of [
    '- **M1:** Execution\n- **M2:** Strategy',
    'M1: Leading a team  \nM2: Leading managers',
    'From: Doing the Work  \nTo: Leading the Work',
  ]) {
    const text = guide(`# Career Guide: M1 to M2\n\n${lines}`, 'M1 | M2', ['M1', 'M2']);
    assert.deepEqual(
      outlineOf(text).levels.map(({ title }) => title),
      [null, null],
      text,
    );
  }
});

test('a title may have a colon, as the table shows', () => {
  for (const [subtitle, header, low, high] of [
    ['Lead: Platform → Principal', 'M1 (Lead: Platform) | M2 (Principal)', 'Lead: Platform', 'Principal'],
    ['Engineer → Lead: Platform', 'M1 (Engineer) | M2 (Lead: Platform)', 'Engineer', 'Lead: Platform'],
    ['Career Ladder: Engineer → Lead', 'M1 (Engineer) | M2 (Lead)', 'Engineer', 'Lead'],
    // What stands behind it may tell where one works, or be a motto.
    ['Engineer → Lead', 'M1 (Engineer) | M2 (Lead: Platform)', 'Engineer', 'Lead'],
    ['Engineer → Lead', 'M1 (Engineer: helps others) | M2 (Lead: Leads others)', 'Engineer', 'Lead'],
  ] as const) {
    const text = guide(`# Career Guide: M1 to M2\n\n${subtitle}`, header, ['M1', 'M2']);
    assertLevels(text, ['M1', low], ['M2', high]);
    assert.deepEqual(
      outlineOf(text).problems.filter(({ rule }) => rule === 'guide-levels'),
      [],
      text,
    );
  }
});

const stepGuide = (title: string): string => `${title}

Brewer → Lead Brewer

## Key Capabilities

### 1. Tasting

At Step 3, you pour a tank away. At Step 2, you note your doubts.

**What this looks like:**

- Your panel scores hold up

### 2. Yeast

At Step 3, you plan a month ahead. At Step 2, you count cells.

**What this looks like:**

- No pitch is used twice
`;

test('a title with counts tells the order of levels that lines name by their titles alone', () => {
  const text = stepGuide('# Brewhouse ladder: from Step 2 to Step 3');
  assertLevels(text, ['Step 2', 'Brewer'], ['Step 3', 'Lead Brewer']);
});

test('a title with counts is one where its other words name a part', () => {
  for (const words of ['skills', 'the shift to a lead', 'key capabilities']) {
    const text = stepGuide(`# From Step 2 to Step 3: ${words}`);
    assertLevels(text, ['Step 2', 'Brewer'], ['Step 3', 'Lead Brewer']);
    assert.deepEqual(
      outlineOf(text).levels.flatMap(({ capabilities }) => capabilities.map(({ name }) => name)),
      ['Tasting', 'Yeast'],
    );
  }
});

const pairs = [
  ['IC3', 'IC4'],
  ['Grade 3', 'Grade 4'],
  ['Step 3', 'Step 4'],
] as const;

test('the first table names levels by counts as well as by ids', () => {
  for (const [from, to] of pairs) {
    const text = guide('# Career guide', `${from} (${low}) | ${to} (${high})`, [from, to]);
    assertLevels(text, [from, low], [to, high]);
  }
});

test('a title over the guide’s own is that of the page', () => {
  for (const [from, to] of pairs) {
    const text = guide(
      `# People Handbook\n\nPage 3 of 9\n\n# From ${from} to ${to}\n\n${low} → ${high}`,
      'Before | After',
      [from, to],
    );
    assertLevels(text, [from, low], [to, high]);
    assert.ok(!outlineOf(text).problems.some(({ rule }) => rule === 'guide-levels'));
  }
});

test('a title need not name the levels that the line below it names', () => {
  const text = guide('# Growing into the lead\n\nPD3 (Designer) to PD4 (Lead Designer)', 'PD3 | PD4', [
    'PD3',
    'PD4',
  ]);
  assertLevels(text, ['PD3', 'Designer'], ['PD4', 'Lead Designer']);
  assert.ok(outlineOf(text).problems.every(({ rule }) => rule !== 'guide-levels'));
});

test('who guides people, or works on a ladder, has a title', () => {
  for (const [one, other] of [
    ['Museum Guide', 'Education Officer'],
    ['Docent', 'Lead Tour Guide'],
    ['Ladder Operator', 'Framework Engineer'],
  ] as const) {
    const text = guide(`# Career Guide: M1 to M2\n\n${one} → ${other}`, 'M1 | M2', ['M1', 'M2']);
    assert.deepEqual(
      outlineOf(text).levels.map(({ title }) => title),
      [one, other],
    );
  }
});

test('a guide to one level may say in its title that it is one', () => {
  for (const [line, title] of [
    ['Expectations at P4', null],
    ['Career Guide: P4 (Signal Engineer)', 'Signal Engineer'],
    ['Role profile: Signal Engineer (P4)', 'Signal Engineer'],
    ['P4', null],
  ] as const) {
    const capability =
      '## Key Capabilities\n\n### 1. Faults\n\nYou find them.\n\n**What this looks like:**\n\n- They are few\n';
    assert.deepEqual(
      outlineOf(`# ${line}\n\n${capability}`).levels.map((level) => [
        level.id,
        level.title,
        level.capabilities.length,
      ]),
      [['P4', title, 1]],
      line,
    );
    assert.equal(guideOf(`# ${line.replace('P4', 'HTTP2')}\n\n## Setup\n\n- Install it\n`), undefined);
    assert.equal(guideOf(`# Hardware profile: ESP32\n\n${capability}`), undefined);
  }
});

test('a table of two grades, and what pupils have to learn, is no guide', () => {
  const table = '| Grade 3 | Grade 4 |\n|---|---|\n| Reads aloud | Reads alone |\n';
  assert.equal(
    guideOf(
      `# Reading in Class\n\n${table}\n## Skills\n\n### Fluency\n\n- Reads on\n\n### Spelling\n\n- Writes\n`,
    ),
    undefined,
  );
});

test('words behind a comma are of the title where the guide calls the level so again', () => {
  for (const [header, title] of [
    ['M1 (Hospice Nurse) | M2 (Lead Nurse, Home Team)', 'Lead Nurse, Home Team'],
    ['M1 | M2', 'Lead Nurse'],
  ] as const) {
    const text = guide(`# Career Guide: M1 to M2\n\nHospice Nurse → Lead Nurse, Home Team`, header, [
      'M1',
      'M2',
    ]);
    assertLevels(text, ['M1', 'Hospice Nurse'], ['M2', title]);
    assert.ok(outlineOf(text).problems.every(({ rule }) => rule !== 'guide-levels'));
  }
});

test('titles are read in full where one place leaves out what both end in', () => {
  for (const lines of [
    '# Security ladder: M1 (Staff) to M2 (Principal)\n\n**Staff Engineer** → **Principal Engineer**',
    '# Security ladder: M1 (Staff Engineer) to M2 (Principal Engineer)\n\n**Staff** → **Principal**',
  ]) {
    const text = guide(lines, 'M1 | M2', ['M1', 'M2']);
    assertLevels(text, ['M1', 'Staff Engineer'], ['M2', 'Principal Engineer']);
    assert.ok(outlineOf(text).problems.every(({ rule }) => rule !== 'guide-levels'));
  }
});

test('a title is read in a moment, however many pictures stand in it', () => {
  const text = guide(`# M1 to M2 ${'©️'.repeat(15)}é\n\nEngineer → Senior Engineer`, 'M1 | M2', ['M1', 'M2']);
  assertLevels(text, ['M1', 'Engineer'], ['M2', 'Senior Engineer']);
});
