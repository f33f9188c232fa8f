import type { List, RootContent, Table } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { passageOf, plainText } from '../../markdown/plainText';
import type { TextRange } from '../../text/sourceText';
import { isTextBlock, paragraphText, quotedBlocks } from '../blocks/passages';
import { boldLead, contentOf, type Lead, leadOf, type Section } from '../blocks/sections';
import { splitNumber, splitNumbers } from '../headingNumbers';
import type { Pitfall } from '../model';

/** Words in bold that begin an aside rather than name a pitfall. */
const aside =
  /^(?:important|caution|warning|note|instead|tip|example|remedy|solution|what to do(?: instead)?)\s*[:.]?$/iu;

/**
 * The pitfalls of a section. One section uses one form throughout: headings, bold lines, paragraphs
 * that begin in bold, list items, table rows, emphasis or a name and a colon, perhaps each in a block quote;
 * the first of these that occurs is taken.
 */
export function readPitfalls(section: Section): readonly Pitfall[] {
  if (section.children.length > 0) {
    const names = splitNumbers(section.children.map(({ title }) => title));
    return section.children.map((child, index) =>
      pitfall(names[index]?.name ?? child.title, rangeOf(child.heading), '', contentOf(child)),
    );
  }
  const inBlocks = pitfallsIn(section.blocks);
  return inBlocks.length > 0 ? inBlocks : pitfallsIn(section.blocks.flatMap(quotedBlocks));
}

function pitfallsIn(blocks: readonly RootContent[]): readonly Pitfall[] {
  for (const read of forms) {
    const found = read(blocks);
    if (found.length > 0) {
      return found;
    }
  }
  return [];
}

const forms: readonly ((blocks: readonly RootContent[]) => readonly Pitfall[])[] = [
  (blocks) => underLeads(blocks, boldLead),
  (blocks) => blocks.flatMap(listedPitfalls),
  (blocks) => underLeads(blocks, (block) => leadOf(block, 'emphasis')),
  (blocks) => underLeads(blocks, colonLead),
  (blocks) => underLeads(blocks, boldName),
];

/** "Name: text", as a paragraph. */
function colonLead(block: RootContent): Lead | undefined {
  const text = paragraphText(block);
  const [, lead, rest] = /^([^.?!:]{1,60}?)\s?:\s+(.+)$/su.exec(text) ?? [];
  return lead === undefined || rest === undefined ? undefined : { lead, rest, ownLine: false, setOff: true };
}

/** "**Name** Text": a name that nothing but its weight parts from the sentence behind it. */
function boldName(block: RootContent): Lead | undefined {
  const lead = boldLead(block);
  return lead !== undefined && /^\p{Lu}/u.test(lead.rest) ? { ...lead, setOff: true } : undefined;
}

function underLeads(
  blocks: readonly RootContent[],
  leadOf: (block: RootContent) => Lead | undefined,
): readonly Pitfall[] {
  const leads = blocks.map(leadOf);
  // Where names have lines of their own, bold at the start of other paragraphs is mere emphasis. A mark may also be
  // the last in its line by where the line was wrapped.
  const ownLines = leads.some((lead) => lead?.ownLine === true && !(lead.setOff && lead.rest !== ''));
  const starts = leads.flatMap((lead, index) =>
    lead !== undefined && (lead.ownLine || (!ownLines && lead.setOff)) && !aside.test(lead.lead)
      ? [index]
      : [],
  );
  return starts.flatMap((start, ordinal) => {
    const lead = leads[start];
    const block = blocks[start];
    return lead === undefined || block === undefined
      ? []
      : [pitfall(lead.lead, rangeOf(block), lead.rest, blocks.slice(start + 1, starts[ordinal + 1]))];
  });
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
    const lead = boldLead(first) ?? emphasisedLine(first) ?? plainLead(plainText(first));
    return lead.lead === '' ? [] : [pitfall(lead.lead, rangeOf(first), lead.rest, rest)];
  });
}

/** "*Name*" on a line of its own. */
function emphasisedLine(block: RootContent): Lead | undefined {
  const lead = leadOf(block, 'emphasis');
  return lead?.ownLine === true && lead.rest !== '' ? lead : undefined;
}

/** "Name: text" or "Name – text"; without either all of it is the name. */
function plainLead(text: string): { readonly lead: string; readonly rest: string } {
  const split = /^(.{1,80}?)(?::|\s[–—-])\s+(.+)$/su.exec(text);
  return { lead: split?.[1] ?? text, rest: split?.[2] ?? '' };
}

function fromTable(table: Table): readonly Pitfall[] {
  const rows = table.children.slice(1);
  const areCounted = rows.every(({ children: [first] }) => first && /^\d+\.?$/u.test(plainText(first)));
  return rows.flatMap((row) => {
    const [name, ...cells] = areCounted ? row.children.slice(1) : row.children;
    return name === undefined || plainText(name) === ''
      ? []
      : [pitfall(plainText(name), rangeOf(row), cells.map(plainText).join(' '), [])];
  });
}

/** What closes a section of pitfalls and is of none of them. */
const remark =
  /^(?:see also\b|if you (?:recogni[sz]e|see|spot|find|catch)\b.{0,60}\b(?:any|one|two|three|some|several) of (?:these|them)\b)/iu;

function pitfall(lead: string, at: TextRange, rest: string, blocks: readonly RootContent[]): Pitfall {
  const text = passageOf(blocks.filter((block) => isTextBlock(block) && !remark.test(paragraphText(block))));
  return {
    name: splitNumber(lead).name.replace(/(?<![.…])[.]$/u, ''),
    text: [rest, text?.text ?? ''].filter((part) => part !== '').join('\n\n'),
    range: { start: at.start, end: Math.max(at.end, text?.range.end ?? 0) },
  };
}
