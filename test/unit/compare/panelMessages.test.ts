import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  panelRequestOf,
  panelStateOf,
  panelUpdateOf,
  shownComparisonOf,
} from '../../../src/core/compare/panelMessages';

const requests = [
  { type: 'ready', revision: 3 },
  { type: 'open', path: 'file:///m1.md', line: 3 },
  { type: 'follow', path: 'file:///m1.md', url: '../m2.md' },
  { type: 'cite', level: 'M2', name: 'Impact' },
  { type: 'evidence', start: 1, end: 2 },
  { type: 'levels', levels: ['M1', 'M2'] },
  { type: 'choose' },
];
const shown = { levels: ['M1', 'M2'], ladder: 'built-in' };
const update = {
  type: 'show',
  revision: 2,
  base: 1,
  shown,
  heading: 'M1 and M2 compared',
  pickers: '',
  tableHead: '',
  order: ['question/'],
  parts: [{ id: 'question/', markup: '<tbody></tbody>' }],
};

/** All ways in which one field of a message can be missing or be something else. */
function broken(message: object): readonly object[] {
  return Object.keys(message).flatMap((key) => [
    { ...message, [key]: undefined },
    { ...message, [key]: null },
    { ...message, [key]: { toString: 1 } },
    { ...message, [key]: [1] },
    { ...message, [key]: Number.NaN },
  ]);
}

suite('messages between the panel and its page', () => {
  test('are taken as they are sent, with nothing else in them', () => {
    for (const request of requests) {
      assert.deepEqual(panelRequestOf({ ...request, more: 1 }), request);
    }
    assert.deepEqual(panelUpdateOf({ ...update, more: 1 }), update);
  });

  test('are dropped where anything in them is wrong', () => {
    for (const message of requests.flatMap(broken)) {
      assert.equal(panelRequestOf(message), undefined, JSON.stringify(message));
    }
    for (const message of [...broken(update), { ...update, parts: [{ id: 1, markup: '' }] }]) {
      assert.equal(panelUpdateOf(message), undefined, JSON.stringify(message));
    }
    fc.assert(
      fc.property(fc.anything(), (message) => {
        assert.equal(panelRequestOf(message), undefined);
        assert.equal(panelUpdateOf(message), undefined);
      }),
    );
  });

  test('leave of a kept state what makes sense', () => {
    const state = {
      ...shown,
      filter: 'a',
      onlyDifferent: true,
      folded: ['x'],
      foldedFiltered: ['z'],
      opened: ['y'],
      scroll: 7,
    };
    assert.deepEqual(panelStateOf(state, shown), state);
    const empty = {
      ...shown,
      filter: '',
      onlyDifferent: false,
      folded: [],
      foldedFiltered: [],
      opened: [],
      scroll: 0,
    };
    for (const strange of [
      undefined,
      null,
      1,
      { filter: 1, folded: 'x', foldedFiltered: [{}], opened: [2], scroll: '7' },
    ]) {
      assert.deepEqual(panelStateOf(strange, shown), empty);
    }
    assert.deepEqual(shownComparisonOf(state), shown);
    assert.equal(shownComparisonOf({ levels: 'M1', ladder: 'x' }), undefined);
  });
});
