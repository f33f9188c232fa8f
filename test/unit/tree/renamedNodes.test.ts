import assert from 'node:assert/strict';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { type LadderNode, ladderTree } from '../../../src/core/tree/ladderTree';
import { renamedNodes } from '../../../src/core/tree/renamedNodes';
import { LineIds } from '../../../src/editor/lineIds';
import { guideOf } from '../support/files';

function treeWith(...names: readonly string[]): readonly LadderNode[] {
  const sections = names.map((name) => `### ${name}\n\n**What this looks like:**\n\n- Calm\n`);
  const text = `# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n${sections.join('\n')}`;
  return ladderTree(buildLadder([guideOf(text) ?? assert.fail('a guide')]), 'own');
}

function idsOf(nodes: readonly LadderNode[]): ReadonlySet<string> {
  return new Set(nodes.flatMap(({ id, children }) => [id, ...idsOf(children)]));
}

suite('lines that are called otherwise', () => {
  test('are those that changed alone, at their place', () => {
    const before = treeWith('Poise', 'Reach', 'Depth');
    const renamed = (...names: readonly string[]) => renamedNodes(before, treeWith(...names));
    assert.deepEqual(renamed('Poise', 'Reach!', 'Depth'), [{ former: 'own/M2/reach', id: 'own/M2/reach!' }]);
    for (const names of [
      ['Poise', 'Reach', 'Depth'],
      ['Poise', 'Depth'],
      ['Poise', 'Depth', 'Reach'],
      ['Poise', 'Reach', 'Depth', 'Breadth'],
      ['Poise!', 'Reach!', 'Depth'],
      ['Breadth', 'Poise', 'Depth'],
    ]) {
      assert.deepEqual(renamed(...names), [], names.join());
    }
  });

  test('keep their ids, and what is below them too, through many names and back', () => {
    const ids = new LineIds();
    let before = treeWith('Poise', 'Reach');
    const follow = (...names: readonly string[]): void => {
      const after = treeWith(...names);
      ids.follow(renamedNodes(before, after), idsOf(after));
      before = after;
    };
    follow('Poise', 'Reach f');
    follow('Poise', 'Reach for');
    assert.equal(ids.idFor('own/M2/reach for'), 'own/M2/reach');
    assert.equal(ids.idFor('own/M2/reach for/signals/1'), 'own/M2/reach/signals/1');
    assert.equal(ids.idFor('own/M2/reach forth'), 'own/M2/reach forth');
    follow('Poise', 'Reach for', 'Reach');
    assert.equal(ids.idFor('own/M2/reach for'), 'own/M2/reach for', 'the id is another line’s now');
    follow('Poise', 'Reach for');
    follow('Poise', 'Reach');
    assert.equal(ids.idFor('own/M2/reach'), 'own/M2/reach for');
  });
});
