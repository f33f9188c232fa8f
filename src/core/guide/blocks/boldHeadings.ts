import type { Heading, Paragraph, RootContent } from 'mdast';
import { positionOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { isEmphasis, isHeading, isParagraph, isStrong } from './nodeTypes';
import { asParagraph, textIn, withStart } from './paragraphs';
import { partingMark, type SectionTree, sectionTree } from './sections';

/**
 * The sections of some blocks, of which those that are titles to their author have become headings of one depth.
 *
 * @param titles Headings, bold lines and paragraphs that begin in bold; all other headings come to stand below them.
 */
export function sectionsUnder(
  titles: ReadonlySet<RootContent>,
  blocks: readonly RootContent[],
  depth: Heading['depth'],
): SectionTree {
  const depths = blocks.flatMap((block) => (isHeading(block) && !titles.has(block) ? block.depth : []));
  const lower = Math.max(0, depth + 1 - Math.min(...new Set(depths)));
  return sectionTree(
    blocks.flatMap((block): readonly RootContent[] => {
      if (isHeading(block)) {
        const below = Math.min(6, block.depth + lower) as Heading['depth'];
        return [{ ...block, depth: titles.has(block) ? depth : below }];
      }
      return isParagraph(block) && titles.has(block) ? boldAsHeading(block, depth) : [block];
    }),
  );
}

/** A paragraph's bold beginning as a heading, and what stands behind it. */
export function boldAsHeading(node: Paragraph, depth: Heading['depth']): readonly RootContent[] {
  const title = node.children.find((child) => isStrong(child) || isEmphasis(child));
  const text = plainText(title ?? node).replace(/[.:]$/u, '');
  const heading: Heading = {
    type: 'heading',
    depth,
    children: [textIn(text)],
    ...positionOf(title ?? node),
  };
  return [heading, ...behindLead(node)];
}

/** What stands behind the bold phrase that a paragraph begins with, as a paragraph of its own. */
export function behindLead(node: Paragraph): readonly Paragraph[] {
  const at = node.children.findIndex((child) => isStrong(child) || isEmphasis(child));
  const children = withStart(node.children.slice(at + 1), (start) => start.replace(partingMark, ''));
  return asParagraph(children, node);
}
