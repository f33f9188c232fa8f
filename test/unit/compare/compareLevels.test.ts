import assert from 'node:assert/strict';
import fc from 'fast-check';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { compareLevels } from '../../../src/core/compare/compareLevels';
import { type Comparison, itemText, type RowKind } from '../../../src/core/compare/comparison';
import { comparisonJson } from '../../../src/core/compare/comparisonJson';
import { levelsNamed } from '../../../src/core/compare/levelsNamed';
import { rowLabel } from '../../../src/core/compare/sections';
import { markedPassage } from '../../../src/core/guide/blocks/markedPassage';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { runs } from '../support/effort';
import { guideOf, ladderOf } from '../support/files';
import { guideLike } from '../support/guideArbitrary';
import { assertHolds } from '../support/holds';
import { ladderWith } from '../support/promotions';

const builtIn = ladderOf('guides');
const several = ladderOf('test/samples/own-guides/guides');

/** Guides with any of the parts of one in any order, and whatever else between them. */
const guideArbitrary = fc
  .tuple(
    fc.constantFrom('M1 to M2', 'M2 to M3', 'X1 → M2', 'M2 → X1'),
    fc.shuffledSubarray([
      "## The Core Shift\n\n| before | after |\n|---|---|\n| small | **large** |\n| `one` | |\n\n*The fundamental question changes from 'Do I?' to 'Do we?'*",
      '## Key Capabilities to Develop\n\n### 1. Systems\n\nAt M1, you follow. At M2, you\nlead.\n\n**What this looks like:**\n\n- one &amp; two\n- *three*',
      '## Key Capabilities to Develop\n\n### 1. Impact\n\nIt is felt.\n\n**What this looks like:**\n- here\n\n**How to develop this:**\n\n1. so',
      '## Common Pitfalls\n\n**Waiting.** It is long.\n\n**Why?**\n\nBecause.',
      '## How to Demonstrate Readiness\n\n### Self-Assessment Questions\n\n- [ ] Do I?',
      '## Typical Timeline\n\nMost need approx. 3-5 years. It takes:\n\n- time',
    ]),
    guideLike,
  )
  .map(([step, parts, text]) => [`# Progression Guide: ${step}`, ...parts, text].join('\n\n'));

/** A row in a line: kind, name, and of each cell its first word and the number of its items. */
function told({ rows }: Comparison, kind?: RowKind): readonly string[] {
  return rows
    .filter((row) => kind === undefined || row.kind === kind)
    .map(({ kind: what, name, cells }) => {
      const short = cells.map((cell) =>
        cell === undefined
          ? '–'
          : [cell.text.split(' ')[0], cell.items.length || ''].filter(Boolean).join(' '),
      );
      return [...(kind === undefined ? [what] : []), name, ...short].join(' | ');
    });
}

function ids({ levels }: Comparison): string {
  return levels.map(({ id }) => id).join(' ');
}

suite('comparing levels', function () {
  this.timeout(60_000);

  test('of one step shows what changes with it', () => {
    const comparison = compareLevels(builtIn, ['M1', 'M2']);
    assert.equal(ids(comparison), 'M1 M2');
    assert.deepEqual(told(comparison).slice(0, 12), [
      'question | Fundamental question | What | Can',
      'shift | Core shift | One | 8-15',
      'shift | Core shift | Practices | Has',
      'shift | Core shift | Takes | Takes',
      'shift | Core shift | Tries | Makes',
      'shift | Core shift | Brings | Sees',
      'shift | Core shift | Runs | Designs',
      'shift | Core shift | Picks | Steps',
      'shift | Core shift | Earns | Sets',
      'capability | Independent People Management | you | those',
      'signals | Independent People Management | – | 5',
      'practices | Independent People Management | – | 5',
    ]);
    assert.deepEqual(told(comparison).slice(-3), [
      'pitfalls | Common pitfalls | – | 5',
      'timeline | Typical time | – | 3-5 4',
      'self-assessment | Questions to ask yourself | – | 6',
    ]);
    assert.ok(comparison.rows.every(({ differs }) => differs));
  });

  test('of several steps has all levels on the way, and cells empty where no guide speaks of a level', () => {
    const comparison = compareLevels(builtIn, ['M1', 'M3']);
    assert.equal(ids(comparison), 'M1 M2 M3');
    assert.deepEqual(
      comparison.asked.map(({ id }) => id),
      ['M1', 'M3'],
    );
    assert.deepEqual(
      comparison.steps.map(({ from, to }) => `${from} to ${to}`),
      ['M1 to M2', 'M2 to M3'],
    );
    assert.deepEqual(told(comparison, 'question'), [
      'Fundamental question | What | Can | –',
      'Fundamental question | – | Is | Are',
    ]);
    assert.deepEqual(told(comparison, 'capability').slice(3, 5), [
      'Strategic Alignment and Stakeholder Management | you | you | –',
      'Developing Other Managers | – | most | it',
    ]);
    assert.deepEqual(told(comparison, 'timeline'), ['Typical time | – | 3-5 4 | 4-8+ 4']);
  });

  test('stands in the order asked for; the rows keep theirs', () => {
    const [up, down] = [
      ['M1', 'M3'],
      ['M3', 'M1'],
    ].map((order) => compareLevels(builtIn, order));
    assert.equal(down && ids(down), 'M3 M2 M1');
    assert.deepEqual(
      down?.rows.map(({ id, cells }) => [id, cells.map((cell) => cell?.text).reverse()]),
      up?.rows.map(({ id, cells }) => [id, cells.map((cell) => cell?.text)]),
    );
    assert.equal(ids(compareLevels(several, ['IC5', 'M1', 'IC3'])), 'IC5 IC4 M1 IC3');
  });

  test('leads over to another track where a guide does', () => {
    assert.equal(ids(compareLevels(several, ['IC4', 'M1'])), 'IC4 IC5 M1');
  });

  test('without one shortest way shows what each level asks for', () => {
    const ladder = buildLadder([
      ...builtIn.guides,
      ...several.guides.filter(({ path }) => !path.includes('ic5')),
    ]);
    const comparison = compareLevels(ladder, ['IC4', 'M2']);
    assert.equal(ids(comparison), 'IC4 M2');
    assert.deepEqual(comparison.steps, []);
    assert.deepEqual(told(comparison, 'question'), ['Fundamental question | Does | Can']);
    assert.deepEqual(told(comparison, 'shift'), []);
    assert.deepEqual(told(comparison, 'capability').slice(2, 4), [
      'On-Call / Incident Response | you | –',
      'Independent People Management | – | those',
    ]);
    assert.deepEqual(told(comparison, 'timeline'), ['Typical time | 2-4 3 | 3-5 4']);
    // The lowest level asks for nothing by itself; what others say of it stands for that.
    assert.match(
      told(compareLevels(ladder, ['IC3', 'M2']), 'capability')[0] ?? '',
      /^Feature Ownership .* \| you \| –$/,
    );

    const tied = ladderWith(['M1 to M2', 'M1 to X1', 'M2 to M3', 'X1 to M3'], ['Impact']);
    assert.equal(ids(compareLevels(tied, ['M1', 'M3'])), 'M1 M3');
  });

  test('aligns capabilities that several levels ask for under one name, and tells where they agree', () => {
    const ladder = ladderWith(['M1 to M2', 'M2 to M3'], ['Impact', 'Team']);
    const { rows } = compareLevels(ladder, ['M1', 'M3']);
    assert.deepEqual(
      rows
        .filter(({ kind }) => kind === 'capability')
        .map(({ name, cells }) => [name, cells.map((cell) => cell?.citation)]),
      ['Impact', 'Team'].map((name) => [name, [undefined, { level: 'M2', name }, { level: 'M3', name }]]),
    );
    const both = compareLevels(ladder, ['M2', 'M3']).rows;
    assert.deepEqual(new Set(both.map(({ differs }) => differs)), new Set([false]));
  });

  test('reads two guides that lead to one level', () => {
    const ladder = ladderWith(['M1 to M2', 'X1 to M2'], ['Impact']);
    assert.equal(ids(compareLevels(ladder, ['M1', 'X1', 'M2'])), 'M1 X1 M2');
  });

  test('tells by which of several steps a level is reached in what time', () => {
    const timed = buildLadder(
      [
        ['M1 to M2', '1-2'],
        ['M1 to X3', '3-4'],
        ['X3 to M2', '5-6'],
      ].flatMap(([step, years]) => {
        const text = `# Progression Guide: ${step}\n\n## Timeline\n\nMost take ${years} years.\n`;
        return guideOf(text, `${step}.md`) ?? [];
      }),
    );
    for (const columns of [
      ['M1', 'X3', 'M2'],
      ['M2', 'X3', 'M1'],
    ]) {
      const comparison = compareLevels(timed, columns);
      assert.deepEqual(
        comparison.rows.map((row) => [
          rowLabel(row, comparison),
          ...row.cells.map((cell, column) => cell && `${columns[column]}: ${cell.text}`).filter(Boolean),
        ]),
        [
          ['M1 to M2', 'M2: 1-2 years'],
          ['X3 to M2', 'M2: 5-6 years'],
          ['M1 to X3', 'X3: 3-4 years'],
        ],
      );
    }
    const direct = compareLevels(timed, ['M1', 'M2']);
    assert.deepEqual(
      direct.rows.map((row) => rowLabel(row, direct)),
      [''],
    );
  });

  test('prints the public format', () => {
    const json = comparisonJson(compareLevels(builtIn, ['M1', 'M2']));
    assert.deepEqual(json.levels[0], { id: 'M1', title: 'Engineering Manager' });
    assert.deepEqual(json.rows[1], {
      kind: 'shift',
      name: 'Core shift',
      cells: [
        {
          text: 'One team of 3-6 engineers',
          items: [],
          source: { path: 'guides/m1-to-m2.md', line: 17 },
        },
        {
          text: '8-15 people, often spread over two or more teams',
          items: [],
          source: { path: 'guides/m1-to-m2.md', line: 17 },
        },
      ],
    });
    const pitfalls = json.rows.find(({ kind }) => kind === 'pitfalls');
    assert.equal(pitfalls?.cells[0], null);
    assert.match(pitfalls?.cells[1]?.items[0] ?? '', /^Standing in line for the title: Nobody hands out M2/);
  });

  test('knows levels by id and by title, in any case, and says what others may mean', () => {
    const index = indexOf(builtIn);
    const named = ['m1', 'senior ENGINEERING manager', 'M1', 'M4', 'Senior', 'Pilot'];
    const { levels, faults } = levelsNamed(named, index);
    assert.deepEqual(
      levels.map(({ id }) => id),
      ['M1', 'M2'],
    );
    assert.deepEqual(faults, [
      'the ladder has no level “M4”; it has M3, M2, M1',
      'the ladder has no level “Senior”; it has M2, M1, M3',
      'the ladder has no level “Pilot”; it has M1, M2, M3',
    ]);
    const shared = indexOf(ladderWith(['M1 to M2'], ['Impact'], { M1: 'Lead', M2: 'Lead' }));
    assert.deepEqual(levelsNamed(['lead'], shared).faults, [
      'M1 and M2 are both called “lead”; write M1 or M2',
    ]);
  });

  test('of whatever guides never fails, and every place holds what its cell says', () => {
    let cells = 0;
    fc.assert(
      fc.property(
        fc.array(guideArbitrary, { minLength: 1, maxLength: 3 }),
        fc.array(fc.nat({ max: 4 }), { minLength: 1, maxLength: 4 }),
        (texts, asked) => {
          const ladder = buildLadder(texts.flatMap((text, place) => guideOf(text, `${place}.md`) ?? []));
          const known = asked.map((place) => ladder.levels[place]?.id ?? 'Z9');
          cells += assertTrue(compareLevels(ladder, known));
        },
      ),
      { numRuns: runs(1000) },
    );
    assert.ok(cells > runs(1000), `only ${cells} cells`);
  });

  for (const [name, ladder] of Object.entries({ builtIn, several })) {
    test(`of the levels of ${name} tells the truth`, () => {
      const all = ladder.levels.map(({ id }) => id);
      for (const some of [all, [...all].reverse(), ...all.map((id) => [id])]) {
        assertTrue(compareLevels(ladder, some));
      }
    });
  }
});

/** Checks every cell against the guide it was read from; tells how many there were. */
function assertTrue(comparison: Comparison): number {
  const { rows, levels } = comparison;
  assert.equal(new Set(rows.map(({ id }) => id)).size, rows.length, 'ids of rows are their own');
  let count = 0;
  for (const { cells } of rows) {
    assert.equal(cells.length, levels.length);
    assert.ok(cells.some((cell) => cell !== undefined));
    for (const cell of cells) {
      if (cell !== undefined) {
        count += 1;
        assertHolds(cell.place.guide.source, cell.place.range, cell.text);
        assert.equal(markedPassage(cell.place, cell.text).text, cell.text);
        for (const item of cell.items) {
          assertHolds(item.place.guide.source, item.place.range, `${item.name ?? ''} ${item.text}`);
          assert.ok(itemText(item) !== '');
        }
      }
    }
  }
  return count;
}
