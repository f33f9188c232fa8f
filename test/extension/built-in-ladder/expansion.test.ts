import assert from 'node:assert/strict';
import { type Memento, TreeItemCollapsibleState } from 'vscode';
import { Expansion } from '../../../src/editor/expansion';

suite('what is open in a tree', () => {
  test('goes on under another name, and is written down only where that changes something', () => {
    let written: readonly unknown[] = [];
    const state: Memento = {
      keys: () => [],
      get: <T>() => ({ 'M2/Hiring': true, 'M2/Hiring/signals': false }) as T,
      update: async (_key, value: unknown) => {
        written = [...written, value];
      },
    };
    const expansion = new Expansion(state, 'view');
    expansion.carry('M2/Hir', 'M2/Scale');
    assert.deepEqual(written, []);
    expansion.carry('M2/Hiring', 'M2/People');
    assert.deepEqual(written, [{ 'M2/People': true, 'M2/People/signals': false }]);
    const line = { id: 'M2/People', isExpanded: false, children: [undefined] };
    assert.equal(expansion.stateOf(line), TreeItemCollapsibleState.Expanded);
    assert.equal(expansion.stateOf({ ...line, id: 'M2/Hiring' }), TreeItemCollapsibleState.Collapsed);
  });
});
