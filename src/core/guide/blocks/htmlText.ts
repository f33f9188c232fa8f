import type { Heading, Html, PhrasingContent, RootContent } from 'mdast';
import { positionOf } from '../../markdown/nodes';
import { collapse } from '../../markdown/plainText';
import { bold, decoded, inline, lines, piecesOf } from './htmlPieces';
import { isHtml } from './nodeTypes';
import { paragraphIn, textIn } from './paragraphs';

/**
 * Blocks in which HTML that only sets off its text, such as `<aside>`, `<p align="center">` or `<h2>`, has become
 * a paragraph or a heading of it. Other HTML stays, which shows nothing.
 */
export function withHtmlText(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.map((node) => (isHtml(node) ? (shownText(node) ?? node) : node));
}

const block = /^(?:aside|article|blockquote|center|header|section)$/iu;
const headingName = /^h([1-6])$/iu;

/** The paragraph or heading that HTML shows; undefined where it is more than text that is set off. */
export function shownText(node: Html): RootContent | undefined {
  const pieces = piecesOf(node);
  const names = pieces.flatMap(({ tag }) => tag?.name ?? []);
  const depths = names.flatMap((name) => headingName.exec(name)?.[1] ?? []);
  const isHeading = depths.length === 2 && depths[0] === depths[1];
  const isPlain = names.every(
    (name) => inline.test(name) || lines.test(name) || (isHeading ? headingName : block).test(name),
  );
  const text = pieces.map(({ text, tag }) => (tag === undefined ? decoded(text) : shown(tag.name))).join('');
  const children = phrases(collapse(text));
  if (!isPlain || children.length === 0) {
    return undefined;
  }
  const place = positionOf(node);
  return isHeading
    ? { type: 'heading', depth: Number(depths[0]) as Heading['depth'], children, ...place }
    : paragraphIn(children, place);
}

function shown(tag: string): string {
  return bold.test(tag) ? '**' : lines.test(tag) ? ' ' : '';
}

/** A text whose bold phrases are marked as in Markdown, which authors write within HTML, too. */
function phrases(text: string): PhrasingContent[] {
  return text
    .split(/(\*\*[^*]+\*\*)/u)
    .filter((part) => part !== '')
    .map((part): PhrasingContent => {
      const [, inner] = /^\*\*([^*]+)\*\*$/u.exec(part) ?? [];
      return inner === undefined ? textIn(part) : { type: 'strong', children: [textIn(inner)] };
    });
}
