import { closest, distance } from 'fastest-levenshtein';
import { nameKey } from '../names';
import { listed } from '../text/listed';
import type { TextRange } from '../text/sourceText';
import type { ExtraSection, Guide, GuideCapability, GuideTransition, PartKind, Problem } from './model';

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

/**
 * What an author would want to know of a guide that could be read, beyond the problems it has already.
 *
 * @param isCutOff Whether some of its text cannot be read, where the parts may be that seem to be missing.
 */
export function checkGuide(guide: Guide, isCutOff: boolean): readonly Problem[] {
  const common = commonIn(guide.capabilities);
  return [
    ...guide.transitions.flatMap((transition, index) => [
      ...checkParts(guide, transition, extrasOf(guide, index), isCutOff),
      ...otherLevels(guide, transition),
    ]),
    ...guide.capabilities.flatMap((capability) =>
      checkCapability(guide, capability, common.get(stepOf(capability)) ?? []),
    ),
    ...checkSequence(guide.capabilities),
  ];
}

/** The sections of a transition that are none of its parts. */
function extrasOf({ transitions, extras }: Guide, index: number): readonly ExtraSection[] {
  const start = index === 0 ? 0 : (transitions[index]?.heading.start ?? 0);
  const end = transitions[index + 1]?.heading.start ?? Number.POSITIVE_INFINITY;
  return extras.filter(({ range }) => start <= range.start && range.start < end);
}

function checkParts(
  guide: Guide,
  transition: GuideTransition,
  extras: readonly ExtraSection[],
  isCutOff: boolean,
): readonly Problem[] {
  const unfilled = expectedParts.filter(([kind]) => !isFilled(guide, transition, kind));
  const kinds = unfilled.map(([kind]) => kind);
  const problems: Problem[] = [];
  const absent: (typeof expectedParts)[number][] = [];
  for (const part of unfilled) {
    const [kind, what, title] = part;
    const heading = transition.parts[kind];
    const similar = similarExtra(extras, title);
    if (heading !== undefined) {
      if (!isToldOf(guide, sectionOf(guide, transition, heading))) {
        problems.push({
          rule: 'guide-section',
          range: heading,
          message:
            kind === 'question'
              ? 'The fundamental question cannot be read here. Ask it twice, as it is before and as it is after: from ‘…?’ to ‘…?’.'
              : `Nothing under this heading can be read as ${what}: ${emptyMend[kind]}.`,
        });
      }
    } else if (similar !== undefined) {
      problems.push({
        rule: 'guide-section',
        range: similar.range,
        message: `“${similar.title}” is not a part this reader knows. If it is ${what}, call it “${title}”.`,
      });
    } else if (!(kinds.includes('readiness') && partsOfReadiness.includes(kind))) {
      absent.push(part);
    }
  }
  return [...problems, ...(isCutOff ? [] : absentParts(transition, absent))];
}

/** Who has nothing on readiness is told of that, and not of each thing that belongs to it. */
const partsOfReadiness: readonly PartKind[] = ['trackRecord', 'selfAssessment'];

/** One problem for all parts that are missing: in a guide that somebody has just begun, most are. */
function absentParts(
  { from, to, heading }: GuideTransition,
  absent: readonly (typeof expectedParts)[number][],
): readonly Problem[] {
  if (absent.length === 0) {
    return [];
  }
  const names = absent.map(([, what]) => what.replace(/^an? /u, ''));
  const what = absent.length > 1 ? 'them' : absent.map(([, name]) => name).join('');
  const headings = absent.length > 1 ? 'headings' : 'heading';
  const titles = absent.map(([, , title]) => `“${title}”`);
  return [
    {
      rule: 'guide-section',
      range: heading,
      message: `The guide from ${from} to ${to} has no ${listed(names, 'or')}. Add ${what} under the ${headings} ${listed(titles)}.`,
    },
  ];
}

/** From a part's heading to the next heading of a part or a capability. */
function sectionOf(guide: Guide, { parts }: GuideTransition, { start }: TextRange): TextRange {
  const headings = [...Object.values(parts), ...guide.capabilities.map(({ heading }) => heading)];
  const next = headings.map((other) => other.start).filter((other) => other > start);
  return { start, end: Math.min(guide.source.text.length, ...next) };
}

/** Whether a problem that is known already tells why nothing is found in a stretch of text. */
function isToldOf({ problems }: Guide, { start, end }: TextRange): boolean {
  return problems.some(({ range }) => start <= range.start && range.start < end);
}

/** How to fill a section that is there and says nothing. */
const emptyMend: Readonly<Record<Exclude<PartKind, 'question'>, string>> = {
  overview: 'say in a paragraph what the step is about',
  shift: 'add a table with a column for each of the two levels and a row for each change',
  capabilities: 'add a heading for each capability, with its signals as a list',
  pitfalls: 'name each pitfall in bold or as a heading, with a paragraph under it',
  readiness: 'say what shows readiness, what to keep a record of and what to ask oneself',
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
function similarExtra(extras: readonly ExtraSection[], title: string): ExtraSection | undefined {
  const titles = extras.map((extra) => extra.title);
  if (titles.length === 0) {
    return undefined;
  }
  const nearest = closest(title, titles);
  return distance(title.toLowerCase(), nearest.toLowerCase()) <= Math.ceil(title.length / 5)
    ? extras.find((extra) => extra.title === nearest)
    : undefined;
}

function checkCapability(
  guide: Guide,
  capability: GuideCapability,
  common: readonly Usual[],
): readonly Problem[] {
  const { name, signals, heading, range } = capability;
  if (isNameless(name)) {
    const message = 'This capability has no name. Write one in its heading.';
    return [{ rule: 'guide-capability', range: heading, message }];
  }
  if (signals.length > 0) {
    return whatOthersHave(capability, common);
  }
  return isToldOf(guide, range)
    ? []
    : [
        {
          rule: 'guide-capability',
          range: heading,
          message: `“${name}” has no signals. List what it looks like under “**What this looks like:**”.`,
        },
      ];
}

/** Whether a heading has a number at the most. */
function isNameless(name: string): boolean {
  return /^(?:\d+[.):]?)?$/u.test(name);
}

/** "At M3, …" in a guide from M1 to M2 that does not say what is so at M1; unless its levels are told of as it is. */
function otherLevels(guide: Guide, { from, to }: GuideTransition): readonly Problem[] {
  const others = guide.capabilities.flatMap(({ name, level, from: start, expectations }) => {
    const ids = expectations.map((expectation) => expectation.level);
    const missing = [from, to].find((id) => !ids.includes(id));
    const other = expectations.find((expectation) => ![from, to].includes(expectation.level));
    return level !== to || start !== from || missing === undefined || other === undefined
      ? []
      : [{ name, missing, other }];
  });
  const [first, ...more] = others;
  if (first === undefined || guide.problems.some(({ rule }) => rule === 'guide-levels')) {
    return [];
  }
  const { name, missing, other } = first;
  const say = more.length === 0 ? 'says' : `and ${more.length} more say`;
  return [
    {
      rule: 'guide-levels',
      range: other.range,
      message: `“${name}” ${say} what is so at ${other.level} and not at ${missing}, but the guide leads from ${from} to ${to}. Make them agree.`,
    },
  ];
}

/** What a capability lacks that most of the others have: by itself none of it is needed. */
function whatOthersHave(capability: GuideCapability, common: readonly Usual[]): readonly Problem[] {
  const { name, heading } = capability;
  const lacks = common.filter(({ isIn }) => !isIn(capability));
  return lacks.length === 0
    ? []
    : [
        {
          rule: 'guide-section',
          range: heading,
          message: `“${name}” has no ${listed(
            lacks.map(({ what }) => what),
            'or',
          )}, which others have. ${lacks.map(({ mend }) => mend).join(' ')}`,
        },
      ];
}

/** For each step what most of its capabilities have. */
function commonIn(capabilities: readonly GuideCapability[]): ReadonlyMap<string, readonly Usual[]> {
  const steps = new Map<string, GuideCapability[]>(capabilities.map((one) => [stepOf(one), []]));
  for (const capability of capabilities) {
    steps.get(stepOf(capability))?.push(capability);
  }
  return new Map(
    [...steps].map(([step, beside]) => [
      step,
      usual.filter(({ isIn }) => beside.filter(isIn).length * 2 > beside.length),
    ]),
  );
}

function stepOf({ from, level }: GuideCapability): string {
  return `${from ?? ''}→${level}`;
}

/** What a capability mostly has, and how to mend it where it has not. */
interface Usual {
  readonly what: string;
  readonly mend: string;
  readonly isIn: (capability: GuideCapability) => boolean;
}

const usual: readonly Usual[] = [
  {
    what: 'first paragraph',
    mend: 'Say in one what it asks for.',
    isIn: ({ summary }) => summary !== undefined,
  },
  {
    what: 'practices',
    mend: 'List them under “**How to develop this:**”.',
    isIn: ({ practices }) => practices.length > 0,
  },
];

/** Names used twice, and numbers that do not count up from one, within the capabilities of one step. */
function checkSequence(capabilities: readonly GuideCapability[]): readonly Problem[] {
  const problems: Problem[] = [];
  const steps = new Map<string, { readonly names: Set<string>; written: number; meant: number }>();
  for (const capability of capabilities) {
    const { name, number, heading } = capability;
    const key = stepOf(capability);
    const step = steps.get(key) ?? { names: new Set(), written: 0, meant: 0 };
    steps.set(key, step);
    if (!isNameless(name) && step.names.has(nameKey(name))) {
      problems.push({
        rule: 'guide-capability',
        range: heading,
        message: `“${name}” is named twice; only the first is read. Give this one a name of its own.`,
      });
      if (number === undefined || number === step.meant + 1) {
        step.meant += 1;
        step.written = step.meant;
      }
      continue;
    }
    step.names.add(nameKey(name));
    step.meant += 1;
    // Behind a slip both counts are right: on from the number that is written, and from the one that was meant.
    if (number !== undefined && number !== step.meant && number !== step.written + 1) {
      problems.push({
        rule: 'guide-capability',
        range: heading,
        message: `“${name}” is numbered ${number} where ${step.meant} is next. Number the capabilities in their order.`,
      });
    } else {
      step.meant = number ?? step.meant;
    }
    step.written = number ?? step.meant;
  }
  return problems;
}
