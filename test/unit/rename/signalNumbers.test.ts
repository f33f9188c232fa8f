import assert from 'node:assert/strict';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Capability, Ladder } from '../../../src/core/ladder/model';
import {
  citedSignal,
  followSignals,
  type MovedSignals,
  movedSignals,
  renumberSignals,
  signalsAsNumbered,
} from '../../../src/core/rename/signalNumbers';
import { ladderFor } from '../references/documents';
import { edited } from '../support/edits';
import { guideOf } from '../support/files';
import { documentOf } from '../support/promotions';

/** A ladder of one guide whose capability "Hiring" has these signals, and so has "Scale". */
function ladderOf(signals: readonly string[]): Ladder {
  const text = [
    '# Progression Guide: M1 to M2',
    '## Key Capabilities to Develop',
    ...['Hiring', 'Scale'].map(
      (name, at) =>
        `### ${at + 1}. ${name}\n\n**What this looks like:**\n\n${signals.map((one) => `- ${one}`).join('\n')}`,
    ),
  ].join('\n\n');
  return buildLadder([guideOf(text, 'guides/g.md') ?? assert.fail()]);
}

function hiring(ladder: Ladder): Capability {
  return indexOf(ladder).capability('M2', 'Hiring') ?? assert.fail();
}

/** What has moved after a capability had one list of signals after the other. */
function moved(...states: readonly (readonly string[])[]): MovedSignals {
  const [first, ...others] = states.map((signals) => hiring(ladderOf(signals)).signals);
  return movedSignals(others.reduce(followSignals, signalsAsNumbered(first ?? [])));
}

/** The lists that typing a text makes of it, letter by letter. */
function typed(text: string, listOf: (text: string) => readonly string[]): readonly (readonly string[])[] {
  return [...text].map((_, at) => listOf(text.slice(0, at + 1)));
}

suite('signals that were moved by hand', () => {
  test('are followed while others are inserted above them, letter by letter', () => {
    const states = typed('Plans ahead', (text) => [text, 'a', 'b', 'c']);
    assert.deepEqual(
      [...moved(['a', 'b', 'c'], ...states)],
      [
        [1, 2],
        [2, 3],
        [3, 4],
      ],
    );
  });

  test('are followed while others are typed in front of their words, until the line is broken', () => {
    const states = [
      ...typed('Plans ahead', (text) => ['a', `${text}* b`, 'c']),
      ['a', 'Plans ahead', 'b', 'c'],
    ];
    assert.deepEqual(
      [...moved(['a', 'b', 'c'], ...states)],
      [
        [2, 3],
        [3, 4],
      ],
    );
  });

  test('are followed when they change places, one cut out and put in elsewhere', () => {
    assert.deepEqual(
      [...moved(['a', 'b', 'c'], ['b', 'c'], ['b', 'c', 'a'])],
      [
        [2, 1],
        [3, 2],
        [1, 3],
      ],
    );
    assert.deepEqual(
      [...moved(['a', 'b', 'c'], ['c', 'b', 'a'])],
      [
        [3, 1],
        [1, 3],
      ],
    );
  });

  test('have not moved when their words change, all at once or from nothing', () => {
    assert.deepEqual([...moved(['a', 'b', 'c'], ['a', 'bx', 'c'])], []);
    assert.deepEqual([...moved(['a', 'b', 'c'], ['x', 'y', 'z'])], []);
    assert.deepEqual(
      [...moved(['a', 'b', 'c'], ['a', 'c'], ...typed('new', (text) => ['a', text, 'c']))],
      [],
    );
    assert.deepEqual(
      [...moved(['a', 'b', 'c'], ['b', 'c'], ...typed('new', (text) => [text, 'b', 'c']))],
      [],
    );
    assert.deepEqual([...moved(['a', 'b'], [], ['a', 'b'])], []);
  });

  test('are followed while the words of one change beside a place that is empty', () => {
    const states = [
      ['a', 'c'],
      ['a', 'cx'],
      ['a', 'n', 'cx'],
      ['top', 'a', 'n', 'cx'],
    ];
    assert.deepEqual(
      [...moved(['a', 'b', 'c'], ...states)],
      [
        [1, 2],
        [2, 3],
        [3, 4],
      ],
    );
  });

  test('are told apart where several have the same words', () => {
    assert.deepEqual(
      [...moved(['a', 'a', 'b'], ['a', 'b'])],
      [
        [2, undefined],
        [3, 2],
      ],
    );
    assert.deepEqual(
      [...moved(['a', 'a'], ['x', 'a', 'a'])],
      [
        [1, 2],
        [2, 3],
      ],
    );
  });

  test('are as before once what came is gone, and what went is back', () => {
    assert.deepEqual([...moved(['a', 'b'], ['x', 'a', 'b'], ['a', 'b'])], []);
    assert.deepEqual([...moved(['a', 'b'], ['b'], ['a', 'b'])], []);
  });

  test('that are gone are told', () => {
    assert.deepEqual(
      [...moved(['a', 'b', 'c'], ['a', 'c'])],
      [
        [2, undefined],
        [3, 2],
      ],
    );
  });

  test('are thousands, and followed at once', () => {
    const many = Array.from({ length: 4000 }, (_, at) => ({ text: `signal ${at}` }));
    const passages = (texts: readonly { readonly text: string }[]) =>
      texts.map((one) => ({ ...one, range: { start: 0, end: 0 } }));
    let followed = signalsAsNumbered(passages(many));
    for (let times = 0; times < 50; times += 1) {
      followed = followSignals(followed, passages([{ text: 'x'.repeat(times + 1) }, ...many]));
    }
    assert.equal(movedSignals(followed).size, 4000);
  });
});

suite('citations of signals that were moved', () => {
  const after = ladderOf(['new', 'a', 'b']);
  const ladder = ladderFor('docs/case.md', after);

  function updated(text: string, numbers: MovedSignals): string {
    const document = documentOf(text, after);
    return edited(document.source.text, renumberSignals(hiring(after), numbers, document, ladder));
  }

  test('get the new number, with the definitions that make them links, and nothing else changes', () => {
    const text = [
      '# A [M2: Hiring #1] and [Senior](x): [M2: hiring  #2 ], [M2: Hiring], [M2: Hiring #7], [M2: Hiring #]',
      '[M2: Scale #1], `[M2: Hiring #1]`, [words][M2: Hiring#2], [M3: Hiring #1], [it](../guides/g.md#1-hiring)',
      '> [M2: Hiring\n> #1]',
      '[M2: Hiring #1]: ../guides/g.md#1-hiring',
    ].join('\n\n');
    assert.equal(
      updated(
        text,
        new Map([
          [1, 2],
          [2, 3],
        ]),
      ),
      [
        '# A [M2: Hiring #2] and [Senior](x): [M2: hiring  #3 ], [M2: Hiring], [M2: Hiring #7], [M2: Hiring #]',
        '[M2: Scale #1], `[M2: Hiring #1]`, [words][M2: Hiring#3], [M3: Hiring #1], [it](../guides/g.md#1-hiring)',
        '> [M2: Hiring\n> #2]',
        '[M2: Hiring #2]: ../guides/g.md#1-hiring',
      ].join('\n\n'),
    );
  });

  test('cite the capability alone where the signal is gone', () => {
    assert.equal(
      updated(
        '[M2: Hiring #2], [M2: Hiring#9]\n\n> [M2: Hiring\n> #2]',
        new Map([
          [2, undefined],
          [9, undefined],
        ]),
      ),
      '[M2: Hiring], [M2: Hiring]\n\n> [M2: Hiring\n>]',
    );
  });

  test('are found among the labels of others', () => {
    assert.equal(citedSignal('M2: hiring #2', hiring(after), ladder), 2);
    assert.equal(citedSignal('M2: Hiring #9', hiring(after), ladder), 9);
    for (const other of ['M2: Hiring', 'M2: Scale #2', 'M3: Hiring #2', 'note', 'M2: Hirin #2']) {
      assert.equal(citedSignal(other, hiring(after), ladder), undefined, other);
    }
  });
});
