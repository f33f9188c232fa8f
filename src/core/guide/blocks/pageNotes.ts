import type { RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';

/**
 * Blocks without what concerns the page and not the step: front matter, comments, lines across the page before
 * headings, and at the end who keeps the page, or when it was changed.
 */
export function withoutPageNotes(nodes: readonly RootContent[]): readonly RootContent[] {
  const shown = nodes.filter((node) => node.type !== 'yaml' && !isComment(node));
  return withoutRulesAboveHeadings(shown.slice(0, shown.findLastIndex((node) => !isFootLine(node)) + 1));
}

/** Blocks without the lines across the page that stand right above a heading. */
export function withoutRulesAboveHeadings(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.filter(({ type }, index) => type !== 'thematicBreak' || nodes[index + 1]?.type !== 'heading');
}

function isComment(node: RootContent): boolean {
  const value = node.type === 'html' ? node.value.trim() : '';
  return value.startsWith('<!--') && value.indexOf('-->') === value.length - 3;
}

function isFootLine(node: RootContent): boolean {
  return node.type === 'thematicBreak' || (node.type === 'paragraph' && ofPage.test(plainText(node)));
}

/** "Last updated: May 2026", "This page is maintained by the people team". */
const ofPage =
  /^\P{L}*(?:(?:page|guide|document) owner\b|(?:(?:this|the) (?:page|guide|document) (?:is|was) )?(?:last )?(?:updated|reviewed|changed|edited|revised|maintained|owned)\b)/iu;
