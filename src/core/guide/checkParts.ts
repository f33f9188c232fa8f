import { closest, distance } from 'fastest-levenshtein';
import type { Passage } from '../markdown/plainText';
import { listed } from '../text/listed';
import type { SourceText, TextRange } from '../text/sourceText';
import type {
  ExtraSection,
  Guide,
  GuideCapability,
  GuideTransition,
  PartKind,
  Problem,
  StrayTitle,
} from './model';
import { placeholderFor, placeholderIn } from './placeholders';

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

/** What was read of a transition, apart from where the names of its parts stand. */
type ReadTransition = Omit<GuideTransition, 'strays'>;

/** The parts of which neither anything was read nor a heading was found; what belongs to readiness may have any label. */
export function missingParts(
  transition: ReadTransition,
  capabilities: readonly GuideCapability[],
): readonly PartKind[] {
  return expectedParts.flatMap(([kind]) =>
    !partsOfReadiness.includes(kind) &&
    transition.parts[kind] === undefined &&
    !isFilled(transition, capabilities, kind)
      ? [kind]
      : [],
  );
}

/** The sections of a transition that are none of its parts. */
function extrasOf({ transitions, extras }: Guide, index: number): readonly ExtraSection[] {
  const start = index === 0 ? 0 : (transitions[index]?.heading.start ?? 0);
  const end = transitions[index + 1]?.heading.start ?? Number.POSITIVE_INFINITY;
  return extras.filter(({ range }) => start <= range.start && range.start < end);
}

/**
 * What a transition of a guide lacks.
 *
 * @param index Which of the guide's transitions it is.
 * @param isCutOff Whether some of the guide's text cannot be read, where the parts may be that seem to be missing.
 */
export function checkParts(guide: Guide, index: number, isCutOff: boolean): readonly Problem[] {
  const transition = guide.transitions[index];
  if (transition === undefined) {
    return [];
  }
  const unfilled = expectedParts.filter(([kind]) => !isFilled(transition, guide.capabilities, kind));
  const extras = unfilled.length === 0 ? [] : extrasOf(guide, index);
  const kinds = unfilled.map(([kind]) => kind);
  const problems: Problem[] = [...placeholders(transition, guide.source)];
  const absent: (typeof expectedParts)[number][] = [];
  for (const part of unfilled) {
    const [kind, what, title] = part;
    const heading = transition.parts[kind];
    const similar = similarExtra(extras, title);
    const stray = transition.strays[kind];
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
    } else if (stray !== undefined && !isCutOff) {
      problems.push(strayProblem(stray, what));
    } else if (!(kinds.includes('readiness') && partsOfReadiness.includes(kind))) {
      absent.push(part);
    }
  }
  return [...problems, ...(isCutOff ? [] : absentParts(transition, absent))];
}

/** What is to become a part's heading, where the part stands nowhere else. */
function strayProblem({ range, title, isInItem, depth }: StrayTitle, what: string): Problem {
  const is = isInItem
    ? 'Markdown reads this heading as part of the item above it'
    : 'Markdown reads this line as text';
  const mend = isInItem ? 'Begin its line with the mark' : 'Make it a heading';
  return {
    rule: 'guide-section',
    range,
    message: `${is}, and the guide has no other ${withoutArticle(what)}. ${mend}: “${'#'.repeat(depth)} ${title}”.`,
  };
}

/** Parts of which only a placeholder stands there. */
function placeholders(transition: GuideTransition, source: SourceText): readonly Problem[] {
  return expectedParts.flatMap(([kind, what]) => {
    const passages = kind === 'question' || kind === 'capabilities' ? [] : passagesOf(transition, kind);
    const found = placeholderFor(passages);
    const word = found?.text ?? (kind === 'timeline' ? untoldTime(transition, source) : undefined);
    const range = (found ?? transition.timeline?.summary)?.range;
    return word === undefined || range === undefined || kind === 'question'
      ? []
      : [
          {
            rule: 'guide-section',
            range,
            message: `“${word}” stands here for ${what}: ${placeholderMend[kind] ?? emptyMend[kind]}.`,
          },
        ];
  });
}

/** How to fill a part of which there is all but the words. */
const placeholderMend: Readonly<Partial<Record<PartKind, string>>> = {
  shift: 'say in each row what changes',
  readiness: 'say what shows readiness',
};

/** "in TBD", "in <n> years", in the sentence that tells the time. */
function untoldTime({ timeline }: GuideTransition, source: SourceText): string | undefined {
  return timeline?.summary === undefined || timeline.typical !== undefined
    ? undefined
    : placeholderIn(source.slice(timeline.summary.range));
}

/** All that was read of a part. */
function passagesOf(
  { overview, shifts, pitfalls, readiness, timeline }: GuideTransition,
  kind: Exclude<PartKind, 'question' | 'capabilities'>,
): readonly Passage[] {
  switch (kind) {
    case 'overview':
      return overview === undefined ? [] : [overview];
    case 'shift':
      return shifts.flatMap(({ from, to, range }) => [
        { text: from, range },
        { text: to, range },
      ]);
    case 'pitfalls':
      return pitfalls.map(({ name, range }) => ({ text: name, range }));
    case 'readiness':
      return readiness?.summary === undefined ? [] : [readiness.summary];
    case 'trackRecord':
      return readiness?.trackRecord ?? [];
    case 'selfAssessment':
      return readiness?.selfAssessment ?? [];
    case 'timeline':
      return timeline?.summary === undefined ? [] : [timeline.summary];
  }
}

function withoutArticle(what: string): string {
  return what.replace(/^an? /u, '');
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
  const names = absent.map(([, what]) => withoutArticle(what));
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
export function isToldOf({ problems }: Guide, { start, end }: TextRange): boolean {
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

/** Whether something was read of a part. */
function isFilled(
  transition: ReadTransition,
  capabilities: readonly GuideCapability[],
  kind: PartKind,
): boolean {
  const { readiness, timeline } = transition;
  switch (kind) {
    case 'overview':
      return transition.overview !== undefined;
    case 'shift':
      return transition.shifts.length > 0;
    case 'question':
      return transition.question !== undefined;
    case 'capabilities':
      return capabilities.some(({ level, from }) => level === transition.to && from === transition.from);
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
