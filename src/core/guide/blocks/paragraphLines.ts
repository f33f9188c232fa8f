import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { within } from './passages';

/** What stands on each line, whether hard or soft breaks part them. */
export function linesOf({ children }: Paragraph): readonly (readonly PhrasingContent[])[] {
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

/** The position of some nodes that follow each other. */
export function placeOf(nodes: readonly RootContent[]): Pick<RootContent, 'position'> {
  const [start, end] = [nodes[0]?.position?.start, nodes.at(-1)?.position?.end];
  return start === undefined || end === undefined ? {} : { position: { start, end } };
}
