import type { LadderIndex } from '../citations/ladderIndex';
import { writeCitation } from '../citations/writeCitation';
import { citedCapability } from '../document/citation';
import type { DocumentModel } from '../document/documentModel';
import type { Heading } from '../document/model';
import { groupBy } from '../groupBy';
import type { Capability } from '../ladder/model';
import type { Promotion } from '../promotion/readPromotion';
import type { TextEdit } from '../text/textEdit';
import { endOfContent, endOfText, lineBreakOf, openBlock } from './documentEnd';
import { insertBlocks, placeholder } from './insertBlocks';
import { promptLines } from './promptLines';

/** Where a section comes to stand, and the rank of its heading. */
interface Place {
  readonly offset: number;
  readonly rank: number;
}

/** A section whose heading cites capabilities and that is not part of another one. */
interface CitedSection {
  readonly heading: Heading;
  readonly capabilities: readonly Capability[];
}

const usualRank = 2;

/**
 * The edits that add a section for each of some capabilities: headed by its citation, with its signals as
 * prompts, between the other capabilities' sections as the guide orders them. Nothing else is changed, but that
 * a block that nothing ends is ended where a section comes to stand behind it.
 */
export function addSections(promotion: Promotion, capabilities: readonly Capability[]): readonly TextEdit[] {
  const { source } = promotion.document;
  const sections = citedSections(promotion);
  const open = openBlock(promotion.document);
  const order = orderOf(promotion);
  const added = order
    .filter((capability) => capabilities.includes(capability))
    .map((capability) => ({ capability, place: placeOf(capability, order, sections, promotion) }));
  const offsets = [...new Set(added.map(({ place }) => place.offset))];
  return offsets.map((offset) => {
    const texts = added
      .filter(({ place }) => place.offset === offset)
      // A lower rank behind a higher one would make it a part of that.
      .sort((a, b) => b.place.rank - a.place.rank)
      .map(({ capability, place }) => sectionText(capability, place.rank));
    const edit = insertBlocks(source, offset, texts);
    return open === undefined || offset <= open.block.range.start
      ? edit
      : { ...edit, text: lineBreakOf(source) + open.closing + edit.text };
  });
}

/** All capabilities, those asked for in their order first. */
function orderOf({ target, index: { ladder } }: Promotion): readonly Capability[] {
  return [...new Set([...target.capabilities, ...ladder.levels.flatMap(({ capabilities }) => capabilities)])];
}

function citedSections({ document, citations }: Promotion): readonly CitedSection[] {
  const byScope = groupBy(citations, ({ scope }) => scope);
  const sections: CitedSection[] = [];
  for (const heading of document.headings.filter(({ isNested }) => !isNested)) {
    const capabilities = (byScope.get(heading.section) ?? []).flatMap((one) => citedCapability(one) ?? []);
    const last = sections.at(-1)?.heading.section.range.end ?? 0;
    if (capabilities.length > 0 && heading.range.start >= last) {
      sections.push({ heading, capabilities });
    }
  }
  return sections;
}

/** Behind the section of the nearest capability before it in the guide, else before the next one's. */
function placeOf(
  capability: Capability,
  order: readonly Capability[],
  sections: readonly CitedSection[],
  { document, index }: Promotion,
): Place {
  const at = order.indexOf(capability);
  const sectionsOf = (other: Capability): readonly CitedSection[] =>
    sections.filter(({ capabilities }) => capabilities.includes(other));
  const before = order
    .slice(0, at)
    .toReversed()
    .flatMap((other) => sectionsOf(other).at(-1) ?? [])[0];
  const after = order.slice(at + 1).flatMap((other) => sectionsOf(other)[0] ?? [])[0];
  if (before !== undefined) {
    return { offset: endOfSection(before.heading, document, index), rank: before.heading.depth };
  }
  return after === undefined
    ? { offset: endOfSections(document, index), rank: usualRank }
    : { offset: endOfContent(document.source, after.heading.range.start), rank: after.heading.depth };
}

function endOfSection({ section }: Heading, document: DocumentModel, index: LadderIndex): number {
  const isLast = document.headings.every(
    ({ range, isNested }) => isNested || range.start < section.range.end,
  );
  return isLast ? endOfSections(document, index) : endOfContent(document.source, section.range.end);
}

/** The end of the text; behind a block that goes on to the end, which would be a part of another section else. */
function endOfSections(document: DocumentModel, index: LadderIndex): number {
  const { source } = document;
  return openBlock(document) === undefined
    ? endOfText(document, index)
    : endOfContent(source, source.text.length);
}

function sectionText(capability: Capability, rank: number): readonly string[] {
  const prompts = capability.signals.flatMap(({ text }) => {
    const [first, ...below] = promptLines(text);
    return [`- ${first}`, ...below.map((one) => `  - ${one}`)];
  });
  return [
    `${'#'.repeat(rank)} ${writeCitation(capability)}`,
    '',
    ...(prompts.length === 0 ? [placeholder] : prompts),
  ];
}
