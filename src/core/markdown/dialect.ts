import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Extension } from 'micromark-util-types';

/** The dialect read everywhere: CommonMark with GFM tables, task items and footnotes, and front matter. */
const gfm: readonly Extension[] = [gfmTable(), gfmTaskListItem(), gfmFootnote()];
const frontMatterAndGfm: readonly Extension[] = [frontmatter(['yaml']), ...gfm];

/**
 * What is syntax in a text.
 *
 * @param hasFrontMatter Whether it begins with front matter. Where its first line is a rule and no fence, the
 *   extension would take lists and block quotes for text.
 */
export function syntaxExtensions(hasFrontMatter: boolean): readonly Extension[] {
  return hasFrontMatter ? frontMatterAndGfm : gfm;
}

/** How a syntax tree is made of it. */
export const treeExtensions = [
  frontmatterFromMarkdown(['yaml']),
  gfmTableFromMarkdown(),
  gfmTaskListItemFromMarkdown(),
  gfmFootnoteFromMarkdown(),
];
