import type { List, ListItem, Paragraph, RootContent, Table, TableCell } from 'mdast';
import { positionOf, rangeOf } from '../markdown/nodes';
import { type Passage, passageOf, plainText } from '../markdown/plainText';
import type { SourceText } from '../text/sourceText';
import { enumerated, hardLines } from './enumerations';
import { parseLevelName } from './levelNames';
import type { Expectation, GuideCapability } from './model';
import { listPassages, paragraphText } from './passages';
import {
  type CapabilityContext,
  expectationColumns,
  expectationItems,
  expectationsIn,
  expectationUnder,
  isPerLevel,
  levelLabel,
  mergeByLevel,
  speaksOfLevel,
} from './readExpectations';
import { type ListKind, listKindOf, mayBeLabel, partOf, splitNumber, splitNumbers } from './sectionKinds';
import { boldLead, contentOf, isBoldLine, labelText, type Section } from './sections';
import { behindLead, unfold } from './shownHeadings';

/** A capability's name line and what stands under it. */
interface CapabilityBlocks {
  readonly title: string;
  readonly titleNode: RootContent;
  readonly blocks: readonly RootContent[];
}

/** Whether a section is itself a capability: it has a list labelled as signals or practices. */
export function isCapability(section: Section): boolean {
  return holdsLabelledList(section.blocks) || section.children.some(isLabelSection);
}

/** Whether a section has, if not a known label, what capabilities have: "At M1, …", or a number and a list. */
export function looksLikeCapability(section: Section): boolean {
  return (
    isCapability(section) ||
    section.blocks.some(speaksOfLevel) ||
    (splitNumber(section.title).number !== undefined && section.blocks.some(isList))
  );
}

/** The bold lines in a section that can be names of capabilities: those that label no list. */
export function namesInBold({ blocks }: Section): readonly RootContent[] {
  return blocks.filter(
    (block, index) =>
      isBoldLine(block) && !labelsList(blocks[index + 1]) && listKindOf(plainText(block)) === undefined,
  );
}

/** Whether what follows a line is a list that it labels, and not what each level expects of the capability it names. */
function labelsList(next: RootContent | undefined): boolean {
  return next?.type === 'list' && !isPerLevel(next);
}

/** A heading that is a label for the list under it, and no capability whose name sounds like one. */
function isLabelSection(section: Section): boolean {
  return (
    listKindOf(section.title) !== undefined &&
    splitNumber(section.title).number === undefined &&
    section.blocks.some(isList) &&
    !isCapability(section)
  );
}

/** The capabilities that stand in a section, whether under headings, under bold lines or as list items. */
export function readCapabilities(section: Section, context: CapabilityContext): readonly GuideCapability[] {
  const found = capabilityBlocks(section);
  const names = splitNumbers(found.map(({ title }) => title));
  return found.map((blocks, index) => readOne(blocks, names[index] ?? splitNumber(blocks.title), context));
}

/** The section as one capability, its heading the name. */
export function readCapability(section: Section, context: CapabilityContext): readonly GuideCapability[] {
  return readCapabilities({ ...section, blocks: [], children: [section] }, context);
}

function capabilityBlocks(section: Section): readonly CapabilityBlocks[] {
  if (section.children.length > 0) {
    return underHeadings(section.children);
  }
  const underBold = underBoldLines(section);
  const named = underBold.length > 0 ? underBold : underBoldLeads(section);
  const inLists = named.length > 0 ? named : section.blocks.filter(isList).flatMap(asListItems);
  return inLists.length > 0 ? inLists : section.blocks.flatMap(asTableRows);
}

/** Whether a table has a row for each capability: its name, what it looks like, and perhaps how to develop it. */
export function isCapabilityTable(block: RootContent): block is Table {
  const [name = '', ...others] =
    block.type === 'table' ? (block.children[0]?.children ?? []).map(plainText) : [];
  const kinds = others.map(listKindOf);
  return (
    kinds.filter((kind) => kind === 'signals').length === 1 &&
    (kinds.includes('practices') || partOf(name) === 'capabilities')
  );
}

/**
 * Whether a block is a table of capabilities.
 *
 * @param besideShift Whether the core shift stands elsewhere: else a table of levels is that.
 */
export function tellsCapabilities(block: RootContent, besideShift: boolean): boolean {
  return isCapabilityTable(block) || (besideShift && isExpectationTable(block));
}

/** Whether a table has a row for each capability, with what each of several levels expects: "Skill", "M1", "M2". */
function isExpectationTable(block: RootContent): boolean {
  const [name = '', ...others] =
    block.type === 'table' ? (block.children[0]?.children ?? []).map(plainText) : [];
  return (
    partOf(name) === 'capabilities' && others.filter((cell) => parseLevelName(cell) !== undefined).length > 1
  );
}

/** Whether a section that is said to hold capabilities shows it: by a label of theirs, or by what they ask of a level. */
export function showsCapabilities(section: Section): boolean {
  return (
    section.children.length > 0 ||
    section.blocks.some((block) => isCapabilityTable(block)) ||
    capabilityBlocks(section).some(({ blocks }) => holdsLabelledList(blocks) || blocks.some(speaksOfLevel))
  );
}

/** The rows of such a table, each column's header as a label over what stands in the cell. */
function asTableRows(block: RootContent): readonly CapabilityBlocks[] {
  const [header, ...rows] = block.type === 'table' && tellsCapabilities(block, true) ? block.children : [];
  return rows.flatMap((row) => {
    const [name, ...cells] = row.children;
    const title = name === undefined ? '' : plainText(name);
    const blocks = cells.flatMap((cell, index) => underHeader(header?.children[index + 1], cell));
    return title === '' ? [] : [{ title, titleNode: row, blocks }];
  });
}

/** A cell as a label and a list with an item for each of its lines, or a paragraph where no list is meant. */
function underHeader(header: TableCell | undefined, cell: TableCell): readonly RootContent[] {
  const label = header === undefined ? '' : plainText(header);
  const place = positionOf(cell);
  const paragraph: Paragraph = { type: 'paragraph', children: cell.children, ...place };
  const items = hardLines(paragraph).map(({ text }): ListItem => {
    const line: Paragraph = { type: 'paragraph', children: [{ type: 'text', value: text }], ...place };
    return { type: 'listItem', children: [line], ...place };
  });
  const heading: Paragraph = {
    type: 'paragraph',
    children: [{ type: 'strong', children: [{ type: 'text', value: label }] }],
    ...place,
  };
  return [heading, listKindOf(label) === undefined ? paragraph : { type: 'list', children: items, ...place }];
}

function underHeadings(sections: readonly Section[]): readonly CapabilityBlocks[] {
  const found: CapabilityBlocks[] = [];
  for (const section of sections) {
    const previous = found.at(-1);
    // Headings below it that are capabilities themselves: it groups them, or its author slipped a rank.
    const below = section.children.filter(
      (child) => isCapability(child) || (looksLikeCapability(child) && !isLabelSection(child)),
    );
    if (previous !== undefined && isLabelSection(section)) {
      // A label on the same rank as the capability's own heading.
      found[found.length - 1] = {
        ...previous,
        blocks: [...previous.blocks, section.heading, ...contentOf(section)],
      };
    } else if (below.length === 0) {
      found.push(asCapability(section));
    } else {
      const own = { ...section, children: section.children.filter((child) => !below.includes(child)) };
      found.push(...(looksLikeCapability(own) ? [asCapability(own)] : []), ...underHeadings(below));
    }
  }
  return found;
}

function asCapability(section: Section): CapabilityBlocks {
  return { title: section.title, titleNode: section.heading, blocks: contentOf(section) };
}

function underBoldLines(section: Section): readonly CapabilityBlocks[] {
  const names = namesInBold(section);
  const found: { title: string; titleNode: RootContent; blocks: RootContent[] }[] = [];
  for (const block of section.blocks) {
    if (names.includes(block)) {
      found.push({ title: plainText(block), titleNode: block, blocks: [] });
    } else {
      found.at(-1)?.blocks.push(block);
    }
  }
  return found.filter(({ blocks }) =>
    blocks.some((block) => isList(block) || labelText(block) !== undefined || speaksOfLevel(block)),
  );
}

/** "**Name.** At M1, …": names in bold with the text behind them in the same paragraph. */
function underBoldLeads(section: Section): readonly CapabilityBlocks[] {
  const found: { title: string; titleNode: RootContent; blocks: RootContent[] }[] = [];
  for (const block of section.blocks) {
    const lead = boldLead(block);
    if (block.type === 'paragraph' && lead?.setOff === true && labelledKind(block) === undefined) {
      found.push({ title: withoutStop(lead.lead), titleNode: block, blocks: [...behindLead(block)] });
    } else {
      found.at(-1)?.blocks.push(block);
    }
  }
  return found.filter(({ blocks }) =>
    blocks.some((block) => labelledKind(block) !== undefined || speaksOfLevel(block)),
  );
}

function withoutStop(name: string): string {
  return name.replace(/(?<![.…])[.:]$/u, '');
}

/** Items with a name, in bold or on a line of its own, over what shows that it is a capability's. */
function asListItems(list: List): readonly CapabilityBlocks[] {
  return list.children.flatMap((item, index) => {
    const [first, ...others] = item.children;
    const rest = unfold(others);
    const bold = boldLead(first);
    const lead = bold?.lead ?? (first === undefined ? '' : plainText(first));
    const blocks = first?.type === 'paragraph' && bold !== undefined ? [...behindLead(first), ...rest] : rest;
    if (
      (first?.type !== 'paragraph' && first?.type !== 'heading') ||
      !(rest.some(isList) || blocks.some(speaksOfLevel)) ||
      (bold === undefined && (lead.length > 80 || !holdsLabelledList(rest)))
    ) {
      return [];
    }
    const number = list.ordered === true ? `${(list.start ?? 1) + index}. ` : '';
    return [{ title: `${number}${withoutStop(lead)}`, titleNode: first, blocks }];
  });
}

/** Whether a list's items are capabilities by what they say of levels. */
export function listsCapabilities(block: RootContent): boolean {
  const items = isList(block) ? asListItems(block) : [];
  return items.length > 1 && items.every(({ blocks }) => blocks.some(speaksOfLevel));
}

/** Whether some blocks hold what capabilities have: a list that is labelled as signals or practices. */
function holdsLabelledList(blocks: readonly RootContent[]): boolean {
  return (
    blocks.some(
      (block, index) =>
        labelledKind(block, blocks[index + 1]) !== undefined || nestedGroups(block).length > 0,
    ) || holdsBothRunIn(blocks)
  );
}

/** "**Signals:** one thing; another" and the same for practices. */
function holdsBothRunIn(blocks: readonly RootContent[]): boolean {
  const kinds = blocks.flatMap((block) => runInGroup(block)?.kind ?? []);
  return kinds.includes('signals') && kinds.includes('practices');
}

/** "**What this looks like:** one thing; another": a label with what it announces in the same paragraph. */
function runInGroup(block: RootContent): ListGroup | undefined {
  const { lead = '', rest = '', setOff = false } = boldLead(block) ?? {};
  const kind = setOff && rest !== '' ? listKindOf(lead) : undefined;
  const parts = kind === undefined ? [] : enumerated(rest);
  return kind === undefined
    ? undefined
    : {
        label: lead,
        kind,
        items: (parts.length > 0 ? parts : [rest]).map((text) => ({ text, range: rangeOf(block) })),
      };
}

/** A line that labels what follows it. */
interface Label {
  readonly label: string;
  readonly kind: ListKind | undefined;
}

/** A label of a capability and the lists that stand under it. */
interface ListGroup extends Label {
  readonly items: Passage[];
}

function readOne(
  { titleNode, blocks }: CapabilityBlocks,
  { number, name }: { readonly number: number | undefined; readonly name: string },
  context: CapabilityContext,
): GuideCapability {
  const intro: RootContent[] = [];
  const groups: ListGroup[] = [];
  const expectations: Expectation[] = [];
  let under: { readonly level: string; readonly blocks: RootContent[] } | undefined;
  let firstUnder: RootContent | undefined;
  for (const [index, block] of blocks.entries()) {
    const level = levelLabel(block, context);
    const label = level === undefined ? labelOf(block, blocks[index + 1]) : undefined;
    const runIn = level === undefined && label === undefined ? runInGroup(block) : undefined;
    const isLabel = level !== undefined || label !== undefined || runIn !== undefined;
    if (isLabel) {
      expectations.push(...expectationUnder(under));
      under = level === undefined ? undefined : { level, blocks: [] };
    }
    if (under !== undefined) {
      under.blocks.push(...(isLabel ? [] : [block]));
      firstUnder ??= under.blocks[0];
    } else if (runIn !== undefined) {
      groups.push(runIn);
    } else if (label !== undefined) {
      groups.push({ ...label, items: [] });
    } else if (block.type === 'table') {
      const perLevel = expectationColumns(block, context);
      expectations.push(...perLevel);
      groups.push(...(perLevel.length > 0 ? [] : tableGroups(block)));
    } else if (block.type === 'list') {
      const nested = groups.length === 0 ? nestedGroups(block, true) : [];
      const perLevel = groups.length === 0 ? expectationItems(block, context) : [];
      if (nested.length > 0) {
        groups.push(...nested);
      } else if (perLevel.length > 0) {
        expectations.push(...perLevel);
      } else if (groups.length === 0) {
        groups.push({ label: '', kind: undefined, items: [...listPassages(block)] });
      } else {
        groups.at(-1)?.items.push(...listPassages(block));
      }
    } else if (isUnmadeHeading(block, context.source)) {
      // What follows is somebody's next section.
      groups.push({ label: 'not a list', kind: undefined, items: [] });
    } else if (groups.length === 0 && (block.type === 'paragraph' || block.type === 'blockquote')) {
      intro.push(block);
    }
  }
  expectations.push(...expectationUnder(under));
  const heading = rangeOf(titleNode);
  const summary = intro[0] ?? firstUnder;
  return {
    level: context.level,
    from: context.from,
    number,
    name,
    heading,
    range: { start: heading.start, end: rangeOf(blocks.at(-1) ?? titleNode).end },
    summary: summary === undefined ? undefined : passageOf([summary]),
    expectations: mergeByLevel([
      ...intro.flatMap((block) => expectationsIn(block, context)),
      ...expectations,
    ]),
    ...listsOf(groups),
  };
}

/**
 * Which lists are signals and which are practices. Labels say so; where one is unknown its place does: the
 * first list shows what the capability looks like, the next how to develop it. Of two lists with labels the
 * one whose label is unknown is what the other is not.
 */
function listsOf(groups: readonly ListGroup[]): Readonly<Record<ListKind, readonly Passage[]>> {
  const filled = groups.filter(({ items }) => items.length > 0);
  const of = (kind: ListKind): readonly ListGroup[] => filled.filter((group) => group.kind === kind);
  const unknown = (list: ListKind): readonly ListGroup[] =>
    filled.filter(({ kind, label }) => kind === undefined && mayBeLabel(label, list));
  const isPair = filled.length === 2 && filled.every(({ label }) => label !== '');
  const practices = of('practices');
  const firstPractice = practices[0] === undefined ? filled.length : filled.indexOf(practices[0]);
  const signals =
    of('signals').length > 0
      ? of('signals')
      : unknown('signals')
          .filter((group) => isPair || filled.indexOf(group) < firstPractice)
          .slice(0, 1);
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

/** A line that labels what follows: a known label, or any heading or label line with a list right behind it. */
function labelOf(block: RootContent, next: RootContent | undefined): Label | undefined {
  const kind = labelledKind(block, next);
  if (kind !== undefined) {
    return { label: labelText(block) ?? shortLead(block) ?? plainText(block), kind };
  }
  const label =
    block.type === 'heading' || next?.type === 'list'
      ? (labelText(block) ?? questionLabel(block) ?? bareLabel(block))
      : undefined;
  return label === undefined ? undefined : { label, kind: listKindOf(label) };
}

/** "(a) Indicators" over a list: a few words that are no sentence. */
function bareLabel(block: RootContent): string | undefined {
  const text = paragraphText(block);
  return text !== '' && text.length <= 40 && !/[.,;!?]/u.test(text) ? text : undefined;
}

/** "How would I notice?" over a list. */
function questionLabel(block: RootContent): string | undefined {
  const text = paragraphText(block);
  return text.length <= 80 && /^[^.?!]+\?$/u.test(text) ? text : undefined;
}

/** "###Name" without a space, which Markdown takes for text. */
export function isUnmadeHeading(block: RootContent, source: SourceText): boolean {
  return block.type === 'paragraph' && /^#{1,6}[^\s#]/u.test(source.slice(rangeOf(block)));
}

/** The kind of list that a heading, a bold line, a short line with a colon, or any right before the list announces. */
function labelledKind(block: RootContent, next?: RootContent): ListKind | undefined {
  if (block.type === 'heading') {
    return listKindOf(plainText(block));
  }
  const label =
    labelText(block) ?? shortLead(block) ?? (next?.type === 'list' ? unmarkedLabel(block) : undefined);
  return label === undefined ? undefined : listKindOf(label);
}

/** "What this looks like", without a mark. */
function unmarkedLabel(block: RootContent): string | undefined {
  const text = paragraphText(block);
  return text.length <= 60 && !/[.!;]/u.test(text) ? text : undefined;
}

/** "**Signals** (at least three of these):" is a label too. */
function shortLead(block: RootContent): string | undefined {
  const lead = boldLead(block);
  return lead !== undefined && lead.rest.length <= 50 && /[:)]$/.test(plainText(block))
    ? lead.lead
    : undefined;
}

function isList(block: RootContent): block is List {
  return block.type === 'list';
}

/**
 * A list whose items are labels, each with a list of its own, is as many groups; any other list is none.
 *
 * @param isInCapability Whether it stands in one, where two such items need no known label.
 */
function nestedGroups(block: RootContent, isInCapability = false): readonly ListGroup[] {
  if (!isList(block)) {
    return [];
  }
  const groups = block.children.map((item): ListGroup | undefined => {
    const [first, ...rest] = item.children;
    const label =
      first === undefined
        ? undefined
        : (labelText(first) ?? (rest.some(isList) ? plainText(first) : undefined));
    return label === undefined || !rest.some(isList)
      ? undefined
      : { label, kind: listKindOf(label), items: rest.filter(isList).flatMap(listPassages) };
  });
  const found = groups.filter((group) => group !== undefined);
  const isKnown = (isInCapability && found.length === 2) || found.some(({ kind }) => kind !== undefined);
  return found.length === groups.length && isKnown ? found : [];
}

/** A table whose columns are headed as signals and practices, or that has two, one item per cell. */
function tableGroups(table: Table): readonly ListGroup[] {
  const [header, ...rows] = table.children;
  const labels = (header?.children ?? []).map(plainText);
  const kinds = labels.map(listKindOf);
  const isPair = labels.length === 2 && kinds.every((kind) => kind === undefined) && !labels.includes('');
  return labels.flatMap((label, column): readonly ListGroup[] => {
    const kind = kinds[column];
    return kind === undefined && !isPair
      ? []
      : [
          {
            label,
            kind,
            items: rows.flatMap((row) => passageOf(row.children.slice(column, column + 1)) ?? []),
          },
        ];
  });
}
