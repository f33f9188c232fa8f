import assert from 'node:assert/strict';
import fc from 'fast-check';
import { circles, type Step } from '../../../src/core/ladder/circles';
import { orderBySteps } from '../../../src/core/ladder/orderLevels';

/** Ladders as small as these take no time. */
const often = { numRuns: 500 };

const ids = ['M1', 'M2', 'M3', 'M10', 'M20', 'IC1', 'Lead', 'Chief'];
const id = fc.constantFrom(...ids);
const someSteps = fc.array(fc.record({ from: id, to: id }), { maxLength: 14 });

/** The levels in natural order, which the numbers and capitals of these ids make plain. */
const naturally: readonly string[] = ['Chief', 'IC1', 'Lead', 'M1', 'M2', 'M3', 'M10', 'M20'];

/** Whether one can walk from one level to another, by trying all ways. */
function leads(from: string, to: string, steps: readonly Step[]): boolean {
  const reached = new Set([from]);
  for (const at of reached) {
    for (const step of steps.filter((one) => one.from === at)) {
      reached.add(step.to);
    }
  }
  return reached.has(to);
}

function isCircular({ from, to }: Step, steps: readonly Step[]): boolean {
  return leads(to, from, steps);
}

/** The next level is always the first in natural order of which all that lead to it stand already. */
function plainOrder(steps: readonly Step[]): readonly string[] {
  const counted = steps.filter((step) => !isCircular(step, steps));
  const ordered: string[] = [];
  while (ordered.length < naturally.length) {
    const next = naturally.find(
      (one) =>
        !ordered.includes(one) && counted.every(({ from, to }) => to !== one || ordered.includes(from)),
    );
    assert.ok(next);
    ordered.push(next);
  }
  return ordered;
}

suite('the order of levels', () => {
  test('puts next what comes first naturally and has all that lead to it behind it', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        assert.deepEqual(orderBySteps(ids, steps), plainOrder(steps));
      }),
      often,
    );
  });

  test('has each level once, and each step outside circles leads upwards', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(60)), fc.array(fc.tuple(fc.nat(), fc.nat())), (numbers, pairs) => {
        const levels = numbers.map((number) => `M${number}`);
        const at = (number: number): string => levels[number % levels.length] ?? '';
        const steps = levels.length === 0 ? [] : pairs.map(([from, to]) => ({ from: at(from), to: at(to) }));
        const order = orderBySteps([...levels, ...levels], steps);
        assert.deepEqual([...order].sort(), [...levels].sort());
        const circular = new Set(circles(steps).flat());
        for (const step of steps.filter((one) => !circular.has(one))) {
          assert.ok(order.indexOf(step.from) < order.indexOf(step.to), `${step.from} to ${step.to}`);
        }
      }),
      often,
    );
  });

  test('is the same however levels and steps are handed in', () => {
    const shuffled = <T>(items: readonly T[]): fc.Arbitrary<T[]> =>
      fc.shuffledSubarray([...items], { minLength: items.length });
    const handedIn = someSteps.chain((steps) => fc.tuple(fc.constant(steps), shuffled(steps), shuffled(ids)));
    fc.assert(
      fc.property(handedIn, ([steps, otherSteps, otherIds]) => {
        assert.deepEqual(orderBySteps(otherIds, otherSteps), orderBySteps(ids, steps));
      }),
      often,
    );
  });
});

suite('circles of steps', () => {
  test('hold the steps from whose end one can come back', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const found = new Set(circles(steps).flat());
        assert.deepEqual(
          steps.filter((step) => found.has(step)),
          steps.filter((step) => isCircular(step, steps)),
        );
      }),
      often,
    );
  });

  test('are told apart where no way leads from one to the other and back', () => {
    fc.assert(
      fc.property(someSteps, (steps) => {
        const all = circles(steps);
        for (const [index, circle] of all.entries()) {
          for (const { from } of circle) {
            assert.ok(circle.every(({ to }) => leads(from, to, steps)));
            for (const other of all.slice(index + 1).flat()) {
              assert.ok(!leads(from, other.from, steps) || !leads(other.from, from, steps));
            }
          }
        }
      }),
      often,
    );
  });

  test('are found in a ladder of very many levels', () => {
    const count = 50_000;
    const chain = Array.from({ length: count }, (_, index) => ({ from: `M${index}`, to: `M${index + 1}` }));
    assert.deepEqual(circles(chain), []);
    assert.deepEqual(
      circles([...chain, { from: `M${count}`, to: 'M0' }]).map(({ length }) => length),
      [count + 1],
    );
  });
});
