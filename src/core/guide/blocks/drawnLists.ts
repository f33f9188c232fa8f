import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { isLineBreak, plainText } from '../../markdown/plainText';
import { isHeading, isList, isParagraph, phrasesOf } from './nodeTypes';
import { itemOf, type Line, linesOf, lineText, listOf, paragraphOf, startOf, withStart } from './paragraphs';

/**
 * Blocks in which each paragraph whose lines all begin with the same drawn mark, "✅ …" or "• …", has become a
 * list, and so have paragraphs, or the lines of one, that count up: "(a) …", "(b) …".
 */
export function withDrawnLists(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some(mayBeList)
    ? withListsOf(
        isCounted,
        withListsOf(
          isDotted,
          nodes.map((node, index) => (mayBeList(node) ? (asList(node, nodes[index - 1]) ?? node) : node)),
        ),
      )
    : nodes;
}

/**
 * A character that stands for a bullet: a dot, a square, a tick, or a picture, which a digit is to Unicode; a long
 * dash, or one without a space behind it, or one that does not break.
 */
const drawnMark =
  /^\s*((?:[•▪▫‣◦·●○■□▢❏☐☑✓✔✗✘]|(?!\d)\p{Extended_Pictographic})\uFE0F?|[–—](?=\s)|-(?=[\p{L}\u00a0]))\s*(?=\S|$)/u;

/** A line without the bullet that its author drew; undefined for one that has none. */
export function withoutDrawnMark(line: string): string | undefined {
  return drawnMark.test(line) ? line.replace(drawnMark, '') : undefined;
}

/** Whether a line is marked as what should not be. */
export function isCrossed(line: string): boolean {
  return /^\s*[✗✘❌🚫]/u.test(line);
}

/** Whether a paragraph is a list to its author, who drew its bullets as dashes. */
export function isDashList(node: RootContent): boolean {
  return (
    mayBeList(node) && asList(node, undefined) !== undefined && /^\s*[–—-]/u.test(startOf(node.children))
  );
}

/** "(a)", "b)", "c." or "(1)": Markdown knows only "1)" and "1.". */
const countMark = /^\s*(?:\(?([a-z])[.)]|\((\d{1,2})\)|\(?([ivx]{1,4})[.)])\s+(?=\S|$)/u;

const romans = ['i', 'ii', 'iii', 'iv', 'v', 'vi', 'vii', 'viii', 'ix', 'x'];

function mayBeList(node: RootContent): node is Paragraph {
  const start = startOf(phrasesOf(node));
  return drawnMark.test(start) || countMark.test(start);
}

function asList(paragraph: Paragraph, above: RootContent | undefined): List | undefined {
  const lines = linesOf(paragraph);
  const marks = lines.map((line) => drawnMark.exec(startOf(line))?.[1]);
  return lines.length > 1 &&
    (marks.every((mark) => mark !== undefined && mark === marks[0]) ||
      (lines.every(isCounted) && mayCount(lines, above)))
    ? listOf(lines.map(asItem), [paragraph])
    : undefined;
}

/** Whether a line or a paragraph bears the mark of its place in a list, the first "(a)" or "(1)". */
function isCounted(line: Line, index: number): boolean {
  const [, letter, digits, roman] = countMark.exec(startOf(line)) ?? [];
  return (
    Number(digits) === index + 1 ||
    (letter !== undefined && letter.charCodeAt(0) - 'a'.charCodeAt(0) === index) ||
    (roman ?? letter) === romans[index]
  );
}

/**
 * Whether lines that count up do so as a list: "a. …" also tells the answers to a question, or what else is possible,
 * and then says little or stands behind a sentence.
 */
function mayCount(lines: readonly Line[], above: RootContent | undefined): boolean {
  const texts = lines.map(lineText);
  const label = isHeading(above) || isParagraph(above) ? plainText(above) : '.';
  return (
    !/^a\.\s/u.test(texts[0] ?? '') ||
    (!/[.!?]$/u.test(label) && texts.every((text) => /^[a-z]\.\s(?!\p{L}\.)(?:\S+\s+){2}\S/u.test(text)))
  );
}

/** A paragraph behind a single dot or box, on one line or wrapped. */
function isDotted(line: Line): boolean {
  const [first = '', ...others] = startOf(line).split('\n');
  return dot.test(first) && !others.some((one) => drawnMark.test(one)) && !line.some(isLineBreak);
}

const dot = /^\s*[•▪▫‣◦·●○■□▢❏☐☑]\uFE0F?\s*(?![•▪▫‣◦·●○■□▢❏☐☑])(?=\S|$)/u;

/** Paragraphs that are each an item, one behind the other, as lists. */
function withListsOf(
  isItem: (children: Line, index: number) => boolean,
  nodes: readonly RootContent[],
): readonly RootContent[] {
  const shown: RootContent[] = [];
  let items: Paragraph[] = [];
  const close = (next?: RootContent): void => {
    const lines = items.map(({ children }) => children);
    // "(2) Hand in:" before a list: paragraphs of a text that numbers them.
    const isText = isList(next) && lineText(lines.at(-1) ?? []).endsWith(':');
    const isLists = items.length > 1 && !isText && mayCount(lines, shown.at(-1));
    shown.push(...(isLists ? [listOf(lines.map(asItem), items)] : items));
    items = [];
  };
  for (const node of nodes) {
    if (isParagraph(node) && isItem(node.children, items.length)) {
      items.push(node);
    } else {
      close(node);
      if (isParagraph(node) && isItem(node.children, 0)) {
        items.push(node);
      } else {
        shown.push(node);
      }
    }
  }
  close();
  return shown;
}

function asItem(line: Line): ListItem {
  return itemOf([
    paragraphOf([withStart(line, (start) => start.replace(drawnMark, '').replace(countMark, ''))]),
  ]);
}
