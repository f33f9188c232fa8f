import assert from 'node:assert/strict';
import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { assertCovered } from '../support/covered';
import { runs } from '../support/effort';
import { guideOf, ladderOf, markdownFiles, readText } from '../support/files';
import { differences } from '../support/subset';

const home = 'test/fixtures/guides';

/** The guides of a folder by name, each with what its author says should be read from it. */
function cases(folder: string): readonly string[] {
  return readdirSync(path.join(root, home, folder))
    .filter((file) => file.endsWith('.expected.json'))
    .map((file) => path.join(home, folder, file.replace('.expected.json', '')));
}

function outlineOf(name: string): ReturnType<typeof outlineJson> {
  return outlineJson(ladderOf(existsSync(path.join(root, `${name}.md`)) ? `${name}.md` : name));
}

suite('guides as other authors write them', () => {
  for (const name of cases('read')) {
    test(path.basename(name), () => {
      const expected: unknown = JSON.parse(readText(`${name}.expected.json`));
      assert.deepEqual(differences(expected, outlineOf(name)), []);
    });
  }
});

suite('the ranges of what is read', () => {
  for (const file of [...markdownFiles('guides'), ...markdownFiles(path.join(home, 'read'))]) {
    test(path.basename(file), () => {
      const [guide] = ladderOf(file).guides;
      assert.ok(guide);
      assertCovered(guide);
    });
  }
});

suite('broken guides', () => {
  for (const name of cases('broken')) {
    test(path.basename(name), () => {
      const { problemRules = [], ...expected } = JSON.parse(readText(`${name}.expected.json`)) as {
        readonly problemRules?: readonly (string | readonly string[])[];
      };
      const outline = outlineOf(name);
      assert.deepEqual(differences(expected, outline), []);
      const rules: readonly string[] = outline.problems.map(({ rule }) => rule);
      for (const wanted of problemRules) {
        assert.ok(
          [wanted].flat().some((rule) => rules.includes(rule)),
          `expected ${wanted} among ${rules}`,
        );
      }
    });
  }
});

suite('Markdown that only stands beside guides', () => {
  for (const file of markdownFiles(path.join(home, 'other'))) {
    test(path.basename(file), () => {
      const { levels, transitions, problems } = outlineJson(ladderOf(file));
      assert.deepEqual({ levels, transitions, problems }, { levels: [], transitions: [], problems: [] });
    });
  }
});

suite('guides that would be misread', () => {
  function outline(text: string): ReturnType<typeof outlineJson> {
    const guide = guideOf(`# Progression Guide: M1 to M2\n\n${text}`);
    assert.ok(guide);
    return outlineJson(buildLadder([guide]));
  }

  test('pitfalls keep their headings when one of these says trap', () => {
    const { transitions } = outline(
      '## Common Pitfalls\n\n### The Hero Trap\n\nAlone.\n\n### Rushing\n\nFast.\n',
    );
    assert.deepEqual(
      transitions[0]?.pitfalls.map(({ name }) => name),
      ['The Hero Trap', 'Rushing'],
    );
  });

  test('what a capability does not look like is no signal', () => {
    const { levels } = outline(
      '## Key Capabilities\n\n### Poise\n\n**What this looks like:**\n\n- Calm\n\n**What this does not look like:**\n\n- Shouting\n',
    );
    assert.deepEqual(
      levels[1]?.capabilities[0]?.signals.map(({ text }) => text),
      ['Calm'],
    );
  });

  test('the foot of the page is no part of the timeline', () => {
    const { transitions } = outline(
      '## Typical Timeline\n\nMost take 3-5 years:\n\n- Trust grows slowly\n\n**Important: Staying is fine.**\n\n---\n\n*Last updated: May 2024.*\n\n- [Home](index.md)\n',
    );
    assert.deepEqual(transitions[0]?.timeline?.caveat, 'Staying is fine.');
    assert.equal(transitions[0]?.timeline?.reasons.length, 1);
  });

  test('questions that people ask are not the fundamental one', () => {
    const { transitions } = outline(
      "## The Core Shift\n\nPeople ask 'Is it pay?' and 'Is it status?'.\n\n- One team → two teams\n",
    );
    assert.equal(transitions[0]?.question, null);
  });

  test('what a draft says in brackets is no title where others are given', () => {
    const guide = guideOf(
      '# Guide: M1 → M2 (Draft)\n\nEngineering Manager → Director\n\n## Common Pitfalls\n',
    );
    assert.ok(guide);
    assert.deepEqual(
      guide.levels.map(({ title }) => title),
      ['Engineering Manager', 'Director'],
    );
    assert.ok(guide.problems.every(({ rule }) => rule !== 'guide-levels'));
  });

  test('sections whose names say nothing are known by their form', () => {
    const { transitions, problems } = outline(
      [
        '## Bees\n\nSome words.',
        '## Ants\n\n- One team → several teams\n- Weeks → quarters',
        '## Key Capabilities\n\n### Poise\n\n**What this looks like:**\n\n- Calm',
        '## Wasps\n\n**Rushing.** It does not help.\n\n**Hiding.** Nobody finds you.',
        '## Moths\n\n- Do I sleep?\n- Does my team?',
        '## Newts\n\nMost people take 2-3 years.\n\n- Trust grows slowly',
      ].join('\n\n'),
    );
    const [{ shifts, pitfalls, selfAssessment, timeline } = assert.fail('a transition')] = transitions;
    assert.deepEqual(
      [shifts.length, pitfalls.map(({ name }) => name), selfAssessment.length, timeline?.typical],
      [2, ['Rushing', 'Hiding'], 2, '2-3 years'],
    );
    assert.ok(problems.every(({ message }) => !/pitfalls|self-assessment|timeline/u.test(message)));
  });

  test('values, support and the committee’s dates are no parts of the step', () => {
    const { transitions } = outline(
      [
        '## Key Capabilities\n\n### Poise\n\n**What this looks like:**\n\n- Calm',
        '## Our values\n\n**Candour.** We do not hide.\n\n**Thrift.** Nobody wastes.',
        '## The committee\n\nIt meets every 6 months and answers within 4 weeks.',
        '## The round\n\n- It takes 2 months.\n- What happens then? You are told.',
        '## Interviews\n\n- What is a monad?\n- Who maintains the build?',
      ].join('\n\n'),
    );
    const [{ pitfalls, timeline, trackRecord, selfAssessment } = assert.fail('a transition')] = transitions;
    assert.deepEqual(
      { pitfalls, timeline, trackRecord, selfAssessment },
      { pitfalls: [], timeline: null, trackRecord: [], selfAssessment: [] },
    );
  });

  test('a track record in one paragraph is read where it lists, and only there', () => {
    const record = (text: string): readonly string[] | undefined =>
      outline(`## Build a Track Record\n\n${text}\n`).transitions[0]?.trackRecord.map((item) => item.text);
    assert.deepEqual(record('Document each outage. Track the pager. Ask for feedback.'), [
      'Document each outage.',
      'Track the pager.',
      'Ask for feedback.',
    ]);
    assert.deepEqual(record('Two plans that held\\\nA hire who stayed'), [
      'Two plans that held',
      'A hire who stayed',
    ]);
    assert.deepEqual(record('The panel looks at one year. You need not write much. It is quick.'), []);
    assert.deepEqual(record('The panel looks at one year.\n\nIt reads what your manager writes.'), []);
  });

  test('a table of how long the years take gives no reasons', () => {
    const { transitions } = outline(
      '## Typical Timeline\n\nMost take 3-5 years.\n\n| Year | What happens |\n|---|---|\n| 1 | You learn |\n\nThere is no hurry.\n',
    );
    const { reasons, caveat } = transitions[0]?.timeline ?? assert.fail('a timeline');
    assert.deepEqual({ reasons, caveat }, { reasons: [], caveat: null });
  });

  test('a table in HTML whose cells span others, or hold lists or tables, is not read', () => {
    const shifts = (rows: string): number | undefined =>
      outline(`## The Core Shift\n\n<table><tr><th>M1</th><th>M2</th></tr>${rows}</table>\n`).transitions[0]
        ?.shifts.length;
    assert.equal(shifts('<tr><td>One</td><td>Two</td></tr>'), 1);
    assert.equal(shifts('<tr><td colspan="2">One</td></tr>'), 0);
    assert.equal(shifts('<tr><td>One</td><td><ul><li>Two</li></ul></td></tr>'), 0);
    assert.equal(shifts('<tr><td>One</td><td><table><tr><td>Two</td></tr></table></td></tr>'), 0);
  });

  test('bold words at the start of a sentence name no pitfall', () => {
    const { transitions } = outline(
      '## Common Pitfalls\n\n**Everyone** falls into some.\n\n**Rushing.** It shows.\n\n**Note:** these are not failures.\n',
    );
    assert.deepEqual(
      transitions[0]?.pitfalls.map(({ name }) => name),
      ['Rushing'],
    );
  });

  test('a colon in bold ends a name also where its line is wrapped behind it', () => {
    const { transitions } = outline(
      '## Common Pitfalls\n\n**Keeping one foot in each job:**\nIt shows.\n\n**Rushing:** So does\nthis.\n',
    );
    assert.deepEqual(
      transitions[0]?.pitfalls.map(({ name, text }) => `${name} ${text}`),
      ['Keeping one foot in each job It shows.', 'Rushing So does this.'],
    );
  });

  test('an aside in a quotation names no pitfall beside those that are named', () => {
    const { transitions } = outline(
      '## Common Pitfalls\n\n**Rushing**\n\nIt shows.\n\n> **Remember.** All of us fall.\n',
    );
    assert.deepEqual(
      transitions[0]?.pitfalls.map(({ name, text }) => `${name}: ${text}`),
      ['Rushing: It shows.\n\nRemember. All of us fall.'],
    );
  });

  test('questions for each level are no rows of the core shift', () => {
    const { transitions } = outline(
      '## The Core Shift\n\nM1: Is it done?\n\nM2: Is it right?\n\n“Is it done?” → “Is it right?”\n\n“Who?” → “Why?”\n',
    );
    assert.deepEqual(transitions[0]?.shifts, []);
  });

  test('a row of questions in the core shift is not the fundamental one, unless it says so', () => {
    const { transitions } = outline(
      '## The Core Shift\n\n| M1 | M2 |\n|---|---|\n| Is it done? | Is it right? |\n| Asks | Answers |\n',
    );
    assert.equal(transitions[0]?.question, null);
  });

  test('headings between bold lines that announce parts stand below those', () => {
    const parts = '**Overview**\n\nThe step.\n\n**Timeline**\n\nIt takes 2-3 years.\n\n';
    const { transitions } = outline(
      `${parts}**Common Pitfalls**\n\n## Holding On\n\nAlone.\n\n## Saying Yes\n\nTo all.\n`,
    );
    assert.deepEqual(
      transitions[0]?.pitfalls.map(({ name }) => name),
      ['Holding On', 'Saying Yes'],
    );
  });

  test('what HTML sets off in an aside is read without its tags', () => {
    const { transitions } = outline(
      '## Overview\n\n<aside>\n💡 Note <b>this</b>\n\nSome text.\n\n</aside>\n',
    );
    assert.equal(transitions[0]?.overview, '💡 Note this\n\nSome text.');
  });

  test('how long something else takes is not the time of the step', () => {
    const time = (text: string) => outline(`## Overview\n\n${text}\n`).transitions[0]?.timeline?.typical;
    assert.equal(time('The step usually takes 2-3 years.'), '2-3 years');
    assert.equal(time('Most people spend 3-5 years as an M1 first.'), '3-5 years');
    assert.equal(time('A typical project at M2 takes 6-9 months.'), undefined);
    assert.equal(time('Most M2s own projects that take 6-12 months.'), undefined);
    assert.equal(time('Most hires leave within 2-3 years if nobody moves them.'), undefined);
  });

  test('two questions in one line are the fundamental one where the words between them tell of a change', () => {
    const question = (text: string) => outline(`## Overview\n\n${text}\n`).transitions[0]?.question?.to;
    assert.equal(question('“Is it fun?” gives way to “Is it good?”.'), 'Is it good?');
    assert.equal(question('Visitors wonder “Is it open?” long until they read “Are you in?”.'), undefined);
  });

  test('a label that is a heading is no capability where the other label is bold', () => {
    const { levels } = outline(
      '## Key Capabilities\n\n### Poise\n\n#### What this looks like\n\n- Calm\n\n**How to develop this:**\n\n- Rest\n\n### Signals\n\nRead them.\n\n**What this looks like:**\n\n- Alert\n',
    );
    assert.deepEqual(
      levels[1]?.capabilities.map(({ name, signals, practices }) => [name, signals.length, practices.length]),
      [
        ['Poise', 1, 1],
        ['Signals', 1, 0],
      ],
    );
  });

  test('a list before the signals that has no label is no practice', () => {
    const { levels } = outline(
      '## Key Capabilities\n\n### Poise\n\n- In meetings\n- In writing\n\n**What this looks like:**\n\n- Calm\n',
    );
    assert.deepEqual(levels[1]?.capabilities[0]?.practices, []);
  });

  test('who keeps the page, and since when, belongs to no part', () => {
    const { transitions } = outline(
      '## Common Pitfalls\n\n**Rushing.** It shows.\n\n---\n\n*Last updated: May 2026*\n\nMaintained by the people team.\n',
    );
    assert.deepEqual(
      transitions[0]?.pitfalls.map(({ text }) => text),
      ['It shows.'],
    );
  });

  test('a subtitle that is a heading may hold the word for a part', () => {
    const { levels, transitions } = outline(
      '## Shift Manager → Site Manager\n\nYou run a shift.\n\n## Common Pitfalls\n\n**Rushing.** It shows.\n',
    );
    assert.deepEqual(
      [...levels.map(({ title }) => title), transitions[0]?.overview],
      ['Shift Manager', 'Site Manager', 'You run a shift.'],
    );
  });

  test('what is important about a pitfall is no pitfall', () => {
    const { transitions } = outline(
      '## Common Pitfalls\n\n**Rushing:** it shows.\n\n**Important:** never.\n\n**Hiding:** nobody finds you.\n',
    );
    assert.deepEqual(
      transitions[0]?.pitfalls.map(({ name }) => name),
      ['Rushing', 'Hiding'],
    );
  });

  test('a capability may have a name that looks like a level’s', () => {
    const { levels } = outline(
      '## Key Capabilities\n\n### 1. OAuth2\n\n**What this looks like:**\n\n- Calm\n\n### 2. Web3\n\n**What this looks like:**\n\n- Doubt\n',
    );
    assert.deepEqual(
      levels[1]?.capabilities.map(({ name }) => name),
      ['OAuth2', 'Web3'],
    );
  });

  test('what is expected of a level stands so in the guide, however often it is spoken of', () => {
    const { levels } = outline(
      '## Key Capabilities\n\n### Poise\n\nAt M1, you ask. At M2, you answer.\n\nAt M2, you also ask.\n\n**What this looks like:**\n\n- Calm\n',
    );
    assert.deepEqual(levels[1]?.capabilities[0]?.expectations, { M1: 'you ask.', M2: 'you answer.' });
  });

  test('examples behind the signals are neither signals nor practices', () => {
    const { levels } = outline(
      '## Key Capabilities\n\n### Poise\n\n**What this looks like:**\n\n- Calm\n\n**Examples:**\n\n- The outage in May\n',
    );
    const [{ signals, practices } = assert.fail('a capability')] = levels[1]?.capabilities ?? [];
    assert.deepEqual([signals.map(({ text }) => text), practices], [['Calm'], []]);
  });

  test('however deep quotes are nested, what stands around them is read', () => {
    const pitfalls = '## Common Pitfalls\n\n**Rushing.** It shows.\n';
    const [transition] = outline(`## Overview\n\n${'>'.repeat(3000)} deep\n\n${pitfalls}`).transitions;
    assert.equal(transition?.pitfalls.length, 1);
  });

  test('long lines are read in no time that anybody would notice', () => {
    for (const line of [
      '→ '.repeat(runs(50_000)),
      'As a Lead, '.repeat(runs(20_000)),
      'a to '.repeat(runs(20_000)),
      `M1 ${'- '.repeat(runs(50_000))}M2`,
    ]) {
      // Without a bound on the length each of these takes minutes, and mocha's patience is half of one.
      outline(`## ${line}\n\n${line}\n\n| ${line} | M2 |\n|---|---|\n| a | b |\n`);
      outline(
        `## Shift\n\n<table><tr><td>${line.replaceAll(' ', '<!-- ')}</table>\n\n<aside>${line}</aside>\n`,
      );
      outline(`## Readiness\n\n**Track record.** ${line}\n\n## Capabilities\n\n### Poise\n\n${line}\n`);
    }
    const [from] = outline(
      `## Core Shift\n\n- from doing to leading\n- from one${' to two'.repeat(runs(60_000))}\n`,
    ).transitions;
    assert.equal(from?.shifts.length, 1);
  });
});
