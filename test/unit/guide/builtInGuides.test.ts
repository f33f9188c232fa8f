import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Ladder } from '../../../src/core/ladder/model';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { guideOf, ladderOf, readText } from '../support/files';

function figures(ladder: Ladder) {
  return {
    levels: ladder.levels.map(({ id, title }) => `${id} ${title}`),
    capabilities: ladder.levels.map(({ capabilities }) =>
      capabilities.map(({ number, signals, practices, expectations }) => [
        number,
        signals.length,
        practices.length,
        expectations.map(({ level }) => level).join(),
      ]),
    ),
    transitions: ladder.transitions.map((transition) => ({
      step: `${transition.from} to ${transition.to}`,
      shifts: transition.shifts.length,
      pitfalls: transition.pitfalls.length,
      trackRecord: transition.readiness?.trackRecord.length,
      selfAssessment: transition.readiness?.selfAssessment.length,
      closes: transition.readiness?.rule?.text.includes("'yes'"),
      typical: transition.timeline?.typical,
      reasons: transition.timeline?.reasons.length,
      parts: [
        transition.overview,
        transition.question,
        transition.readiness?.summary,
        transition.timeline?.summary,
        transition.timeline?.caveat,
      ].every((part) => part !== undefined),
    })),
    problems: ladder.problems.map(({ message }) => message),
  };
}

const step = {
  shifts: 8,
  pitfalls: 5,
  trackRecord: 4,
  selfAssessment: 6,
  closes: true,
  reasons: 4,
  parts: true,
};

const expected = {
  levels: ['M1 Engineering Manager', 'M2 Senior Engineering Manager', 'M3 Head of Engineering'],
  capabilities: [
    [],
    [1, 2, 3, 4].map((number) => [number, 5, 5, 'M1,M2']),
    [1, 2, 3, 4, 5].map((number) => [number, 5, 5, 'M2,M3']),
  ],
  transitions: [
    { step: 'M1 to M2', ...step, typical: '3-5 years' },
    { step: 'M2 to M3', ...step, typical: '4-8+ years' },
  ],
  problems: [],
};

function outlineOf(text: string): ReturnType<typeof outlineJson> {
  return outlineJson(buildLadder([guideOf(text) ?? assert.fail('a guide')]));
}

suite('the built-in guides', () => {
  test('are read whole', () => {
    assert.deepEqual(figures(ladderOf('guides')), expected);
  });

  const inBold: Readonly<Record<string, (heading: string, depth: number) => string>> = {
    'all headings': (heading) => `**${heading}**`,
    'the headings of its sections': (heading, depth) => (depth === 2 ? `**${heading}**` : `### ${heading}`),
  };
  for (const [what, written] of Object.entries(inBold)) {
    test(`say the same with ${what} as bold lines`, () => {
      const text = readText('guides/m1-to-m2.md');
      const bold = text.replace(/^(##+) (.*)$/gmu, (_, { length }: string, heading: string) =>
        written(heading, length),
      );
      assert.notEqual(bold, text);
      assert.deepEqual(outlineOf(bold), outlineOf(text));
    });
  }

  const seeds = path.join(root, '../shared/seeds');
  if (existsSync(seeds)) {
    test('have the figures of the guides they were modelled on', () => {
      assert.deepEqual(figures(ladderOf('../shared/seeds')), expected);
    });
  }
});
