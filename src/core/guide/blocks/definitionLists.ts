import type { Heading, List, Paragraph, RootContent, TableRow } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { wholeLevelName } from '../levels/levelNames';
import { listKindOf } from '../listLabels';
import { present, splitBefore, takeWhile, theTwo } from '../lists';
import { isHeading, isList, isParagraph, isText, phrasesOf } from './nodeTypes';
import {
  boldParagraph,
  cellOf,
  itemOf,
  type Line,
  linesOf,
  listOf,
  paragraphOf,
  placeOf,
  rowOf,
  startOf,
  withStart,
} from './paragraphs';
import { headedPart } from './sections';

/**
 * Blocks in which the terms of a definition list, lines over one that begins with ": ", are bold lines, and its
 * definitions the paragraphs under them, or a list where they are one or the term labels several. Two terms that take
 * turns, or tell a shift line by line, are the columns of a table.
 */
export function withTerms(nodes: readonly RootContent[]): readonly RootContent[] {
  if (!nodes.some(holdsDefinition)) {
    return nodes;
  }
  const shown: RootContent[] = [];
  /** The terms that follow each other without anything between them. */
  let entries: Entry[] = [];
  let heading: Heading | undefined;
  let next = 0;
  for (const [index, node] of nodes.entries()) {
    if (index < next) {
      continue;
    }
    const entry = isParagraph(node) ? entryAt(node, nodes.slice(index + 1)) : undefined;
    if (entry === undefined) {
      shown.push(...shownEntries(entries, heading), node);
      entries = [];
      heading = isHeading(node) ? node : heading;
    } else {
      entries.push(entry);
      next = index + entry.nodes.length;
    }
  }
  return [...shown, ...shownEntries(entries, heading)];
}

/** Whether a paragraph is, or ends in, a definition that begins with a bullet: the bullets below belong to it. */
export function definesList(node: RootContent): boolean {
  return phrasesOf(node).some((child) => isText(child) && /(?:^|\n):[ \t]+[-*+][ \t]/u.test(child.value));
}

/** A term, its definitions without their marks, and the blocks that they stand in. */
interface Entry {
  readonly term: Paragraph;
  readonly definitions: readonly Paragraph[];
  /** The list that a definition is, behind its first item. */
  readonly list: List | undefined;
  readonly isTight: boolean;
  readonly nodes: readonly RootContent[];
}

const definitionMark = /^:\s+(?=\S)/u;
const bullet = /^(?:[-*+]|\d{1,2}[.)])\s+(?=\S)/u;
const longestTerm = 80;

/** Whether a paragraph is a definition, or may end in one. */
export function holdsDefinition(node: RootContent): boolean {
  return phrasesOf(node).some((child) => isText(child) && child.value.includes('\n: ')) || isDefinition(node);
}

function isDefinition(node: RootContent | undefined): node is Paragraph {
  return beginsWith(definitionMark, phrasesOf(node));
}

function beginsWith(mark: RegExp, line: Line): boolean {
  return mark.test(startOf(line));
}

/** The term that a paragraph is or begins with, where definitions follow it. */
function entryAt(node: Paragraph, following: readonly RootContent[]): Entry | undefined {
  const [first, ...below] = holdsDefinition(node) ? linesOf(node) : [];
  const isTight = first !== undefined && below[0] !== undefined && beginsWith(definitionMark, below[0]);
  const term = isTight ? paragraphOf([first]) : node;
  const others = takeWhile(following, isDefinition).filter(isDefinition);
  const lines = [...(isTight ? below : []), ...others.flatMap(linesOf)];
  if (lines.length === 0 || isDefinition(node) || plainText(term).length > longestTerm) {
    return undefined;
  }
  const definitions = splitBefore(lines, (line) => beginsWith(definitionMark, line)).map(
    ([line, ...others]): readonly Line[] => [withoutMark(definitionMark, line), ...others],
  );
  const areItems = definitions.every(([line = []]) => beginsWith(bullet, line));
  const more = following[others.length];
  const list = areItems && isList(more) ? more : undefined;
  return {
    term,
    definitions: definitions.map(([line = [], ...rest]) =>
      paragraphOf([areItems ? withoutMark(bullet, line) : line, ...rest]),
    ),
    list: list ?? (areItems ? { type: 'list', children: [] } : undefined),
    isTight,
    nodes: [node, ...others, ...present(list)],
  };
}

function withoutMark(mark: RegExp, line: Line): Line {
  return withStart(line, (start) => start.replace(mark, ''));
}

/** @param heading The heading under which the entries stand. */
function shownEntries(entries: readonly Entry[], heading: Heading | undefined): readonly RootContent[] {
  const rows =
    takingTurns(entries) ?? (twoColumns(entries) && headedPart(heading) === 'shift' ? rowsOf(entries) : []);
  if (rows.length > 0) {
    return [{ type: 'table', children: rows, ...placeOf(entries.flatMap(({ nodes }) => nodes)) }];
  }
  // Where each has a single definition right below it, they are read as they stand.
  const isPlain = entries.every(
    ({ isTight, list, definitions }) => isTight && list === undefined && definitions.length < 2,
  );
  return entries.flatMap((entry) => (isPlain ? entry.nodes : shownEntry(entry)));
}

/** "Signs" and several definitions: under other words they are as likely the lines of one. */
function labelsSeveral({ term, definitions }: Entry): boolean {
  return definitions.length > 1 && listKindOf(plainText(term)) !== undefined;
}

function shownEntry(entry: Entry): readonly RootContent[] {
  const { term, definitions, list } = entry;
  if (list === undefined && !labelsSeveral(entry)) {
    return [titleOf(term), ...definitions];
  }
  const items = definitions.map((definition) => itemOf([definition]));
  return [titleOf(term), listOf([...items, ...(list?.children ?? [])])];
}

function titleOf(term: Paragraph): Paragraph {
  return boldParagraph(plainText(term), term);
}

/** The rows of "Then", "Now", "Then", "Now", each with a single definition. */
function takingTurns(entries: readonly Entry[]): TableRow[] | undefined {
  const terms = entries.map(({ term }) => plainText(term));
  return entries.length > 3 &&
    entries.length % 2 === 0 &&
    terms[0] !== terms[1] &&
    terms.every((term, index) => term === terms[index % 2]) &&
    entries.every(({ definitions, list }) => list === undefined && definitions.length === 1)
    ? rowsOf(entries)
    : undefined;
}

/** Whether two terms have as many definitions, which belong together: where the terms are no levels, several. */
function twoColumns(entries: readonly Entry[]): boolean {
  const [first, second] = theTwo(entries) ?? [];
  return (
    first !== undefined &&
    second !== undefined &&
    first.definitions.length > (wholeLevelName(plainText(first.term)) === undefined ? 2 : 1) &&
    first.definitions.length === second.definitions.length &&
    first.list === undefined &&
    second.list === undefined
  );
}

/** The first two terms as a header, and each definition of the one beside that of the other. */
function rowsOf(entries: readonly Entry[]): TableRow[] {
  const [left = [], right = []] = [0, 1].map((side) => {
    const column = entries.filter((_, index) => index % 2 === side);
    return [
      ...column.slice(0, 1).map(({ term }) => term),
      ...column.flatMap(({ definitions }) => definitions),
    ];
  });
  return left.map((cell, index) =>
    rowOf([cell, right[index] ?? cell].map(({ children }) => cellOf(children))),
  );
}
