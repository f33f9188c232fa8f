import type { Paragraph, RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { boldParagraph } from './paragraphs';

/**
 * Blocks in which the terms of a definition list, paragraphs before one that begins with ": ", are bold lines, and
 * its definitions the paragraphs under them.
 */
export function withTerms(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some(isDefinition)
    ? nodes.map((node, index): RootContent => {
        if (isDefinition(node)) {
          return isTerm(nodes[index - 1]) ? withoutMark(node) : node;
        }
        return isTerm(node) && isDefinition(nodes[index + 1]) ? boldParagraph(plainText(node), node) : node;
      })
    : nodes;
}

const definitionMark = /^:\s+(?=\S)/u;

function isDefinition(node: RootContent | undefined): node is Paragraph {
  const [first] = node?.type === 'paragraph' ? node.children : [];
  return first?.type === 'text' && definitionMark.test(first.value);
}

function isTerm(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && !isDefinition(node) && plainText(node).length <= 80;
}

function withoutMark(node: Paragraph): Paragraph {
  const [first, ...others] = node.children;
  return first?.type === 'text'
    ? { ...node, children: [{ ...first, value: first.value.replace(definitionMark, '') }, ...others] }
    : node;
}
