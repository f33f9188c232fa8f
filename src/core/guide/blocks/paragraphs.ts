import type {
  Blockquote,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  RootContent,
  TableCell,
  TableRow,
  Text,
} from 'mdast';
import { positionOf, rangeOf, within } from '../../markdown/nodes';
import { phrasesText, plainText } from '../../markdown/plainText';
import type { SourceText, TextRange } from '../../text/sourceText';
import { isText } from './nodeTypes';

/** What stands on one line of a paragraph. */
export type Line = readonly PhrasingContent[];

/** What stands on each line, whether hard or soft breaks part them. */
export function linesOf({ children }: Paragraph): readonly Line[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') {
      lines.push([]);
    } else if (isText(child)) {
      textLines(child).forEach((line, index) => {
        if (index > 0) {
          lines.push([]);
        }
        lines.at(-1)?.push(line);
      });
    } else {
      lines.at(-1)?.push(child);
    }
  }
  return lines.filter((line) => lineText(line) !== '');
}

/**
 * The same, each phrase in the place of its line: Markdown leaves out indentation, by which places are told within a
 * text.
 */
export function placedLines(paragraph: Paragraph, source: SourceText): readonly Line[] {
  return linesOf(paragraph).map((line) => {
    const place = source.lineAt(source.lineStarts[(line[0]?.position?.start.line ?? 1) - 1] ?? 0);
    return line.map((node) => ({ ...node, ...within(node, place) }));
  });
}

/** What a reader sees of a line, or of any phrases. */
export function lineText(line: Line): string {
  return phrasesText(line);
}

/** Whether a line is the last of a sentence: what stands below it may be something else. */
export function endsSentence(line: Line): boolean {
  return /[.!?…][^\p{L}\p{N}]*$/u.test(lineText(line));
}

function textLines(node: Text): readonly Text[] {
  const { start, end } = rangeOf(node);
  // With escapes in it, a text is shorter than its source: then the whole of it is the place.
  const isSource = end - start === node.value.length;
  let from = start;
  return node.value.split('\n').map((value, index): Text => {
    const { position } = within(node, isSource ? { start: from, end: from + value.length } : { start, end });
    from += value.length + 1;
    return position === undefined
      ? { ...node, value }
      : {
          ...node,
          value,
          position: { ...position, start: { ...position.start, line: position.start.line + index } },
        };
  });
}

/** The text that a line begins with; empty where it begins with something else. */
export function startOf([first]: Line): string {
  return isText(first) ? first.value : '';
}

/** A phrase with another text, if it is one. */
export function withText<Phrase extends PhrasingContent>(
  phrase: Phrase,
  change: (text: string) => string,
): Phrase {
  return isText(phrase) ? { ...phrase, value: change(phrase.value) } : phrase;
}

/** A line with another text for the one that it begins with. */
export function withStart(line: Line, change: (start: string) => string): Line {
  return line.map((phrase, index) => (index === 0 ? withText(phrase, change) : phrase));
}

/** A line without the mark that it begins with, from behind which its place begins. */
export function behindMark(mark: RegExp, [first, ...others]: Line): Line {
  return isText(first) ? [...textBehind(mark, first), ...others] : others;
}

function textBehind(mark: RegExp, text: Text): readonly Text[] {
  const value = text.value.replace(mark, '');
  const { start, end } = rangeOf(text);
  // With escapes in it, a text is shorter than its source: then the whole of it is the place.
  const from = end - start === text.value.length ? end - value.length : start;
  return value === '' ? [] : [{ ...text, value, ...within(text, { start: from, end }) }];
}

/** Lines as a paragraph. */
export function paragraphOf(lines: readonly Line[]): Paragraph {
  const children = lines.flatMap((line) => [...line, textIn('\n')]);
  return paragraphIn(children.slice(0, -1), placeOf(lines.flat()));
}

/** Lines as a paragraph, if there are any. */
export function linesBelow(lines: readonly Line[]): readonly Paragraph[] {
  return lines.length === 0 ? [] : [paragraphOf(lines)];
}

/** Some text in a place. */
export function textIn(value: string, place: Pick<Text, 'position'> = {}): Text {
  return { type: 'text', value, ...place };
}

/** Phrases as a paragraph in a place. */
export function paragraphIn(
  children: PhrasingContent[],
  place: Pick<Paragraph, 'position'> = placeOf(children),
): Paragraph {
  return { type: 'paragraph', children, ...place };
}

/** A paragraph of one bold phrase, in the place of a node. */
export function boldParagraph(text: string, node: RootContent): Paragraph {
  return paragraphIn([{ type: 'strong', children: [textIn(text)] }], positionOf(node));
}

/** Phrases as a paragraph in the place of a node, if they show any text. */
export function asParagraph(children: readonly PhrasingContent[], node: RootContent): readonly Paragraph[] {
  const paragraph = paragraphIn([...children], positionOf(node));
  return plainText(paragraph) === '' ? [] : [paragraph];
}

/** A block as a block quote. */
export function quoteOf(block: RootContent): Blockquote {
  return { type: 'blockquote', children: [block as Paragraph], ...positionOf(block) };
}

/** Blocks as an item of a list. */
export function itemOf(children: ListItem['children']): ListItem {
  return { type: 'listItem', children, ...placeOf(children) };
}

/** Items as a list, in their place or that of some nodes. */
export function listOf(children: ListItem[], from: readonly RootContent[] = children): List {
  return { type: 'list', ordered: false, children, ...placeOf(from) };
}

/** Cells as a row of a table. */
export function rowOf(children: TableCell[]): TableRow {
  return { type: 'tableRow', children, ...placeOf(children) };
}

/** Phrases as a cell of a table. */
export function cellOf(children: PhrasingContent[]): TableCell {
  return { type: 'tableCell', children, ...placeOf(children) };
}

/** The position of some nodes that follow each other; text that was put between them has none. */
export function placeOf(nodes: readonly RootContent[]): Pick<RootContent, 'position'> {
  const start = nodes.find(isPlaced)?.position?.start;
  const end = nodes.findLast(isPlaced)?.position?.end;
  return start === undefined || end === undefined ? {} : { position: { start, end } };
}

function isPlaced({ position }: RootContent): boolean {
  return position !== undefined;
}

/** The range of a block's first line. */
export function firstLine(node: RootContent, source: SourceText): TextRange {
  const { start, end } = rangeOf(node);
  return { start, end: Math.min(end, source.lineAt(start).end) };
}
