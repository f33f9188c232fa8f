import assert from 'node:assert/strict';
import fc from 'fast-check';
import type { Guide } from '../../../src/core/guide/model';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { guideOf } from '../support/files';

function guide(name: string, title: string, capabilities: readonly string[] = ['Depth']): Guide {
  const sections = capabilities.map(
    (capability) => `### ${capability}\n\n**What this looks like:**\n\n- It shows\n`,
  );
  const read = guideOf(
    `# Progression Guide: ${title}\n\n## Key Capabilities\n\n${sections.join('\n')}`,
    name,
  );
  assert.ok(read);
  return read;
}

function levelIds(guides: readonly Guide[]): readonly string[] {
  return buildLadder(guides).levels.map(({ id }) => id);
}

function conflicts(guides: readonly Guide[]): readonly string[] {
  return buildLadder(guides)
    .problems.filter(({ rule }) => rule === 'guide-conflict')
    .map(({ guide: { path }, message }) => `${path}: ${message}`);
}

suite('a ladder of many guides', () => {
  test('orders levels by their transitions, not by file name or number', () => {
    const guides = [guide('a.md', 'M3 to M1'), guide('b.md', 'M2 to M3'), guide('c.md', 'M1 to M10')];
    assert.deepEqual(levelIds(guides), ['M2', 'M3', 'M1', 'M10']);
  });

  test('orders levels without a transition between them by number', () => {
    assert.deepEqual(levelIds([guide('a.md', 'M9 to M10'), guide('b.md', 'M1 to M2')]), [
      'M1',
      'M2',
      'M9',
      'M10',
    ]);
  });

  test('keeps tracks apart, the one that leads to the other first', () => {
    const guides = [guide('a.md', 'A1 to A2'), guide('b.md', 'Z2 to A1'), guide('c.md', 'Z1 to Z2')];
    const { tracks, transitions } = buildLadder(guides);
    assert.deepEqual(
      tracks.map(({ id, levels }) => [id, levels.map((level) => level.id).join()]),
      [
        ['Z', 'Z1,Z2'],
        ['A', 'A1,A2'],
      ],
    );
    assert.deepEqual(
      transitions.map(({ from, to }) => `${from}>${to}`),
      ['Z1>Z2', 'Z2>A1', 'A1>A2'],
    );
  });

  test('is the same however its guides are ordered', () => {
    const guides = ['M1 to M2', 'M2 to M3', 'IC4 to M1', 'IC3 to IC4', 'M3 to M1', 'M1 to M2'].map(
      (title, index) => guide(`${index}.md`, title),
    );
    const expected = outlineJson(buildLadder(guides));
    fc.assert(
      fc.property(fc.shuffledSubarray(guides, { minLength: guides.length }), (shuffled) => {
        assert.deepEqual(outlineJson(buildLadder(shuffled)), expected);
      }),
      { numRuns: 50 },
    );
  });

  test('names a capability that two transitions lead to once, with both in from', () => {
    const ladder = buildLadder([
      guide('a.md', 'M2 to M3', ['1. Depth', '2. Breadth']),
      guide('b.md', 'IC5 to M3', ['1. depth', '2. Height']),
    ]);
    assert.deepEqual(
      ladder.levels.at(-1)?.capabilities.map(({ name, from }) => `${name} from ${from}`),
      ['Depth from M2,IC5', 'Breadth from M2', 'Height from IC5'],
    );
  });

  test('reads a capability from the first guide that says what it looks like', () => {
    const [word, whole, other] = ['', '- Seen', '- Seen elsewhere'].map((signals, place) =>
      guideOf(
        `# Progression Guide: ${['IC5', 'M1', 'X1'][place]} to M2\n\n## Capabilities\n\n### 1. Depth\n\nIt is deep.\n\n${signals}\n`,
        `${place}.md`,
      ),
    );
    assert.ok(word && whole && other);
    const [depth] = buildLadder([word, whole, other]).levels.at(-1)?.capabilities ?? [];
    assert.deepEqual(
      [depth?.signals.map(({ text }) => text), depth?.source.guide.path, depth?.from],
      [['Seen'], '1.md', ['M1', 'IC5', 'X1']],
    );
    assert.deepEqual(
      depth?.descriptions.map(({ guide: described }) => described),
      [whole, word, other],
    );
  });

  test('is empty without guides', () => {
    assert.deepEqual(outlineJson(buildLadder([])), { levels: [], transitions: [], problems: [] });
  });
});

suite('guides that contradict each other', () => {
  const mendCircle = 'Turn one of the steps around, or remove it.';

  test('the same transition twice', () => {
    const [first, second] = [guide('a.md', 'M1 to M2'), guide('b.md', 'M1 to M2')];
    assert.deepEqual(conflicts([second, first]), [
      'b.md: M1 to M2 is also described in a.md, which is the one that counts. Keep one of the two.',
    ]);
    assert.equal(buildLadder([first, second]).transitions[0]?.guide, first);
  });

  test('files of one name are told apart by their folders', () => {
    const guides = [guide('/x/old/ours/m.md', 'M1 to M2'), guide('/x/new/ours/m.md', 'M1 to M2')];
    assert.deepEqual(conflicts(guides), [
      '/x/old/ours/m.md: M1 to M2 is also described in new/ours/m.md, which is the one that counts. Keep one of the two.',
    ]);
  });

  test('files that have a URI go by their names', () => {
    const guides = [
      guide('file:///x/Leit%20f%C3%BCr%20M1.md', 'M1 to M2'),
      guide('file:///x/z.md', 'M1 to M2'),
    ];
    assert.deepEqual(conflicts(guides), [
      'file:///x/z.md: M1 to M2 is also described in Leit für M1.md, which is the one that counts. Keep one of the two.',
    ]);
  });

  test('the one without capabilities does not count, wherever it stands', () => {
    const notes = guide('2024-notes.md', 'M1 to M2', []);
    const step = guide('m1-to-m2.md', 'M1 to M2');
    const ladder = buildLadder([notes, step]);
    assert.deepEqual(conflicts([notes, step]), [
      '2024-notes.md: M1 to M2 is also described in m1-to-m2.md, which is the one that counts. Keep one of the two.',
    ]);
    assert.deepEqual(
      [...ladder.transitions, ...ladder.levels.map(({ source }) => source)].map((place) => place.guide),
      [step, step, step],
    );
    assert.deepEqual(ladder.guides, [notes, step]);
  });

  test('a level whose name is written in two ways', () => {
    const told = (...guides: readonly Guide[]): readonly string[] => conflicts(guides);
    const end = 'Write it the same way in both, for them to be one level.';
    assert.deepEqual(told(guide('a.md', 'SWE1 to SWE2'), guide('b.md', 'Swe2 to Swe3')), [
      `b.md: “Swe2” is SWE2 in a.md. ${end}`,
    ]);
    for (const [one, other, problem] of [
      ['IC2 to IC3', 'IC-3 to IC-4', '“IC-3” is IC3'],
      ['Level 2 to Level 3', 'Level3 to Level4', '“Level 3” is Level3'],
      ['E1 to E2', 'E02 to E03', '“E02” is E2'],
    ] as const) {
      assert.match(
        told(guide('a.md', one), guide('b.md', other)).join('\n'),
        new RegExp(`^.\\.md: ${problem} in .*$`, 'u'),
      );
    }
    assert.deepEqual(told(guide('a.md', 'L1 to L10'), guide('b.md', 'L10 to L100')), []);
    const titled = guide('b.md', 'M1 (Manager) to M2 (Senior Manager)');
    assert.deepEqual(told(guide('a.md', 'Senior Manager to Head of Teams'), titled), [
      `a.md: “Senior Manager” is M2 in b.md. ${end}`,
    ]);
    assert.deepEqual(
      told(guide('a.md', 'Manager to Manager of Teams'), guide('b.md', 'Lead to Manager')),
      [],
    );
  });

  test('no level that goes by its title, for having one', () => {
    const guides = [
      guide('a.md', 'Recruiter to Senior Recruiter'),
      guide('b.md', 'Senior Recruiter to Head of Recruiting'),
    ];
    assert.deepEqual(conflicts(guides), []);
    assert.deepEqual(
      buildLadder(guides).levels.map(({ id, title }) => [id, title]),
      ['Recruiter', 'Senior Recruiter', 'Head of Recruiting'].map((name) => [name, name]),
    );
  });

  test('one level with two titles', () => {
    const guides = [
      guide('a.md', 'M1 (Manager) to M2 (Senior Manager)'),
      guide('b.md', 'M2 (Head of Tea) to M3 (Director)'),
      guide('c.md', 'M3 (director) to M4 (Chief)'),
    ];
    assert.deepEqual(conflicts(guides), [
      'b.md: M2 is “Head of Tea” here and “Senior Manager” in a.md. Give the level one title.',
    ]);
  });

  test('a circle within a track, whose levels then stand in natural order', () => {
    const guides = [
      guide('a.md', 'M1 to M2'),
      guide('b.md', 'M2 to M3'),
      guide('c.md', 'M3 to M1'),
      guide('d.md', 'M3 to M4'),
    ];
    assert.deepEqual(levelIds(guides), ['M1', 'M2', 'M3', 'M4']);
    assert.deepEqual(conflicts(guides), [
      `c.md: The step from M3 to M1 closes a circle with M1 to M2 (a.md) and M2 to M3 (b.md). ${mendCircle}`,
    ]);
    const [problem] = buildLadder(guides).problems.filter(({ rule }) => rule === 'guide-conflict');
    assert.equal(problem?.related?.guide.path, 'a.md');
  });

  test('a level has the title that the guide which leads to it gives', () => {
    const guides = [
      guide('a.md', 'M2 (Lead) to M3 (Head)'),
      guide('b.md', 'M1 (Manager) to M2 (Senior Manager)'),
    ];
    assert.deepEqual(
      buildLadder(guides).levels.map(({ title }) => title),
      ['Manager', 'Senior Manager', 'Head'],
    );
    assert.deepEqual(conflicts(guides), [
      'a.md: M2 is “Lead” here and “Senior Manager” in b.md. Give the level one title.',
    ]);
  });

  test('a circle within one file', () => {
    const both = guideOf(
      ['M1 to M2', 'M2 to M1']
        .map((title) => `# Progression Guide: ${title}\n\n## Key Capabilities\n\n`)
        .join(''),
      'a.md',
    );
    assert.ok(both);
    assert.deepEqual(conflicts([both]), [
      `a.md: The step from M2 to M1 closes a circle with M1 to M2. ${mendCircle}`,
    ]);
  });

  test('two circles, each told once', () => {
    const titles = ['M1 to M2', 'M2 to M1', 'M2 to M3', 'M3 to M4', 'M4 to M5', 'M5 to M3'];
    assert.deepEqual(conflicts(titles.map((title, index) => guide(`${index}.md`, title))), [
      `1.md: The step from M2 to M1 closes a circle with M1 to M2 (0.md). ${mendCircle}`,
      `5.md: The step from M5 to M3 closes a circle with M3 to M4 (3.md) and M4 to M5 (4.md). ${mendCircle}`,
    ]);
  });

  test('a circle of many steps, of which a message names a few', () => {
    const steps = Array.from({ length: 30 }, (_, index) =>
      guide(`${index}.md`, `M${index + 1} to M${((index + 1) % 30) + 1}`),
    );
    const [told = ''] = conflicts(steps);
    assert.match(
      told,
      /^29\.md: The step from M30 to M1 closes a circle with M1 to M2 .*, M5 to M6 \(4\.md\) and 24 more\./,
    );
  });

  test('circles that share a level are told one after the other', () => {
    const titles = ['M1 to M2', 'M2 to M1', 'M2 to M3', 'M3 to M2'];
    const guides = titles.map((title, index) => guide(`${index}.md`, title));
    assert.deepEqual(conflicts(guides), [
      `1.md: The step from M2 to M1 closes a circle with M1 to M2 (0.md). ${mendCircle}`,
    ]);
    assert.deepEqual(conflicts(guides.toSpliced(1, 1)), [
      `3.md: The step from M3 to M2 closes a circle with M2 to M3 (2.md). ${mendCircle}`,
    ]);
  });

  test('a step that leads to the level it comes from', () => {
    const step = guideOf(
      '# Guide\n\n| At M1 | At M1 |\n|---|---|\n| a | b |\n\n## Key Capabilities\n\n### Depth\n',
      'a.md',
    );
    assert.ok(step);
    assert.deepEqual(conflicts([step]), [
      'a.md: The step from M1 leads back to M1. Name the level that it leads to.',
    ]);
  });

  test('a way back to another track is no circle', () => {
    assert.deepEqual(conflicts([guide('a.md', 'IC5 to M1'), guide('b.md', 'M1 to IC5')]), []);
  });
});
