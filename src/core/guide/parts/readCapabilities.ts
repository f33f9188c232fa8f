import type { List, Paragraph, RootContent, Table, TableCell } from 'mdast';
import { firstOfEach } from '../../groupBy';
import { positionOf, rangeOf } from '../../markdown/nodes';
import { passageOf, plainText } from '../../markdown/plainText';
import { compiled, escapedForPattern } from '../../text/pattern';
import { behindLead } from '../blocks/boldHeadings';
import { unfold } from '../blocks/callouts';
import { cellListItems } from '../blocks/cellItems';
import { headerTexts, isBlockquote, isHeading, isList, isParagraph, isTable } from '../blocks/nodeTypes';
import { boldParagraph, listOf, paragraphIn } from '../blocks/paragraphs';
import { isListOrTable, listPassages } from '../blocks/passages';
import { boldLead, contentOf, isBoldLine, labelText, type Section } from '../blocks/sections';
import { isNumbered, type NumberedName, splitNumber, splitNumbers } from '../headingNumbers';
import { levelNameWithin } from '../levels/levelNames';
import { type ListKind, listKindOf, mayBeLabel } from '../listLabels';
import { present, splitBefore } from '../lists';
import type { Expectation, GuideCapability } from '../model';
import { partOf } from '../sectionKinds';
import {
  groupLabelledBy,
  holdsLabelledList,
  itemGroups,
  type ListGroup,
  labelledKind,
  listsOf,
  nestedGroups,
  tableGroups,
} from './capabilityLists';
import {
  type CapabilityContext,
  expectationCells,
  expectationItems,
  expectationsIn,
  expectationUnder,
  isPerLevel,
  labelledLevel,
  speaksOfLevel,
} from './readExpectations';
import { asksOneself } from './readReadiness';

/** A capability's name line and what stands under it. */
interface CapabilityBlocks {
  readonly title: string;
  readonly titleNode: RootContent;
  readonly blocks: readonly RootContent[];
}

/** Whether a section is itself a capability: it has a list labelled as signals or practices. */
export function isCapability(section: Section): boolean {
  return (
    (holdsLabelledList(section.blocks) ||
      section.children.some((child) => isLabelSection(child, section.children))) &&
    !asksForReadiness(section)
  );
}

/** Questions to oneself and no signals: "Things to have ready" over a list, "Over a coffee" over another. */
function asksForReadiness(section: Section): boolean {
  const content = contentOf(section);
  return (
    content.some(asksOneself) &&
    !content.some((block, index) => labelledKind(block, content[index + 1]) === 'signals')
  );
}

/** Whether a section has, if not a known label, what capabilities have: "At M1, …", or a number and a list. */
export function looksLikeCapability(section: Section): boolean {
  return (
    isCapability(section) ||
    section.blocks.some(speaksOfLevel) ||
    (isNumbered(section.title) && section.blocks.some(isList))
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
  return isList(next) && !isPerLevel(next);
}

/**
 * A heading that is a label for the list under it, and no capability whose name sounds like one: these have
 * numbers, as labels have only where all headings beside them are labels.
 */
function isLabelSection(section: Section, siblings: readonly Section[]): boolean {
  return (
    listKindOf(section.title) !== undefined &&
    (!isNumbered(section.title) || areLabels(siblings)) &&
    section.blocks.some(isList) &&
    (section.blocks.findIndex(isList) === 0 || !isCapability(section) || isOneList(section))
  );
}

/** "Signs of progress" over "You may notice that:" and a list: a label, and words that lead from it to what it labels. */
function isOneList({ title, blocks, children }: Section): boolean {
  const [lead, list, ...others] = blocks;
  return (
    children.length === 0 &&
    others.length === 0 &&
    lead !== undefined &&
    labelledKind(lead, list) === listKindOf(title)
  );
}

function areLabels(sections: readonly Section[]): boolean {
  return sections.length > 1 && sections.every(({ title }) => listKindOf(title) !== undefined);
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
  const [name = '', ...others] = headerTexts(block);
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
  const [name = '', ...others] = headerTexts(block);
  return (
    partOf(name) === 'capabilities' && others.filter((cell) => levelNameWithin(cell) !== undefined).length > 1
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
  const [header, ...rows] = isTable(block) && tellsCapabilities(block, true) ? block.children : [];
  // A column of numbers may stand before the names.
  const at = rows.every(({ children: [first] }) => first && /^\d+\.?$/u.test(plainText(first))) ? 1 : 0;
  return rows.flatMap((row) => {
    const [name, ...cells] = row.children.slice(at);
    const number =
      at === 0 || row.children[0] === undefined ? '' : `${Number.parseInt(plainText(row.children[0]), 10)}. `;
    const title = name === undefined ? '' : `${number}${plainText(name)}`;
    const blocks = cells.flatMap((cell, index) => underHeader(header?.children[at + index + 1], cell));
    return title === '' ? [] : [{ title, titleNode: row, blocks }];
  });
}

/** A cell as a label and a list with an item for each of its lines, or a paragraph where no list is meant. */
function underHeader(header: TableCell | undefined, cell: TableCell): readonly RootContent[] {
  const label = header === undefined ? '' : plainText(header);
  const place = positionOf(cell);
  return [
    boldParagraph(label, cell),
    listKindOf(label) === undefined
      ? paragraphIn(cell.children, place)
      : listOf(cellListItems(cell, true), [cell]),
  ];
}

function underHeadings(sections: readonly Section[]): readonly CapabilityBlocks[] {
  const found: CapabilityBlocks[] = [];
  // "Where you stand" under each of them is the title of a passage.
  const parents = sections.filter(({ children }) => children.length > 0);
  const isPassage = ({ title }: Section): boolean =>
    parents.length > 1 &&
    parents.every(({ children }) => children.some((child) => child.title === title && !isCapability(child)));
  for (const section of sections) {
    const previous = found.at(-1);
    // Headings below it that are capabilities themselves: it groups them, or its author slipped a rank.
    const below = section.children.filter(
      (child) => looksLikeCapability(child) && !isLabelSection(child, section.children) && !isPassage(child),
    );
    if (previous !== undefined && isLabelSection(section, sections)) {
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
  const names = new Set(namesInBold(section));
  return splitBefore(section.blocks, (block) => names.has(block)).flatMap(([titleNode, ...blocks]) =>
    names.has(titleNode) &&
    blocks.some((block) => isList(block) || labelText(block) !== undefined || speaksOfLevel(block))
      ? [{ title: plainText(titleNode), titleNode, blocks }]
      : [],
  );
}

/** "**Name.** At M1, …": names in bold with the text behind them in the same paragraph. */
function underBoldLeads(section: Section): readonly CapabilityBlocks[] {
  return splitBefore(section.blocks, isNameLead).flatMap(([titleNode, ...others]) => {
    const blocks = isNameLead(titleNode) ? [...behindLead(titleNode), ...others] : [];
    return blocks.some((block) => labelledKind(block) !== undefined || speaksOfLevel(block))
      ? [{ title: withoutStop(boldLead(titleNode)?.lead ?? ''), titleNode, blocks }]
      : [];
  });
}

function isNameLead(block: RootContent): block is Paragraph {
  return boldLead(block)?.setOff === true && labelledKind(block) === undefined;
}

function withoutStop(name: string): string {
  return name.replace(/(?<![.…])[.:]$/u, '');
}

/** Items with a name, in bold or on a line of its own, over what shows that it is a capability's. */
function asListItems(list: List): readonly CapabilityBlocks[] {
  return list.children.flatMap((item, index) => {
    const [first, ...others] = item.children;
    const rest = unfold(others).flatMap(labelledItems);
    const bold = boldLead(first);
    const lead = bold?.lead ?? (first === undefined ? '' : plainText(first));
    const blocks = isParagraph(first) && bold !== undefined ? [...behindLead(first), ...rest] : rest;
    if (
      (!isParagraph(first) && !isHeading(first)) ||
      !(rest.some(isList) || blocks.some(speaksOfLevel)) ||
      (bold === undefined && (lead.length > 80 || !holdsLabelledList(rest)))
    ) {
      return [];
    }
    const number = list.ordered === true ? `${(list.start ?? 1) + index}. ` : '';
    return [{ title: `${number}${withoutStop(lead)}`, titleNode: first, blocks }];
  });
}

/** A list of what each level expects and of labels over lists, as what stands in its items. */
function labelledItems(block: RootContent): readonly RootContent[] {
  const items = isList(block) ? block.children.map(({ children }) => children) : [];
  const isLabelled = ([label, list]: readonly RootContent[]): boolean =>
    label !== undefined && isList(list) && labelledKind(label, list) !== undefined;
  return items.some(isLabelled) && items.some(([first]) => first !== undefined && speaksOfLevel(first))
    ? items.flat()
    : [block];
}

/** Whether a list's items are capabilities by what they say of levels. */
export function listsCapabilities(block: RootContent): boolean {
  const items = isList(block) ? asListItems(block) : [];
  return items.length > 1 && items.every(({ blocks }) => blocks.some(speaksOfLevel));
}

function readOne(
  { titleNode, blocks }: CapabilityBlocks,
  { number, name }: NumberedName,
  context: CapabilityContext,
): GuideCapability {
  const intro: RootContent[] = [];
  const groups: ListGroup[] = [];
  const inTables: ListGroup[] = [];
  const expectations: Expectation[] = [];
  let under: { readonly level: string; readonly blocks: RootContent[] } | undefined;
  let firstUnder: RootContent | undefined;
  const lower = new Set<ListGroup>();
  /** What the labels below a label are of. */
  let above: ListKind | undefined;
  for (const [index, block] of blocks.entries()) {
    if (isTitleOfPassage(block, blocks[index + 1])) {
      continue;
    }
    const level = labelledLevel(block, context);
    const labelled = level === undefined ? groupLabelledBy(block, blocks[index + 1]) : undefined;
    const isBelow =
      labelled?.kind === undefined && above !== undefined && mayBeLabel(labelled?.label ?? '', above);
    const group = labelled && isBelow ? { ...labelled, kind: above } : labelled;
    if (labelled !== undefined && !isBelow) {
      above = kindOver(labelled, blocks[index + 1], blocks[index + 2]);
    }
    if (level !== undefined || group !== undefined) {
      expectations.push(...expectationUnder(under));
      under = level === undefined ? undefined : { level, blocks: [] };
      groups.push(...present(group));
      if (group !== undefined && isOfLower(group, context)) {
        lower.add(group);
      }
    } else if (under !== undefined) {
      under.blocks.push(block);
      firstUnder ??= block;
    } else if (isList(block) && groups.length > 0) {
      const perLevel = perLevelUnder(groups.at(-1), block, context);
      if (perLevel.length > 0) {
        groups.pop();
        expectations.push(...perLevel);
      } else {
        groups.at(-1)?.items.push(...listPassages(block));
      }
    } else if (isListOrTable(block)) {
      const found = readUnlabelled(block, context);
      (isTable(block) ? inTables : groups).push(...found.groups);
      expectations.push(...found.expectations);
    } else if (groups.length === 0 && (isParagraph(block) || isBlockquote(block))) {
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
    summary: summary && passageOf([summary]),
    // What is said of a level further down stays in the text it is part of.
    expectations: firstOfEach(
      [...intro.flatMap((block) => expectationsIn(block, context)), ...expectations],
      ({ level }) => level,
    ),
    // A table beside lists shows examples.
    ...listsOf([
      ...inTables.filter(({ kind }) => !groups.some((group) => group.kind === kind)),
      ...groups.filter((group) => !lower.has(group)),
    ]),
  };
}

/** "Behaviours at M1": what is so at the lower level is no list of the capability. */
function isOfLower({ kind, label }: ListGroup, { from }: CapabilityContext): boolean {
  return (
    from !== undefined &&
    kind === 'signals' &&
    compiled(`\\b(?:at|for|of|in|as) (?:an? )?${escapedForPattern(from)}\\b`, 'iu').test(label)
  );
}

/** A heading over what is so at each level: "Where you stand". */
function isTitleOfPassage(block: RootContent, next: RootContent | undefined): boolean {
  return (
    isHeading(block) && isParagraph(next) && speaksOfLevel(next) && listKindOf(plainText(block)) === undefined
  );
}

/** The list that a label right over other labels announces: "**Practices:**" over "*On the job*" and "*With others*". */
function kindOver(
  { kind }: ListGroup,
  next: RootContent | undefined,
  afterNext: RootContent | undefined,
): ListKind | undefined {
  return next !== undefined && groupLabelledBy(next, afterNext) !== undefined ? kind : undefined;
}

/** "**Expectations**" over a list of what is so at each level, which is no list of the capability's. */
function perLevelUnder(
  label: ListGroup | undefined,
  list: List,
  context: CapabilityContext,
): readonly Expectation[] {
  const found = label?.kind === undefined && label?.items.length === 0 ? expectationItems(list, context) : [];
  return found.length > 1 ? found : [];
}

/** What a list or a table without a label over it says: what is so at each level, or lists of the capability. */
function readUnlabelled(
  block: List | Table,
  context: CapabilityContext,
): { readonly groups: readonly ListGroup[]; readonly expectations: readonly Expectation[] } {
  if (isTable(block)) {
    const expectations = expectationCells(block, context);
    return { groups: expectations.length > 0 ? [] : tableGroups(block), expectations };
  }
  const own = nestedGroups(block, true);
  const nested = own.length > 0 ? own : itemGroups(block);
  const expectations = nested.length > 0 ? [] : expectationItems(block, context);
  return {
    groups:
      nested.length > 0 || expectations.length > 0
        ? nested
        : [{ label: '', kind: undefined, items: [...listPassages(block)] }],
    expectations,
  };
}
