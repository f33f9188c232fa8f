import assert from 'node:assert/strict';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { guideOf } from '../support/files';

type Outline = ReturnType<typeof outlineJson>;

function read(sections: string): Outline {
  return outlineJson(
    buildLadder([guideOf(`# Progression Guide: M1 to M2\n\n${sections}`) ?? assert.fail('a guide')]),
  );
}

/** How many signals and practices each capability has. */
function lists(sections: string): readonly (readonly number[])[] {
  return (read(sections).levels[1]?.capabilities ?? []).map(({ signals, practices }) => [
    signals.length,
    practices.length,
  ]);
}

suite('blocks that look like others', () => {
  test('signals that are numbered through a guide are no paragraphs with numbers', () => {
    const labelled = [0, 1, 2].map(
      (index) =>
        `### Skill ${'ABC'[index]}\n\nAt M1, x. At M2, y.\n\nWhat this looks like:\n\n${4 * index + 1}. You are calm. You ask:\n${4 * index + 2}. You wait.\n\nHow to develop this:\n\n${4 * index + 3}. Rest.\n${4 * index + 4}. Ask.\n\n`,
    );
    assert.deepEqual(lists(`## Key Capabilities\n\n${labelled.join('')}`), [
      [2, 2],
      [2, 2],
      [2, 2],
    ]);
    const headed = [0, 1, 2].map(
      (index) =>
        `### Skill ${'ABC'[index]}\n\n#### What this looks like\n\n${2 * index + 1}. You are calm\n${2 * index + 2}. You wait. Then you ask\n\n`,
    );
    assert.deepEqual(lists(`## Key Capabilities\n\n${headed.join('')}`), [
      [2, 0],
      [2, 0],
      [2, 0],
    ]);
  });

  test('lists that are numbered through a guide and are what their headings announce stay lists', () => {
    const [step] = read(
      '## Track Record\n\n1. One plan.\n2. A budget, and: it held. Twice.\n\n## Self-Assessment\n\n3. Am I calm?\n\n## Pitfalls\n\n4. Waiting, or worse:\n5. Haste.\n',
    ).transitions;
    assert.deepEqual(
      [step?.trackRecord.length, step?.selfAssessment.length, step?.pitfalls.length],
      [2, 1, 2],
    );
    const skills = ['Poise', 'Thrift', 'Candour'].map(
      (name, index) =>
        `### ${name}\n\n${2 * index + 1}. You know ${index > 0 ? 'them.' : 'these:'}\n${2 * index + 2}. You rest. You wait.\n\n`,
    );
    assert.deepEqual(lists(`## Key Capabilities\n\n${skills.join('')}`), [
      [2, 0],
      [2, 0],
      [2, 0],
    ]);
    const long = 'You have kept one thing for a year and told somebody of it. It still holds.';
    const led =
      '## Overview\n\n1. It widens. It is long.\n\n## Shift\n\n2. As follows:\n\n   - One to many\n\n';
    assert.equal(
      read(`${led}## Track Record\n\n3. ${long}\n4. ${long}\n`).transitions[0]?.trackRecord.length,
      2,
    );
    assert.equal(read(`${led}## Pitfalls\n\n3. ${long}\n4. ${long}\n`).transitions[0]?.pitfalls.length, 2);
    const named = `## Readiness\n\n3. ${long}\n\n## Pitfalls\n\n4. **Haste.** ${long}\n5. **Sloth.** ${long}\n`;
    const [paragraphs] = read(`${led}${named}`).transitions;
    assert.deepEqual([paragraphs?.readiness?.summary, paragraphs?.pitfalls.length], [long, 2]);
  });

  test('a signature, a footnote, a broken word and a number in passing are no items', () => {
    const track = (list: string): readonly string[] =>
      (read(`## Build a Track Record\n\n${list}\n`).transitions[0]?.trackRecord ?? []).map(
        ({ text }) => text,
      );
    for (const [list, ...items] of [
      ['- One plan\n- Two drivers\n\n-Anna Berg, Head of Design', 'One plan', 'Two drivers'],
      ['- One plan*\n- Two drivers\n\n*Plan B counts too', 'One plan*', 'Two drivers'],
      ['- One plan*\n*Plan B counts too', 'One plan* *Plan B counts too'],
      ['- One cloud\n-based plan', 'One cloud -based plan'],
      ['- One plan of\n  -Anna', 'One plan of -Anna'],
      ['1. One plan for 2023 and\n1.Five more', 'One plan for 2023 and 1.Five more'],
    ] as const) {
      const { problems } = read(`## Build a Track Record\n\n${list}\n`);
      assert.deepEqual(track(list), items, list);
      assert.ok(!problems.some(({ message }) => message.startsWith('Markdown')), list);
    }
    const text = (paragraph: string): string | null | undefined =>
      read(`## Overview\n\nIt is long.\n\n${paragraph}\n`).transitions[0]?.overview;
    for (const paragraph of ['-Anna Berg', '*Not all of it.', '2.Five is the\nfirst', '1.Five']) {
      assert.equal(text(paragraph), `It is long.\n\n${paragraph.replace('\n', ' ')}`);
    }
    for (const [above, line] of [
      ['**Staying is fine.**\n\n', '-Anna Berg'],
      ['*“You grow when you let go.”*\n', '-Peter Drucker'],
      ['**Staying is fine.**\n\n', '*Not in Berlin.'],
    ] as const) {
      assert.ok(text(`${above}${line}`)?.endsWith(line), line);
    }
    const draft = read('## Overview\n\n*Draft, to be agreed.\n\nIt is long.\n');
    assert.equal(draft.transitions[0]?.overview, '*Draft, to be agreed.\n\nIt is long.');
    for (const { message } of draft.problems) {
      assert.ok(!message.startsWith('Markdown'), message);
    }
    assert.deepEqual(track('-Keep a log'), ['Keep a log']);
    assert.ok(text('**Where**\n\n+At work\n+At home')?.endsWith('At work\n\nAt home'));
    const poise = '## Key Capabilities\n\n### Poise\n\nAt M1, x. At M2, y.\n\n';
    assert.deepEqual(lists(`${poise}**What this looks like**\n\n-You ask\n`), [[1, 0]]);
    assert.deepEqual(
      read('-by Anna\n\n## Overview\n\nIt is long.\n').transitions[0]?.overview,
      'It is long.',
    );
  });

  test('bold lines within a capability are no capabilities', () => {
    const signals = '**What this looks like:**\n\n- You ask\n\n';
    const practices = '**How to develop this:**\n\n- Rest\n\n';
    for (const [below, ...counts] of [
      [`**At work**\n\nx\n\n${signals}**At home**\n\ny\n\n${signals}`, 2, 0],
      [`${signals}**At home**\n\ny\n\n${practices}`, 1, 1],
      [`${signals}${practices}**At home**\n\ny\n\n${practices}`, 1, 2],
      [`${signals}**At home**\n\n${signals}`, 2, 0],
      [`${signals}${practices}**Who can help**\n\nAsk Anna.\n\n- Anna\n\n`, 1, 2],
      [`${practices}**At home**\n\ny\n\n${signals}`, 1, 1],
      [`${signals}${practices}**1. On your own**\n\nBegin here.\n\n${practices}`, 1, 2],
    ] as const) {
      assert.deepEqual(
        lists(`## Key Capabilities\n\n### 1. Poise\n\nAt M1, x. At M2, y.\n\n${below}`),
        [counts],
        below,
      );
    }
  });

  test('a bold line that several capabilities have, or that their numbers pass over, is none itself', () => {
    const skill = (name: string, ...notes: readonly string[]): string =>
      ['', ...notes.map((note) => `**${note}**\n\nIt differs.\n\n`)].reduce(
        (text, note) => `${text}${note}**What this looks like:**\n\n- You ask\n\n`,
        `### ${name}\n\nAt M1, x. At M2, y.\n\n`,
      );
    const often = 'In remote teams';
    for (const [skills, ...counts] of [
      [`${skill('1. Poise', often)}${skill('2. Reach', often)}`, 2, 2],
      [`${skill('Poise', often)}${skill('Reach', often)}`, 2, 2],
      [`${skill('1. Poise')}${skill('2. Reach', often)}`, 1, 2],
      [`${skill('1. Poise', '3. Reach')}${skill('2. Depth')}`, 2, 1],
      [`${skill('1. Poise', '2. Reach')}${skill('2. Depth')}`, 2, 1],
      [`${skill('1. Poise', '2. Reach', '3. Depth')}## Pitfalls\n\n### 2. Haste\n\nNo.\n`, 1, 1, 1],
      [skill('Poise', 'Reach'), 1, 1],
    ] as const) {
      assert.deepEqual(
        lists(`## Key Capabilities\n\n${skills}`).map(([signals]) => signals),
        counts,
        skills,
      );
    }
  });

  test('rows of a table with surplus cells whose first ones are whole sentences tell no topics', () => {
    const rows = '| One in the team | Two of them in the team | x y z a b c d |\n'.repeat(2);
    const [step] = read(`## The Core Shift\n\n| M1 | M2 |\n|---|---|\n${rows}`).transitions;
    assert.equal(step?.shifts[0]?.from, 'One in the team');
  });

  test('a bold line below the lists of a title is no second title', () => {
    const signals = '**What this looks like:**\n\n- You ask\n\n';
    const { problems } = read(`${signals}**Poise**\n\nAt M1, x. At M2, y.\n\n${signals}`);
    assert.ok(!problems.some(({ message }) => message.includes('heading too')));
  });

  test('terms in HTML without definitions, with lists in them or text beside them stay HTML', () => {
    for (const html of [
      '<dl><dt>Rush</dt><dt>Haste</dt><dd>Slow down.</dd></dl>',
      '<dl><dt>Rush</dt><dd><ul><li>Slow down.</li></ul></dd></dl>',
      '<dl>Beware:<dt>Rush</dt><dd>Slow down.</dd></dl>',
    ]) {
      assert.deepEqual(read(`## Common Pitfalls\n\n${html}\n`).transitions[0]?.pitfalls, [], html);
    }
  });

  test('a table whose cells span others, or that is not drawn to its end, is no grid', () => {
    const shifts = (rows: string): number | undefined =>
      read(`## The Core Shift\n\n+---+---+\n| M1 | M2 |\n+===+===+\n${rows}\n`).transitions[0]?.shifts.length;
    assert.equal(shifts('| a | b |\n+---+---+'), 1);
    for (const rows of [
      '| a | b |\n+---+   |\n| c | d |\n+---+---+',
      '| a | b |\n+---+---+\n| c     |\n+---+---+',
      '| a | b |\n+---+---+\n+---+---+',
      'a | b\n+---+---+',
      '| a | b |\n+---+---+\nThere is more',
      '| a | b |\n| c | d |',
    ]) {
      assert.equal(shifts(rows), 0, rows);
    }
  });

  test('lists and tables in HTML that hold more than text stay HTML', () => {
    for (const [item, count] of [
      ['One', 1],
      ['One<ul><li>Two</li></ul>', 0],
      ['One <table><tr><td>Two</td></tr></table>', 0],
    ] as const) {
      const [step] = read(`## Build a Track Record\n\n<ul><li>${item}</li></ul>\n`).transitions;
      assert.equal(step?.trackRecord.length, count, item);
    }
    for (const [cell, count] of [
      ['One', 1],
      ['- One', 0],
    ] as const) {
      const table = `<table>\n<tr><th>M1</th><th>M2</th></tr>\n<tr><td>\n\n${cell}\n\n</td><td>Two</td></tr>\n</table>`;
      assert.equal(read(`## The Core Shift\n\n${table}\n`).transitions[0]?.shifts.length, count, cell);
    }
  });

  test('terms in HTML beside what a part consists of are no part of it', () => {
    const terms = '<dl>\n<dt>Month</dt>\n<dd>Four weeks of five days.</dd>\n<dd>Never less.</dd>\n</dl>\n\n';
    const named = '- **Waiting.** Nobody calls.\n- **Haste.** Slow down.\n\n';
    for (const [part, items] of [
      ['Common Pitfalls', named],
      ['Build a Track Record', '- One plan\n- Two drivers\n\n'],
      ['Key Capabilities', '### Poise\n\nAt M1, x. At M2, y.\n\n- You ask\n\n'],
      ['Typical Timeline', 'Most take 3-5 years:\n\n- Trust grows\n\n'],
      ['Overview', 'The step is long.\n\n'],
    ] as const) {
      const [beside, alone] = [read(`## ${part}\n\n${items}${terms}`), read(`## ${part}\n\n${items}`)];
      assert.deepEqual(beside.transitions, alone.transitions, part);
      assert.deepEqual(beside.levels, alone.levels, part);
    }
    assert.equal(read(`## Overview\n\n${terms}`).transitions[0]?.overview, null);
    assert.equal(read(`## Readiness\n\n${terms}`).transitions[0]?.readiness?.summary, null);
    assert.equal(read(`## Common Pitfalls\n\n${terms}`).transitions[0]?.pitfalls.length, 1);
  });

  test('pictures that only some items have, or that say something, are part of the text', () => {
    const signals = (list: string): readonly string[] =>
      (
        read(
          `## Key Capabilities\n\n### Poise\n\nAt M1, x. At M2, y.\n\n**What this looks like:**\n\n${list}\n`,
        ).levels[1]?.capabilities[0]?.signals ?? []
      ).map(({ text }) => text);
    assert.deepEqual(signals('- 🌱 You ask\n- You wait'), ['🌱 You ask', 'You wait']);
    assert.deepEqual(signals('- 🟢 You ask\n- 🔴 You shout'), ['🟢 You ask', '🔴 You shout']);
    assert.deepEqual(signals('- ⭐ You ask\n- ⭐⭐ You wait'), ['⭐ You ask', '⭐⭐ You wait']);
    assert.deepEqual(signals('- 1️⃣ You ask\n- 2️⃣ You wait'), ['1️⃣ You ask', '2️⃣ You wait']);
    assert.deepEqual(signals('- ❌ You shout\n- ❌ You leave'), ['❌ You shout', '❌ You leave']);
    assert.deepEqual(signals('- ✅ You ask\n- ✅ You wait'), ['You ask', 'You wait']);
    assert.deepEqual(signals('- 🧠 You ask\n- 🍽️ You wait\n- 👩‍🌾 You go'), ['You ask', 'You wait', 'You go']);
    for (const marks of [
      ['➕', '➖', '➕'],
      ['💚', '💛', '❤️'],
      ['🌱', '🌿', '🌳'],
      ['☀️', '🌧️', '⛈️'],
      ['🔓', '🔒', '🧠'],
      ['📈', '📉', '🧠'],
      ['🧠', '🍽️'],
      ['🧠', '🍽️', '🧠'],
      ['🛑', '🛑'],
      ['⌘', '⌘'],
      ['™', '™'],
      ['©️', '©️'],
      ['№', '№'],
      ['Ⓐ', 'Ⓑ', 'Ⓒ'],
    ]) {
      const texts = marks.map((mark) => `${mark} You ask`);
      assert.deepEqual(signals(texts.map((text) => `- ${text}`).join('\n')), texts);
    }
    assert.deepEqual(signals('- 🐣 Plan → 🦅 lead\n- 🐣 Ask → 🦅 tell'), [
      '🐣 Plan → 🦅 lead',
      '🐣 Ask → 🦅 tell',
    ]);
  });

  test('pictures before the items of a quotation are no part of it', () => {
    assert.deepEqual(
      read('## Build a Track Record\n\n> - 🌱 One plan\n> - 🌱 A budget\n').transitions[0]?.trackRecord.map(
        ({ text }) => text,
      ),
      ['One plan', 'A budget'],
    );
  });

  test('letterlike signs at the start of a name are part of it', () => {
    const names = ['°C and °F', '™ rules', '№ 1 at home', '⌘ and its kin', '© law', '↑ and ↓'];
    assert.deepEqual(
      read(
        `## Key Capabilities\n\n${[...names, '★ Poise', '⚑ Calm', '🎯 Aim'].map((name) => `### ${name}\n\nAt M1, x. At M2, y.\n\n- You ask\n\n`).join('')}`,
      ).levels[1]?.capabilities.map(({ name }) => name),
      [...names, 'Poise', 'Calm', 'Aim'],
    );
  });

  test('a bold subject of a sentence, traits and what is ignored label no lists', () => {
    const inCapability = (below: string): readonly (readonly number[])[] =>
      lists(`## Key Capabilities\n\n### Poise\n\nAt M1, x. At M2, y.\n\n${below}\n`);
    const facts =
      '- **Evidence** must be dated\n- **Evidence** decides\n- **Growth** takes years\n- **Growth** is seen\n';
    assert.deepEqual(inCapability(facts), [[4, 0]]);
    assert.deepEqual(inCapability(facts.replaceAll('** ', ':** ')), [[2, 2]]);
    assert.deepEqual(
      inCapability('- **Demonstrated care:** you call, and visit\n- **Learning goals:** yours hang'),
      [[2, 0]],
    );
    assert.deepEqual(inCapability('*Practice:* you ask; you wait; you rest.\n\n- One plan'), [[1, 0]]);
    const ignored = '### Skill\n\nAt M1, x. At M2, y.\n\nThe panel reads the following.\n\n- A plan\n\n';
    const two = ['A', 'B'].map((letter) =>
      `${ignored}The panel ignores the following.\n\n- Hours\n\n`.replace('Skill', `Skill ${letter}`),
    );
    assert.ok(lists(`## Key Capabilities\n\n${two.join('')}`).every(([, practices]) => practices === 0));
    for (const list of [facts, facts.replaceAll('** ', ':** ')]) {
      assert.equal(read(`## How the committee decides\n\n${list}`).levels[1]?.capabilities.length, 0);
      assert.equal(guideOf(`# M1 to M2 buses\n\n## Rules of the house\n\n${list}`), undefined);
    }
  });

  test('what is lettered is a list under a label, and no answers, alternatives or hours', () => {
    const stepWith = (
      heading: string,
      above: string,
      letters: readonly string[],
    ): Outline['transitions'][0] =>
      read(`## ${heading}\n\n${above}${letters.map((text, index) => `${'ab'[index]}. ${text}\n`).join('')}`)
        .transitions[0] ?? assert.fail('a step');
    const reasons = (above: string, ...letters: readonly string[]): number | undefined =>
      stepWith('Typical Timeline', above, letters).timeline?.reasons.length;
    const questions = (above: string, ...letters: readonly string[]): number =>
      stepWith('Self-Assessment Questions', above, letters).selfAssessment.length;
    const why = ['Trust takes some time', 'Plans take a year'];
    assert.equal(reasons('Most take 3-5 years. The reasons:\n\n', ...why), 2);
    assert.equal(reasons('Most take 3-5 years.\n\n', ...why), 0);
    assert.equal(
      reasons('Most take 3-5 years:\n\n- Trust\n\nWays to apply:\n\n', 'In spring.', 'In autumn.'),
      1,
    );
    assert.equal(reasons('', 'm. means before noon', 'c. is what came first'), 0);
    assert.equal(questions('Ask:\n\n', 'Do I ask early?', 'Do I rest enough?'), 2);
    assert.equal(questions('Who decides?\n\n', 'Nobody at all does.', 'Somebody whom I chose.'), 1);
    assert.equal(questions('1. Who decides?\n\n', 'Nobody at all does.', 'Somebody whom I chose.'), 1);
  });

  test('paragraphs that count up once more are another list', () => {
    const record = '(a) One plan\n\n(b) A budget\n\n(a) More plans\n\n(b) More budgets\n';
    assert.deepEqual(
      read(`## Build a Track Record\n\n${record}`).transitions[0]?.trackRecord.map(({ text }) => text),
      ['One plan', 'A budget', 'More plans', 'More budgets'],
    );
  });

  test('a paragraph of thousands of characters enumerates nothing', () => {
    const record = (count: number): number | undefined =>
      read(`## Build a Track Record\n\n${'Document one more decision; '.repeat(count)}and rest.\n`)
        .transitions[0]?.trackRecord.length;
    assert.deepEqual([record(3), record(80)], [4, 0]);
  });

  test('figures at the start of paragraphs are no numbers of sections', () => {
    const overview = (texts: readonly string[], heading = '1. Overview'): string | null | undefined =>
      read(`## ${heading}\n\n${texts.join('\n\n')}\n\n## 2. Key Capabilities\n\n### 2.1 Poise\n`)
        .transitions[0]?.overview;
    const numbered = ['1.1 One thing.', '1.2 Another.', '1.3 A third.'];
    assert.equal(overview(numbered), 'One thing.\n\nAnother.\n\nA third.');
    assert.equal(
      overview(['1.1 One\nthing.\n1.2 Another.', '1.3 A third.']),
      'One thing.\n\nAnother.\n\nA third.',
    );
    for (const [texts, heading] of [
      [numbered.slice(1), '1. Overview'],
      [numbered.slice(0, 2), '1. Overview'],
      [['1.5 years are usual.', '1.6 years are many.', '1.7 years are too many.'], '1. Overview'],
      [numbered, 'Overview'],
      [numbered, '3. Overview'],
      [['A1. One thing.', 'A2. Another.', 'A3. A third.'], 'B. Overview'],
      [['A1: One thing.', 'A2: Another.', 'A3: A third.'], 'A. Overview'],
      [['A1 is one thing.', 'A2 is another.', 'A3 is a third.'], 'A. Overview'],
    ] as const) {
      assert.equal(overview(texts, heading), texts.join('\n\n'));
    }
  });

  test('a table under a header of its own, or without a row for the time, gives no reasons', () => {
    const reasons = (...rows: readonly string[]): number | undefined =>
      read(`## Typical Timeline\n\n${rows.join('\n')}\n`).transitions[0]?.timeline?.reasons.length;
    const time = '| Time at M1 | 3-5 years |';
    const why = ['| Why M1 | Trust |', '| Why M2 | Reach |'];
    assert.equal(reasons('| | |', '|---|---|', time, ...why), 2);
    assert.equal(reasons('| Step | Pace |', '|---|---|', time, ...why), 0);
    assert.equal(reasons('| | |', '|---|---|', time, '| Whoever asks | Trust |'), 0);
    assert.equal(reasons('| | | |', '|---|---|---|', '| M1 | Time | 3-5 years |', '| M1 | Why | Trust |'), 0);
    assert.equal(reasons('| | |', '|---|---|', ...why), 0);
  });

  test('a list that mixes statements and questions, or is announced as one of the two, stays whole', () => {
    const counts = (lead: string, ...items: readonly string[]): readonly (number | undefined)[] => {
      const [step] = read(
        `## Readiness\n\n${lead}\n\n${items.map((item) => `- ${item}\n`).join('')}`,
      ).transitions;
      return [step?.trackRecord.length, step?.selfAssessment.length];
    };
    const [statements, questions] = [
      ['One plan', 'Two drivers'],
      ['Am I calm?', 'Am I late?'],
    ] as const;
    assert.deepEqual(counts('Bring it:', ...statements, ...questions), [2, 2]);
    assert.deepEqual(counts('Bring it:', ...statements, 'Am I calm?'), [3, 0]);
    assert.deepEqual(counts('Bring it:', 'One plan', ...questions), [0, 3]);
    assert.deepEqual(counts('Bring it:', 'One plan', 'Am I calm?', 'Two drivers', 'Am I late?'), [4, 0]);
    assert.deepEqual(counts('**Track record**', ...statements, ...questions), [4, 0]);
    assert.deepEqual(counts('**Self-assessment**', ...statements, ...questions), [0, 4]);
  });

  test('definitions of pitfalls, a broken rule and a caveat on what is generated stay what they are', () => {
    const pitfalls =
      '## Common Pitfalls\n\nRushing\n: It shows.\n: It costs.\n\nHiding\n: Alone.\n: Afraid.\n';
    const caveat = 'Generated with patience, a record of 2024 says more than one of May. Wait for it.';
    const [step] = read(
      `## The Core Shift\n\nFrom doing all\n--- ---\nto leading some\n\n${pitfalls}\n## Typical Timeline\n\nIt takes 2-3 years:\n\n- Trust\n\n${caveat}\n`,
    ).transitions;
    assert.deepEqual(
      [step?.shifts, step?.pitfalls.map(({ name }) => name), step?.timeline?.caveat],
      [[], ['Rushing', 'Hiding'], caveat],
    );
  });
});
