import { closest, distance } from 'fastest-levenshtein';
import { nameKey } from '../names';
import type { Guide, GuideCapability, GuideTransition, PartKind, Problem } from './model';

/** The parts every transition guide has, by the words authors will look for. */
const expectedParts: readonly (readonly [PartKind, string, string])[] = [
  ['overview', 'an overview', 'Overview'],
  ['shift', 'a core shift', 'The Core Shift'],
  ['question', 'a fundamental question', 'The Fundamental Question'],
  ['capabilities', 'capabilities', 'Key Capabilities to Develop'],
  ['pitfalls', 'pitfalls', 'Common Pitfalls'],
  ['readiness', 'a word on readiness', 'How to Demonstrate Readiness'],
  ['trackRecord', 'a track record', 'Build a Track Record'],
  ['selfAssessment', 'self-assessment questions', 'Self-Assessment Questions'],
  ['timeline', 'a timeline', 'Typical Timeline'],
];

/** What an author would want to know of a guide that could be read. */
export function checkGuide(guide: Guide): readonly Problem[] {
  return [
    ...guide.transitions.flatMap((transition) => checkParts(guide, transition)),
    ...guide.capabilities.flatMap((capability) => checkCapability(capability)),
    ...checkSequence(guide.capabilities),
  ];
}

function checkParts(guide: Guide, transition: GuideTransition): readonly Problem[] {
  return expectedParts.flatMap(([kind, what, title]): readonly Problem[] => {
    if (isFilled(guide, transition, kind)) {
      return [];
    }
    const heading = transition.parts[kind];
    if (heading !== undefined) {
      return [
        {
          rule: 'guide-section',
          range: heading,
          message: `Nothing of this part is found under its heading: ${emptyMend[kind]}.`,
        },
      ];
    }
    const similar = similarExtra(guide, title);
    return [
      similar === undefined
        ? {
            rule: 'guide-section',
            range: transition.heading,
            message: `The guide from ${transition.from} to ${transition.to} has no ${what.replace(/^an? /u, '')}. Add ${what} under the heading “${title}”.`,
          }
        : {
            rule: 'guide-section',
            range: similar.range,
            message: `“${similar.title}” is not a part this reader knows. If it is ${what}, call it “${title}”.`,
          },
    ];
  });
}

/** How to fill a section that is there and says nothing. */
const emptyMend: Readonly<Record<PartKind, string>> = {
  overview: 'say in a paragraph what the step is about',
  shift: 'add a table with a column for each of the two levels',
  question: 'ask it twice, as it is before and as it is after: from ‘…?’ to ‘…?’',
  capabilities: 'add a heading for each capability, with its signals as a list',
  pitfalls: 'name each pitfall in bold or as a heading, with a paragraph under it',
  readiness: 'say what shows readiness',
  trackRecord: 'list what to keep a record of',
  selfAssessment: 'list the questions to ask oneself',
  timeline: 'say how long the step typically takes',
};

function isFilled(guide: Guide, transition: GuideTransition, kind: PartKind): boolean {
  const { readiness, timeline } = transition;
  switch (kind) {
    case 'overview':
      return transition.overview !== undefined;
    case 'shift':
      return transition.shifts.length > 0;
    case 'question':
      return transition.question !== undefined;
    case 'capabilities':
      return guide.capabilities.some(
        ({ level, from }) => level === transition.to && from === transition.from,
      );
    case 'pitfalls':
      return transition.pitfalls.length > 0;
    case 'readiness':
      return (
        readiness?.summary !== undefined ||
        (readiness !== undefined && readiness.trackRecord.length + readiness.selfAssessment.length > 0)
      );
    case 'trackRecord':
      return (readiness?.trackRecord.length ?? 0) > 0;
    case 'selfAssessment':
      return (readiness?.selfAssessment.length ?? 0) > 0;
    case 'timeline':
      return timeline?.summary !== undefined || (timeline?.reasons.length ?? 0) > 0;
  }
}

/** A section that was not understood and whose title is nearly a known one: a slip of the pen. */
function similarExtra(guide: Guide, title: string): Guide['extras'][number] | undefined {
  const titles = guide.extras.map((extra) => extra.title);
  if (titles.length === 0) {
    return undefined;
  }
  const nearest = closest(title, titles);
  return distance(title.toLowerCase(), nearest.toLowerCase()) <= Math.ceil(title.length / 5)
    ? guide.extras.find((extra) => extra.title === nearest)
    : undefined;
}

function checkCapability({ name, signals, heading }: GuideCapability): readonly Problem[] {
  return signals.length > 0
    ? []
    : [
        {
          rule: 'guide-capability',
          range: heading,
          message: `“${name}” has no signals. List what it looks like under “**What this looks like:**”.`,
        },
      ];
}

/** Numbers that do not count up from one, and names used twice, within the capabilities of one level. */
function checkSequence(capabilities: readonly GuideCapability[]): readonly Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, GuideCapability>();
  const previous = new Map<string, number>();
  for (const capability of capabilities) {
    const { level, from, name, number, heading } = capability;
    const step = `${from ?? ''}→${level}`;
    const key = `${step}:${nameKey(name)}`;
    if (seen.has(key)) {
      problems.push({
        rule: 'guide-capability',
        range: heading,
        message: `“${name}” is named twice; only the first is read. Give this one a name of its own.`,
      });
    } else {
      seen.set(key, capability);
    }
    const expected = (previous.get(step) ?? 0) + 1;
    if (number !== undefined && number !== expected) {
      problems.push({
        rule: 'guide-capability',
        range: heading,
        message: `“${name}” is numbered ${number} where ${expected} is next. Number the capabilities in their order.`,
      });
    }
    previous.set(step, number ?? expected);
  }
  return problems;
}
