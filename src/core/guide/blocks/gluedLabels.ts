import type { Paragraph, RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { listKindOf } from '../listLabels';
import { splitBefore } from '../lists';
import { isHeading, isList, isParagraph, isText } from './nodeTypes';
import { endsSentence, linesOf, paragraphOf } from './paragraphs';
import { headedPart, isBoldLine, labelText } from './sections';

/**
 * Blocks in which lines right below a text that are no part of it are paragraphs: the label of a capability's list
 * between its text and the list, and, where the first of some pitfalls is named by a bold line, the bold lines that
 * name the others.
 */
export function withGluedLabels(nodes: readonly RootContent[]): readonly RootContent[] {
  let areNamed = false;
  return nodes.flatMap((node, index): readonly RootContent[] => {
    const above = nodes[index - 1];
    if (isHeading(node)) {
      areNamed = false;
    } else if (headedPart(above) === 'pitfalls') {
      areNamed = isParagraph(node) && isBoldLine(paragraphOf(linesOf(node).slice(0, 1)));
    }
    return hasLines(node)
      ? (areNamed ? namedParts(node) : [node]).flatMap((part, at, parts) =>
          isParagraph(part) && at === parts.length - 1 && isList(nodes[index + 1])
            ? labelBelow(part)
            : [part],
        )
      : [node];
  });
}

function hasLines(node: RootContent): node is Paragraph {
  return (
    isParagraph(node) &&
    node.children.some((child) => child.type === 'break' || (isText(child) && child.value.includes('\n')))
  );
}

/** The label of a list as a paragraph behind the text that it goes on. */
function labelBelow(node: Paragraph): readonly Paragraph[] {
  const lines = linesOf(node);
  const [text, last] = [lines.slice(0, -1), paragraphOf(lines.slice(-1))];
  const above = text.at(-1);
  const isLabel =
    above !== undefined &&
    (endsSentence(above) || (isBoldLine(last) && plainText(last).endsWith(':'))) &&
    listKindOf(labelText(last) ?? '') !== undefined;
  return isLabel ? [paragraphOf(text), last] : [node];
}

/** A paragraph from each bold line to the next; bold that half a sentence stands above is where a line was wrapped. */
function namedParts(node: Paragraph): readonly Paragraph[] {
  const lines = linesOf(node);
  const parts = splitBefore(lines, (line, index) => {
    const above = lines[index - 1];
    return above !== undefined && endsSentence(above) && isBoldLine(paragraphOf([line]));
  });
  return parts.length < 2 ? [node] : parts.map(paragraphOf);
}
