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
});
