import type { Paragraph, PhrasingContent, RootContent, Table, TableCell, Text } from 'mdast';
import { positionOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { withoutOrnament } from '../headingNumbers';
import { partOf } from '../sectionKinds';
import { isHeading, isTable, isText, phrasesOf } from './nodeTypes';
import {
  asParagraph,
  behindMark,
  type Line,
  linesOf,
  paragraphOf,
  placeOf,
  startOf,
  textIn,
} from './paragraphs';
import { isListOrTable } from './passages';

/**
 * Blocks without the numbers of sections that paragraphs, lines and rows begin with, "3.1.2. …" under "3.1. …" or
 * "E1. …" under "E. …", where several do so.
 */
export function withoutSectionNumbers(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some(mayBeNumbered) ? withoutNumbers(nodes) : nodes;
}

function withoutNumbers(nodes: readonly RootContent[]): readonly RootContent[] {
  const shown: RootContent[] = [];
  let numbered = 0;
  let count: Count = { section: '', last: 0 };
  for (const [index, node] of nodes.entries()) {
    if (isHeading(node)) {
      const [, number, letter] = headingNumber.exec(withoutOrnament(plainText(node))) ?? [];
      count = { section: number?.replace(/\.0$/u, '') ?? letter ?? '', last: 0 };
      shown.push(node);
    } else if (mayBeNumbered(node)) {
      const { parts, last } = partsOf(node, count);
      const isNumbered = last !== count.last;
      numbered += isNumbered ? parts.length : 0;
      count = { ...count, last };
      const end = parts.at(-1);
      const isOverList = isNumbered && isListOrTable(nodes[index + 1]);
      shown.push(...(isOverList && end !== undefined ? [...parts.slice(0, -1), withTitle(end)] : parts));
    } else if (isTable(node)) {
      const { table, last } = withoutNumbersIn(node, count);
      count = { ...count, last };
      shown.push(table);
    } else {
      shown.push(node);
    }
  }
  return numbered < fewest ? nodes : shown;
}

/** Most paragraphs begin with a word, which is told at once. */
function mayBeNumbered(node: RootContent): node is Paragraph {
  return /^\s*(?:§|\d|\p{Lu}\.?\d)/u.test(startOf(phrasesOf(node)));
}

/** So many paragraphs are no accident: "2.5 years" may well stand under "2. Timeline". */
const fewest = 3;

/** A section's number, and the last one below it so far. */
interface Count {
  readonly section: string;
  readonly last: number;
}

/** "3.1", "3.0" of what is numbered "3.1" on, or the letter of "E. Readiness". */
const headingNumber = /^(?:§\s*)?(?:(\d{1,3}(?:\.\d{1,3})*)[.):]?|(\p{Lu})[.):])\s+\S/u;

/** "3.1.2", "3.1.2." or, since "E1" may be a level's, "E1." */
const lineNumber =
  /^\s*(?:(?:§\s*)?(\d{1,3}(?:\.\d{1,3})*)\.(\d{1,3})[.):]?|(\p{Lu})\.?(\d{1,2})[.)])(?:\s+|$)/u;

/** The number at the start of a text, if it goes on counting below its section's. */
function nextNumber(text: string, { section, last }: Count): number | undefined {
  const [, above, digits, letter, ordinal] = section === '' ? [] : (lineNumber.exec(text) ?? []);
  const number = Number(digits ?? ordinal);
  return (above ?? letter) === section && (number === last + 1 || (last > 0 && number > last))
    ? number
    : undefined;
}

/** A paragraph for each of its lines that has a number, with those below it. */
function partsOf(
  paragraph: Paragraph,
  count: Count,
): { readonly parts: readonly Paragraph[]; readonly last: number } {
  const groups: Line[][] = [];
  let { last } = count;
  for (const line of linesOf(paragraph)) {
    const number = nextNumber(startOf(line), { ...count, last });
    if (number !== undefined) {
      groups.push([behindMark(lineNumber, line)]);
      last = number;
    } else if (groups.length > 0) {
      groups.at(-1)?.push(line);
    } else {
      return { parts: [paragraph], last: count.last };
    }
  }
  const parts =
    groups.length === 1
      ? // Hard breaks, which lines are without, part what it lists.
        asParagraph(behindMark(lineNumber, paragraph.children), paragraph)
      : groups.filter(([line]) => line !== undefined && line.length > 0).map(paragraphOf);
  return { parts: groups.length === 0 ? [paragraph] : parts, last };
}

/** Over a list or a table, a few words behind a number are a title, and so is "Track record." before a sentence. */
function withTitle(paragraph: Paragraph): Paragraph {
  const [first, ...others] = paragraph.children;
  const [, title, rest] = isText(first) ? (runInTitle.exec(first.value) ?? []) : [];
  if (!isText(first)) {
    return paragraph;
  }
  if (title !== undefined && rest !== undefined && partOf(title) !== undefined) {
    const bold = { ...first, value: `${title}.` };
    return { ...paragraph, children: [asBold(bold), { ...first, value: rest }, ...others] };
  }
  const isTitle = others.length === 0 && first.value.length <= longestTitle && !/[.!?;,:]/u.test(first.value);
  return isTitle ? { ...paragraph, children: [asBold(first)] } : paragraph;
}

const longestTitle = 60;

const runInTitle = /^(\p{Lu}[^.:!?\n]{1,40})\.(\s+\S.*)$/su;

function asBold(text: Text): PhrasingContent {
  return { type: 'strong', children: [text], ...positionOf(text) };
}

/** A table whose rows all begin with a number; what is left of a cell of nothing else is its place among the rows. */
function withoutNumbersIn(table: Table, count: Count): { readonly table: Table; readonly last: number } {
  const [header, ...rows] = table.children;
  let { last } = count;
  const shown = rows.map((row) => {
    const [first, ...others] = row.children;
    const number = first && nextNumber(startOf(first.children), { ...count, last });
    last = number ?? last;
    return first === undefined || number === undefined
      ? undefined
      : { ...row, children: [withoutCellNumber(first, number), ...others] };
  });
  const known = shown.filter((row) => row !== undefined);
  return header === undefined || known.length === 0 || known.length < rows.length
    ? { table, last: count.last }
    : { table: { ...table, children: [header, ...known] }, last };
}

function withoutCellNumber(cell: TableCell, number: number): TableCell {
  const children = behindMark(lineNumber, cell.children);
  return {
    ...cell,
    children: children.length > 0 ? [...children] : [textIn(String(number), placeOf(cell.children))],
  };
}
