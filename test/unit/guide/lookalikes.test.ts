import assert from 'node:assert/strict';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { guideOf } from '../support/files';

type Outline = ReturnType<typeof outlineJson>;

function read(text: string): Outline {
  return outlineJson(buildLadder([guideOf(text) ?? assert.fail('a guide')]));
}

/** What the step from M1 to M2 says under some headings. */
function stepWith(sections: string): Outline['transitions'][number] {
  return read(`# Progression Guide: M1 to M2\n\n${sections}`).transitions[0] ?? assert.fail('a step');
}

function capabilitiesIn(sections: string): Outline['levels'][number]['capabilities'] {
  return read(`# Progression Guide: M1 to M2\n\n${sections}`).levels[1]?.capabilities ?? [];
}

function capability(name: string, rank = '###'): string {
  return `${rank} ${name}\n\nAt M1, a. At M2, b.\n\n**What this looks like:**\n\n- Calm\n\n**How to develop this:**\n\n- Try\n\n`;
}

function levelsOf(title: string): readonly (readonly [id: string, title: string | null])[] {
  return read(`# ${title}\n\n## Key Capabilities\n\n${capability('Poise')}`).levels.map((level) => [
    level.id,
    level.title,
  ]);
}

suite('what looks like something else in a guide', () => {
  test('titles before ids are titles, and the words of a lead or of a count are none', () => {
    const technicians = [
      ['T2', 'Technician'],
      ['T3', 'Lead Technician'],
    ];
    const expecting = '## Key Capabilities\n\n### Poise\n\nAt Technician T2, x. At Lead Technician T3, y.\n';
    for (const title of ['Progression Guide: Technician T2', 'Career Path from Technician T2']) {
      const { levels } = read(`# ${title} to Lead Technician T3\n\n${expecting}\n- z\n`);
      assert.deepEqual(
        levels.map((level) => [level.id, level.title]),
        technicians,
      );
      assert.deepEqual(levels[1]?.capabilities[0]?.expectations, { T2: 'x.', T3: 'y.' });
    }
    for (const title of ['Milestone M1 to Milestone M2', 'Migration: Node V18 to Node V20']) {
      assert.equal(guideOf(`# ${title}\n\n- Do it\n`), undefined);
    }
  });

  test('a motto behind the levels gives them no titles', () => {
    assert.deepEqual(
      levelsOf('Level 3 → Level 4: Doing → Deciding').map(([, title]) => title),
      ['Level 3', 'Level 4'],
    );
    assert.deepEqual(
      levelsOf('Engineer I to Engineer II: From Coder to Owner').map(([, title]) => title),
      ['Engineer I', 'Engineer II'],
    );
  });

  test('headings that name more than one part hold what stands under them', () => {
    const three = ['1. Reach', '2. Technical Skills', '3. Care'].map((name) => capability(name)).join('');
    const { length } = capabilitiesIn(`## Key Capabilities to Build and Demonstrate\n\n${three}`);
    assert.equal(length, 3);
    const { timeline, trackRecord } = stepWith(
      '## Timeline and promotion\n\nMost take 3-5 years:\n\n- a\n- b\n\n**How long it took others**\n\nAnn took 3.\n',
    );
    assert.deepEqual([timeline?.typical, timeline?.reasons.length, trackRecord], ['3-5 years', 2, []]);
  });

  test('a heading that sounds like pitfalls may hold any part', () => {
    const { pitfalls } = stepWith('## Part 3: The Hard Part\n\n### Common Pitfalls\n\n**Rush.** It shows.\n');
    assert.equal(pitfalls.length, 1);
    const unlearn = '## Old Habits to Unlearn, New Ones to Gain\n\n### Key Capabilities to Develop\n\n';
    assert.equal(capabilitiesIn(`${unlearn}${capability('Poise', '####')}`).length, 1);
  });

  test('a column that says little beside signals or practices is none of the two', () => {
    for (const [header, signals, practices] of [
      ['Signal | Weight', 2, 0],
      ['Area | What this looks like', 2, 0],
      ['Practice | Owner', 0, 2],
    ] as const) {
      const table = `| ${header} |\n|---|---|\n| You plan the whole year | High |\n| You do it | Low |\n`;
      const [poise] = capabilitiesIn(`## Key Capabilities\n\n### Poise\n\nAt M1, a. At M2, b.\n\n${table}`);
      assert.deepEqual([poise?.signals.length, poise?.practices.length], [signals, practices], header);
    }
  });

  test('a column beside signals may end early, and one that is there to be filled in holds no practices', () => {
    const rows = (...cells: readonly string[]): string =>
      cells.map((cell, row) => `| You plan year ${row} with others | ${cell} |\n`).join('');
    for (const [cells, practices] of [
      [['Sit in on a review', 'Write one plan yourself', ''], 2],
      [['Sit in on a review', '', ''], 0],
      [['Sit in on a review', '', 'Write one plan yourself'], 0],
      [['', '', ''], 0],
    ] as const) {
      const table = `| You can tell because | You add to it here |\n|---|---|\n${rows(...cells)}`;
      const [poise] = capabilitiesIn(`## Key Capabilities\n\n### Poise\n\nAt M1, a. At M2, b.\n\n${table}`);
      assert.deepEqual([poise?.signals.length, poise?.practices.length], [3, practices], cells.join());
    }
  });

  test('names, stages and traits before signals are part of them', () => {
    for (const items of [
      ['**Ownership** takes time', '**Delegation** frees yours'],
      ['**In practice** you ask first', '**Delegation** comes next', '**To get better** you listen'],
      ['**In practice** you ask first', '**In practice** you listen', 'You answer last'],
      ['**In practice** you ask first', '**In action** you answer', '**In practice** you listen'],
      ['**Early** you ask', '**Early** you listen', '**Later** you answer', '**Later** you decide'],
      [
        '**Behaviour:** you shout',
        '**Impact:** they leave',
        '**Behaviour:** you hide',
        '**Impact:** they do',
      ],
      ['**Evidence:** you bring data', '**Growth:** you ask for feedback'],
      ['**Evidence** of care; of thought', '**Growth** of others; of yourself'],
      ['**What this looks like:** calm; poise', '**Delegation:** a plan; a date'],
      ['What this looks like is calm; poise', 'How to get there is patience; time'],
    ]) {
      const [poise] = capabilitiesIn(
        `## Key Capabilities\n\n### Poise\n\nAt M1, a. At M2, b.\n\n${items.map((item) => `- ${item}\n`).join('')}`,
      );
      assert.deepEqual(
        [poise?.signals.map(({ text }) => text), poise?.practices.length],
        [items.map((item) => item.replaceAll('*', '')), 0],
      );
    }
    const [poise] = capabilitiesIn(
      '## Key Capabilities\n\n### Poise\n\n*In practice:* at M1, a. At M2, b.\n\n**What this looks like:**\n\n- **In practice** Calm\n- **To get better** Poise\n- **In practice** Wit\n',
    );
    assert.deepEqual([poise?.signals.length, poise?.practices.length], [3, 0]);
    assert.ok(poise?.summary?.startsWith('In practice'), poise?.summary ?? '');
  });

  test('a list of evidence and next steps makes no section a capability', () => {
    const list = '- **Evidence:** yours; your peers’\n- **Next steps:** a talk; a vote\n';
    const names = capabilitiesIn(
      `## Key Capabilities\n\n${capability('Poise')}## How we decide\n\n${list}`,
    ).map(({ name }) => name);
    assert.deepEqual(names, ['Poise']);
  });

  test('questions with a column to fill in are asked of oneself', () => {
    const rows = '| Do I sleep? | yes / no |\n| Do I rest? |  |\n';
    const { selfAssessment } = stepWith(`## Self-Assessment\n\n| Question | Answer |\n|---|---|\n${rows}`);
    assert.equal(selfAssessment.length, 2);
  });

  test('a remark among the questions closes nothing', () => {
    const { selfAssessment } = stepWith(
      '## Self-Assessment\n\n- Do I sleep?\n- Do I rest?\n\nThink of the last quarter.\n\n- I have hired two people\n',
    );
    assert.equal(selfAssessment.length, 3);
  });

  test('words of pay beside others announce no pay', () => {
    const { shifts } = stepWith('## Role Expectations and Pay\n\n| M1 | M2 |\n|---|---|\n| a | b |\n');
    assert.equal(shifts.length, 1);
    const { trackRecord } = stepWith('## Readiness\n\n### Pay attention to your record\n\n- a\n- b\n');
    assert.equal(trackRecord.length, 2);
  });

  test('labels may speak of trouble', () => {
    const lists = [
      '**What this looks like when trouble comes**\n\n- a',
      '**How to recover when you slip**\n\n- b',
    ];
    const [poise] = capabilitiesIn(`## Key Capabilities\n\n### Poise\n\n${lists.join('\n\n')}\n`);
    assert.deepEqual([poise?.signals.length, poise?.practices.length], [1, 1]);
  });

  test('a capability without a number stays one among others that have theirs', () => {
    const names = capabilitiesIn(
      `## Key Capabilities\n\n${capability('1. Poise')}${capability('2. Reach')}### Writing\n\nYou write.\n`,
    ).map(({ name }) => name);
    assert.deepEqual(names, ['Poise', 'Reach', 'Writing']);
  });

  test('what was left out of a guide is no pitfall', () => {
    const left = '## What didn’t make it into this guide\n\n**Salary bands** see HR.\n\n**Titles** see HR.\n';
    const { pitfalls } = stepWith(`## Key Capabilities\n\n${capability('Poise')}${left}`);
    assert.deepEqual(pitfalls, []);
  });

  test('a callout of somebody’s words may be titled as a list', () => {
    const [poise] = capabilitiesIn(
      '## Key Capabilities\n\n### Poise\n\n> [!quote] What this looks like\n> - a\n> - b\n',
    );
    assert.equal(poise?.signals.length, 2);
  });

  test('longer titles in a table are other titles', () => {
    const header = '| M1 (Engineer Manager) | M2 (Senior Engineer Manager) |\n|---|---|\n| a | b |\n';
    const { problems } = read(
      `# Progression Guide: M1 (Engineer) to M2 (Senior Engineer)\n\n## The Core Shift\n\n${header}`,
    );
    assert.equal(problems.filter(({ message }) => message.includes('Use one title')).length, 2);
  });

  test('parentheses behind a title that is a level’s whole name are an aside', () => {
    const { levels } = read(
      `# Engineer to Senior Engineer\n\nThe Engineer (Backend) and the Senior Engineer (Platform) share a rota.\n\n## Key Capabilities\n\n${capability('Poise')}`,
    );
    assert.deepEqual(
      levels.map(({ title }) => title),
      ['Engineer', 'Senior Engineer'],
    );
  });

  test('a title in front matter leaves the levels to headings that name them, and makes no guide of other pages', () => {
    const [one, other] = ['M1 to M2', 'M2 to M3'].map(
      (title) => `## ${title}\n\n### Key Capabilities\n\n${capability('Poise', '####')}`,
    );
    const { transitions } = read(`---\ntitle: From M1 to M3\n---\n\n${one}${other}`);
    assert.deepEqual(
      transitions.map(({ from, to }) => [from, to]),
      [
        ['M1', 'M2'],
        ['M2', 'M3'],
      ],
    );
    const index = '## How to use these guides\n\nRead them.\n\n- [M1 to M2](m1-to-m2.md)\n';
    assert.equal(guideOf(`---\ntitle: 'Career guides: M1 to M6'\n---\n\n${index}`), undefined);
    const upgrade = '## Overview\n\nIt is faster.\n\n## What goes wrong\n\n- **Old browsers.** Test them.\n';
    assert.equal(guideOf(`---\ntitle: ES5 to ES6\n---\n\n${upgrade}`), undefined);
  });

  test('front matter that is no YAML gives no title', () => {
    const steps = (title: string): number | undefined =>
      guideOf(`---\ntitle: ${title}\n---\n\n## Key Capabilities\n\n### Poise\n\n- Calm\n`)?.transitions
        .length;
    assert.deepEqual([steps('From M1 to M2'), steps('Handbook: from M1 to M2')], [1, undefined]);
  });

  test('TOML that the text follows without an empty line takes nothing of it', () => {
    const { overview } =
      read(
        `+++\ntitle = "M1 to M2"\n+++\nThe step changes your week.\n\n## Key Capabilities\n\n${capability('Poise')}`,
      ).transitions[0] ?? assert.fail();
    assert.ok(overview?.endsWith('The step changes your week.'));
  });

  test('words between the tags of a site’s builder, and tags that name something, stay', () => {
    const { overview } = stepWith('## Overview\n\n{{< lead >}}You lead leads.{{< /lead >}}\n');
    assert.ok(overview?.includes('You lead leads.'));
    const counted = stepWith('## Overview\n\nA count such as\n{%d of %d%}\nis fine.\n');
    assert.ok(counted.overview?.includes('{%d of %d%}'));
    const many = `${'{% icon %}{{< a b >}} {% include c.html %}'.repeat(12)} is fine.`;
    assert.ok(stepWith(`## Overview\n\nA row of\n${many}\n`).overview?.includes(many));
    const below = (tag: string, lists: readonly string[]): string =>
      lists.map((label) => `${tag.replace('…', label)}\n\n- ${label}\n\n`).join('');
    const lists = below('{{% tab "…" %}}', ['What this looks like', 'How to develop this']);
    const [poise] = capabilitiesIn(`## Key Capabilities\n\n### Poise\n\nAt M1, a. At M2, b.\n\n${lists}`);
    assert.deepEqual([poise?.signals.length, poise?.practices.length], [1, 1]);
    const { pitfalls } = stepWith(
      '## Pitfalls\n\n**Haste**\n\nSlow down.\n\n{{< figure src="a.png" title="A lead" >}}\n\n**Hiding**\n\nAsk.\n',
    );
    assert.deepEqual(
      pitfalls.map(({ name }) => name),
      ['Haste', 'Hiding'],
    );
    const boxed = capabilitiesIn(
      `## Key Capabilities\n\n${capability('Poise')}{{% notice note %}}\n- No checklist\n{{% /notice %}}\n`,
    );
    assert.equal(boxed[0]?.practices.length, 1);
  });

  test('what only resembles the marks of notebooks stays, and a line of links leads elsewhere', () => {
    const text = 'a == b, a==b==c, array[[0]], [[1]], [[ -f x ]], `[[x]]`, `==y==`, 5%% of 6%%.';
    const { overview } = stepWith(`## Overview\n\n${text}\n`);
    assert.ok(overview?.endsWith(text.replaceAll('`', '')));
    for (const line of ['[[Home]] → [[Careers]]', '← [[M1|Engineer]] → [[M3]]']) {
      const { levels } = read(`# M1 to M2\n\n${line}\n\n## Key Capabilities\n\n${capability('Poise')}`);
      assert.deepEqual(
        levels.map(({ title }) => title),
        [null, null],
        line,
      );
    }
  });

  test('a motto in small letters makes no levels of two names', () => {
    for (const title of [
      'From Monolith to Microservices: what we learned',
      'Welcome to Acme: your first week',
      'From Zero to Hero: your career in data',
    ]) {
      const page = `# ${title}\n\n## Skills\n\n- Patience\n\n## Pitfalls\n\n- **Haste.** Slow down.\n`;
      assert.equal(guideOf(page), undefined, title);
    }
  });

  test('rows of a table that begin with a level’s id, or with other words, give no titles', () => {
    for (const rows of ['| M1 | Anna Smith |\n| M2 | Ben Jones |', '| From | January |\n| To | March |']) {
      const { levels } = read(
        `# M1 to M2\n\n| Who | Whom |\n|---|---|\n${rows}\n\n## Key Capabilities\n\n${capability('Poise')}`,
      );
      assert.deepEqual(
        levels.map(({ title }) => title),
        [null, null],
      );
    }
  });

  test('prose on both levels and lists with labels of their own are no rows of a shift', () => {
    const shifts = (section: string): number => stepWith(`## The Core Shift\n\n${section}`).shifts.length;
    assert.equal(
      shifts(
        'M1 to M2 is a big step. M2 is new to most.\n\nAn M1 is good at this. Everyone knows it. An M2 is rarer. They are hard to find.\n',
      ),
      0,
    );
    assert.equal(
      stepWith(
        '## Answers\n\n**Q:** Who decides?\n**A:** We do.\n\n**Q:** When?\n**A:** In May.\n\n**Q:** How?\n**A:** By vote.\n',
      ).shifts.length,
      0,
    );
  });

  test('names of pages that lead to this one, and a first column of topics, are neither titles nor signals', () => {
    const { levels } = read(
      `# M1 to M2\n\nHandbook › Careers\n\n## Key Capabilities\n\n### Poise\n\nAt M1, a. At M2, b.\n\n| Topic | How to develop this |\n|---|---|\n| Calm | Breathe out slowly first |\n`,
    );
    assert.deepEqual(
      levels.map(({ title }) => title),
      [null, null],
    );
    assert.deepEqual(levels[1]?.capabilities[0]?.signals, []);
  });

  test('rows of goals, terms or slashes, and further down any rows of two sides, are no shift', () => {
    const goals = ['cut incidents', 'hire two', 'ship it']
      .map((goal) => `- **Goal:** ${goal}. **Measure:** half of last year.\n`)
      .join('');
    const terms =
      '| Term | Definition |\n|---|---|\n| OKR | Objectives and key results |\n| 1:1 | A talk |\n';
    const poise = `## Key Capabilities\n\n${capability('Poise')}`;
    assert.deepEqual(
      stepWith(`${poise}## Sample goals\n\n${goals}\n## Terms and definitions\n\n${terms}`).shifts,
      [],
    );
    const slashes = '- From one team / product to several\n- From tasks / tickets to outcomes\n';
    assert.deepEqual(
      stepWith(`## The Core Shift\n\n${slashes}`).shifts.map(({ from, to }) => [from, to]),
      [
        ['one team / product', 'several'],
        ['tasks / tickets', 'outcomes'],
      ],
    );
  });

  test('questions of two rounds, or in a table under the levels’ titles, leave question and titles as they are', () => {
    const rounds =
      '## What you are asked\n\n- Round 1: What have you built?\n- Round 2: Whom have you grown?\n';
    assert.equal(stepWith(rounds).question, null);
    const { levels } = read(
      `# M1 to M2\n\n## Overview\n\n| M1 (Head Baker) | M2 (Master Baker) |\n|---|---|\n| Is my team well? | Is the system well? |\n\n## Key Capabilities\n\n${capability('Poise')}`,
    );
    assert.deepEqual(
      levels.map(({ title }) => title),
      ['Head Baker', 'Master Baker'],
    );
  });

  test('steps of a procedure, words of titles and plans of a product are no ids', () => {
    const how = '## How we decide\n\nAt Step 1, your manager writes. At Step 2, the committee reads.\n';
    assert.deepEqual(
      read(
        `# Engineer to Senior Engineer\n\n${how}\n## Key Capabilities\n\n${capability('Poise').replace('At M1, a. At M2, b.', 'You stay calm.')}`,
      ).levels.map(({ id }) => id),
      ['Engineer', 'Senior Engineer'],
    );
    assert.deepEqual(levelsOf('Entry Level L1 to Mid Level L2'), [
      ['L1', 'Entry Level'],
      ['L2', 'Mid Level'],
    ]);
    assert.equal(
      guideOf('# Upgrading from Tier 1 (Basic Plan) to Tier 2 (Pro Plan)\n\nPress it.\n'),
      undefined,
    );
  });

  test('a record under words for promotion stays one, though it begins with a time', () => {
    const { trackRecord, timeline } = stepWith(
      '## Readiness\n\nYou lead.\n\n## Making your case\n\nAfter 2 years at M1, collect this:\n\n- A year of results\n- A grown report\n',
    );
    assert.deepEqual([trackRecord.length, timeline?.reasons ?? []], [2, []]);
  });

  test('seasons are a time only where no other is told, and where a heading suggests one', () => {
    const typical = (section: string): string | null | undefined =>
      stepWith(`## Key Capabilities\n\n${capability('Poise')}${section}\n`).timeline?.typical;
    for (const [section, time] of [
      ['## Patience\n\nAllow 5+ winters.', '5+ winters'],
      ['## The lodge\n\nAllow 5+ winters.', undefined],
      ['## Patience\n\nWe have not had snow for the last two winters, as most of us know.', undefined],
      ['## Patience\n\nThe roof is due every three summers at least.', undefined],
      ['## Patience\n\nWho may apply needs two winters.', undefined],
      ['## Typical Timeline\n\nThe house has been open for ten winters.', null],
      ['## Typical Timeline\n\nMost log 6,000–8,000 hours as a journeyman.', '6,000–8,000 hours'],
      ['## Typical Timeline\n\nAllow 2000+ hours. The yard closes 12 hours a day.', '2000+ hours'],
      ['## Typical Timeline\n\nMost shifts take 12 hours.', null],
      ['## Typical Timeline\n\nAt least two winters as deputy. In all, two years.', 'two years'],
      [
        '## Typical Timeline\n\nThe most we saw were two winters in a row.\n\nIt takes 2-3 years.',
        '2-3 years',
      ],
      ['## Typical Timeline\n\nExpect the usual: in general terms, patience.', null],
    ] as const) {
      assert.equal(typical(section), time, section);
    }
  });

  test('a heading over words that lead to one list is its label, and no capability of its own', () => {
    const lists =
      '#### Signs of progress\n\nYou may notice that:\n\n- you rest\n\n#### Try this\n\n- Sit down\n';
    const found = capabilitiesIn(
      `## Key Capabilities\n\n### 1. Poise\n\nAt M1, a. At M2, b.\n\n${lists}\n### 2. Calm\n\nAt M1, c. At M2, d.\n\n${lists}`,
    );
    assert.deepEqual(
      found.map(({ name, signals, practices }) => [name, signals.length, practices.length]),
      [
        ['Poise', 1, 1],
        ['Calm', 1, 1],
      ],
    );
  });

  test('gaps beside practices are no signals', () => {
    const gaps =
      '| Gap you might have | How to develop this |\n|---|---|\n| You avoid hard talks with people | Hold one |\n';
    const [poise] = capabilitiesIn(`## Key Capabilities\n\n### Poise\n\nAt M1, a. At M2, b.\n\n${gaps}`);
    assert.deepEqual([poise?.signals.length, poise?.practices.length], [0, 1]);
  });

  test('steps of a procedure that are told of together make no guide', () => {
    const told = 'At Step 1, you unplug it. At Step 2, you wait.\n\n';
    assert.equal(
      guideOf(`# From Step 1 to Step 2\n\n${told}## Mistakes\n\n${told}- Plugging it in\n`),
      undefined,
    );
  });

  test('headings of a guide that lead on from each other are no chapters', () => {
    const turn = (from: string, to: string): string => `### ${from} to ${to}\n\nMore of it.\n\n`;
    const { levels, transitions } = read(
      `# Engineer to Senior Engineer\n\n## The inner journey\n\n${turn('From Doing', 'Delegating')}${turn('From Delegating', 'Directing')}## Key Capabilities\n\n${capability('Poise').replace('At M1, a. At M2, b.', 'Calm.')}`,
    );
    assert.deepEqual([levels.map(({ id }) => id), transitions.length], [['Engineer', 'Senior Engineer'], 1]);
  });

  test('emphasis around what changes is no question, and neither is one question asked of oneself at a level', () => {
    const { question, selfAssessment } = stepWith(
      '## What changes\n\nThe work moves from *my tickets* to *our tickets*.\n\n## Readiness\n\n**Ask yourself:** At M2, would I stay? Would others?\n',
    );
    assert.deepEqual([question, selfAssessment.length], [null, 2]);
  });

  test('a title is not cut where what follows makes another of it, and commas in both stay', () => {
    const titles = (line: string): readonly (string | null)[] =>
      read(`# L1 to L2\n\n${line}\n\n## Key Capabilities\n\n${capability('Poise')}`).levels.map(
        ({ title }) => title,
      );
    assert.deepEqual(titles('Manager → Director, Operations'), ['Manager', 'Director, Operations']);
    assert.deepEqual(titles('Nurse, Nights → Sister, Nights'), ['Nurse, Nights', 'Sister, Nights']);
    assert.deepEqual(titles('Engineer → Engineer (Senior)'), ['Engineer', 'Engineer (Senior)']);
  });

  test('lines in capitals that count no levels stay as they are', () => {
    assert.deepEqual(
      read(
        `# FIELD ENGINEER TO SENIOR FIELD ENGINEER\n\n## Key Capabilities\n\n${capability('Poise').replace('At M1, a. At M2, b.', 'Calm.')}`,
      ).levels.map(({ id }) => id),
      ['FIELD ENGINEER', 'SENIOR FIELD ENGINEER'],
    );
    assert.equal(guideOf('**PART 1 TO PART 2**\n\nAt Part 1, you read. At Part 2, you write.\n'), undefined);
  });

  test('what a committee expects stays with the capabilities where it says nothing of readiness', () => {
    const { readiness } = stepWith(
      `## Key Capabilities\n\n${capability('Poise')}## What the board’s expectations are\n\n**Manners:**\n\n- Be on time\n`,
    );
    assert.equal(readiness, null);
  });

  test('paragraphs on pitfalls that begin with a sentence name none', () => {
    const { pitfalls } = stepWith(
      '## Common Pitfalls\n\nDelegation is hard. It takes time.\n\nTrust takes years. You lose it in a day.\n\nNever skip it. Nobody forgets.\n',
    );
    assert.deepEqual(pitfalls, []);
  });

  test('a capability with questions to reflect on stays one', () => {
    const [skills] = capabilitiesIn(
      `${capability('Communication Skills', '##')}**Reflection questions:**\n\n- Do people read my pages?\n\n**Track record:**\n\n- A page\n`,
    );
    assert.deepEqual(
      skills?.signals.map(({ text }) => text),
      ['Calm'],
    );
  });

  test('what goes from one to another without change is no question, and neither are other questions by level', () => {
    const posted = stepWith(
      '## Overview\n\nSend questions from *Berlin* to *Ana*.\n\nThe fundamental question changes from ‘Is it on?’ to ‘Is it right?’\n',
    );
    assert.equal(posted.question?.from, 'Is it on?');
    for (const two of [
      'Q 1: Can I skip? Q 2: Who decides?',
      'Interview for M1: Why? Interview for M2: Why not?',
    ]) {
      assert.equal(stepWith(`## FAQ\n\n${two}\n`).question, null, two);
    }
    assert.equal(
      stepWith('## Readiness\n\n**Self-assessment:** As an M1: Do I? As an M2: Would I?\n').selfAssessment
        .length,
      2,
    );
  });

  test('levels in the plural stay in the rows of a shift', () => {
    const { shifts } = stepWith(
      '## The Core Shift\n\nM1s plan a sprint → M2s plan a year\n\nM1s fix → M2s build\n',
    );
    assert.deepEqual(shifts[0]?.from, 'M1s plan a sprint');
  });

  test('what stands behind a title tells levels apart that have no other names', () => {
    const ladder = buildLadder(
      ['Platform', 'Data'].map(
        (team) =>
          guideOf(
            `# Progression Guide: Engineer to Senior Engineer (${team})\n\n## Key Capabilities\n\n${capability(team).replace('At M1, a. At M2, b.', 'Calm.')}`,
          ) ?? assert.fail(team),
      ),
    );
    assert.equal(ladder.transitions.length, 2);
  });

  test('scales of something else are no levels, nor are stages of an illness or roads', () => {
    const [low] = read(
      `# Nurse to Senior Nurse\n\n## Key Capabilities\n\n${['Sedation', 'Pain'].map((name) => capability(name).replace('At M1, a. At M2, b.', 'At Scale 1, a. At Scale 2, b.')).join('')}`,
    ).levels;
    assert.equal(low?.id, 'Nurse');
    const stages = ['Food', 'Sleep'].map((name) =>
      capability(name).replace('At M1, a. At M2, b.', 'At Stage 3, a. At Stage 4, b.'),
    );
    assert.equal(guideOf(`# Progression: Stage 3 to Stage 4\n\n## Skills\n\n${stages.join('')}`), undefined);
    assert.equal(guideOf('**A4 → A5**\n\nTurn left.\n'), undefined);
  });

  test('equations that give no titles, and rows on desks', () => {
    const { levels, transitions } = read(
      `# Progression Guide: M1 to M2\n\n## Overview\n\nM1 = Mondays, M2 = Tuesdays.\n\n## Desks and keys\n\n${'As an M1 you share; as an M2 you do not.\n\n'.repeat(3)}## Key Capabilities\n\n${capability('Poise')}`,
    );
    assert.deepEqual([levels[0]?.title ?? null, transitions[0]?.shifts], [null, []]);
    const sanding = (from: number): string =>
      `# Step ${from} to Step ${from + 1}\n\n## Skills\n\n${capability('Sanding')}## Common mistakes\n\n- **Hurry:** Slow down.\n\n`;
    assert.equal(guideOf(`${sanding(1)}${sanding(2)}`), undefined);
    for (const told of ['M1 = Band 7, M2 = Band 8.', 'M1 = Green badge. M2 = Blue badge.']) {
      const [low] = read(`# M1 to M2\n\n${told}\n\n## Key Capabilities\n\n${capability('Poise')}`).levels;
      assert.equal(low?.title, null, told);
    }
  });

  test('who asks others, what is refused and what stands before and after a meeting are no parts', () => {
    const read = stepWith(
      `## Key Capabilities\n\n${capability('Poise')}## What panels ask themselves\n\n- Is it true?\n- Is it hers?\n\n## Gifts you must refuse\n\n- **Wine:** Send it back.\n- **Trips:** Pay for them.\n\n## Before / after the review\n\n- A cold room → a warm room\n- No coffee → coffee\n`,
    );
    assert.deepEqual([read.selfAssessment.length, read.pitfalls.length], [0, 0]);
  });

  test('disciplines with a stroke, commas before titles, remarks behind a dash and a title over another', () => {
    const titles = (text: string): readonly (string | null)[] =>
      read(`${text}\n\n## Key Capabilities\n\n${capability('Poise')}`).levels.map(({ title }) => title);
    assert.deepEqual(titles('# M1 to M2\n\nBackend Engineer / Frontend Engineer'), [null, null]);
    assert.deepEqual(
      titles('# M1 to M2\n\nIn our house, Engineer (M1) and Senior Engineer (M2) are the middle.'),
      ['Engineer', 'Senior Engineer'],
    );
    assert.deepEqual(titles('# M1 to M2\n\nManager → Director — Engineering'), [
      'Manager',
      'Director — Engineering',
    ]);
    assert.deepEqual(titles('# Guide: M1 to M2\n\nEngineer → Senior Engineer\n\n# M1 to M2'), [
      'Engineer',
      'Senior Engineer',
    ]);
  });

  test('lines in a timeline, times of other things, and words that begin like a lead', () => {
    const [timeline] = read(
      `# M1 to M2\n\n## Key Capabilities\n\n${capability('Poise')}## Timeline\n\nMost take 2-3 years.\n\n---\n\n**It depends on**\n\n- Scope\n- Team\n`,
    ).transitions;
    assert.equal(timeline?.timeline?.reasons.length, 2);
    const told = stepWith(
      '## Overview\n\nExpect to spend 3-5 years as an M1 first.\n\n## When to meet your mentor\n\nThere is no fixed time for these meetings.\n\n## Readiness\n\n**Self-assessment:**\n\n- Do I plan?\n- Do I listen?\n\nImportant-looking work is not enough.\n',
    );
    assert.equal(told.timeline?.typical, '3-5 years');
    assert.equal(told.readiness?.rule, 'Important-looking work is not enough.');
    const record = stepWith(
      '## Readiness\n\n- Published “What is an outage?” (2023).\n- Published “Who is on call?” (2024).\n',
    );
    assert.equal(record.selfAssessment.length, 0);
  });

  test('definitions of other things than levels, what others have in a quoted table, and exclamations', () => {
    const told = stepWith(
      '## Overview\n\n!!! please read this before you start\n\n## The Core Shift\n\nIn code\n: Write less.\n: Review more.\n\nIn meetings\n: Speak less.\n: Listen more.\n\nAt Acme they write:\n\n> | Them | Us |\n> |---|---|\n> | slow | fast |\n',
    );
    assert.deepEqual(told.shifts, []);
    assert.match(told.overview ?? '', /please read this/u);
  });
});
