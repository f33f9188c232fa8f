import assert from 'node:assert/strict';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { guideOf } from '../support/files';

type Outline = ReturnType<typeof outlineJson>;

const capabilities =
  '## Key Capabilities\n\n### 1. Delegation\n\nAt M1, a. At M2, b.\n\n**What this looks like:**\n\n- Calm\n\n**How to develop this:**\n\n- Try\n\n';

function read(text: string): Outline {
  return outlineJson(buildLadder([guideOf(text) ?? assert.fail('a guide')]));
}

/** What a guide says that has a title, capabilities and some more. */
function step(sections: string): Outline['transitions'][number] {
  return readWith(sections).transitions[0] ?? assert.fail('a step');
}

function readWith(sections: string): Outline {
  return read(`# Progression Guide: M1 to M2\n\n${capabilities}${sections}`);
}

function shifts(section: string): readonly (readonly string[])[] {
  return step(`## The Core Shift\n\n${section}\n`).shifts.map(({ from, to }) => [from, to]);
}

function capability(below: string): Outline['levels'][number]['capabilities'][number] {
  const text = `# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### 1. Delegation\n\n${below}\n`;
  return read(text).levels[1]?.capabilities[0] ?? assert.fail('a capability');
}

function caveat(behind: string): string | null | undefined {
  return step(`## Typical Timeline\n\nMost take 3-5 years:\n\n- Trust grows\n\n${behind}\n`).timeline?.caveat;
}

suite('what has the form of a part and is none', () => {
  test('other parts by capability', () => {
    const { levels, transitions } = readWith(
      '## Self-Assessment by Capability\n\n### 1. Delegation\n\n- Can I leave for a week?\n\n### 2. Hiring\n\n- Do I hire well?\n',
    );
    assert.deepEqual(
      levels[1]?.capabilities.map(({ name }) => name),
      ['Delegation'],
    );
    assert.equal(transitions[0]?.selfAssessment.length, 2);
  });

  test('sentences in bold over a paragraph', () => {
    assert.match(
      caveat('**Important: staying at M1 is a fine choice**\n\nSee the handbook.') ?? '',
      /^staying/,
    );
    assert.match(
      step(
        '## Readiness\n\n**Perform at the level of your next role first**\n\nPromotion recognises it.\n\n- One project\n',
      ).readiness?.summary ?? '',
      /^Perform/,
    );
  });

  test('the foot of the page', () => {
    for (const line of [
      'See the Career Ladder for the other levels.',
      '© Acme Careers',
      'This guide remains a living document.',
      'Stay in touch: #career-growth',
      '[Back to all career guides](README.md)',
    ]) {
      assert.equal(caveat(`---\n\n${line}`), null, line);
    }
  });

  test('small print behind a caveat', () => {
    assert.equal(
      caveat('Take your time.\n\n<sub>People team, internal. Last change: January.</sub>'),
      'Take your time.',
    );
    assert.equal(caveat('<small>Printed on demand.</small>'), null);
  });

  test('a warning in a timeline of nothing but text, and what is none', () => {
    const inText = (behind: string): string | null | undefined =>
      step(`## Typical Timeline\n\nMost take 3-5 years. Luck has its part.\n\n${behind}\n`).timeline?.caveat;
    for (const words of ['Finally, a warning:', 'A word of caution –', 'Please note:', 'Remember,']) {
      assert.match(inText(`${words} the title is mostly meetings.`) ?? '', /the title is mostly/u, words);
    }
    for (const text of ['Note the date of your start.', 'A warning light goes on in year two.']) {
      assert.equal(inText(text), null, text);
    }
  });

  test('mottos in a title', () => {
    for (const motto of ['Tactics to Strategy', 'From Team to Teams', 'Peer to Boss']) {
      const text = `# M1 → M2 — ${motto}\n\nEngineering Manager → Senior Engineering Manager\n\n${capabilities}`;
      assert.deepEqual(
        read(text).levels.map(({ title }) => title),
        ['Engineering Manager', 'Senior Engineering Manager'],
        motto,
      );
    }
  });

  test('an arrow beside the shifts, and a way on to other guides', () => {
    assert.deepEqual(
      shifts('M1: Leads one team. M2: Leads several.\n\n**Key takeaway: output → outcomes.**'),
      [['Leads one team.', 'Leads several.']],
    );
    assert.deepEqual(
      shifts('From doing to asking.\n\nFrom plans to bets.\n\n**Next: [M2 → M3](m2-to-m3.md)**').length,
      2,
    );
  });

  test('questions that others ask', () => {
    const shift =
      "## The Core Shift\n\nThe question changes from 'Is it done?' to 'Is it right?'.\n\n- a → b\n";
    for (const heading of ['An Open Question', 'A Common Question', 'Two Questions We Hear Often']) {
      const { question } = step(
        `${shift}\n## ${heading}\n\n“Is there a pay rise?” and “Do I keep my team?”\n`,
      );
      assert.deepEqual(question, { from: 'Is it done?', to: 'Is it right?' }, heading);
    }
  });

  test('sentences in which something becomes or is less, and plans in time', () => {
    for (const text of [
      '- Communication becomes more important\n- Delegation becomes unavoidable',
      'If in doubt – then – talk. And when it counts – now – go.',
      'Less - as they say - is more - always.',
      'Now: finish hiring. Next: set up rituals. Later: scale.',
      'From: January 2024 To: June 2024',
    ]) {
      assert.deepEqual(shifts(text), [], text);
    }
    assert.deepEqual(
      step(
        '## Calibration Meetings\n\n- Before: collect notes. After: share them.\n- Before: rest. After: eat.\n',
      ).shifts,
      [],
    );
  });

  test('people and dates beside the ids of levels', () => {
    for (const lines of [
      '- Jane Doe (M2)\n- John Roe (M1)',
      '- M1 (Two Years)\n- M2 (Four Terms)',
      '| From | To |\n|---|---|\n| January | June |',
      'Now: Team Scope  \nNext: Area Goals',
    ]) {
      assert.deepEqual(
        read(`# Progression Guide: M1 to M2\n\n${lines}\n\n${capabilities}`).levels.map(({ title }) => title),
        [null, null],
        lines,
      );
    }
  });

  test('a pitfall that speaks of seeing oneself in it', () => {
    const { pitfalls } = step(
      '## Common Pitfalls\n\n**Micromanaging**\n\nIf you see yourself in several of these behaviours, you do it.\n\n**Hiding**\n\nText.\n',
    );
    assert.match(pitfalls[0]?.text ?? '', /^If you see/);
  });

  test('a level that is named in passing', () => {
    const { expectations } = capability(
      'At M2, you know what worked before – at M1, for one team – may break.\n\n**What this looks like:**\n\n- Calm',
    );
    assert.deepEqual(Object.keys(expectations), ['M2']);
  });

  test('reading, counter-examples and what is so at the lower level, beside the lists of a capability', () => {
    const { practices } = capability(
      'At M1, a. At M2, b.\n\n**What this looks like:**\n\n- Calm\n\n**How to develop this:**\n\nTake your time.\n\n**Further reading**\n\n- Thinking in Systems\n',
    );
    assert.deepEqual(practices, []);
    const { signals } = capability(
      'At M1, a. At M2, b.\n\n**Behaviours at M1:**\n\n- You see only your team\n\n**Behaviours at M2:**\n\n- You see all\n',
    );
    assert.deepEqual(
      signals.map(({ text }) => text),
      ['You see all'],
    );
  });

  test('files with a count in their title and no part of a guide', () => {
    for (const title of ['Career Fair: Hall A to Hall B', 'Ladder Safety: Type I to Type II']) {
      assert.equal(
        guideOf(`# ${title}\n\n## Overview\n\nText.\n\n## Checklist\n\n- Chairs?\n`),
        undefined,
        title,
      );
    }
  });

  test('tables and headings with an old and a new, and with a failure', () => {
    assert.deepEqual(
      step('## Titles\n\n| Old title | New title |\n|---|---|\n| Lead | Manager |\n').shifts,
      [],
    );
    const { readiness } = step(
      '## Readiness\n\nYou do the work.\n\n### What Happens If the Promotion Fails\n\n- **We talk.** Soon.\n- **You try again.** Later.\n',
    );
    assert.equal(readiness?.summary, 'You do the work.');
  });

  test('dots that rate a level', () => {
    const { signals, summary } = capability(
      '●●●○○ At M1, a.\n\n●●●●○ At M2, b.\n\n**What this looks like:**\n\n- Calm',
    );
    assert.deepEqual([signals.length, summary], [1, '●●●○○ At M1, a.']);
  });

  test('headings of pitfalls over bold lines that tell of each, and a table with a bold header', () => {
    const names = (section: string): readonly string[] =>
      step(`## Common Pitfalls\n\n${section}`).pitfalls.map(({ name }) => name);
    const told = '**Why it happens**\n\nHabit.\n\n**What to do**\n\nAsk.\n\n';
    assert.deepEqual(names(`### Keeping the old job\n\n${told}### Hiding\n\n${told}`), [
      'Keeping the old job',
      'Hiding',
    ]);
    const listed = '- **Looks like:** Late nights.\n- **Instead:** Ask.\n\n';
    assert.deepEqual(names(`### Keeping the old job\n\n${listed}### Hiding\n\n${listed}`), [
      'Keeping the old job',
      'Hiding',
    ]);
    assert.deepEqual(
      names('| **Pitfall** | **What to do instead** |\n|---|---|\n| **Hiding** | Show up early |\n'),
      ['Hiding'],
    );
    assert.deepEqual(names('Most of these are old habits — ones that served you well.\n'), []);
    assert.deepEqual(names('- Confusing M1 → M2 with a reward\n- Waiting\n'), [
      'Confusing M1 → M2 with a reward',
      'Waiting',
    ]);
  });

  test('headings of pitfalls over lists and over bold phrases', () => {
    const names = (section: string): readonly string[] => step(section).pitfalls.map(({ name }) => name);
    assert.deepEqual(
      names(
        '## Common Pitfalls\n\n### Firefighting\n\n- You are tired\n- You are late\n\n### Hiding\n\n- Nobody asks you\n- Nobody tells you\n',
      ),
      ['Firefighting', 'Hiding'],
    );
    assert.deepEqual(
      names(
        '## Common Pitfalls\n\n### Firefighting\n\n**Why it tempts.** It is loud.\n\n**How it ends.** You burn out.\n\n### Hiding\n\nYou wait.\n',
      ),
      ['Firefighting', 'Hiding'],
    );
  });

  test('a table of pay under a heading that does not say so, and a rule at the beginning of a part', () => {
    assert.deepEqual(
      step(
        '## In figures\n\n| | M1 | M2 |\n|---|---|---|\n| Band | €62,000 | €76,000 |\n| Holiday | 28 days | 30 days |\n',
      ).shifts,
      [],
    );
    assert.equal(step('## Typical Timeline\n\n---\n\nMost take 3-5 years.\n').timeline?.typical, '3-5 years');
  });

  test('capabilities of two groups that share a name', () => {
    const section = (name: string): string =>
      capabilities.slice(capabilities.indexOf('At M1')).replace(/^/u, `#### ${name}\n\n`);
    const { levels } = read(
      `# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### People\n\n${section('Coaching')}${section('Candour')}### Business\n\n${section('Candour')}${section('Budget')}`,
    );
    assert.deepEqual(
      levels[1]?.capabilities.map(({ name }) => name),
      ['Coaching', 'Candour', 'Budget'],
    );
  });

  test('a callout that alone says what readiness is', () => {
    const { readiness } = step(
      '## Readiness\n\n> [!TIP]\n> Readiness means doing the work before you have it.\n\n### Track Record\n\n- One\n',
    );
    assert.match(readiness?.summary ?? '', /Readiness means/);
  });

  test('a second list for the lower level, a comparison with it, and examples', () => {
    const both = capability(
      'At M1, a. At M2, b.\n\n**What this looks like:**\n\n- Calm\n\n**What this looks like for M1 managers:**\n\n- Haste\n',
    );
    assert.deepEqual([both.signals.length, both.practices.length], [1, 0]);
    const compared = capability(
      'At M1, a. At M2, b.\n\n**What this looks like compared with M1:**\n\n- Calm\n\n**How to develop this:**\n\n- Try\n',
    );
    assert.deepEqual([compared.signals.length, compared.practices.length], [1, 1]);
    const examples = capability('At M1, a. At M2, b.\n\n**Examples at M2:**\n\n- Calm\n');
    assert.equal(examples.signals.length, 1);
    const crossed = capability(
      'At M1, a. At M2, b.\n\n| What this looks like | How to develop this |\n|---|---|\n| ✓ You draw<br>✗ You guess | Try it out some day |\n',
    );
    assert.deepEqual(
      crossed.signals.map(({ text }) => text),
      ['You draw'],
    );
    const runIn = capability(
      'At M1, a. At M2, b.\n\n**What this looks like:** You draw the map first.\n\n- You share it\n\n**How to develop this:**\n\n- Try\n',
    );
    assert.match(runIn.signals[0]?.text ?? '', /^You draw/);
  });

  test('roles and names in a table that are no titles', () => {
    for (const row of ['Role | Leads a team | Full-time manager', 'Name | Ana | Bo']) {
      const text = `# Progression Guide: M1 to M2\n\n| | M1 | M2 |\n|---|---|---|\n| ${row} |\n\n${capabilities}`;
      assert.deepEqual(
        read(text).levels.map(({ title }) => title),
        [null, null],
        row,
      );
    }
    const header = '| You leave (M1) | You take up (M2) |';
    assert.deepEqual(
      read(`# M1 to M2\n\n${header}\n|---|---|\n| Cases | People |\n\n${capabilities}`).levels.map(
        ({ title }) => title,
      ),
      [null, null],
    );
  });

  test('a rule in parentheses, questions in passing and a panel', () => {
    assert.match(
      step(
        '## Readiness\n\nYou do it.\n\n### Self-Assessment\n\n- Do I?\n- Can I?\n\n(Answer yes to most of them for half a year and you may be ready.)\n',
      ).readiness?.rule ?? '',
      /may be ready/,
    );
    const { expectations } = capability(
      'On M2 panels you are heard. At M2, you speak first.\n\n**What this looks like:**\n\n- Calm',
    );
    assert.deepEqual(expectations, { M2: 'you speak first.' });
    assert.deepEqual(
      step('## Self-Assessment\n\n- As a Lead: do you plan?\n- At Work: do you listen?\n').selfAssessment
        .length,
      2,
    );
  });

  test('headings that use the words of a part otherwise', () => {
    for (const heading of [
      'Known blind spots of this guide',
      'Paper trail for auditors',
      'Shifting to part-time',
      'Rating yourself in the HR tool',
    ]) {
      const {
        pitfalls,
        trackRecord,
        selfAssessment,
        shifts: rows,
      } = step(`## ${heading}\n\n- Save the form\n- Send it in\n`);
      assert.deepEqual([pitfalls, trackRecord, selfAssessment, rows], [[], [], [], []], heading);
    }
  });
});

/** What is read only where several rules of the reader agree: each of these was lost once when one was left out. */
suite('parts that sound like others', () => {
  const signals =
    'At M1, a. At M2, b.\n\n**What this looks like:**\n\n- Calm\n\n**How to develop this:**\n\n- Try\n\n';

  function names(text: string): readonly string[] {
    return read(text).levels[1]?.capabilities.map(({ name }) => name) ?? [];
  }

  test('capabilities with numbers that have the names of other parts', () => {
    assert.deepEqual(
      names(
        `# M1 to M2\n\n## 1. Delegation\n\n${signals}## 2. Managing Timelines\n\n${signals}## 3. Operational Readiness\n\n${signals}## Overview\n\nA step.\n`,
      ),
      ['Delegation', 'Managing Timelines', 'Operational Readiness'],
    );
    assert.deepEqual(
      names(
        '# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### 1. Delegation\n\n- Calm\n\n### 2. Best Practices\n\n- Review\n\n### 3. Hiring\n\n- Ask\n',
      ),
      ['Delegation', 'Best Practices', 'Hiring'],
    );
  });

  test('capabilities in bold with the words of other parts', () => {
    const bold = (name: string): string =>
      `**${name}**\n\nAt M1, a. At M2, b.\n\n**What this looks like:**\n\n- Calm\n\n`;
    assert.deepEqual(
      names(
        `# Progression Guide: M1 to M2\n\n**Overview**\n\nA step.\n\n**Key Capabilities**\n\n${bold('1. Delegation')}${bold('2. Delivery timelines')}${bold('3. Operational readiness')}**Typical Timeline**\n\nMost take 2-3 years.\n`,
      ),
      ['Delegation', 'Delivery timelines', 'Operational readiness'],
    );
  });

  test('capabilities with their lists in a line each, under titles alone', () => {
    const inLine = '**Signals:** you see it early; you say so.\n\n**Practices:** draw it; ask twice.\n\n';
    assert.deepEqual(
      names(`# Analyst to Senior Analyst\n\n## Foresight\n\n${inLine}## Candour\n\n${inLine}`),
      ['Foresight', 'Candour'],
    );
  });

  test('lists under questions', () => {
    const { signals, practices } = capability(
      'At M1, a. At M2, b.\n\nWhat does good look like?\n\n- Calm\n\nWhere should I start?\n\n- Try\n',
    );
    assert.deepEqual(
      [signals.map(({ text }) => text), practices.map(({ text }) => text)],
      [['Calm'], ['Try']],
    );
  });

  test('columns whose titles stand the other way round', () => {
    const [step] = read(
      `# L4 to L5: Nurse to Sister\n\n${capabilities}## The Core Shift\n\n| Sister | Nurse |\n|---|---|\n| Plans | Works |\n`,
    ).transitions;
    assert.deepEqual([step?.shifts[0]?.from, step?.shifts[0]?.to], ['Works', 'Plans']);
  });

  test('shifts in bold, with words on each', () => {
    assert.deepEqual(
      shifts('- **From doing to enabling**: you stop.\n- **From now to later**: you wait.\n'),
      [
        ['doing', 'enabling'],
        ['now', 'later'],
      ],
    );
  });

  test('a record that is asked for, questions in groups and questions on a shift', () => {
    const { trackRecord, selfAssessment } = step(
      '## Readiness\n\n### Track Record\n\n- Have you led two teams?\n- Have you hired?\n\n### Self-Assessment\n\n- On people:\n  - Do I coach?\n  - Do I listen?\n',
    );
    assert.deepEqual(
      [trackRecord.length, selfAssessment.map(({ text }) => text)],
      [2, ['Do I coach?', 'Do I listen?']],
    );
    const asked = step(
      '## Self-Assessment\n\n- From doing to delegating: do I let go?\n- From now to next year: do I plan?\n',
    );
    assert.deepEqual([asked.shifts.length, asked.selfAssessment.length], [0, 2]);
  });

  test('a pitfall that begins with a stressed word', () => {
    assert.deepEqual(
      step(
        '## Common Pitfalls\n\n- *Never* delegating: you drown.\n- *Only* helping when asked: you wait.\n',
      ).pitfalls.map(({ name }) => name),
      ['Never delegating', 'Only helping when asked'],
    );
  });

  test('items and rows without a name among pitfalls', () => {
    const names = (section: string): readonly string[] =>
      step(`## Common Pitfalls\n\n${section}\n`).pitfalls.map(({ name }) => name);
    assert.deepEqual(names('-\n- Haste: slow down'), ['Haste']);
    assert.deepEqual(names('| Trap | Cure |\n|---|---|\n| | Wait |\n| Haste | Rest |'), ['Haste']);
  });

  test('quotation marks around a question that lack their partner', () => {
    const question = (questions: string): unknown =>
      step(`## The Core Shift\n\nThe question changes from ${questions}\n`).question;
    for (const questions of ['"Is it done? to Is it right?', 'Is it done? to “Is it right?']) {
      assert.deepEqual(question(questions), { from: 'Is it done?', to: 'Is it right?' });
    }
  });

  test('years and weeks that are none of the step', () => {
    const { timeline, pitfalls } = step(
      '## Where we work\n\nThe office is by the river.\n\nThe lease runs 3-5 years.\n\n## Your first weeks\n\n**Week 1.** Meet everybody and change nothing.\n\n**Week 4.** Change one thing only.\n',
    );
    assert.deepEqual([timeline, pitfalls], [null, []]);
  });

  test('a wait that the introduction tells, and a header in bold over pitfalls in bold', () => {
    const [step] = read(
      `# Progression Guide: M1 to M2\n\nYou apply in May. It takes 2-3 weeks to hear of it.\n\n${capabilities}## Common Pitfalls\n\n| **What happens** | Remedy |\n|---|---|\n| **Hiding** | Show up early |\n`,
    ).transitions;
    assert.deepEqual([step?.timeline, step?.pitfalls.map(({ name }) => name)], [null, ['Hiding']]);
  });

  test('a table with the titles of both levels, which alone makes a guide', () => {
    assert.deepEqual(
      read(
        '# Engineering handbook\n\n| M1 (Manager) | M2 (Senior Manager) |\n|---|---|\n| One team | Several |\n',
      ).levels.map(({ title }) => title),
      ['Manager', 'Senior Manager'],
    );
  });

  test('two lists of each pitfall, beside capabilities whose lists have labels of their own', () => {
    const lists = (one: string, other: string): string => `**${one}**\n\n- Calm\n\n**${other}**\n\n- Try\n\n`;
    const { levels, transitions } = read(
      `# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### 1. Delegation\n\n${lists('In the wild', 'On your own')}### 2. Hiring\n\n${lists('In the wild', 'On your own')}## Common Pitfalls\n\n### Hiding\n\n${lists('The pull', 'The price')}### Rushing\n\n${lists('The pull', 'The price')}`,
    );
    assert.deepEqual(
      levels[1]?.capabilities.map(({ signals, practices }) => [signals.length, practices.length]),
      [
        [1, 1],
        [1, 1],
      ],
    );
    assert.deepEqual(
      transitions[0]?.pitfalls.map(({ text }) => text.split('\n')[0]),
      ['The pull', 'The pull'],
    );
  });

  test('sections of the title’s rank, headings of a group and parts two ranks down', () => {
    assert.deepEqual(
      names(
        `# Growing: M1 to M2\n\nHow to grow.\n\n# Skills\n\n## Delegation\n\n${signals}## Planning and timelines\n\n${signals}## Operational Readiness\n\n${signals}`,
      ),
      ['Delegation', 'Planning and timelines', 'Operational Readiness'],
    );
    assert.deepEqual(
      names(
        '# M1 to M2\n\n## What We Look For\n\n### Track Record\n\n- A project\n\n### Competencies\n\n#### Delegation\n\nAt M1, one team. At M2, several.\n\n- Calm\n\n#### Hiring\n\nAt M1, one team. At M2, several.\n\n- Ask\n',
      ),
      ['Delegation', 'Hiring'],
    );
    assert.deepEqual(
      step(
        '## The Guide\n\n### Part One\n\n#### Overview\n\nA step.\n\n### Part Two\n\n#### Common Pitfalls\n\n**Hiding**\n\nYou wait.\n',
      ).pitfalls.map(({ name }) => name),
      ['Hiding'],
    );
  });

  test('readiness beside the timeline, before its list, and beside how to use it', () => {
    const timing = step(
      '## Timing\n\n### Timeline\n\nMost take 2-3 years.\n\n### Readiness\n\n- Led two teams\n- Hired one\n',
    );
    assert.deepEqual([timing.timeline?.reasons, timing.trackRecord.length], [[], 2]);
    assert.equal(
      step('## Readiness\n\nTwo cycles above the bar. The panel decides by evidence:\n\n- Led two teams\n')
        .readiness?.summary,
      'Two cycles above the bar. The panel decides by evidence:',
    );
    const { trackRecord, selfAssessment } = step(
      '## Self-Assessment\n\n### Questions to ask\n\n- Do I coach?\n- Do I listen?\n\n### How to use this\n\n- Take an hour\n- Be honest\n',
    );
    assert.deepEqual([trackRecord, selfAssessment.length], [[], 2]);
  });

  test('pay and leave in tables of the levels', () => {
    const { shifts, readiness } = step(
      '## Pay by level\n\n| | M1 | M2 |\n|---|---|---|\n| Phone | Ours | Yours |\n\n*Questions: rewards@*\n\n## Holidays at a glance\n\n| M1 | M2 |\n|---|---|\n| No sabbatical | A sabbatical |\n',
    );
    assert.deepEqual([shifts, readiness], [[], null]);
  });
});
