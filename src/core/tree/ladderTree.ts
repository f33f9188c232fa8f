import type { CitationTarget } from '../citations/writeCitation';
import type { Guide, GuidePlace } from '../guide/model';
import { levelInSentence } from '../ladder/levelLabel';
import type { Capability, Ladder, Level, Track, Transition } from '../ladder/model';
import { titleBesideId } from '../ladder/titleBesideId';
import type { Passage } from '../markdown/plainText';
import { nameKey } from '../names';
import { counted } from '../text/counted';
import { onOneLine } from '../text/onOneLine';
import type { TextRange } from '../text/sourceText';

/** One line of the ladder's tree, as data: any view can draw it. */
export interface LadderNode {
  /** The same for the same thing after every change elsewhere in the ladder. */
  readonly id: string;
  readonly kind: NodeKind;
  readonly label: string;
  readonly description: string | undefined;
  /** The whole of what the line can only hint at, as plain text. */
  readonly tooltip: string | undefined;
  /** The line as it should be spoken. */
  readonly spoken: string;
  /** Where in a guide the thing stands. */
  readonly place: GuidePlace | undefined;
  readonly citation: CitationTarget | undefined;
  /** The promotion that it is about: a step's, or any to a level that asks for something. */
  readonly promotion: { readonly from: string | undefined; readonly to: string } | undefined;
  /** The ids of the levels that can be compared from here: a level's own, or the two of a step. */
  readonly levels: readonly string[];
  /** The thing in words, for the clipboard. */
  readonly text: string;
  /** Whether it is open until somebody closes it. */
  readonly isExpanded: boolean;
  readonly children: readonly LadderNode[];
}

export type NodeKind =
  | 'track'
  | 'level'
  | 'capability'
  | 'signals'
  | 'signal'
  | 'practices'
  | 'practice'
  | 'transition'
  | 'question'
  | 'shifts'
  | 'shift'
  | 'pitfalls'
  | 'pitfall'
  | 'readiness'
  | 'trackRecord'
  | 'selfAssessment'
  | 'readinessItem'
  | 'timeline'
  | 'reason'
  | 'caveat'
  | 'rule';

/** With more levels than these, the tree opens with its levels closed. */
const levelsOpenAtFirst = 5;

/**
 * The tree of a ladder: track → level → capabilities → signals and practices, and under each level the
 * steps that lead on from it.
 *
 * @param key What tells this ladder from others shown beside it; the nodes' ids begin with it.
 */
export function ladderTree(ladder: Ladder, key: string): readonly LadderNode[] {
  return ladder.tracks.map((track) => trackNode(track, ladder, key));
}

/** The ids of all lines of trees, from top to bottom. */
export function idsOf(nodes: readonly LadderNode[]): readonly string[] {
  return nodes.flatMap(({ id, children }) => [id, ...idsOf(children)]);
}

function trackNode(track: Track, ladder: Ladder, key: string): LadderNode {
  const first = track.levels[0];
  const last = track.levels.at(-1);
  const span = first === last ? first?.id : `${first?.id} to ${last?.id}`;
  const label = track.id === '' ? 'Levels' : `Track ${track.id}`;
  return node({
    id: `${key}/track ${track.id}`,
    kind: 'track',
    label,
    description: track.id === '' ? undefined : span,
    spoken: `${label}, ${counted(track.levels.length, 'level')}`,
    isExpanded: true,
    children: track.levels.map((level) => levelNode(level, ladder, key)),
  });
}

function levelNode(level: Level, ladder: Ladder, key: string): LadderNode {
  const name = levelInSentence(level);
  const id = `${key}/${level.id}`;
  // The first level of a ladder has none: nothing leads to it.
  const { length } = level.capabilities;
  const capabilities = length === 0 ? [] : [counted(length, 'capability', 'capabilities')];
  const onwards = ladder.transitions.filter(({ from }) => from === level.id);
  return node({
    id,
    kind: 'level',
    label: level.id,
    description: titleBesideId(level),
    tooltip: [name, ...capabilities].join('\n'),
    spoken: [`Level ${name}`, ...capabilities].join(', '),
    place: level.source,
    promotion: length === 0 ? undefined : { from: undefined, to: level.id },
    levels: [level.id],
    text: name,
    isExpanded: ladder.levels.length <= levelsOpenAtFirst,
    children: [
      ...level.capabilities.map((capability) => capabilityNode(capability, id)),
      ...onwards.map((transition) => transitionNode(transition, ladder, id)),
    ],
  });
}

function capabilityNode(capability: Capability, parent: string): LadderNode {
  const { level, name, summary, signals, practices, source } = capability;
  const id = `${parent}/${nameKey(name).replaceAll('/', '%2F')}`;
  const { guide } = source;
  const citation = { level, name };
  return node({
    id,
    kind: 'capability',
    label: name,
    tooltip: summary === undefined ? name : `${name}\n\n${summary.text}`,
    spoken: `Capability ${name} of ${level}, ${counted(signals.length, 'signal')}, ${counted(practices.length, 'practice')}`,
    place: source,
    citation,
    text: summary === undefined ? name : `${name}\n\n${summary.text}`,
    children: [
      ...listNode('signals', 'What this looks like', signals, guide, id, (signal, index) => ({
        kind: 'signal',
        label: `${index + 1}. ${onOneLine(signal.text)}`,
        text: signal.text,
        spoken: `Signal ${index + 1}: ${onOneLine(signal.text)}`,
        citation: { ...citation, signal: index + 1 },
      })),
      ...listNode('practices', 'How to develop this', practices, guide, id, (practice) => ({
        kind: 'practice',
        spoken: `Practice: ${onOneLine(practice.text)}`,
      })),
    ],
  });
}

function transitionNode(transition: Transition, ladder: Ladder, parent: string): LadderNode {
  const { from, to, guide, heading, timeline, overview, question } = transition;
  const id = `${parent}/to ${to}`;
  const target = ladder.levels.find((level) => level.id === to);
  const text = [`From ${from} to ${levelInSentence(target ?? { id: to, title: undefined })}`, overview?.text]
    .filter(Boolean)
    .join('\n\n');
  return node({
    id,
    kind: 'transition',
    label: `Step to ${to}`,
    description: timeline?.typical,
    tooltip: text,
    spoken: `Step from ${from} to ${to}${timeline?.typical === undefined ? '' : `, typically ${timeline.typical}`}`,
    place: { guide, range: heading },
    promotion: { from, to },
    levels: [from, to],
    text,
    children: [
      ...(question === undefined
        ? []
        : [
            node({
              id: `${id}/question`,
              kind: 'question',
              label: question.to,
              tooltip: `The fundamental question\n\nAt ${from}: ${question.from}\nAt ${to}: ${question.to}`,
              spoken: `The fundamental question changes from: ${question.from} to: ${question.to}`,
              place: { guide, range: question.range },
              text: `At ${from}: ${question.from}\nAt ${to}: ${question.to}`,
            }),
          ]),
      ...shiftsNode(transition, id),
      ...pitfallsNode(transition, id),
      ...readinessNode(transition, id),
      ...timelineNode(transition, id),
    ],
  });
}

function shiftsNode({ from, to, shifts, parts, guide }: Transition, parent: string): readonly LadderNode[] {
  const id = `${parent}/shifts`;
  return group(
    { id, kind: 'shifts', label: 'Core shift', what: 'row', place: placeIn(guide, parts.shift) },
    shifts.map((shift, index) =>
      node({
        id: `${id}/${index + 1}`,
        kind: 'shift',
        label: shift.to,
        description: `from: ${shift.from}`,
        tooltip: `At ${from}: ${shift.from}\nAt ${to}: ${shift.to}`,
        spoken: `At ${from}: ${shift.from}. At ${to}: ${shift.to}`,
        place: { guide, range: shift.range },
        text: `${shift.from} → ${shift.to}`,
      }),
    ),
  );
}

function pitfallsNode({ pitfalls, parts, guide }: Transition, parent: string): readonly LadderNode[] {
  const id = `${parent}/pitfalls`;
  return group(
    { id, kind: 'pitfalls', label: 'Pitfalls', what: 'pitfall', place: placeIn(guide, parts.pitfalls) },
    pitfalls.map(({ name, text, range }, index) =>
      node({
        id: `${id}/${index + 1}`,
        kind: 'pitfall',
        label: name,
        tooltip: text === '' ? name : `${name}\n\n${text}`,
        spoken: `Pitfall: ${name}`,
        place: { guide, range },
        text: text === '' ? name : `${name}\n\n${text}`,
      }),
    ),
  );
}

function readinessNode({ readiness, parts, guide }: Transition, parent: string): readonly LadderNode[] {
  if (readiness === undefined) {
    return [];
  }
  const id = `${parent}/readiness`;
  const { summary, trackRecord, selfAssessment, rule } = readiness;
  const item = () => ({ kind: 'readinessItem' as const });
  const children = [
    ...listNode('trackRecord', 'Build a track record', trackRecord, guide, id, item),
    ...listNode('selfAssessment', 'Ask yourself', selfAssessment, guide, id, item),
    ...(rule === undefined ? [] : [passageNode(`${id}/rule`, 'rule', rule, guide)]),
  ];
  return [
    node({
      id,
      kind: 'readiness',
      label: 'Readiness',
      tooltip: summary?.text,
      spoken: `Readiness${summary === undefined ? '' : `: ${summary.text}`}`,
      place: placeIn(
        guide,
        parts.readiness ?? [summary, ...trackRecord, ...selfAssessment, rule].find(Boolean)?.range,
      ),
      text: summary?.text ?? 'Readiness',
      children,
    }),
  ];
}

function timelineNode({ timeline, parts, guide }: Transition, parent: string): readonly LadderNode[] {
  if (timeline === undefined) {
    return [];
  }
  const id = `${parent}/timeline`;
  const { summary, typical, reasons, caveat } = timeline;
  return [
    node({
      id,
      kind: 'timeline',
      label: 'Timeline',
      description: typical,
      tooltip: summary?.text,
      spoken: `Timeline${summary === undefined ? '' : `: ${summary.text}`}`,
      place: placeIn(guide, parts.timeline ?? [summary, ...reasons, caveat].find(Boolean)?.range),
      text: summary?.text ?? 'Timeline',
      children: [
        ...reasons.map((reason, index) => passageNode(`${id}/${index + 1}`, 'reason', reason, guide)),
        ...(caveat === undefined ? [] : [passageNode(`${id}/caveat`, 'caveat', caveat, guide)]),
      ],
    }),
  ];
}

function listNode(
  kind: NodeKind,
  label: string,
  passages: readonly Passage[],
  guide: Guide,
  parent: string,
  item: (passage: Passage, index: number) => Pick<LadderNode, 'kind'> & Partial<LadderNode>,
): readonly LadderNode[] {
  const id = `${parent}/${kind}`;
  return group(
    { id, kind, label, what: 'item' },
    passages.map((passage, index) =>
      node({
        id: `${id}/${index + 1}`,
        label: onOneLine(passage.text),
        tooltip: passage.text,
        text: passage.text,
        place: { guide, range: passage.range },
        ...item(passage, index),
      }),
    ),
  );
}

function passageNode(id: string, kind: NodeKind, { text, range }: Passage, guide: Guide): LadderNode {
  return node({ id, kind, label: onOneLine(text), tooltip: text, text, place: { guide, range } });
}

interface GroupDetails extends Partial<Pick<LadderNode, 'place'>> {
  /** What its lines are called: "pitfall". */
  readonly what: string;
}

/** A line that holds a list, and leads to its heading, else to what comes first; none where the list is empty. */
function group(
  { what, place, ...own }: Pick<LadderNode, 'id' | 'kind' | 'label'> & GroupDetails,
  children: readonly LadderNode[],
): readonly LadderNode[] {
  return children.length === 0
    ? []
    : [
        node({
          ...own,
          description: String(children.length),
          spoken: `${own.label}, ${counted(children.length, what)}`,
          place: place ?? children[0]?.place,
          text: children.map((child) => `- ${onOneLine(child.text)}`).join('\n'),
          children,
        }),
      ];
}

function node(own: Pick<LadderNode, 'id' | 'kind' | 'label'> & Partial<LadderNode>): LadderNode {
  return {
    description: undefined,
    tooltip: undefined,
    spoken: own.label,
    place: undefined,
    citation: undefined,
    promotion: undefined,
    levels: [],
    text: own.label,
    isExpanded: false,
    children: [],
    ...own,
  };
}

function placeIn(guide: Guide, range: TextRange | undefined): GuidePlace | undefined {
  return range && { guide, range };
}
