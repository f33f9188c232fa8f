import type { List, RootContent, Table, TableRow } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { passageOf, plainText } from '../../markdown/plainText';
import type { TextRange } from '../../text/sourceText';
import { arrowPattern } from '../arrows';
import { isEmphasis, isList, isParagraph, isStrong, isThematicBreak } from '../blocks/nodeTypes';
import { linesOf, lineText, paragraphOf } from '../blocks/paragraphs';
import { isTextBlock, paragraphText, quotedBlocks } from '../blocks/passages';
import { boldLead, contentOf, isBoldLine, type Lead, leadOf, type Section } from '../blocks/sections';
import { splitNumber, splitNumbers } from '../headingNumbers';
import { filled, firstOf, recurring, splitBefore, takeWhile, theOnly } from '../lists';
import type { Pitfall } from '../model';
import { partOf } from '../sectionKinds';

/** Words in bold that begin an aside rather than name a pitfall. */
const aside =
  /^(?:important|caution|warning|note|instead|tip|example|remedy|solution|what to do(?: instead)?)\s*[:.]?$/iu;

/** Whether a name only begins what is said of a pitfall: "Instead". */
export function isAside(name: string): boolean {
  return aside.test(name);
}

/**
 * The pitfalls of a section. One section uses one form throughout: headings, bold lines, paragraphs
 * that begin in bold, list items, table rows, emphasis or a name and a colon, perhaps each in a block quote;
 * the first of these that occurs is taken.
 */
export function readPitfalls(section: Section): readonly Pitfall[] {
  const grouped = section.children.map(({ blocks: [list, ...others], children }) =>
    isList(list) && others.length + children.length === 0 && namesInBold(list) ? list : undefined,
  );
  if (grouped.every((list) => list !== undefined) && areGroups(grouped.map(fromList))) {
    return grouped.flatMap(fromList);
  }
  const underBold = section.children.map(({ blocks }) => underLeads(blocks, boldLead));
  if (section.children.every(startsInBold) && areGroups(underBold)) {
    return underBold.flat();
  }
  if (section.children.length > 0) {
    const names = splitNumbers(section.children.map(({ title }) => title));
    return section.children.map((child, index) =>
      pitfall(names[index]?.name ?? child.title, rangeOf(child.heading), '', contentOf(child)),
    );
  }
  const named = section.blocks.filter((block) => boldLead(block) !== undefined);
  const blocks = named.length === 1 ? section.blocks.flatMap(namedLines) : section.blocks;
  const inBlocks = pitfallsIn(blocks);
  const found = inBlocks.length > 0 ? inBlocks : pitfallsIn(blocks.flatMap(quotedBlocks));
  return found.length > 0 || section.part !== 'pitfalls' ? found : inSentences(section.blocks);
}

/**
 * A paragraph of which several lines begin with a name, "**Name.** Text", as a paragraph from each name to the next.
 * Behind half a sentence, bold begins a line by where it was wrapped.
 */
function namedLines(block: RootContent): readonly RootContent[] {
  if (!isParagraph(block) || block.children.filter(isStrong).length < 2) {
    return [block];
  }
  const lines = linesOf(block);
  const starts = lines.filter((line, index) => {
    const above = lines[index - 1];
    const isBegun = above === undefined || /[.!?]\P{L}?$/u.test(lineText(above));
    return isBegun && boldLead(paragraphOf([line]))?.setOff === true;
  });
  return starts[0] === lines[0] && starts.length > 1
    ? splitBefore(lines, (line) => starts.includes(line)).map(paragraphOf)
    : [block];
}

/** "Rewriting everything. It doubles our costs.": paragraphs that all begin with a name, which nothing else marks. */
function inSentences(blocks: readonly RootContent[]): readonly Pitfall[] {
  const found = underLeads(blocks, sentenceLead);
  return found.length > 2 && found.length === blocks.length ? found : [];
}

/** A phrase of a few words before the sentences that tell of it; one with "you" or "is" is a sentence itself. */
function sentenceLead(block: RootContent): Lead | undefined {
  const found = leadIn(
    block,
    /^(?!(?:it|this|that|these|those|they|you|we|i|there|some|many|most|if|when|never|do|don['’]t)\b)((?:[^\s.?!:;,]+\s){1,6}[^\s.?!:;,]+)\.\s+(.+)$/isu,
  );
  return found !== undefined &&
    /^["“‘']?\p{Lu}/u.test(found.rest) &&
    !/\b(?:is|are|was|will|has|have|can|must|should)\b/iu.test(found.lead)
    ? found
    : undefined;
}

/** The name with which a paragraph begins by a pattern, and what stands behind it. */
function leadIn(block: RootContent, pattern: RegExp): Lead | undefined {
  const [, lead, rest] = pattern.exec(paragraphText(block)) ?? [];
  return lead === undefined || rest === undefined ? undefined : { lead, rest, ownLine: false, setOff: true };
}

function pitfallsIn(blocks: readonly RootContent[]): readonly Pitfall[] {
  return firstOf(forms, (read) => filled(read(blocks))) ?? [];
}

const forms: readonly ((blocks: readonly RootContent[]) => readonly Pitfall[])[] = [
  (blocks) => underLeads(blocks, boldLead),
  (blocks) => blocks.flatMap(listedPitfalls),
  (blocks) => underLeads(blocks, (block) => leadOf(block, 'emphasis')),
  (blocks) => underLeads(blocks, colonLead),
  (blocks) => underLeads(blocks, boldName),
  (blocks) => {
    const found = underLeads(blocks, codeName);
    return found.length > 1 ? found : [];
  },
  (blocks) => {
    const found = underLeads(blocks, dashLead);
    // A sentence may lead to them.
    return found.length > 1 && found.length >= blocks.length - 1 ? found : [];
  },
];

/** "Name — text", as a paragraph. */
function dashLead(block: RootContent): Lead | undefined {
  return leadIn(block, /^(?!(?:most|some|these|they|the) )((?:[^\s.?!:–—]+\s+){1,7}?)[–—]\s+(.+)$/isu);
}

/** "Name: text", as a paragraph. */
function colonLead(block: RootContent): Lead | undefined {
  return leadIn(block, /^([^.?!:]{1,60}?)\s?:\s+(.+)$/su);
}

/** "**Name** Text", "**Name** (text)": a name that nothing but its weight parts from what stands behind it. */
function boldName(block: RootContent): Lead | undefined {
  return setOffByMark(boldLead(block));
}

/** "`Name` Text" */
function codeName(block: RootContent): Lead | undefined {
  return setOffByMark(leadOf(block, 'inlineCode'));
}

function setOffByMark(lead: Lead | undefined): Lead | undefined {
  return lead !== undefined && /^(?:\p{Lu}|\()/u.test(lead.rest) ? { ...lead, setOff: true } : undefined;
}

function underLeads(
  blocks: readonly RootContent[],
  leadOf: (block: RootContent) => Lead | undefined,
): readonly Pitfall[] {
  const leads = blocks.map(leadOf);
  // Where names have lines of their own, bold at the start of other paragraphs is mere emphasis. A mark may also be
  // the last in its line by where the line was wrapped.
  const ownLines = leads.some((lead) => lead?.ownLine === true && !(lead.setOff && lead.rest !== ''));
  const starts = blocks.flatMap((block, index) => {
    const lead = leads[index];
    return lead !== undefined && (lead.ownLine || (!ownLines && lead.setOff)) && !isAside(lead.lead)
      ? [{ block, index, lead }]
      : [];
  });
  const names = splitNumbers(starts.map(({ lead }) => lead.lead));
  return starts.map(({ block, index, lead }, ordinal) => {
    const others = blocks.slice(index + 1, starts[ordinal + 1]?.index);
    return pitfall(names[ordinal]?.name ?? lead.lead, rangeOf(block), lead.rest, others);
  });
}

/** Whether headings group pitfalls, rather than name them: what tells of each, "Why it happens", would recur. */
function areGroups(groups: readonly (readonly Pitfall[])[]): boolean {
  const names = groups.flat().map(({ name }) => name);
  return groups.length > 1 && groups.some(({ length }) => length > 1) && recurring(names).size === 0;
}

/** A group of pitfalls that have bold lines for their names. */
function startsInBold({ blocks: [first], children }: Section): boolean {
  return first !== undefined && isBoldLine(first) && children.length === 0;
}

/** "**Name:** text" in each item. */
function namesInBold({ children }: List): boolean {
  return children.every(({ children: [first] }) => boldLead(first)?.setOff === true);
}

function listedPitfalls(block: RootContent): readonly Pitfall[] {
  switch (block.type) {
    case 'list':
      return fromList(block);
    case 'table':
      return fromTable(block);
    default:
      return [];
  }
}

function fromList(list: List): readonly Pitfall[] {
  return list.children.flatMap((item) => {
    const [first, ...rest] = item.children;
    if (first === undefined) {
      return [];
    }
    const lead = boldLead(first) ?? emphasisedName(first) ?? plainLead(plainText(first));
    return lead.lead === '' ? [] : [pitfall(lead.lead, rangeOf(first), lead.rest, rest)];
  });
}

/** "*Name*" on a line of its own, or "*Name.* Text"; "*Never* ask" begins a sentence. */
function emphasisedName(block: RootContent): Lead | undefined {
  const lead = leadOf(block, 'emphasis');
  return lead?.ownLine === true || lead?.setOff === true ? lead : undefined;
}

const leadingArrow = new RegExp(`^${arrowPattern}\\s+`, 'u');
const plainSplit = new RegExp(
  `^(.{1,80}?)(?::|\\s[–—-]|(?<!\\d)\\s${arrowPattern}(?=\\s+\\p{Lu}))\\s+(.+)$`,
  'su',
);

/** "Name: text", "Name – text" or "Name → text"; without either all of it is the name. */
function plainLead(text: string): { readonly lead: string; readonly rest: string } {
  const split = plainSplit.exec(text);
  return { lead: split?.[1] ?? text, rest: split?.[2] ?? '' };
}

function fromTable(table: Table): readonly Pitfall[] {
  const [header, ...below] = table.children;
  // Without a header of its own, the first pitfall has become one.
  const isFirst =
    header !== undefined &&
    table.children.every(isNamedInBold) &&
    partOf(plainText(header.children[0] ?? header)) !== 'pitfalls' &&
    header.children[1]?.children.every(isStrong) !== true;
  const rows = isFirst ? [header, ...below] : below;
  const areCounted = rows.every(
    ({ children: [first] }, index) =>
      first && new RegExp(`^(?:\\d+|\\p{Lu}{1,3}[- ]?${index + 1})\\.?$`, 'u').test(plainText(first)),
  );
  return rows.flatMap((row) => {
    const [name, ...cells] = areCounted ? row.children.slice(1) : row.children;
    return name === undefined || plainText(name) === ''
      ? []
      : [pitfall(plainText(name), rangeOf(row), cells.map(plainText).join(' '), [])];
  });
}

/** What stands before a line across the page with a note in emphasis below it. */
function beforeNote(blocks: readonly RootContent[]): readonly RootContent[] {
  return takeWhile(
    blocks,
    (node, index) => !(isThematicBreak(node) && isNote(blocks[index + 1]) && index + 2 === blocks.length),
  );
}

function isNote(block: RootContent | undefined): boolean {
  return isParagraph(block) && block.children.every(isEmphasis);
}

/** What closes a section of pitfalls and is of none of them. */
const remark =
  /^(?:see also\b|if you (?:recogni[sz]e|see|spot|find|catch)\b.{0,60}\b(?:any|one|two|three|some|several) of (?:these|them)\b)/iu;

function isNamedInBold({ children: [name, text] }: TableRow): boolean {
  return isStrong(theOnly(name?.children ?? [])) && text !== undefined && plainText(text).includes(' ');
}

function pitfall(lead: string, at: TextRange, rest: string, blocks: readonly RootContent[]): Pitfall {
  const own = beforeNote(blocks).filter(isTextBlock);
  const isRemark = (block: RootContent, index: number): boolean =>
    (index > 0 || rest !== '') && remark.test(paragraphText(block));
  const text = passageOf(own.filter((block, index) => !isRemark(block, index)));
  return {
    name: splitNumber(lead).name.replace(/(?<![.…])[.]$/u, ''),
    text: [rest.replace(leadingArrow, ''), text?.text ?? ''].filter((part) => part !== '').join('\n\n'),
    range: { start: at.start, end: Math.max(at.end, text?.range.end ?? 0) },
  };
}
