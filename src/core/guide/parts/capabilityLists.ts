import type { ListItem, RootContent, Table } from 'mdast';
import { groupBy } from '../../groupBy';
import { rangeOf } from '../../markdown/nodes';
import { type Passage, passageOf, plainText } from '../../markdown/plainText';
import { nameKey } from '../../names';
import type { TextRange } from '../../text/sourceText';
import { behindLead } from '../blocks/boldHeadings';
import { cellItems } from '../blocks/cellItems';
import { enumerated } from '../blocks/enumerations';
import { headerTexts, isHeading, isList, isParagraph } from '../blocks/nodeTypes';
import { listPassages, paragraphText, shortText } from '../blocks/passages';
import { boldLead, type Lead, labelText, leadOf } from '../blocks/sections';
import { type ListKind, listKindOf, mayBeLabel } from '../listLabels';
import { theTwo } from '../lists';

/** A line that labels what follows it. */
interface Label {
  readonly label: string;
  readonly kind: ListKind | undefined;
}

/** A label of a capability and the lists that stand under it. */
export interface ListGroup extends Label {
  readonly items: Passage[];
}

/** The list that a line labels: still to come, or in the same paragraph; undefined for a line that labels none. */
export function groupLabelledBy(block: RootContent, next: RootContent | undefined): ListGroup | undefined {
  const label = labelOf(block, next);
  const runIn = label === undefined ? runInGroup(block, next) : undefined;
  // "**What this looks like:** we look for the following." over the list.
  const isLead =
    isList(next) && /:$|\b(?:following|below|these|looks? for)\b/iu.test(runIn?.items[0]?.text ?? '');
  return label === undefined ? runIn && (isLead ? { ...runIn, items: [] } : runIn) : { ...label, items: [] };
}

/**
 * Which lists are signals and which are practices. Labels say so; where one is unknown its place does: the
 * first list shows what the capability looks like, the next how to develop it. Of two lists with labels the
 * one whose label is unknown is what the other is not.
 */
export function listsOf(groups: readonly ListGroup[]): Readonly<Record<ListKind, readonly Passage[]>> {
  const filled = groups.filter(({ items }) => items.length > 0);
  const of = (kind: ListKind): readonly ListGroup[] => filled.filter((group) => group.kind === kind);
  const unknown = (list: ListKind): readonly ListGroup[] =>
    filled.filter(({ kind, label }) => kind === undefined && mayBeLabel(label, list));
  const isPair = filled.length === 2 && filled.every(({ label }) => label !== '');
  const practices = of('practices');
  const signals = of('signals').length > 0 ? of('signals') : unknown('signals').slice(0, 1);
  const lastSignal = signals.at(-1);
  const after = lastSignal === undefined ? -1 : filled.indexOf(lastSignal);
  const developing =
    practices.length > 0
      ? practices
      : unknown('practices')
          .filter((group) => (isPair || filled.indexOf(group) > after) && !signals.includes(group))
          .slice(0, 1);
  const items = (found: readonly ListGroup[]): readonly Passage[] => found.flatMap((group) => group.items);
  return { signals: items(signals), practices: items(developing) };
}

/** Whether some blocks hold what capabilities have: a list that is labelled as signals or practices. */
export function holdsLabelledList(blocks: readonly RootContent[]): boolean {
  return (
    blocks.some(
      (block, index) =>
        labelledKind(block, blocks[index + 1]) !== undefined || nestedGroups(block).length > 0,
    ) || holdsBothRunIn(blocks)
  );
}

/** "**Signals:** one thing; another" and the same for practices. */
function holdsBothRunIn(blocks: readonly RootContent[]): boolean {
  const kinds = blocks.flatMap((block, index) => runInGroup(block, blocks[index + 1])?.kind ?? []);
  return kinds.includes('signals') && kinds.includes('practices');
}

/** A line that labels what follows: a known label, or any heading or label line with a list right behind it. */
function labelOf(block: RootContent, next: RootContent | undefined): Label | undefined {
  const kind = labelledKind(block, next);
  if (kind !== undefined) {
    return { label: labelText(block) ?? shortLead(block) ?? plainText(block), kind };
  }
  const label =
    isHeading(block) || isList(next)
      ? // "(a) Indicators" over a list: a few words that are no sentence.
        (labelText(block) ?? questionLabel(block) ?? shortText(block, 40, /[.,;!?]/u))
      : undefined;
  return label === undefined ? undefined : { label, kind: listKindOf(label) };
}

/** The kind of list that a heading, a bold line, a short line with a colon, or any right before the list announces. */
export function labelledKind(block: RootContent, next?: RootContent): ListKind | undefined {
  const label =
    labelText(block) ?? shortLead(block) ?? (isList(next) ? shortText(block, 60, /[.!;]/u) : undefined);
  return label === undefined ? undefined : listKindOf(label);
}

/** "**What this looks like:** one thing; another": a label with what it announces in the same paragraph. */
function runInGroup(block: RootContent, next: RootContent | undefined): ListGroup | undefined {
  const bold = boldLead(block);
  const { lead = '', rest = '', setOff = false } = bold ?? leadOf(block, 'emphasis') ?? {};
  const kind = setOff && rest !== '' ? listKindOf(lead) : undefined;
  const items = kind === undefined ? [] : itemsIn(rest, rangeOf(block));
  // An emphasised phrase before a single thing begins a sentence: "*In practice:* you ask first."; before a list, too.
  return kind === undefined || (bold === undefined && (items.length < 2 || isList(next)))
    ? undefined
    : { label: lead, kind, items };
}

/** What a text enumerates, else the whole of it. */
function itemsIn(text: string, range: TextRange): Passage[] {
  const parts = enumerated(text);
  return (parts.length > 0 ? parts : [text]).map((part) => ({ text: part, range }));
}

/** An item that begins with a label, and what stands behind it. */
interface LabelledItem extends Lead {
  readonly passage: Passage;
}

/**
 * A list of a capability in which each item says by its first words whether it is a signal or a practice:
 * "**In practice** …" several times and "**To get better** …" as well, or once "*Signs:* one thing; another" and once
 * "*Steps:* …". Of two labels that recur one may be unknown. Any other list is none.
 */
export function itemGroups(block: RootContent): readonly ListGroup[] {
  const items = isList(block) ? block.children.map(labelledItem) : [];
  const found = items.filter((item) => item !== undefined);
  const [first, second] = theTwo([...groupBy(found, ({ lead }) => nameKey(lead)).values()]) ?? [];
  if (first === undefined || second === undefined || found.length < items.length) {
    return [];
  }
  const kinds = [first, second].map(([{ lead }]) => listKindOf(lead));
  const isKnown = kinds.includes('signals') && kinds.includes('practices');
  const isPair = found.length === 2;
  const mayBeKnown =
    Math.min(first.length, second.length) > 1 &&
    found.slice(0, first.length).every((item) => first.includes(item)) &&
    (kinds[0] === 'signals' ? kinds[1] === undefined : kinds[0] === undefined && kinds[1] === 'practices');
  if (isPair ? !(isKnown && announceLists(found)) : !isKnown && !mayBeKnown) {
    return [];
  }
  return [first, second].map((own, index) => ({
    label: own[0].lead,
    kind: kinds[index],
    items: own.flatMap(({ rest, passage }) => (isPair ? itemsIn(rest, passage.range) : [passage])),
  }));
}

function labelledItem({ children: [first, ...others] }: ListItem): LabelledItem | undefined {
  const lead = leadOf(first, 'strong') ?? leadOf(first, 'emphasis');
  const passage = isParagraph(first) ? passageOf([...behindLead(first), ...others]) : undefined;
  // "**Evidence** decides, not rank" begins with its subject.
  const isLabel =
    lead !== undefined && lead.rest !== '' && (lead.setOff || /^["“‘'(]?\p{Lu}/u.test(lead.rest));
  return isLabel && passage !== undefined
    ? { ...lead, lead: lead.lead.replace(/\s*[:.]$/u, ''), passage }
    : undefined;
}

/** Whether two items are lists in themselves: "**Evidence:** you bring data" and "**Growth:** you ask" are traits. */
function announceLists(items: readonly LabelledItem[]): boolean {
  return (
    items.every(({ setOff, rest, passage }) => setOff && rest === passage.text) &&
    items.some(({ rest }) => enumerated(rest).length > 1)
  );
}

/**
 * A list whose items are labels, each with a list of its own, is as many groups; any other list is none.
 *
 * @param isInCapability Whether it stands in one, where two such items need no known label.
 */
export function nestedGroups(block: RootContent, isInCapability = false): readonly ListGroup[] {
  if (!isList(block)) {
    return [];
  }
  const groups = block.children.map((item): ListGroup | undefined => {
    const [first, ...rest] = item.children;
    const lists = rest.filter(isList);
    if (first === undefined || lists.length === 0) {
      return undefined;
    }
    const label = labelText(first) ?? plainText(first);
    return { label, kind: listKindOf(label), items: lists.flatMap(listPassages) };
  });
  const found = groups.filter((group) => group !== undefined);
  const isKnown = (isInCapability && found.length === 2) || found.some(({ kind }) => kind !== undefined);
  return found.length === groups.length && isKnown ? found : [];
}

/** More than the owner, the weight or the frequency of what stands beside it. */
function isSentence(text: string): boolean {
  return text.split(/\s+/u).length > 3;
}

/** A table whose columns are headed as signals and practices, or that has two, one item per cell. */
export function tableGroups(table: Table): readonly ListGroup[] {
  const [, ...rows] = table.children;
  const labels = headerTexts(table);
  const kinds = labels.map(listKindOf);
  const [first, second] = kinds;
  const isOfSentences = (column: number): boolean => {
    const cells = rows.flatMap(({ children }) => children.slice(column, column + 1).map(plainText));
    const last = cells.findLastIndex((cell) => cell !== '');
    // The shorter of two lists ends before the longer; a column in which little stands is there to be filled in.
    return cells.slice(0, last + 1).every(isSentence) && (last + 1) * 2 >= cells.length;
  };
  const isPair =
    labels.length === 2 &&
    !labels.includes('') &&
    (second === undefined
      ? first === undefined || isOfSentences(1)
      : first === undefined &&
        second === 'practices' &&
        mayBeLabel(labels[0] ?? '', 'signals') &&
        !tellsOtherwise.test(labels[0] ?? '') &&
        isOfSentences(0));
  return labels.flatMap((label, column): readonly ListGroup[] => {
    const kind = kinds[column];
    return kind === undefined && !isPair
      ? []
      : [
          {
            label,
            kind,
            items: rows.flatMap((row) =>
              row.children.slice(column, column + 1).flatMap((cell) => cellItems(cell, rows.length === 1)),
            ),
          },
        ];
  });
}

/** What else may stand before how to develop a capability: "Gap you might have". */
const tellsOtherwise = /\b(?:gaps?|weak\w*|struggl\w+|when|questions?|topics?)\b/iu;

/** "How would I notice?" over a list. */
function questionLabel(block: RootContent): string | undefined {
  const text = paragraphText(block);
  return text.length <= 80 && /^[^.?!]+\?$/u.test(text) ? text : undefined;
}

/** "**Signals** (at least three of these):" is a label too. */
function shortLead(block: RootContent): string | undefined {
  const lead = boldLead(block);
  return lead !== undefined && lead.rest.length <= 50 && /[:)]$/.test(plainText(block))
    ? lead.lead
    : undefined;
}
