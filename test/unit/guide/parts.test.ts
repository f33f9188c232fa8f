import assert from 'node:assert/strict';
import { load } from 'js-yaml';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import { outlineJson } from '../../../src/core/outline/outlineJson';
import { guideOf, readText } from '../support/files';
import { differences } from '../support/subset';

/** One way in which authors write a part of a guide, and what should be read from it. */
interface Variant {
  readonly markdown: string;
  readonly expected: Readonly<Record<string, unknown>> & {
    readonly from?: { readonly id: string };
    readonly to?: { readonly id: string };
  };
}

const parts = [
  'title',
  'overview',
  'shift',
  'question',
  'capabilities',
  'pitfalls',
  'readiness',
  'timeline',
] as const;

type Part = (typeof parts)[number];

/** A guide in which each part is written as most authors would. */
function usual(from: string, to: string): Readonly<Record<Part, string>> {
  return {
    title: `# Progression Guide: ${from} to ${to}\n\nEngineering Manager → Senior Engineering Manager\n`,
    overview: `## Overview\n\nThe step from ${from} to ${to} changes what you answer for.\n`,
    shift: `## The Core Shift\n\n| ${from} | ${to} |\n|---|---|\n| Leads a team | Leads several |\n| Plans a quarter | Plans a year |\n`,
    question: 'The question changes from “Is my team well?” to “Is the area well?”\n',
    capabilities: `## Key Capabilities to Develop\n\n### 1. Systems Thinking\n\nAt ${from}, you see your team. At ${to}, you see the whole.\n\n**What this looks like:**\n\n- You draw the map first\n\n**How to develop this:**\n\n- Sit in on another review\n`,
    pitfalls: '## Common Pitfalls\n\n**Keeping the old job**\n\nYou still review each change.\n',
    readiness:
      '## How to Demonstrate Readiness\n\nYou do the work before you have the title.\n\n### Build a Track Record\n\n- A manager you hired\n\n### Self-Assessment Questions\n\n1. Can I leave for a month?\n\nIf you can say yes for half a year, you may be ready.\n',
    timeline: `## Typical Timeline\n\nMost take 3-5 years from ${from} to ${to}:\n\n- Trust grows slowly\n\n**Important:** Staying at ${from} is fine.\n`,
  };
}

function guideWith(part: Part, { markdown, expected }: Variant): string {
  const sections = { ...usual(expected.from?.id ?? 'M1', expected.to?.id ?? 'M2'), [part]: markdown };
  const left = [
    ...(part === 'shift' && 'question' in expected ? ['question'] : []),
    // A section of its own for the question may hold what else changes.
    ...(part === 'question' && /^#.*(?:shift|difference|change)|^\|.*\|\n\|?\s*:?-/imu.test(markdown)
      ? ['shift']
      : []),
  ];
  return parts
    .filter((one) => !left.includes(one))
    .map((one) => sections[one])
    .join('\n');
}

/** What is read of a guide, with passages as their texts alone. */
function read(text: string): Readonly<Record<string, unknown>> {
  const { levels, transitions } = outlineJson(buildLadder([guideOf(text) ?? assert.fail(text)]));
  const [from, to] = levels;
  return withTexts({ ...transitions[0], from, to, capabilities: to?.capabilities });
}

function withTexts(read: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return JSON.parse(JSON.stringify(read), (_, value: unknown) =>
    typeof value === 'object' && value !== null && Object.keys(value).join() === 'text,line'
      ? (value as { readonly text: string }).text
      : value,
  );
}

for (const part of parts) {
  suite(`${part} as different authors write it`, () => {
    const variants = load(readText(`test/fixtures/guides/parts/${part}.yaml`)) as readonly Variant[];
    for (const [index, variant] of variants.entries()) {
      test(`${index + 1}: ${/^#.*$/mu.exec(variant.markdown)?.[0] ?? ''}`, () => {
        const text = guideWith(part, variant);
        assert.deepEqual(differences(variant.expected, read(text)), [], text);
      });
    }
  });
}
