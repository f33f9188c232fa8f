import assert from 'node:assert/strict';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { changedLines, type EvidenceNode, evidenceTree } from '../../../src/core/tree/evidenceTree';
import { guideOf, ladderOf, readText } from '../support/files';
import { ladderWith, promotionOf } from '../support/promotions';

const ladder = ladderOf('guides');

function treeOf(text: string, promotion = 'M1 to M2'): readonly EvidenceNode[] {
  return evidenceTree(promotionOf(`---\npromotion: ${promotion}\n---\n\n${text}`, ladder));
}

function lines(nodes: readonly EvidenceNode[], depth = Infinity): readonly string[] {
  return nodes.flatMap(({ state, label, description, children }) => [
    [state, label, description].filter(Boolean).join(' | '),
    ...(depth === 0 ? [] : lines(children, depth - 1).map((line) => `  ${line}`)),
  ]);
}

const half = [
  '## [M2: Systems and Scale]',
  '',
  'Three weeks off in 2025. [M2: Systems and Scale #2] Nobody called. [M2: Systems and Scale #4]',
  '',
  '## [M2: Building High-Performing Teams]',
  '',
  'TBD',
  '',
].join('\n');

suite('the tree of evidence', () => {
  test('tells of each capability of the target how far it has come', () => {
    assert.deepEqual(lines(treeOf(half), 0), [
      'missing | Missing · Independent People Management',
      'cited | Cited · Building High-Performing Teams | no evidence yet',
      'evidenced | Evidenced · Systems and Scale | 2 of 5 signals',
      'missing | Missing · Strategic Alignment and Stakeholder Management',
    ]);
  });

  test('has the evidence below, each piece once, and the signals', () => {
    const [, cited, evidenced] = treeOf(half);
    assert.deepEqual(lines(evidenced?.children ?? [], 0), [
      'Three weeks off in 2025. Nobody called.',
      // In a narrow side bar the end is cut off.
      '#2 #4 · Three weeks off in 2025. Nobody called.',
      '2 of 5 signals covered | What this looks like',
    ]);
    assert.deepEqual(
      evidenced?.children.at(-1)?.children.map(({ state }) => state),
      ['open', 'covered', 'open', 'covered', 'open'],
    );
    assert.match(evidenced?.children.at(-1)?.children[1]?.label ?? '', /^Covered · 2\. Any one person/);
    assert.deepEqual(lines(cited?.children ?? [], 0), [
      'Nothing is written here yet',
      '5 signals | What this looks like',
    ]);
  });

  test('leads to the first citation that vouches for something, else to the first', () => {
    const [empty, second] = [
      '- [M2: Systems and Scale] TBD\n',
      '- Three weeks off in 2025 [M2: Systems and Scale]\n',
    ];
    const placeIn = (text: string): number | undefined => treeOf(text)[2]?.range?.start;
    const start = '---\npromotion: M1 to M2\n---\n\n'.length;
    assert.equal(placeIn(empty + second), start + (empty + second).lastIndexOf('['));
    assert.equal(placeIn(second + empty), start + second.indexOf('['));
    assert.equal(placeIn(empty + empty), start + empty.indexOf('['));
  });

  test('has nothing below a capability that has neither evidence nor signals', () => {
    const text = '# Progression Guide: M1 to M2\n\n## Capabilities\n\n### 1. Tact\n\nYou are calm.';
    const bare = buildLadder([guideOf(text, 'g.md') ?? assert.fail()]);
    assert.deepEqual(lines(evidenceTree(promotionOf('---\npromotion: M2\n---\n', bare))), [
      'missing | Missing · Tact',
    ]);
  });

  test('groups the capabilities of several levels', () => {
    const levels = treeOf('[M3: Strategic Leadership] in 2025', 'M1 to M3');
    assert.deepEqual(lines(levels, 0), [
      'M2 | 0 of 4 evidenced · Senior Engineering Manager',
      'M3 | 1 of 5 evidenced · Head of Engineering',
    ]);
  });

  test('is empty while nobody knows what the document is for', () => {
    assert.deepEqual(treeOf(half, 'M1 to M9'), []);
  });

  test('gives every line an id of its own and words to speak', () => {
    const all = (nodes: readonly EvidenceNode[]): readonly EvidenceNode[] =>
      nodes.flatMap((node) => [node, ...all(node.children)]);
    const nodes = all(treeOf(half));
    assert.equal(new Set(nodes.map(({ id }) => id)).size, nodes.length);
    assert.ok(nodes.every(({ spoken }) => spoken !== ''));
  });
});

suite('what changes in the tree of evidence', () => {
  const changes = (before: string, after: string): readonly string[] | undefined =>
    changedLines(treeOf(before), treeOf(after));

  test('is nothing where only places move', () => {
    assert.deepEqual(changes(half, `A preface.\n\n${half}`), []);
  });

  test('is what leads into a guide, where that is another text now', () => {
    const text = readText('guides/m1-to-m2.md');
    const tree = (guide: string): readonly EvidenceNode[] =>
      evidenceTree(
        promotionOf(
          `---\npromotion: M1 to M2\n---\n\n${half}`,
          buildLadder([guideOf(guide) ?? assert.fail()]),
        ),
      );
    const changed = changedLines(tree(text), tree(text.replace('\n## ', '\nA preface.\n\n## '))) ?? [];
    assert.ok(changed.includes('M2/independent people management'));
    assert.ok(changed.includes('M2/systems and scale/signal 1'));
    assert.ok(!changed.includes('M2/systems and scale/evidence 1'));
  });

  test('is the one line whose excerpt is typed', () => {
    assert.deepEqual(changes(half, half.replace('Nobody called', 'Nobody rang')), [
      'M2/systems and scale/evidence 1',
      'M2/systems and scale/evidence 2',
    ]);
  });

  test('is the capability whose state or number of lines changes, and no other', () => {
    assert.deepEqual(changes(half, half.replace('TBD', 'A survey of 2025.')), [
      'M2/building high-performing teams',
    ]);
    const more = half.replace('\n\n## [M2: B', '\n\n[M2: Systems and Scale] again in 2024\n\n## [M2: B');
    assert.deepEqual(changes(half, more), ['M2/systems and scale']);
  });

  test('is everything where the capabilities are others', () => {
    assert.equal(changedLines(treeOf(half), treeOf(half, 'M2 to M3')), undefined);
  });

  test('is told apart for capabilities of the same name at two levels', () => {
    const twins = ladderWith(['M1 to M2', 'M2 to M3'], ['Systems and Scale']);
    const tree = (text: string): readonly EvidenceNode[] =>
      evidenceTree(promotionOf(`---\npromotion: M1 to M3\n---\n\n${text}`, twins));
    assert.deepEqual(changedLines(tree(''), tree('[M3: Systems and Scale] in 2025')), ['M3']);
  });
});
