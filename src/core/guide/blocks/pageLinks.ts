import type { PhrasingContent, RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { isParagraph, isText } from './nodeTypes';

/** Blocks without the lines that only lead elsewhere in the page: "[↑ Back to top](#guide)", "[Pitfalls](#pitfalls) | …". */
export function withoutPageLinks(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.filter((node) => !leadsInPage(node));
}

function leadsInPage(node: RootContent): boolean {
  return (
    isParagraph(node) &&
    ((node.children.some(isPageLink) && node.children.every((child) => isPageLink(child) || isMark(child))) ||
      backToTop.test(plainText(node)))
  );
}

/** A link in plain type: a name that a page is divided by is in bold. */
function isPageLink(node: PhrasingContent): boolean {
  return node.type === 'link' && node.url.startsWith('#') && node.children.every(isText);
}

function isMark(node: PhrasingContent): boolean {
  return node.type === 'break' || (isText(node) && !/[\p{L}\p{N}]/u.test(node.value));
}

const backToTop = /^\P{L}*(?:back|return|go) to (?:the )?(?:top|start|contents?|table of contents)\P{L}*$/iu;
