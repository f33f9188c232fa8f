import type { CitationTarget } from '../citations/writeCitation';
import type { CapabilityCoverage, CitedEvidence } from '../coverage/coverage';
import { groupBy } from '../groupBy';
import type { GuidePlace } from '../guide/model';
import type { Level } from '../ladder/model';
import { titleBesideId } from '../ladder/titleBesideId';
import { nameKey } from '../names';
import type { Promotion } from '../promotion/readPromotion';
import { counted } from '../text/counted';
import { onOneLine } from '../text/onOneLine';
import type { TextRange } from '../text/sourceText';

/** One line of the tree that holds a promotion document against its target, as data. */
export interface EvidenceNode {
  /** The same for the same thing whatever is typed elsewhere: evidence is counted, never placed. */
  readonly id: string;
  readonly kind: 'level' | 'capability' | 'evidence' | 'empty' | 'signals' | 'signal';
  /** How far a capability has come, or whether a signal is covered; undefined where nobody asks that. */
  readonly state: CapabilityCoverage['state'] | 'covered' | 'open' | undefined;
  readonly label: string;
  readonly description: string | undefined;
  /** The whole of what the line can only hint at, as plain text. */
  readonly tooltip: string;
  /** The line as it should be spoken. */
  readonly spoken: string;
  /** The place in the document that the line is about. */
  readonly range: TextRange | undefined;
  /** The place in a guide, for what the document does not speak of. */
  readonly place: GuidePlace | undefined;
  readonly citation: CitationTarget | undefined;
  readonly isExpanded: boolean;
  readonly children: readonly EvidenceNode[];
}

/**
 * The tree of a promotion document: target level → capability → its evidence and its signals. A target of one
 * level has its capabilities at the top. Empty while it is not known what the document is for.
 */
export function evidenceTree({ target, coverage, index }: Promotion): readonly EvidenceNode[] {
  return target.levels.length === 1
    ? coverage.map(capabilityNode)
    : target.levels.map(({ id }) =>
        levelNode(
          id,
          index.level(id),
          coverage.filter(({ capability }) => capability.level === id),
        ),
      );
}

function levelNode(
  id: string,
  level: Level | undefined,
  coverage: readonly CapabilityCoverage[],
): EvidenceNode {
  const evidenced = coverage.filter(({ state }) => state === 'evidenced').length;
  const title = (level && titleBesideId(level)) ?? [];
  const total = `${evidenced} of ${coverage.length} evidenced`;
  return node({
    id,
    kind: 'level',
    label: id,
    description: [total, title].flat().join(' · '),
    spoken: `Level ${[id, title, total].flat().join(', ')}`,
    place: level?.source,
    isExpanded: true,
    children: coverage.map(capabilityNode),
  });
}

function capabilityNode(coverage: CapabilityCoverage): EvidenceNode {
  const { capability, state, citations, signals } = coverage;
  const { level, name } = capability;
  const id = `${level}/${nameKey(name).replaceAll('/', '%2F')}`;
  const { length } = capability.signals;
  const covered =
    signals === undefined || length === 0 ? [] : [`${signals.length} of ${counted(length, 'signal')}`];
  const word = stateWords[state];
  const remark = [...(state === 'cited' ? ['no evidence yet'] : []), ...covered];
  return node({
    id,
    kind: 'capability',
    state,
    // In a narrow side bar the end is cut off: a name is known by its beginning, a state must be read.
    label: `${word} · ${name}`,
    description: remark.length === 0 ? undefined : remark.join(' · '),
    tooltip: [name, [word, ...remark].join(' · '), capability.summary?.text].filter(Boolean).join('\n'),
    spoken: [name, word.toLowerCase(), ...remark].join(', '),
    range: (citations.find(({ evidence }) => !evidence.isEmpty) ?? citations[0])?.citation.range,
    place: capability.source,
    citation: { level, name },
    children: [...evidenceNodes(citations, id), ...signalNodes(coverage, id)],
  });
}

const stateWords: Readonly<Record<CapabilityCoverage['state'], string>> = {
  evidenced: 'Evidenced',
  cited: 'Cited',
  missing: 'Missing',
};

/** One for each piece of evidence, however many citations share it. */
function evidenceNodes(citations: readonly CitedEvidence[], parent: string): readonly EvidenceNode[] {
  const byScope = groupBy(citations, ({ evidence }) => evidence.scope);
  return [...byScope.values()].map((sharing, index): EvidenceNode => {
    const [{ evidence, citation }] = sharing;
    const numbers = sharing.flatMap(({ citation: { meaning } }) =>
      meaning.kind === 'capability' && meaning.signal !== undefined ? [`#${meaning.signal}`] : [],
    );
    const signals = [...new Set(numbers)].join(' ');
    const text = evidence.isEmpty ? 'Nothing is written here yet' : evidence.excerpt || 'A picture';
    return node({
      id: `${parent}/evidence ${index + 1}`,
      kind: evidence.isEmpty ? 'empty' : 'evidence',
      // In front, as the end is cut off.
      label: signals === '' ? text : `${signals} · ${text}`,
      tooltip: text,
      spoken: [evidence.isEmpty ? text : `Evidence: ${text}`, ...numbers].join(', '),
      range: evidence.range ?? citation.range,
    });
  });
}

function signalNodes({ capability, signals }: CapabilityCoverage, parent: string): readonly EvidenceNode[] {
  if (capability.signals.length === 0) {
    return [];
  }
  const children = capability.signals.map(({ text, range }, index) => {
    const number = index + 1;
    const state = signals === undefined ? undefined : signals.includes(number) ? 'covered' : 'open';
    return node({
      id: `${parent}/signal ${number}`,
      kind: 'signal',
      state,
      label: `${state === 'covered' ? 'Covered · ' : ''}${number}. ${onOneLine(text)}`,
      tooltip: text,
      spoken: [`Signal ${number}`, state === 'open' ? 'not covered' : state, onOneLine(text)]
        .filter(Boolean)
        .join(', '),
      place: { guide: capability.source.guide, range },
      citation: { level: capability.level, name: capability.name, signal: number },
    });
  });
  const total = counted(children.length, 'signal');
  const label = signals === undefined ? total : `${signals.length} of ${total} covered`;
  return [
    node({
      id: `${parent}/signals`,
      kind: 'signals',
      label,
      description: 'What this looks like',
      spoken: `What this looks like, ${label}`,
      children,
    }),
  ];
}

/**
 * The ids of the lines that a view has to draw again, the lines below them included, so that it shows `after`
 * where it showed `before`; undefined where that is all of it. Places in the document do not count: they are not
 * seen. Those in a guide do, where a line leads there.
 */
export function changedLines(
  before: readonly EvidenceNode[],
  after: readonly EvidenceNode[],
): readonly string[] | undefined {
  if (!haveSameLines(before, after)) {
    return undefined;
  }
  return after.flatMap((node, index): readonly string[] => {
    const known = before[index];
    const below = known && looksSame(known, node) ? changedLines(known.children, node.children) : undefined;
    return below ?? [node.id];
  });
}

function haveSameLines(before: readonly EvidenceNode[], after: readonly EvidenceNode[]): boolean {
  return before.length === after.length && before.every(({ id }, index) => id === after[index]?.id);
}

function looksSame(one: EvidenceNode, other: EvidenceNode): boolean {
  return (
    one.kind === other.kind &&
    one.state === other.state &&
    one.label === other.label &&
    one.description === other.description &&
    one.tooltip === other.tooltip &&
    one.spoken === other.spoken &&
    (one.range !== undefined || one.place?.guide === other.place?.guide)
  );
}

function node(
  given: Pick<EvidenceNode, 'id' | 'kind' | 'label' | 'spoken'> & Partial<EvidenceNode>,
): EvidenceNode {
  return {
    state: undefined,
    description: undefined,
    tooltip: given.label,
    range: undefined,
    place: undefined,
    citation: undefined,
    isExpanded: false,
    children: [],
    ...given,
  };
}
