import assert from 'node:assert/strict';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { type LadderNode, ladderTree } from '../../../src/core/tree/ladderTree';
import { guideOf, ladderOf, readText } from '../support/files';

function all(nodes: readonly LadderNode[]): readonly LadderNode[] {
  return nodes.flatMap((node) => [node, ...all(node.children)]);
}

function lines(nodes: readonly LadderNode[], depth: number): readonly string[] {
  return nodes.flatMap(({ label, description, children }) => [
    [label, description].filter(Boolean).join(' | '),
    ...(depth === 0 ? [] : lines(children, depth - 1).map((line) => `  ${line}`)),
  ]);
}

suite('the tree of a ladder', () => {
  const tree = ladderTree(ladderOf('guides'), 'key');

  test('leads from the track over levels to capabilities and steps', () => {
    assert.deepEqual(lines(tree, 2).slice(0, 10), [
      'Track M | M1 to M3',
      '  M1 | Engineering Manager',
      '    Step to M2 | 3-5 years',
      '  M2 | Senior Engineering Manager',
      '    Independent People Management',
      '    Building High-Performing Teams',
      '    Systems and Scale',
      '    Strategic Alignment and Stakeholder Management',
      '    Step to M3 | 4-8+ years',
      '  M3 | Head of Engineering',
    ]);
  });

  test('has signals and practices under a capability, and all parts of a step', () => {
    const [capability, step] = ['Systems and Scale', 'Step to M2'].map((label) =>
      all(tree).find((node) => node.label === label),
    );
    assert.deepEqual(lines(capability?.children ?? [], 0), [
      'What this looks like | 5',
      'How to develop this | 5',
    ]);
    assert.deepEqual(
      step?.children.map(({ kind, children }) => `${kind} ${children.length}`),
      ['question 0', 'shifts 8', 'pitfalls 5', 'readiness 3', 'timeline 5'],
    );
  });

  test('gives every line an id of its own, words to speak and a tooltip for what it shortens', () => {
    const nodes = all(tree);
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    assert.ok(nodes.every(({ spoken, text }) => spoken !== '' && text !== ''));
    const capability = nodes.find(({ kind }) => kind === 'capability');
    assert.match(capability?.tooltip ?? '', /^Independent People Management\n\nAt M1, /);
    assert.equal(
      capability?.spoken,
      'Capability Independent People Management of M2, 5 signals, 5 practices',
    );
  });

  test('numbers the signals as citations do, and copies them without the number', () => {
    const { label, text } = all(tree).find(({ citation }) => citation?.signal === 2) ?? assert.fail();
    assert.match(text, /^Your proposals on pay/);
    assert.equal(label, `2. ${text}`);
  });

  test('speaks of the capabilities of a level where it has some', () => {
    assert.deepEqual(
      all(tree).flatMap(({ kind, spoken, tooltip }) => (kind === 'level' ? [[spoken, tooltip]] : [])),
      [
        ['Level M1 (Engineering Manager)', 'M1 (Engineering Manager)'],
        [
          'Level M2 (Senior Engineering Manager), 4 capabilities',
          'M2 (Senior Engineering Manager)\n4 capabilities',
        ],
        ['Level M3 (Head of Engineering), 5 capabilities', 'M3 (Head of Engineering)\n5 capabilities'],
      ],
    );
  });

  test('leads to the line in the guide that a node is about', () => {
    for (const { place, label, text, kind } of all(tree)) {
      if (kind === 'capability' || kind === 'signal' || kind === 'pitfall') {
        const words = kind === 'signal' ? text : label;
        assert.ok(place?.guide.source.slice(place.range).includes(words), words);
      }
    }
  });

  test('leads from a part of a step to its heading, where it has one, else to what comes first', () => {
    const kinds = ['shifts', 'pitfalls', 'readiness', 'timeline'];
    const linesOf = (nodes: readonly LadderNode[]): readonly (string | undefined)[] =>
      kinds.map((kind) => {
        const place = all(nodes).find((node) => node.kind === kind)?.place;
        return place?.guide.source.slice(place.guide.source.lineAt(place.range.start));
      });
    assert.deepEqual(linesOf(tree), [
      '## The Core Shift',
      '## Common Pitfalls',
      '## How to Demonstrate Readiness',
      '## Typical Timeline',
    ]);
    const bare = [
      '# Progression Guide: M1 to M2',
      'It takes 3-5 years.',
      '| M1 | M2 |\n|---|---|\n| One team | Two teams |',
      '## Key Capabilities to Develop\n\n### 1. Poise\n\n- It shows',
      '## Ask Yourself\n\n1. Do I ask?\n2. Do I answer?\n3. Do I wait?',
    ].join('\n\n');
    const guide = guideOf(bare) ?? assert.fail('no guide');
    assert.deepEqual(linesOf(ladderTree(buildLadder([guide]), 'key')), [
      '| M1 | M2 |',
      undefined,
      '1. Do I ask?',
      'It takes 3-5 years.',
    ]);
  });

  test('cites capabilities and signals, nothing else', () => {
    const citable = all(tree).filter(({ citation }) => citation !== undefined);
    assert.deepEqual(new Set(citable.map(({ kind }) => kind)), new Set(['capability', 'signal']));
    const signals = citable.filter(
      ({ citation }) => citation?.name === 'Systems and Scale' && citation.signal,
    );
    assert.deepEqual(
      signals.map(({ citation }) => citation?.signal),
      [1, 2, 3, 4, 5],
    );
  });

  test('keeps the ids of what an edit does not touch', () => {
    const text = readText('guides/m1-to-m2.md');
    const ids = (source: string): ReadonlySet<string> =>
      new Set(all(ladderTree(buildLadder([guideOf(source) ?? assert.fail()]), 'key')).map(({ id }) => id));
    const before = ids(text);
    const after = ids(text.replace('### 1. Independent People Management', '### 1. People'));
    const lost = [...before].filter((id) => !after.has(id));
    assert.ok(lost.every((id) => id.includes('/independent people management')));
  });
});
