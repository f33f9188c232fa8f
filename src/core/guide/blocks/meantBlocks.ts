import type { Heading, Html, Paragraph, PhrasingContent, RootContent, Table, TableRow } from 'mdast';
import { groupBy } from '../../groupBy';
import { rangeOf } from '../../markdown/nodes';
import { parseMarkdown } from '../../markdown/parseMarkdown';
import { plainText } from '../../markdown/plainText';
import type { SourceText, TextRange } from '../../text/sourceText';
import type { Problem } from '../model';
import { isAdmonition } from './callouts';
import { isDashList } from './drawnLists';
import { linesBelow, linesOf, paragraphOf, placeOf } from './paragraphs';
import { within } from './passages';
import { runTogether } from './runTogether';

/** Blocks as their author meant them, and the slips that make Markdown read some of them otherwise. */
export interface MeantBlocks {
  readonly blocks: readonly RootContent[];
  /** Each slip, and how to mend it; of one that was made again and again, the first. */
  readonly slips: readonly Problem[];
}

/**
 * What a slip makes Markdown take for text becomes what its author meant: "##Name" and headings in HTML are
 * headings, "**Name" is bold, lines between pipes are tables or rows of the table before them.
 */
export function meantBlocks(nodes: readonly RootContent[], source: SourceText): MeantBlocks {
  const blocks: RootContent[] = [];
  const slips: Problem[] = [];
  const rowsBelow: RowsBelow[] = [];
  /** The last block but for HTML. */
  let above: RootContent | undefined;
  const add = (added: readonly RootContent[]): void => {
    for (const block of added) {
      blocks.push(block);
      above = block.type === 'html' ? above : block;
    }
  };
  const tell = ({ range, message }: Pick<Problem, 'range' | 'message'>): void => {
    slips.push({ rule: 'guide-section', range, message });
  };
  for (const node of nodes) {
    const split = runTogether(node, source);
    if (split !== undefined) {
      const ofAdmonition = isAdmonition(node) || (node.type === 'code' && isAdmonition(blocks.at(-1)));
      add(split.blocks);
      if (!ofAdmonition) {
        tell(split);
      }
    } else if (isUnmadeHeading(node, source)) {
      add(headingBefore(node, source));
      tell({
        range: firstLine(node, source),
        message:
          'Markdown reads this line as text. To make it a heading, put an ordinary space behind the #.',
      });
    } else if (hidesHeading(node)) {
      const { start, end } = hiddenHeading(node);
      add(aroundHeadings(node));
      tell({
        range: { start: rangeOf(node).start + start, end: rangeOf(node).start + end },
        message: 'Markdown reads this heading as part of the HTML above it. Put an empty line between them.',
      });
    } else if (isUnmadeBold(node, source)) {
      add(boldBefore(node));
      tell({
        range: firstLine(node, source),
        message: 'Markdown reads the ** here as text. Close it, and put no space between it and the words.',
      });
    } else if (isUnmadeTable(node, source)) {
      const rows = rowsOf(node);
      if (continues(above, rows, node)) {
        rowsBelow.push({ table: above, rows, node });
        tell({
          range: firstLine(node, source),
          message:
            'Markdown reads this row as text, since something parts it from its table. Put it right below the row above.',
        });
      } else if (rows.length > 1) {
        add([{ type: 'table', children: rows, ...placeOf([node]) }]);
        tell({
          range: firstLine(node, source),
          message: `Markdown reads this table as text. Below its header it needs a line “|${'---|'.repeat(rows[0]?.children.length ?? 0)}”.`,
        });
      } else {
        add([node]);
      }
    } else {
      add([node]);
      if (isDashList(node)) {
        tell({
          range: firstLine(node, source),
          message:
            'Markdown reads these lines as text. To make them a list, begin each with “-” and an ordinary space.',
        });
      }
    }
  }
  const below = groupBy(rowsBelow, ({ table }): RootContent => table);
  return {
    blocks: blocks.map((block) => withRows(block, below.get(block) ?? [])),
    slips: withoutHabits(slips),
  };
}

/** Rows that something parts from the table above them, and the paragraph in which they stand. */
interface RowsBelow {
  readonly table: Table;
  readonly rows: readonly TableRow[];
  readonly node: Paragraph;
}

/** A table with the rows that belong to it further below; every other block as it is. */
function withRows(block: RootContent, below: readonly RowsBelow[]): RootContent {
  return block.type === 'table' && below.length > 0
    ? {
        ...block,
        children: [...block.children, ...below.flatMap(({ rows }) => rows)],
        ...placeOf([block, ...below.map(({ node }) => node)]),
      }
    : block;
}

function withoutHabits(slips: readonly Problem[]): readonly Problem[] {
  const messages = [...new Set(slips.map(({ message }) => message))];
  return messages.flatMap((message) => asHabit(slips.filter((slip) => slip.message === message)));
}

/** So many slips of one kind are no longer told of one by one. */
const habit = 4;

function asHabit(slips: readonly Problem[]): readonly Problem[] {
  const [first] = slips;
  return first === undefined || slips.length < habit
    ? slips
    : [{ ...first, message: `${first.message} The same is so in ${slips.length - 1} more places below.` }];
}

function firstLine(node: RootContent, source: SourceText): TextRange {
  const { start, end } = rangeOf(node);
  return { start, end: Math.min(end, source.lineAt(start).end) };
}

/** "##Name", perhaps with a space that does not break, or "#A longer name", which is no tag. */
const unmadeHeading = /^(#{2,6}(?=[^\s#]|\u00a0)|#(?=\u00a0?\p{Lu}[^#]*\s[^#]*[^\s#.!?]\s*$))/u;

function isUnmadeHeading(node: RootContent, source: SourceText): node is Paragraph {
  return (
    node.type === 'paragraph' &&
    source.text[rangeOf(node).start] === '#' &&
    unmadeHeading.test(source.slice(firstLine(node, source)))
  );
}

function headingBefore(node: Paragraph, source: SourceText): readonly RootContent[] {
  const range = firstLine(node, source);
  const depth = (unmadeHeading.exec(source.slice(range))?.[0].length ?? 1) as Heading['depth'];
  const [[first, ...others] = [], ...rest] = linesOf(node);
  const children =
    first?.type === 'text' ? [{ ...first, value: first.value.slice(depth) }, ...others] : others;
  const heading: Heading = { type: 'heading', depth, children, ...within(node, range) };
  return [heading, ...linesBelow(rest)];
}

/** "**Name" or "** Name **". */
function isUnmadeBold(node: RootContent, source: SourceText): node is Paragraph {
  const [first] = node.type === 'paragraph' ? node.children : [];
  const { start } = rangeOf(node);
  return (
    first?.type === 'text' &&
    /^\*\*[^*]/u.test(first.value) &&
    source.text.startsWith('**', start) &&
    source.lineAt(start).end - start <= longestBoldLine
  );
}

/** On longer lines nobody means all of it to be bold. */
const longestBoldLine = 100;

/** What is bold on the line: the words up to marks that close it, else all of it, else, of several sentences, nothing. */
function boldBefore(node: Paragraph): readonly RootContent[] {
  const [line = [], ...rest] = linesOf(node);
  const [first, ...others] = line;
  const [, words, behind] = (first?.type === 'text' && /^\*\*(.+?)\*\*(.*\S.*)$/su.exec(first.value)) || [];
  if (first?.type === 'text' && words !== undefined && behind !== undefined) {
    const bold: PhrasingContent = {
      type: 'strong',
      children: [{ ...first, value: words.trim() }],
      ...placeOf([first]),
    };
    return [paragraphOf([[bold, { ...first, value: behind }, ...others], ...rest])];
  }
  if (first?.type === 'text' && sentenceEnd.test(first.value)) {
    return [paragraphOf([[{ ...first, value: first.value.replace(/^\*\*/u, '') }, ...others], ...rest])];
  }
  const children = line
    .map((child) =>
      child.type === 'text' ? { ...child, value: child.value.replace(/^\*\*|\*\*\s*$/gu, '') } : child,
    )
    .filter((child) => child.type !== 'text' || child.value.trim() !== '');
  return [
    { type: 'paragraph', children: [{ type: 'strong', children, ...placeOf(line) }], ...placeOf(line) },
    ...linesBelow(rest),
  ];
}

const sentenceEnd = /[.!?]\s+\p{Lu}/u;

const headingLine = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/mu;

const headingLines = new RegExp(headingLine, 'gmu');

/** Whether an empty line is missing between a tag and the heading below it. Comments hide headings on purpose. */
function hidesHeading(node: RootContent): node is Html {
  if (node.type !== 'html' || !headingLine.test(node.value)) {
    return false;
  }
  const { start, end } = rangeOf(node);
  return (
    end - start === node.value.length && !/<(?:!--|pre\b|script\b|style\b|textarea\b)/iu.test(node.value)
  );
}

function hiddenHeading({ value }: Html): TextRange {
  const { index = 0, 0: line = '' } = headingLine.exec(value) ?? {};
  return { start: index, end: index + line.trimEnd().length };
}

/** The headings in a block of HTML, and what stands around them. */
function aroundHeadings(node: Html): readonly RootContent[] {
  const from = rangeOf(node).start;
  const blocks: RootContent[] = [];
  let read = 0;
  const rest = (end: number): void => {
    const value = node.value.slice(read, end);
    const text = value.trim();
    const place = within(node, { start: from + read, end: from + end });
    if (text !== '') {
      blocks.push(
        text.startsWith('<')
          ? { type: 'html', value, ...place }
          : { type: 'paragraph', children: [{ type: 'text', value: text, ...place }], ...place },
      );
    }
  };
  for (const { index, 0: line, 1: marks = '#', 2: title = '' } of node.value.matchAll(headingLines)) {
    rest(index);
    read = index + line.length;
    const place = within(node, { start: from + index, end: from + read });
    blocks.push({
      type: 'heading',
      depth: marks.length as Heading['depth'],
      children: [{ type: 'text', value: titleText(title), ...place }],
      ...place,
    });
  }
  rest(node.value.length);
  return blocks;
}

/** What a heading shows of its text: "**Name** &amp; more ##". */
function titleText(title: string): string {
  return /[\\*_`[<&#]/u.test(title) ? plainText(parseMarkdown(`# ${title}`).root) : title;
}

/** A paragraph whose lines all begin and end with a pipe; one within a cell could not be told from those between. */
function isUnmadeTable(node: RootContent, source: SourceText): node is Paragraph {
  return (
    node.type === 'paragraph' &&
    source.text[rangeOf(node).start] === '|' &&
    source
      .slice(rangeOf(node))
      .split(/\r\n|\n|\r/u)
      .every((line) => /^\s*\|.*\|\s*$/u.test(line) && !line.includes('\\|'))
  );
}

/**
 * Whether rows belong to the table before them: they are as wide, no line under the first says that it is a header,
 * and they do not only lead elsewhere.
 */
function continues(
  table: RootContent | undefined,
  rows: readonly TableRow[],
  node: Paragraph,
): table is Table {
  return (
    table?.type === 'table' &&
    rows.length === linesOf(node).length &&
    rows[0]?.children.length === table.children[0]?.children.length &&
    node.children.some((child) => child.type !== 'link' && /[\p{L}\p{N}]/u.test(plainText(child)))
  );
}

/** The lines as rows, without one of dashes. */
function rowsOf(node: Paragraph): TableRow[] {
  return linesOf(node).flatMap((line): readonly TableRow[] => {
    const cells = cellsOf(line);
    const isRule = cells.every(([only, ...others]) => others.length === 0 && isDashes(only));
    return isRule
      ? []
      : [
          {
            type: 'tableRow',
            children: cells.map((children) => ({ type: 'tableCell', children, ...placeOf(children) })),
            ...placeOf(line),
          },
        ];
  });
}

function isDashes(node: PhrasingContent | undefined): boolean {
  return node?.type === 'text' && /^\s*:?[–—-]+:?\s*$/u.test(node.value);
}

/** What stands between the pipes of a line. */
function cellsOf(line: readonly PhrasingContent[]): PhrasingContent[][] {
  const cells: PhrasingContent[][] = [[]];
  for (const child of line) {
    const pieces = child.type === 'text' ? child.value.split('|') : [];
    if (child.type !== 'text') {
      cells.at(-1)?.push(child);
    }
    pieces.forEach((value, index) => {
      if (index > 0) {
        cells.push([]);
      }
      cells.at(-1)?.push({ type: 'text', value, ...placeOf([child]) });
    });
  }
  return cells.slice(1, -1);
}
