import assert from 'node:assert/strict';
import { indexOf } from '../../../src/core/citations/ladderIndex';
import { readTarget, type Target } from '../../../src/core/document/target';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Ladder } from '../../../src/core/ladder/model';
import { guideOf, ladderOf } from '../support/files';
import { ladderWith } from '../support/promotions';

const builtIn = ladderOf('guides');
const own = ladderOf('test/samples/own-guides/guides');

function target(value: string, ladder: Ladder = builtIn): Target | undefined {
  return readTarget(value, indexOf(ladder));
}

function summary(value: string, ladder?: Ladder): string | undefined {
  const found = target(value, ladder);
  return found?.kind === 'unknown'
    ? found.message
    : found && `${found.kind} to ${found.levels.map(({ id }) => id).join(', ')}`;
}

/** The values that would do, best first. */
function offered(value: string, ladder?: Ladder): readonly string[] {
  const found = target(value, ladder);
  return found?.kind === 'unknown' ? found.suggestions : [];
}

suite('the target of a promotion document', () => {
  test('is a transition, however its sides are joined and called', () => {
    for (const value of [
      'M1 to M2',
      'm1 TO m2',
      'M1 → M2',
      'M1→M2',
      'M1 -> M2',
      'M1->M2',
      'M1 - M2',
      'M1 – M2',
      'M1 — M2',
      '  M1\n to  M2 ',
      'Engineering Manager to M2',
      'engineering manager → Senior  Engineering Manager',
    ]) {
      assert.equal(summary(value), 'steps to M2', value);
    }
  });

  test('is a level alone, or several steps on the one shortest way', () => {
    assert.equal(summary('M2'), 'level to M2');
    assert.equal(summary('Head of Engineering'), 'level to M3');
    assert.equal(summary('M1 to M3'), 'steps to M2, M3');
    assert.equal(summary('IC3 to M1', own), 'steps to IC4, IC5, M1');
    const skipping = ladderWith(['L1 to L2', 'L2 to L3', 'L1 to L3'], ['Testing']);
    assert.equal(summary('L1 to L3', skipping), 'steps to L3');
  });

  test('asks for what its own guide asks for, a level for all that it does', () => {
    const ladder = buildLadder(
      [
        ['M1', 'One', 'Both'],
        ['IC1', 'Two', 'Both'],
      ].flatMap(([from, ...names]) => {
        const capabilities = names.map((name) => `### ${name}\n\n**What this looks like:**\n\n- ${name}\n`);
        return (
          guideOf(
            `# Guide: ${from} to M2\n\n## Key Capabilities\n\n${capabilities.join('\n')}`,
            `${from}.md`,
          ) ?? []
        );
      }),
    );
    const asked = (value: string): readonly string[] => {
      const found = target(value, ladder);
      return found === undefined || found.kind === 'unknown'
        ? []
        : found.capabilities.map(({ name }) => name).sort();
    };
    assert.deepEqual(asked('M1 to M2'), ['Both', 'One']);
    assert.deepEqual(asked('IC1 to M2'), ['Both', 'Two']);
    assert.deepEqual(asked('M2'), ['Both', 'One', 'Two']);
  });

  test('is unknown where a side is no level, no guide leads there, or several ways do', () => {
    const diamond = ladderWith(['L1 to L2', 'L1 to P2', 'L2 to L3', 'P2 to L3'], ['Testing']);
    for (const [value, message, ladder] of [
      ['M9', /no level “M9”/],
      ['M1 to M9', /no level “M9”/],
      ['Boss to M2', /no level “Boss”/],
      ['M1 to', /A level is missing/],
      ['M1 →', /A level is missing/],
      ['→ M2', /A level is missing/],
      ['M2 to M1', /No guides lead from M2 to M1/],
      ['M2 to M2', /Both sides are M2/],
      ['L1 to L3', /Several ways/, diamond],
    ] as const) {
      const found = target(value, ladder);
      assert.equal(found?.kind, 'unknown', value);
      assert.match(found?.kind === 'unknown' ? found.message : '', message, value);
      const suggestions = found?.kind === 'unknown' ? found.suggestions : [];
      assert.ok(suggestions.length > 0, value);
      for (const suggestion of suggestions) {
        assert.notEqual(target(suggestion, ladder)?.kind ?? 'unknown', 'unknown', suggestion);
      }
    }
  });

  test('offers the nearest that there is', () => {
    assert.equal(offered('M4')[0], 'M3');
    assert.equal(offered('M0 to M2')[0], 'M1 to M2');
    assert.equal(offered('M2 to M4')[0], 'M2 to M3');
    assert.equal(offered('IC9 to M1', own)[0], 'IC5 to M1');
    // A level that asks for nothing leaves nothing to write about.
    assert.match(summary('M3 to M2') ?? '', /describes, or M2 alone\.$/u);
    assert.match(summary('M3 to M1') ?? '', /describes\.$/u);
    assert.deepEqual(offered('M3 to M1'), ['M1 to M2', 'M2 to M3']);
    // Of ways that meet again before their end, what is left of each where they have parted.
    const meeting = ladderWith(['L1 to L2', 'L1 to P2', 'L2 to L3', 'P2 to L3', 'L3 to L4'], ['Testing']);
    assert.deepEqual(offered('L1 to L4', meeting), ['L2 to L4', 'P2 to L4']);
    const parting = ladderWith(['L1 to L2', 'L2 to L3', 'L2 to P3', 'L3 to L4', 'P3 to L4'], ['Testing']);
    assert.deepEqual(offered('L1 to L4', parting), ['L3 to L4', 'P3 to L4']);
    const twice = ladderWith(
      ['L1 to L2', 'L1 to P2', 'L2 to L3', 'P2 to L3', 'L3 to L4', 'L3 to P4', 'L4 to L5', 'P4 to L5'],
      ['Testing'],
    );
    const either = offered('L1 to L5', twice);
    assert.equal(new Set(either).size, either.length);
  });

  test('with a title that two levels share is unknown and names their ids', () => {
    const ladder = ladderWith(['M1 to M2', 'S1 to S2'], ['Testing'], { M2: 'Lead', S2: 'Lead' });
    assert.equal(summary('Lead', ladder), 'M2 and S2 are both called “Lead”. Write M2 or S2.');
    const three = ladderWith(['M1 to M2', 'S1 to S2', 'T1 to T2'], ['Testing'], {
      M2: 'Lead',
      S2: 'Lead',
      T2: 'Lead',
    });
    assert.equal(summary('Lead', three), 'M2, S2 and T2 are all called “Lead”. Write M2, S2 or T2.');
    assert.deepEqual(offered('Lead', three), ['M2', 'S2', 'T2']);
  });

  test('with a title that two levels share keeps the other side, and offers the steps that there are', () => {
    const titles = { M1: 'Manager', E1: 'Manager', M2: 'Senior Manager', E2: 'Senior Manager' };
    const ladder = ladderWith(['M1 to M2', 'E1 to E2', 'M2 to M3'], ['Testing'], titles);
    for (const [value, steps] of [
      ['M1 to Senior Manager', ['M1 to M2']],
      ['E1 → Senior Manager', ['E1 to E2']],
      ['Manager to M2', ['M1 to M2']],
      ['Manager to M3', ['M1 to M3']],
      ['Manager to Senior Manager', ['E1 to E2', 'M1 to M2']],
    ] as const) {
      assert.deepEqual(offered(value, ladder), steps, value);
      assert.match(
        summary(value, ladder) ?? '',
        new RegExp(`called “.*Manager”\\. Write ${steps.join(' or ')}\\.$`, 'u'),
      );
    }
    // No step leads from either: the likeliest that there are.
    assert.deepEqual(offered('M3 to Manager', ladder)[0], 'M2 to M3');
    assert.equal(offered('Manager to M9', ladder)[0], 'M1 to M2');
  });

  test('is none where the value speaks of something else', () => {
    for (const value of [
      '',
      'summer-sale',
      'none',
      'true',
      '2024',
      'from junior to senior',
      'M',
      'M1-M2',
      'A -> B',
      'to',
      'Mx to My',
      '10 – 20',
      'IC3 to IC4',
    ]) {
      assert.equal(target(value), undefined, value);
    }
  });

  test('is looked for in a long value in time that grows with it alone', () => {
    // Once for each word that may join two levels would take ten minutes.
    assert.equal(target('a to '.repeat(40_000)), undefined);
    assert.match(summary(`M1 ${'to a '.repeat(250)}to M2`) ?? '', /^The ladder has no level “a to a /u);
    assert.match(summary(`M9 ${'to a '.repeat(250)}to M2`) ?? '', /^The ladder has no level “M9 to a /u);
  });
});
