import type { Nodes, PhrasingContent } from 'mdast';
import { toString as leafText } from 'mdast-util-to-string';
import type { TextRange } from '../text/sourceText';
import { rangeOf } from './nodes';

/** Plain text and the stretch of source it was read from. */
export interface Passage {
  readonly text: string;
  readonly range: TextRange;
}

/**
 * What a reader sees of a node, without Markdown marks: white space collapsed to one space, blocks
 * joined by a blank line. HTML, comments, definitions and footnote marks show nothing.
 */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'root':
    case 'blockquote':
    case 'list':
    case 'listItem':
    case 'footnoteDefinition':
      return joinBlocks(node.children.map(plainText));
    case 'table':
      return joinBlocks(node.children.map(plainText));
    case 'tableRow':
      return collapse(node.children.map(inlineText).join(' '));
    case 'html':
    case 'yaml':
    case 'definition':
      return '';
    default:
      return proseText(node);
  }
}

/** Readers come back to the same paragraphs and headings, whose text cannot change. */
const proseTexts = new WeakMap<Nodes, string>();

function proseText(node: Nodes): string {
  const known = proseTexts.get(node);
  if (known !== undefined) {
    return known;
  }
  const text = collapse(inlineText(node));
  proseTexts.set(node, text);
  return text;
}

/** What a reader sees of phrases that follow each other, as `plainText` tells it. */
export function phrasesText(phrases: readonly PhrasingContent[]): string {
  return collapse(phrases.map(inlineText).join(''));
}

/** The nodes' plain text, and the range from the first to the last; undefined where nothing is seen of them. */
export function passageOf(nodes: readonly Nodes[]): Passage | undefined {
  const texts = nodes.map(plainText);
  const first = nodes[texts.findIndex(isSeen)];
  const last = nodes[texts.findLastIndex(isSeen)];
  return first === undefined || last === undefined
    ? undefined
    : { text: joinBlocks(texts), range: { start: rangeOf(first).start, end: rangeOf(last).end } };
}

/** Runs of white space to one space, none at the ends. */
export function collapse(text: string): string {
  return (text.includes('  ') || /[^\S ]/.test(text) ? text.replace(/\s+/g, ' ') : text).trim();
}

function joinBlocks(texts: readonly string[]): string {
  return texts.filter(isSeen).join('\n\n');
}

function isSeen(text: string): boolean {
  return text !== '';
}

function inlineText(node: Nodes): string {
  switch (node.type) {
    case 'text':
      return node.value;
    case 'break':
    case 'html':
      return isLineBreak(node) ? ' ' : '';
    default:
      return 'children' in node
        ? node.children.map(inlineText).join('')
        : leafText(node, { includeHtml: false });
  }
}

/** Whether a phrase ends a line: a break, or HTML that begins or ends something on a line of its own. */
export function isLineBreak(node: Nodes): boolean {
  return (
    node.type === 'break' || (node.type === 'html' && /^<(?:br|\/?(?:div|li|ol|p|ul))\b/i.test(node.value))
  );
}
