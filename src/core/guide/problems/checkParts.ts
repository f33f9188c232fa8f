import { closest, distance } from 'fastest-levenshtein';
import type { RuleId } from '../../rules';
import { listed } from '../../text/listed';
import type { SourceText, TextRange } from '../../text/sourceText';
import type {
  ExtraSection,
  Guide,
  GuideCapability,
  GuideTransition,
  PartKind,
  Problem,
  StrayTitle,
} from '../model';
import { sectionProblem } from '../problem';
import {
  type ExpectedPart,
  expectedParts,
  isRead,
  partsOfReadiness,
  type ReadTransition,
} from './expectedParts';
import { placeholderFor, placeholderIn } from './placeholders';

/**
 * The parts of which neither anything was read nor a heading was found, without those that belong to readiness; and a
 * timeline of which no more is known than the time that other text tells.
 */
export function missingParts(
  transition: ReadTransition,
  capabilities: readonly GuideCapability[],
): readonly PartKind[] {
  return expectedParts
    .filter(
      (part) =>
        !partsOfReadiness.includes(part.kind) &&
        transition.parts[part.kind] === undefined &&
        (part.kind === 'timeline' || !isRead(part, transition, capabilities)),
    )
    .map(({ kind }) => kind);
}

/** The sections of a transition that are none of its parts. */
function extrasOf({ transitions, extras }: Guide, transition: GuideTransition): readonly ExtraSection[] {
  const index = transitions.indexOf(transition);
  const start = index === 0 ? 0 : transition.heading.start;
  const end = transitions[index + 1]?.heading.start ?? Number.POSITIVE_INFINITY;
  return extras.filter(({ range }) => start <= range.start && range.start < end);
}

/**
 * What a transition of a guide lacks.
 *
 * @param isCutOff Whether some of the guide's text cannot be read, where the parts may be that seem to be missing.
 */
export function checkParts(guide: Guide, transition: GuideTransition, isCutOff: boolean): readonly Problem[] {
  const unfilled = expectedParts.filter(
    (part) => !isRead(part, transition, guide.capabilities) || transition.strays[part.kind] !== undefined,
  );
  const extras = unfilled.length === 0 ? [] : extrasOf(guide, transition);
  const kinds = unfilled.map(({ kind }) => kind);
  const problems: Problem[] = [...placeholders(transition, guide.source)];
  const absent: ExpectedPart[] = [];
  for (const part of unfilled) {
    const { kind, what, title, mend } = part;
    const heading = transition.parts[kind];
    const similar = similarExtra(extras, title);
    const stray = transition.strays[kind];
    if (heading !== undefined) {
      if (!isToldOf(guide, sectionOf(guide, transition, heading))) {
        problems.push(
          sectionProblem(
            heading,
            kind === 'question'
              ? `The fundamental question cannot be read here: ${mend}.`
              : `Nothing under this heading can be read as ${what}: ${mend}.`,
          ),
        );
      }
    } else if (similar !== undefined) {
      problems.push(
        sectionProblem(
          similar.range,
          `“${similar.title}” is not a part this reader knows. If it is ${what}, call it “${title}”.`,
        ),
      );
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
  return sectionProblem(
    range,
    `${is}, and the guide has no other ${withoutArticle(what)}. ${mend}: “${'#'.repeat(depth)} ${title}”.`,
  );
}

/** Parts of which only a placeholder stands there. */
function placeholders(transition: GuideTransition, source: SourceText): readonly Problem[] {
  return expectedParts.flatMap(({ kind, what, mend, mendPlaceholder = mend, told }) => {
    const found = placeholderFor(told(transition));
    const word = found?.text ?? (kind === 'timeline' ? untoldTime(transition, source) : undefined);
    const range = (found ?? transition.timeline?.summary)?.range;
    return word === undefined || range === undefined
      ? []
      : [sectionProblem(range, `“${word}” stands here for ${what}: ${mendPlaceholder}.`)];
  });
}

/** "in TBD", "in <n> years", in the sentence that tells the time. */
function untoldTime({ timeline }: GuideTransition, source: SourceText): string | undefined {
  return timeline?.summary === undefined || timeline.typical !== undefined
    ? undefined
    : placeholderIn(source.slice(timeline.summary.range));
}

function withoutArticle(what: string): string {
  return what.replace(/^an? /u, '');
}

/** One problem for all parts that are missing: in a guide that somebody has just begun, most are. */
function absentParts(
  { from, to, heading }: GuideTransition,
  absent: readonly ExpectedPart[],
): readonly Problem[] {
  if (absent.length === 0) {
    return [];
  }
  const names = absent.map(({ what }) => withoutArticle(what));
  const what = absent.length > 1 ? 'them' : absent.map((part) => part.what).join('');
  const headings = absent.length > 1 ? 'headings' : 'heading';
  const titles = absent.map(({ title }) => `“${title}”`);
  return [
    sectionProblem(
      heading,
      `The guide from ${from} to ${to} has no ${listed(names, 'or')}. Add ${what} under the ${headings} ${listed(titles)}.`,
    ),
  ];
}

/** From a part's heading to the next heading of a part or a capability. */
function sectionOf(guide: Guide, { parts }: GuideTransition, { start }: TextRange): TextRange {
  const headings = [...Object.values(parts), ...guide.capabilities.map(({ heading }) => heading)];
  const next = headings.map((other) => other.start).filter((other) => other > start);
  return { start, end: Math.min(guide.source.text.length, ...next) };
}

/** Whether a problem that is known already, of one rule perhaps, tells why nothing is found in a stretch of text. */
export function isToldOf({ problems }: Guide, { start, end }: TextRange, only?: RuleId): boolean {
  return problems.some(
    ({ rule, range }) => start <= range.start && range.start < end && (only === undefined || rule === only),
  );
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
