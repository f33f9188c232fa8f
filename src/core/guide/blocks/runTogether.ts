import type { Code, Heading, List, ListItem, Paragraph, RootContent, Table } from 'mdast';
import { rangeOf, within } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import type { SourceText, TextRange } from '../../text/sourceText';
import { isClosingRule } from '../closingRule';
import { isNumbered } from '../headingNumbers';
import { parsePair } from '../levels/levelPairs';
import { splitBefore, theOnly } from '../lists';
import { isImportant } from '../parts/importantLead';
import { partOf } from '../sectionKinds';
import { isParagraph, isStrong, isText } from './nodeTypes';
import {
  endsSentence,
  itemOf,
  type Line,
  linesBelow,
  linesOf,
  listOf,
  paragraphOf,
  placedLines,
  placeOf,
  startOf,
  textIn,
  withStart,
} from './paragraphs';
import { boldLead, labelText } from './sections';

/** A block that Markdown made of what its author meant as several, or as another. */
export interface RunTogether {
  readonly blocks: readonly RootContent[];
  /** The line that Markdown reads otherwise, and how to mend it; undefined where nobody has to. */
  readonly range: TextRange;
  readonly message: string | undefined;
}

/** What was meant by a block in which an empty line is missing, or whose lines are indented too far. */
export function runTogether(node: RootContent, source: SourceText): RunTogether | undefined {
  switch (node.type) {
    case 'list':
      return (
        headingInList(node, source) ??
        (lazyLine.test(source.slice(rangeOf(node))) ? labelInList(node, source) : undefined)
      );
    case 'table':
      return textInTable(node, source);
    case 'heading':
      return underlinedText(node, source);
    case 'paragraph':
      return listInParagraph(node, source);
    case 'code':
      return listInCode(node, source);
    default:
      return undefined;
  }
}

/**
 * "4. Name" below an empty line and above as many dashes, of which Markdown makes the last item of a list, perhaps of
 * the one before it, and a line across the page.
 */
function headingInList(list: List, source: SourceText): RunTogether | undefined {
  const items = list.children.slice(0, -1);
  const last = list.ordered === true ? list.children.at(-1) : undefined;
  const [text, ...nested] = last?.children ?? [];
  if (last === undefined || !isParagraph(text) || nested.length > 0 || isTask(last)) {
    return undefined;
  }
  const { start } = rangeOf(last);
  const { start: from, end } = rangeOf(text);
  const line = source.lineNumberAt(start);
  const [above, below] = [lineAtIndex(line - 2, source), lineAtIndex(line, source)];
  const dashes = source.slice(below).trim();
  const length = end - start;
  if (
    !/^-{4,}$/u.test(dashes) ||
    // A short or a very long line parts what stands above it from what stands below.
    dashes.length * 2 < length ||
    dashes.length > length * 2 ||
    length > longHeading ||
    source.slice(above).trim() !== '' ||
    /[.,:;!]$/u.test(plainText(text))
  ) {
    return undefined;
  }
  const number = textIn(`${source.slice({ start, end: from }).trim()} `, within(last, { start, end: from }));
  const heading: Heading = {
    type: 'heading',
    depth: 2,
    children: [number, ...text.children],
    ...within(last, { start, end: below.end }),
  };
  return {
    blocks: [...(items.length === 0 ? [] : [{ ...list, children: items, ...placeOf(items) }]), heading],
    range: { start, end },
    message:
      'Markdown reads this line as an item of a list, and no heading. Begin it with “##” instead, and leave out the dashes below it.',
  };
}

function isTask({ checked }: ListItem): boolean {
  return typeof checked === 'boolean';
}

/** A line by its number, counted from 0; before the first and behind the last nothing. */
function lineAtIndex(index: number, source: SourceText): TextRange {
  const start = source.lineStarts[index];
  return start === undefined ? { start: 0, end: 0 } : source.lineAt(start);
}

/** A line in a list that is bold, or that neither a bullet, a number nor a space begins. */
const lazyLine = /\n(?:[ \t]*(?:\*\*|__)|[*_]?[^\s\d*+_-])/u;

/**
 * "**How to develop this:**" right below the last item of the list before, which goes on behind it, or what closes a
 * section right below the last item of its list.
 */
function labelInList(list: List, source: SourceText): RunTogether | undefined {
  const blocks: RootContent[] = [];
  let items: ListItem[] = [];
  let first: Line | undefined;
  const close = (): void => {
    blocks.push(...(items.length === 0 ? [] : [{ ...list, children: items, ...placeOf(items) }]));
    items = [];
  };
  for (const item of list.children) {
    const [text, ...nested] = item.children;
    const lines = isParagraph(text) ? linesOf(text) : [];
    const at = lines.findIndex((line, index) => index > 0 && isLabel(line) && !isWithin(item, line));
    const label = lines[at];
    if (label === undefined) {
      items.push(item);
    } else {
      first ??= label;
      items.push(plainItem(lines.slice(0, at)));
      close();
      blocks.push(paragraphOf([label]), ...linesBelow(lines.slice(at + 1)), ...nested);
    }
  }
  const last = items.at(-1);
  const { own, closing } = partedFromClose(last, source);
  const [line] = closing;
  if (last !== undefined && line !== undefined) {
    first ??= line;
    const text = paragraphOf(own);
    items.splice(-1, 1, { ...last, children: [text], ...placeOf([last, text]) });
  }
  close();
  blocks.push(...linesBelow(closing));
  return first === undefined
    ? undefined
    : {
        blocks,
        range: rangeOfLine(first),
        message: 'Markdown reads this line as part of the item above it. Put an empty line between them.',
      };
}

/** No rule or caveat has more lines. */
const longestClosing = 8;

/** The lines of an item, and those from one that begins at the margin and says that it closes the section. */
function partedFromClose(
  item: ListItem | undefined,
  source: SourceText,
): { readonly own: readonly Line[]; readonly closing: readonly Line[] } {
  const [text, ...nested] = item?.children ?? [];
  const lines = isParagraph(text) && nested.length === 0 ? linesOf(text) : [];
  const from = Math.max(1, lines.length - longestClosing);
  const at = lines.slice(from).findIndex((line, index) => {
    const above = lines[from + index - 1] ?? [];
    return isAtMargin(line, source) && closes(lines.slice(from + index), above);
  });
  return !isParagraph(text) || at < 0
    ? { own: lines, closing: [] }
    : { own: lines.slice(0, from + at), closing: placedLines(text, source).slice(from + at) };
}

/** Whether lines say that they are important, or, behind a sentence, that they are the rule for the answers above. */
function closes(lines: readonly Line[], above: Line): boolean {
  const text = plainText(paragraphOf(lines));
  return /^\P{L}*\p{Lu}/u.test(text) && (isImportant(text) || (endsSentence(above) && isClosingRule(text)));
}

function isAtMargin([first]: Line, source: SourceText): boolean {
  return /\S/u.test(source.text[source.lineStarts[(first?.position?.start.line ?? 0) - 1] ?? 0] ?? ' ');
}

function isLabel(line: Line): boolean {
  const paragraph = paragraphOf([line]);
  return boldLead(paragraph) !== undefined && labelText(paragraph) !== undefined;
}

/** Whether a line is indented like the text of an item: then its author means it as part of the item. */
function isWithin(item: ListItem, line: Line): boolean {
  const bold = line.find(isStrong);
  return (bold?.position?.start.column ?? 1) > (item.position?.start.column ?? 1);
}

/** A paragraph right below a table, of which Markdown makes a row. */
function textInTable(table: Table, source: SourceText): RunTogether | undefined {
  const last = table.children.at(-1);
  if (last === undefined || source.slice(rangeOf(last)).includes('|')) {
    return undefined;
  }
  const hasPipe = (row: Table['children'][number]): boolean => source.slice(rangeOf(row)).includes('|');
  const end = table.children.findLastIndex(hasPipe) + 1;
  const [first, ...others] = table.children.slice(end);
  if (first === undefined || end < 2) {
    return undefined;
  }
  const rows = table.children.slice(0, end);
  const text = [first, ...others].find((row) => !belongsBelow.test(source.slice(rangeOf(row)).trim()));
  return {
    blocks: [
      {
        ...table,
        children: rows,
        ...placeOf([table.children[0] ?? first, table.children[end - 1] ?? first]),
      },
      ...[first, ...others].map((row) => paragraphOf(row.children.map(({ children }) => children))),
    ],
    range: rangeOf(text ?? first),
    message:
      text && 'Markdown reads this line as a row of the table above it. Put an empty line between them.',
  };
}

/** What programs want right below a table: attributes, a closing tag, the end of a container or the id of a block. */
const belongsBelow = /^(?:\{.*\}|:{3,}|\^[\w-]+)$/u;

/** No heading is longer. */
const longHeading = 80;

/** A paragraph right above a line of dashes or equals signs, of which Markdown makes a heading. */
function underlinedText(heading: Heading, source: SourceText): RunTogether | undefined {
  const { start } = rangeOf(heading);
  if (source.text[start] === '#' || !isUnderlinedText(heading, source)) {
    return undefined;
  }
  return {
    blocks: [{ ...heading, type: 'paragraph' }],
    range: { start, end: source.lineAt(start).end },
    message:
      heading.depth === 1
        ? 'Markdown makes a heading of this text, since a line of equals signs stands right below it. Delete that line.'
        : 'Markdown makes a heading of this text, since a line of dashes stands right below it. Put an empty line between them.',
  };
}

/** Whether what is underlined is a text, by its length or its sentences. */
function isUnderlinedText(heading: Heading, source: SourceText): boolean {
  const text = plainText(heading);
  const { start, end } = rangeOf(heading);
  const dashes = source.slice(source.lineAt(end)).trim().length;
  // The line that an author puts under a title is mostly as long as that.
  return text.length > longHeading
    ? /[.!?]\P{L}?$/u.test(text)
    : dashes * 2 < end - start - dashes && (isSentence(text) || isBoldBeside(heading, source));
}

/**
 * Whether a text is bold in a file whose sections mostly have "##": there it is a bold line over a line across the page,
 * unless it is what a heading says.
 */
function isBoldBeside({ depth, children }: Heading, source: SourceText): boolean {
  const only = theOnly(children);
  return depth === 2 && isStrong(only) && mostlyHasMarks(source) && !isTitle(plainText(only));
}

const filesWithMarks = new WeakMap<SourceText, boolean>();

/** Whether more sections of a file begin with "##" than bold lines stand over dashes. */
function mostlyHasMarks(source: SourceText): boolean {
  const known = filesWithMarks.get(source);
  if (known !== undefined) {
    return known;
  }
  const count = (lines: RegExp): number => source.text.match(lines)?.length ?? 0;
  const has = count(/^##[ \t]/gmu) > count(/^(?:\*\*|__).*\n-{3,}[ \t]*$/gmu);
  filesWithMarks.set(source, has);
  return has;
}

/** Whether a text names a part of a guide or two levels, or is numbered. */
function isTitle(text: string): boolean {
  return partOf(text) !== undefined || parsePair(text) !== undefined || isNumbered(text);
}

/** "At P3, you query …", or four words and more to a full stop. Titles ask, have numbers, and end in "etc." or "Inc.". */
function isSentence(text: string): boolean {
  const [, sentence = ''] = (/^(?:\S+\s+){3}/u.test(text) && untilFullStop.exec(text)) || [];
  return (
    beginsWithLevel.test(text) || (sentence !== '' && !numbered.test(text) && !abbreviated.test(sentence))
  );
}

const beginsWithLevel = /^At (?:\p{L}+ )?\p{L}*\d+, /u;
/** Behind the last full stop a question or what leads to a list may stand. */
const untilFullStop = /^(.*[.!])["'”’)»]*(?:\s+["'“‘(«]?\p{Lu}.*[:?]["'”’)»]*)?$/su;
const numbered = /^\p{L}{0,8} ?\d+[.):]/u;
const abbreviated = /(?:\.\p{L}|\b\p{Lu}|\b(?:etc|incl|approx|[Dd]ept|[Cc]orp|[Cc]o|[Ii]nc|[Ll]td))\.$/u;

const bullet = /^[ \t]*[-*+][ \t]+(?=\S)/u;

/** Bullets that are indented so far that they go on the paragraph above them. */
function listInParagraph(paragraph: Paragraph, source: SourceText): RunTogether | undefined {
  const [text] = paragraph.children;
  if (
    text === undefined ||
    !paragraph.children.some((child) => isText(child) && /\n[-*+] /u.test(child.value))
  ) {
    return undefined;
  }
  const lines = placedLines(paragraph, source);
  const at = lines.findIndex((nodes, index) => index > 0 && isBullet(nodes));
  return at < 0
    ? undefined
    : {
        blocks: [paragraphOf(lines.slice(0, at)), bulletList(lines.slice(at))],
        range: rangeOfLine(lines[at] ?? []),
        message: indentedSlip(
          'reads these lines as part of the text above them',
          source.slice(rangeOfLine(lines[at] ?? [])),
        ),
      };
}

/** How to mend a list that is indented too far. */
function indentedSlip(reading: string, written: string): string {
  const [mark = '-'] = written.trim();
  return `Markdown ${reading}, since four or more spaces, or a tab, stand before their “${mark}”. Remove them.`;
}

/** "- name: build", as a list of settings begins, which is code. */
const setting = /^[ \t]*-[ \t]+[a-z_][\w-]*:(?:\s|$)/u;

/** A list that is indented so far that Markdown takes it for code. */
function listInCode(code: Code, source: SourceText): RunTogether | undefined {
  const { start, end } = rangeOf(code);
  const lines = source.slice({ start, end }).split('\n');
  const [first = ''] = lines;
  if (!/^(?: {4}|\t)/u.test(first) || !bullet.test(first) || setting.test(first)) {
    return undefined;
  }
  let from = start;
  const texts = lines.flatMap((line): readonly Line[] => {
    const place = within(code, { start: from, end: from + line.trimEnd().length });
    from += line.length + 1;
    return line.trim() === '' ? [] : [[textIn(line.trim(), place)]];
  });
  return {
    blocks: [bulletList(texts)],
    range: { start, end: source.lineAt(start).end },
    message: indentedSlip('takes these lines for code', first),
  };
}

function isBullet(line: Line): boolean {
  return bullet.test(startOf(line));
}

/** Lines as a list, an item from each bullet to the next. */
function bulletList(lines: readonly Line[]): List {
  return listOf(
    splitBefore(lines, isBullet).map(([first, ...others]) =>
      plainItem([withStart(first, (start) => start.replace(bullet, '')), ...others]),
    ),
  );
}

function plainItem(lines: readonly Line[]): ListItem {
  return itemOf([paragraphOf(lines)]);
}

function rangeOfLine(line: Line): TextRange {
  const [first, last] = [line[0], line.at(-1)];
  return {
    start: first === undefined ? 0 : rangeOf(first).start,
    end: last === undefined ? 0 : rangeOf(last).end,
  };
}
