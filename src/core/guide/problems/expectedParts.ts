import type { Passage } from '../../markdown/plainText';
import { present } from '../lists';
import type { GuideCapability, GuideTransition, PartKind } from '../model';

/** What was read of a transition, apart from where the names of its parts stand. */
export type ReadTransition = Omit<GuideTransition, 'strays'>;

/** A part that every transition guide has. */
export interface ExpectedPart {
  readonly kind: PartKind;
  /** What it is, with its article. */
  readonly what: string;
  /** By what words authors will look for it. */
  readonly title: string;
  /** How to fill it where its heading is there, and nothing under it can be read. */
  readonly mend: string;
  /** The same where only a placeholder stands in it, if otherwise. */
  readonly mendPlaceholder?: string;
  /** What it says, and a placeholder may stand for. */
  readonly told: (transition: ReadTransition) => readonly Passage[];
  /** Whether anything was read of it; without this, whether it says something. */
  readonly isThere?: (transition: ReadTransition, capabilities: readonly GuideCapability[]) => boolean;
}

export const expectedParts: readonly ExpectedPart[] = [
  {
    kind: 'overview',
    what: 'an overview',
    title: 'Overview',
    mend: 'say in a paragraph what the step is about',
    told: ({ overview }) => present(overview),
  },
  {
    kind: 'shift',
    what: 'a core shift',
    title: 'The Core Shift',
    mend: 'add a table with a column for each of the two levels and a row for each change',
    mendPlaceholder: 'say in each row what changes',
    told: ({ shifts }) =>
      shifts.flatMap(({ from, to, range }) => [from, to].map((text) => ({ text, range }))),
  },
  {
    kind: 'question',
    what: 'a fundamental question',
    title: 'The Fundamental Question',
    mend: 'ask it twice, as it is before and as it is after: from ‘…?’ to ‘…?’',
    told: nothing,
    isThere: ({ question }) => question !== undefined,
  },
  {
    kind: 'capabilities',
    what: 'capabilities',
    title: 'Key Capabilities to Develop',
    mend: 'add a heading for each capability, with its signals as a list',
    told: nothing,
    isThere: (transition, capabilities) =>
      capabilities.some(({ level, from }) => level === transition.to && from === transition.from),
  },
  {
    kind: 'pitfalls',
    what: 'pitfalls',
    title: 'Common Pitfalls',
    mend: 'name each pitfall in bold or as a heading, with a paragraph under it',
    told: ({ pitfalls }) => pitfalls.map(({ name, range }) => ({ text: name, range })),
  },
  {
    kind: 'readiness',
    what: 'a section on readiness',
    title: 'How to Demonstrate Readiness',
    mend: 'say what shows readiness, what to keep a record of and what to ask oneself',
    mendPlaceholder: 'say what shows readiness',
    told: ({ readiness }) => present(readiness?.summary),
    isThere: ({ readiness }) =>
      readiness !== undefined &&
      (readiness.summary !== undefined || readiness.trackRecord.length + readiness.selfAssessment.length > 0),
  },
  {
    kind: 'trackRecord',
    what: 'a track record',
    title: 'Build a Track Record',
    mend: 'list what to keep a record of',
    told: ({ readiness }) => readiness?.trackRecord ?? [],
  },
  {
    kind: 'selfAssessment',
    what: 'self-assessment questions',
    title: 'Self-Assessment Questions',
    mend: 'list the questions to ask oneself',
    told: ({ readiness }) => readiness?.selfAssessment ?? [],
  },
  {
    kind: 'timeline',
    what: 'a timeline',
    title: 'Typical Timeline',
    mend: 'say how long the step typically takes',
    told: ({ timeline }) => present(timeline?.summary),
    isThere: ({ timeline }) =>
      timeline !== undefined && (timeline.summary !== undefined || timeline.reasons.length > 0),
  },
];

/** Whether something was read of a part. */
export function isRead(
  { told, isThere }: ExpectedPart,
  transition: ReadTransition,
  capabilities: readonly GuideCapability[],
): boolean {
  return isThere === undefined ? told(transition).length > 0 : isThere(transition, capabilities);
}

/** What belongs to readiness: who has nothing on that is told of it alone, and any label may announce the two. */
export const partsOfReadiness: readonly PartKind[] = ['trackRecord', 'selfAssessment'];

function nothing(): readonly Passage[] {
  return [];
}
