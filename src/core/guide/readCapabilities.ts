import type { List, ListItem, RootContent, Table } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import { type Passage, passageOf, plainText } from '../markdown/plainText';
import type { SourceText } from '../text/sourceText';
import type { Expectation, GuideCapability } from './model';
import { listPassages, locate } from './passages';
import { type ListKind, listKindOf, splitNumber } from './sectionKinds';
import { boldLead, contentOf, isBoldLine, labelText, type Section } from './sections';

/** A capability's name line and what stands under it. */
interface CapabilityBlocks {
  readonly name: string;
  readonly nameNode: RootContent;
  readonly blocks: readonly RootContent[];
}

/** The level that capabilities lead to, and how texts in the guide speak of levels. */
export interface CapabilityContext {
  readonly source: SourceText;
  readonly level: string;
  readonly from: string | undefined;
}

/** Whether a section is itself a capability: it has a list labelled as signals or practices. */
export function isCapability(section: Section): boolean {
  return (
    section.blocks.some((block) => labelledKind(block) !== undefined && block.type !== 'heading') ||
    section.children.some(isLabelSection)
  );
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
  return capabilityBlocks(section).map((blocks) => readOne(blocks, context));
}

/** The section as one capability, its heading the name. */
export function readCapability(section: Section, context: CapabilityContext): GuideCapability {
  return readOne(asCapability(section), context);
}

function capabilityBlocks(section: Section): readonly CapabilityBlocks[] {
  if (section.children.length > 0) {
    return underHeadings(section.children);
  }
  const underBold = underBoldLines(section.blocks);
  return underBold.length > 0 ? underBold : section.blocks.filter(isList).flatMap(asListItems);
}

function underHeadings(sections: readonly Section[]): readonly CapabilityBlocks[] {
  const found: CapabilityBlocks[] = [];
  for (const section of sections) {
    const previous = found.at(-1);
    if (previous !== undefined && isLabelSection(section)) {
      // A label on the same rank as the capability's own heading.
      found[found.length - 1] = {
        ...previous,
        blocks: [...previous.blocks, section.heading, ...contentOf(section)],
      };
    } else if (section.children.some(isCapability) && !isCapability(section)) {
      found.push(...underHeadings(section.children));
    } else {
      found.push(asCapability(section));
    }
  }
  return found;
}

function asCapability(section: Section): CapabilityBlocks {
  return { name: section.title, nameNode: section.heading, blocks: contentOf(section) };
}

function underBoldLines(blocks: readonly RootContent[]): readonly CapabilityBlocks[] {
  const found: { name: string; nameNode: RootContent; blocks: RootContent[] }[] = [];
  for (const block of blocks) {
    if (isBoldLine(block) && listKindOf(plainText(block)) === undefined) {
      found.push({ name: plainText(block), nameNode: block, blocks: [] });
    } else {
      found.at(-1)?.blocks.push(block);
    }
  }
  return found.filter(({ blocks: own }) =>
    own.some((block) => isList(block) || labelText(block) !== undefined),
  );
}

function asListItems(list: List): readonly CapabilityBlocks[] {
  return list.children.flatMap((item, index) => {
    const [first, ...rest] = item.children;
    const lead = boldLead(first);
    if (first === undefined || lead === undefined || !rest.some(isList)) {
      return [];
    }
    const number = list.ordered === true ? `${(list.start ?? 1) + index}. ` : '';
    return [{ name: `${number}${lead.lead}`, nameNode: first, blocks: rest }];
  });
}

function readOne({ name, nameNode, blocks }: CapabilityBlocks, context: CapabilityContext): GuideCapability {
  const numbered = splitNumber(name);
  const intro: RootContent[] = [];
  const lists: Record<ListKind, Passage[]> = { signals: [], practices: [] };
  const unlabelled: List[] = [];
  const expectations: Expectation[] = [];
  const labelled = blocks.some((block) => labelledKind(block) !== undefined);
  let state: ListKind | 'intro' | 'other' = 'intro';
  for (const block of blocks) {
    const kind = labelledKind(block);
    if (block.type === 'table') {
      readListTable(block, lists);
    } else if (block.type === 'list') {
      if (readNestedLabels(block, lists)) {
        continue;
      }
      const perLevel = expectationItems(block, context);
      if (perLevel.length > 0) {
        expectations.push(...perLevel);
      } else if (state === 'signals' || state === 'practices') {
        lists[state].push(...listPassages(block));
      } else if (state === 'intro') {
        unlabelled.push(block);
      }
    } else if (kind !== undefined) {
      state = kind;
    } else if (block.type === 'heading' || (state !== 'intro' && isLabel(block))) {
      state = 'other';
    } else if (state === 'intro' && (block.type === 'paragraph' || block.type === 'blockquote')) {
      intro.push(block);
    }
  }
  // Lists without a label: the first shows what it looks like, a second how to develop it.
  const [first, second] = unlabelled;
  if (first !== undefined && lists.signals.length === 0) {
    lists.signals.push(...listPassages(first));
  }
  if (second !== undefined && !labelled && lists.practices.length === 0) {
    lists.practices.push(...listPassages(second));
  }
  const heading = rangeOf(nameNode);
  const summary = intro.find((block) => !isLabel(block)) ?? intro[0];
  return {
    level: context.level,
    from: context.from,
    number: numbered.number,
    name: numbered.name,
    heading,
    range: { start: heading.start, end: rangeOf(blocks.at(-1) ?? nameNode).end },
    summary: summary === undefined ? undefined : passageOf([summary]),
    expectations: mergeByLevel([
      ...intro.flatMap((block) => expectationsIn(block, context)),
      ...expectations,
    ]),
    ...lists,
  };
}

/** The kind of list that a heading, a bold line or a short line with a colon announces. */
function labelledKind(block: RootContent): ListKind | undefined {
  if (block.type === 'heading') {
    return listKindOf(plainText(block));
  }
  const label = labelText(block) ?? shortLead(block);
  return label === undefined ? undefined : listKindOf(label);
}

/** "**Signals** (at least three of these):" is a label too. */
function shortLead(block: RootContent): string | undefined {
  const lead = boldLead(block);
  return lead !== undefined && lead.rest.length <= 50 && /[:)]$/.test(plainText(block))
    ? lead.lead
    : undefined;
}

function isLabel(block: RootContent): boolean {
  return labelText(block) !== undefined;
}

function isList(block: RootContent): block is List {
  return block.type === 'list';
}

/** Reads a list whose items are labels with a list of their own; tells whether it was one. */
function readNestedLabels(list: List, lists: Record<ListKind, Passage[]>): boolean {
  const labelled = list.children.map((item) => {
    const [first, ...rest] = item.children;
    const kind = first !== undefined && rest.some(isList) ? labelledKind(first) : undefined;
    return kind === undefined ? undefined : { kind, nested: rest.filter(isList) };
  });
  if (!labelled.some((item) => item !== undefined)) {
    return false;
  }
  for (const item of labelled) {
    if (item !== undefined) {
      lists[item.kind].push(...item.nested.flatMap(listPassages));
    }
  }
  return true;
}

/** Reads a table whose columns are headed as signals and practices, one item per cell. */
function readListTable(table: Table, lists: Record<ListKind, Passage[]>): void {
  const [header, ...rows] = table.children;
  header?.children.forEach((cell, column) => {
    const kind = listKindOf(plainText(cell));
    if (kind !== undefined) {
      lists[kind].push(...rows.flatMap((row) => passageOf(row.children.slice(column, column + 1)) ?? []));
    }
  });
}

/** "At M1, … At M2, …": the text after each "At ID," up to the next or the paragraph's end. */
function expectationsIn(block: RootContent, context: CapabilityContext): readonly Expectation[] {
  const text = plainText(block);
  const marks = [...text.matchAll(levelMark(context, ','))];
  return marks.flatMap((mark, index) => {
    const expected = text.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim();
    return mark[1] === undefined || expected === ''
      ? []
      : [{ level: mark[1], text: expected, range: locate(context.source, rangeOf(block), expected) }];
  });
}

/** A list whose every item begins with "At M1," or "M1:". */
function expectationItems(list: List, context: CapabilityContext): readonly Expectation[] {
  const items = list.children.map((item) => expectationItem(item, context));
  return items.every((item) => item !== undefined) ? items : [];
}

function expectationItem(item: ListItem, context: CapabilityContext): Expectation | undefined {
  const text = plainText(item);
  const mark = new RegExp(`^(?:At\\s+)?(${levelPattern(context)})\\s*[:,–—-]\\s+`, 'u').exec(text);
  const expected = mark === null ? '' : text.slice(mark[0].length);
  return mark?.[1] === undefined || expected === ''
    ? undefined
    : { level: mark[1], text: expected, range: locate(context.source, rangeOf(item), expected) };
}

function levelMark(context: CapabilityContext, after: string): RegExp {
  return new RegExp(`(?<![\\p{L}\\p{N}])At\\s+(${levelPattern(context)})\\s*${after}`, 'gu');
}

/** The ids of the guide's two levels, and whatever else has the form of an id of their tracks. */
function levelPattern({ level, from }: CapabilityContext): string {
  return [level, from ?? level]
    .map((id) => id.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/(?<=\p{L})\d+$/u, '\\d{1,3}'))
    .join('|');
}

/** One expectation per level: an author who speaks of a level twice adds to it. */
function mergeByLevel(expectations: readonly Expectation[]): readonly Expectation[] {
  const merged = new Map<string, Expectation>();
  for (const expectation of expectations) {
    const known = merged.get(expectation.level);
    merged.set(
      expectation.level,
      known === undefined
        ? expectation
        : {
            level: known.level,
            text: `${known.text} ${expectation.text}`,
            range: { start: known.range.start, end: expectation.range.end },
          },
    );
  }
  return [...merged.values()];
}
