import assert from 'node:assert/strict';
import { guideOf } from '../support/files';

const capability = (name: string): string => `### ${name}

At M1, you try. At M2, you do.

**What this looks like:**

- It shows

**How to develop this:**

- Practise

`;

/** A guide that nothing is wrong with. */
const whole = `# Progression Guide: M1 to M2

Manager → Senior Manager

## Overview

More of it, and alone.

## The Core Shift

| M1 (Manager) | M2 (Senior Manager) |
|---|---|
| One team | Two teams |
| Asks | Answers |

*The fundamental question changes from 'Is it done?' to 'Is it right?'*

## Key Capabilities to Develop

${['1. Poise', '2. Reach', '3. Depth', '4. Care'].map(capability).join('')}## Common Pitfalls

**Hurry**

It shows.

**Hiding**

Nobody finds you.

## How to Demonstrate Readiness

Half a year of it.

### Build a Track Record

- Keep a log

### Self-Assessment Questions

1. Do I sleep?

When you can say 'yes', you are likely ready.

## Typical Timeline

Most take 2-3 years:

- Trust grows slowly

**Important: Staying is fine.**
`;

/** The problems of the guide with pieces of its text replaced, each with its line. */
function problemsWith(...changes: readonly (readonly [old: string, now: string])[]): readonly string[] {
  let text = whole;
  for (const [old, now] of changes) {
    assert.ok(text.includes(old), old);
    text = text.replace(old, now);
  }
  return problemsOf(text);
}

function problemsOf(text: string): readonly string[] {
  const { problems, source } = guideOf(text) ?? assert.fail('a guide');
  return problems.map(({ range, message }) => `${source.lineNumberAt(range.start)}: ${message}`);
}

/** The guide up to a heading. */
function upTo(heading: string): string {
  return whole.slice(0, whole.indexOf(heading));
}

/** The guide without what stands from one place to another. */
function without(start: string, end: string): string {
  return whole.replace(whole.slice(whole.indexOf(start), whole.indexOf(end)), '');
}

suite('problems in guides', () => {
  test('there are none where nothing is wrong', () => {
    assert.deepEqual(problemsOf(whole), []);
  });

  test('missing parts are told of once', () => {
    assert.deepEqual(problemsOf(without('## Common Pitfalls', '## How')), [
      '1: The guide from M1 to M2 has no pitfalls. Add pitfalls under the heading “Common Pitfalls”.',
    ]);
    assert.deepEqual(problemsOf(upTo('## Common Pitfalls')), [
      '1: The guide from M1 to M2 has no pitfalls, word on readiness or timeline. Add them under the headings “Common Pitfalls”, “How to Demonstrate Readiness” and “Typical Timeline”.',
    ]);
  });

  test('readiness that is empty is told of once', () => {
    assert.deepEqual(problemsOf(without('Half a year', '## Typical Timeline')), [
      '78: Nothing of this part is found under its heading: say what shows readiness, what to keep a record of and what to ask oneself.',
    ]);
  });

  test('a table that cannot be read is told of once', () => {
    const oneColumn = whole.replace(/^\|([^|]*)\|.*\|$/gmu, '|$1|');
    assert.deepEqual(problemsOf(oneColumn), [
      '11: The core shift needs two columns, one for M1 and one for M2; this table has 1.',
    ]);
  });

  test('of numbers that do not count up, those are told of that are wrong', () => {
    const numbered = (...numbers: readonly number[]): readonly string[] =>
      problemsWith(
        ...['1. Poise', '2. Reach', '3. Depth', '4. Care'].map(
          (name, index) => [name, name.replace(/\d/u, `${numbers[index]}`)] as const,
        ),
      ).map((problem) => /“.*next/u.exec(problem)?.[0] ?? problem);
    assert.deepEqual(numbered(1, 2, 2, 4), ['“Depth” is numbered 2 where 3 is next']);
    assert.deepEqual(numbered(1, 1, 2, 3), ['“Reach” is numbered 1 where 2 is next']);
    assert.deepEqual(numbered(1, 2, 4, 5), ['“Depth” is numbered 4 where 3 is next']);
    assert.deepEqual(numbered(2, 3, 4, 5), ['“Poise” is numbered 2 where 1 is next']);
    assert.deepEqual(numbered(1, 3, 2, 4), [
      '“Reach” is numbered 3 where 2 is next',
      '“Depth” is numbered 2 where 3 is next',
    ]);
  });

  test('a name that is used twice is not told of as a number besides', () => {
    const twice = '“Poise” is named twice; only the first is read. Give this one a name of its own.';
    assert.deepEqual(problemsWith(['2. Reach', '2. Poise']), [`32: ${twice}`]);
    assert.deepEqual(problemsWith(['2. Reach', 'Poise']), [`32: ${twice}`]);
    assert.deepEqual(problemsWith(['### 2. Reach', `${capability('1. Poise')}### 2. Reach`]), [
      `32: ${twice}`,
    ]);
  });
});
