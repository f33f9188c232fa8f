import type { Blockquote, Html, RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { shownText } from './htmlText';
import { isBlockquote, isHtml, isList, isParagraph } from './nodeTypes';
import { placeOf } from './paragraphs';

/**
 * Blocks in which paragraphs and lists between `<aside>` and `</aside>`, as Notion exports its callouts, have become a
 * block quote; as they are where such a tag has no partner.
 */
export function withAsides(nodes: readonly RootContent[]): readonly RootContent[] {
  const shown: RootContent[] = [];
  /** Where the last of the tags that open an aside stands, while only what a quote can hold follows it. */
  let opened: number | undefined;
  for (const node of nodes) {
    const [tag, ...held] = opened !== undefined && closesAside(node) ? shown.slice(opened) : [];
    if (isHtml(tag) && held.length > 0) {
      shown.splice(opened ?? 0, Number.POSITIVE_INFINITY, asQuote(tag, held));
      opened = undefined;
    } else {
      opened = opensAside(node) ? shown.length : isQuotable(node) ? opened : undefined;
      shown.push(node);
    }
  }
  return shown;
}

const opening = /^<aside\b[^>]*>/iu;

function opensAside(node: RootContent): node is Html {
  return isHtml(node) && opening.test(node.value) && !/<\/aside/iu.test(node.value);
}

function closesAside(node: RootContent): boolean {
  return isHtml(node) && /^<\/aside>\s*$/iu.test(node.value);
}

function isQuotable(node: RootContent): boolean {
  return isParagraph(node) || isList(node) || isBlockquote(node);
}

/** What stands behind the tag counts where it is more than a picture. */
function asQuote(tag: Html, blocks: readonly RootContent[]): Blockquote {
  const first = shownText(tag);
  const shows = first !== undefined && /\p{L}/u.test(plainText(first));
  const children = [...(shows ? [first] : []), ...blocks] as Blockquote['children'];
  return { type: 'blockquote', children, ...placeOf(children) };
}
