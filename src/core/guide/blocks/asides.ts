import type { Blockquote, Html, RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { shownText } from './htmlText';
import { placeOf } from './paragraphLines';

/**
 * Blocks in which paragraphs and lists between `<aside>` and `</aside>`, as Notion exports its callouts, have become a
 * block quote; as they are where such a tag has no partner.
 */
export function withAsides(nodes: readonly RootContent[]): readonly RootContent[] {
  if (!nodes.some(opensAside)) {
    return nodes;
  }
  const shown: RootContent[] = [];
  for (let index = 0; index < nodes.length; index++) {
    const node = nodes[index];
    const length = node !== undefined && opensAside(node) ? lengthOfAside(nodes.slice(index + 1)) : 0;
    if (node?.type === 'html' && length > 0) {
      shown.push(asQuote(node, nodes.slice(index + 1, index + 1 + length)));
      index += length + 1;
    } else if (node !== undefined) {
      shown.push(node);
    }
  }
  return shown;
}

const opening = /^<aside\b[^>]*>/iu;

function opensAside(node: RootContent): node is Html {
  return node.type === 'html' && opening.test(node.value) && !/<\/aside/iu.test(node.value);
}

/** How many blocks stand before the tag that closes the aside; 0 where there is none, or a section begins before it. */
function lengthOfAside(nodes: readonly RootContent[]): number {
  const end = nodes.findIndex((node) => !['paragraph', 'list', 'blockquote'].includes(node.type));
  const closing = nodes[end];
  return closing?.type === 'html' && /^<\/aside>\s*$/iu.test(closing.value) ? end : 0;
}

/** What stands behind the tag counts where it is more than a picture. */
function asQuote(tag: Html, blocks: readonly RootContent[]): Blockquote {
  const first = shownText(tag);
  const shows = first !== undefined && /\p{L}/u.test(plainText(first));
  const children = [...(shows ? [first] : []), ...blocks] as Blockquote['children'];
  return { type: 'blockquote', children, ...placeOf(children) };
}
