import type { List, ListItem, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import { plainText } from '../markdown/plainText';
import { within } from './passages';

/** Blocks in which each paragraph whose lines all begin with the same drawn mark, "✅ …" or "• …", has become a list. */
export function withDrawnLists(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some(mayBeList)
    ? nodes.map((node) => (mayBeList(node) ? (asList(node) ?? node) : node))
    : nodes;
}

/** A character that stands for a bullet: a dot, a square, a tick, or a picture, which a digit is to Unicode. */
const drawnMark = /^\s*((?:[•▪▫‣◦·●○■□▢☐☑✓✔✗✘]|(?!\d)\p{Extended_Pictographic})\uFE0F?)\s*(?=\S)/u;

function mayBeList(node: RootContent): node is Paragraph {
  const [first] = node.type === 'paragraph' ? node.children : [];
  return first?.type === 'text' && drawnMark.test(first.value);
}

function asList(paragraph: Paragraph): List | undefined {
  const lines = linesOf(paragraph);
  const marks = lines.map(([first]) =>
    first?.type === 'text' ? drawnMark.exec(first.value)?.[1] : undefined,
  );
  return lines.length > 1 && marks.every((mark) => mark !== undefined && mark === marks[0])
    ? { type: 'list', ordered: false, children: lines.map(asItem), ...at([paragraph]) }
    : undefined;
}

function asItem([first, ...others]: readonly PhrasingContent[]): ListItem {
  const children =
    first?.type === 'text' ? [{ ...first, value: first.value.replace(drawnMark, '') }, ...others] : others;
  return { type: 'listItem', children: [{ type: 'paragraph', children, ...at(children) }], ...at(children) };
}

/** What stands on each line, whether hard or soft breaks part them. */
function linesOf({ children }: Paragraph): readonly (readonly PhrasingContent[])[] {
  const lines: PhrasingContent[][] = [[]];
  for (const child of children) {
    if (child.type === 'break') {
      lines.push([]);
    } else if (child.type === 'text') {
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
  return lines.filter((line) => plainText({ type: 'paragraph', children: [...line] }) !== '');
}

function textLines(node: Text): readonly Text[] {
  const { start, end } = rangeOf(node);
  // With escapes in it, a text is shorter than its source: then the whole of it is the place.
  const isSource = end - start === node.value.length;
  let from = start;
  return node.value.split('\n').map((value): Text => {
    const place = isSource ? within(node, { start: from, end: from + value.length }) : {};
    from += value.length + 1;
    return { ...node, value, ...place };
  });
}

function at(nodes: readonly RootContent[]): Pick<RootContent, 'position'> {
  const [start, end] = [nodes[0]?.position?.start, nodes.at(-1)?.position?.end];
  return start === undefined || end === undefined ? {} : { position: { start, end } };
}
