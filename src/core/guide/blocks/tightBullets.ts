import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import type { SourceText, TextRange } from '../../text/sourceText';
import { listKindOf } from '../listLabels';
import { splitBefore } from '../lists';
import { isListOfReadiness, partOf } from '../sectionKinds';
import { isDashList } from './drawnLists';
import { isHeading, isList, isParagraph } from './nodeTypes';
import {
  itemOf,
  type Line,
  linesBelow,
  lineText,
  paragraphOf,
  placedLines,
  placeOf,
  startOf,
  withStart,
} from './paragraphs';
import { paragraphText } from './passages';
import type { RunTogether } from './runTogether';
import { labelText } from './sections';

/** A bullet or a number without a space behind it, or with one that does not break: "-Name", "2.Name", "-[ ] Name". */
const tightMark = /^([-*+]|(\d{1,2})[.)])(?:\u00a0\s*(?=\S)|(?=\p{L}|\[[ xX]?\]\s))/u;
/** A bullet that Markdown does not know. */
const drawnMark = /^(?:[•·▪◦]|[–—](?=\s))/u;
const anyTightMark =
  /[ \t]*(?:(?:[-+]|\*(?![^*\n]*\*)|\d{1,2}[.)])(?:\p{L}|\[[ xX]?\]\s|\u00a0)|[•·▪◦]|[–—]\s)/uy;
const anyMark = /^([-*+•·▪◦–—]|(\d{1,2})[.)])\s*(?=\S)/u;

/** Whether any line of a text begins with such a mark, or with a bullet that Markdown does not know. */
export function hasTightBullets({ text, lineStarts }: SourceText): boolean {
  return lineStarts.some((start) => {
    // Most lines begin otherwise, or are empty, which is told at once.
    if (!' \t-+*0123456789•·▪◦–—'.includes(text[start] ?? 'x')) {
      return false;
    }
    anyTightMark.lastIndex = start;
    return anyTightMark.test(text);
  });
}

/**
 * What was meant by lines that begin with such a mark, which Markdown reads as part of the item above them or as text:
 * items, and lists where nothing else can be meant.
 *
 * @param above The block above.
 */
export function tightBullets(
  node: RootContent,
  above: RootContent | undefined,
  source: SourceText,
): RunTogether | undefined {
  switch (node.type) {
    case 'list':
      return itemsInList(node, source);
    case 'paragraph':
      return isDashList(node) ? undefined : listInText(node, above, source);
    default:
      return undefined;
  }
}

/** Items that have become part of the one above them. */
function itemsInList(list: List, source: SourceText): RunTogether | undefined {
  const written = source.slice(rangeOf(list));
  const isTight = /\n[ \t]*(?:[-*+]|\d{1,2}[.)])[\p{L}[\u00a0]/u.test(written);
  // Of several such lines each may be an item below the one above it.
  const isDrawn = written.match(/\n[ \t]*(?:[•·▪◦]|[–—]\s)/gu)?.length === 1;
  if (!isTight && !isDrawn) {
    return undefined;
  }
  const found: Line[] = [];
  const children = list.children.flatMap((item): readonly ListItem[] => {
    const [text, ...nested] = item.children;
    const lines = isParagraph(text) ? placedLines(text, source) : [];
    const starts = lines.filter((line, index) => {
      const above = lines[index - 1];
      return (
        above !== undefined &&
        (isNextOf(item, line, source) || (isDrawn && isDrawnNextOf(item, line, above, source)))
      );
    });
    found.push(...starts);
    const [own, ...others] = splitBefore(lines, (line) => starts.includes(line));
    const last = others.pop();
    return own === undefined || last === undefined
      ? [item]
      : [
          { ...item, children: [paragraphOf(own)] },
          ...others.map((part) => unmarkedItem(part)),
          unmarkedItem(last, nested),
        ];
  });
  const [first] = found;
  const [drawn] = (first && drawnMark.exec(textOf(first))) ?? [];
  const blocks = [{ ...list, children }];
  if (first !== undefined && drawn !== undefined) {
    return {
      blocks,
      range: lineRange(first, source),
      message: `Markdown reads this line as part of the item above it. Begin it like the other items, and not with “${drawn}”.`,
    };
  }
  return found.length === 0
    ? undefined
    : told(blocks, found, source, {
        one: 'Markdown reads this line as part of the item above it. Put an ordinary space behind its',
        several:
          'Markdown reads these lines as part of the items above them. Put an ordinary space behind their',
      });
}

/** Whether a line of an item begins like the item: as far to the left, with the same bullet and the same case. */
function isNextOf(item: ListItem, line: Line, source: SourceText): boolean {
  const column = (item.position?.start.column ?? 1) - 1;
  const written = lineOf(line, source);
  const [, mark, number] = tightMark.exec(written.slice(column)) ?? [];
  const [, before, from] = anyMark.exec(source.slice(rangeOf(item))) ?? [];
  return (
    mark !== undefined &&
    written.slice(0, column).trim() === '' &&
    (number === undefined ? mark === before : Number(number) > Number(from)) &&
    isCapital(lineText(line)) === isCapital(plainText(item))
  );
}

/** The same with a bullet that Markdown does not know; behind a dash also a signature or the rest of a sentence may stand. */
function isDrawnNextOf(item: ListItem, line: Line, above: Line, source: SourceText): boolean {
  const column = (item.position?.start.column ?? 1) - 1;
  const written = lineOf(line, source);
  const [mark] = drawnMark.exec(written.slice(column)) ?? [];
  return (
    mark !== undefined &&
    written.slice(0, column).trim() === '' &&
    labelText(paragraphOf([above])) === undefined &&
    isCapital(lineText(line)) === isCapital(plainText(item)) &&
    (!/[–—]/u.test(mark) || (isCapital(lineText(line)) && manyWords.test(lineText(line))))
  );
}

function isCapital(text: string): boolean {
  return /^\P{L}*\p{Lu}/u.test(text);
}

/** Such lines below a label, or below the label that they have become part of; or several that count up. */
function listInText(
  node: Paragraph,
  above: RootContent | undefined,
  source: SourceText,
): RunTogether | undefined {
  const lines = placedLines(node, source);
  const at = lines.findIndex((line) => tightMark.test(textOf(line)));
  const [label, items] = [lines.slice(0, at), lines.slice(at)];
  const [first] = items;
  if (at < 0 || first === undefined) {
    return undefined;
  }
  const [, , number] = tightMark.exec(textOf(first)) ?? [];
  const starts = number === undefined ? items.filter((line) => tightMark.test(textOf(line))) : items;
  const lead = label.length > 0 ? paragraphOf(label) : above;
  const isLabelled =
    (label.length > 0 ? labelText(lead) !== undefined : leadsToList(lead)) &&
    (starts.length > 1 || announcesList(lead));
  const counted = items.filter((line, index) => Number(anyMark.exec(textOf(line))?.[2]) === index + 1);
  const areItems =
    number === undefined
      ? isLabelled || (label.length === 0 && /^-\u00a0/u.test(textOf(first)))
      : counted.length === items.length && (isLabelled || items.length > 1);
  if (!areItems) {
    return at === 0 && seemsNextOf(above, first, source)
      ? told([node], [first], source, {
          one: 'Markdown reads this line as text. If it is an item of the list above, put an ordinary space behind its',
        })
      : undefined;
  }
  const list: List = {
    type: 'list',
    ordered: number !== undefined,
    ...(number === undefined ? {} : { start: 1 }),
    children: splitBefore(items, (line) => starts.includes(line)).map((part) => unmarkedItem(part)),
    ...placeOf(items.flat()),
  };
  return told([...linesBelow(label), list], starts, source, {
    one: 'Markdown reads this line as text. To make it an item of a list, put an ordinary space behind its',
    several: 'Markdown reads these lines as text. To make them a list, put an ordinary space behind their',
  });
}

/** Whether a line below a list is a sentence, or most of one, behind the list's bullet; a name there is a signature. */
function seemsNextOf(above: RootContent | undefined, line: Line, source: SourceText): boolean {
  const item = isList(above) ? above.children.at(-1) : undefined;
  return item !== undefined && isNextOf(item, line, source) && manyWords.test(lineText(line));
}

/** What sentences have, and names have not. */
const manyWords = /(?:\s\p{Ll}+){3}/u;

/** Whether a block says that a list follows: below any other label or heading, a single line may be a signature or a note. */
function announcesList(block: RootContent | undefined): boolean {
  const label = labelText(block) ?? '';
  const part = isHeading(block) ? partOf(label) : undefined;
  return (
    (block !== undefined && plainText(block).trimEnd().endsWith(':')) ||
    listKindOf(label) !== undefined ||
    isListOfReadiness(part)
  );
}

/** Whether a list may be expected below a block: a label, a heading below the title, or a text that ends in a colon. */
function leadsToList(block: RootContent | undefined): boolean {
  return isHeading(block)
    ? block.depth > 1
    : labelText(block) !== undefined || paragraphText(block).endsWith(':');
}

function told(
  blocks: readonly RootContent[],
  lines: readonly Line[],
  source: SourceText,
  { one, several }: { readonly one: string; readonly several?: string },
): RunTogether {
  const range = lineRange(lines[0] ?? [], source);
  const [, mark = '', number] = anyMark.exec(source.slice(range).trimStart()) ?? [];
  const message =
    several === undefined || lines.length === 1
      ? `${one} “${mark}”.`
      : `${several} ${number === undefined ? `“${mark}”` : 'numbers'}.`;
  return { blocks, range, message };
}

/** Lines as an item without their mark, and what is nested in it. */
function unmarkedItem(lines: readonly Line[], nested: ListItem['children'] = []): ListItem {
  const [first = [], ...more] = lines;
  const line = withStart(first, (start) => start.trimStart().replace(anyMark, ''));
  return itemOf([paragraphOf([line, ...more]), ...nested]);
}

/** The text that a line begins with. */
function textOf(line: Line): string {
  return startOf(line).trimStart();
}

function lineOf(line: Line, source: SourceText): string {
  return line.length === 0 ? '' : source.slice(lineRange(line, source));
}

function lineRange([first]: Line, source: SourceText): TextRange {
  return source.lineAt(first === undefined ? 0 : rangeOf(first).start);
}
