import type { Root } from 'mdast';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { SourceText } from '../text/sourceText';
import { hasFrontMatter } from './frontMatterFences';

/** A Markdown text and its syntax tree; the tree's offsets are offsets into `source.text`. */
export interface MarkdownDocument {
  readonly source: SourceText;
  readonly root: Root;
}

const plain = unified().use(remarkParse).use(dialect, { hasFrontMatter: false }).freeze();
const fenced = unified().use(remarkParse).use(dialect, { hasFrontMatter: true }).freeze();

/** Parses any text; there is no text that is not Markdown. */
export function parseMarkdown(text: string): MarkdownDocument {
  const source = new SourceText(text);
  // Where the first line is a rule and no fence, the extension would take lists and block quotes for text.
  const parser = hasFrontMatter(source) ? fenced : plain;
  return { source, root: parser.parse(source.text) };
}

/** The dialect read everywhere: CommonMark with GFM tables, task items and footnotes, and front matter. */
function dialect(this: Processor, options: { readonly hasFrontMatter: boolean }): void {
  const data = this.data();
  data.micromarkExtensions = [
    ...(options.hasFrontMatter ? [frontmatter(['yaml'])] : []),
    gfmTable(),
    gfmTaskListItem(),
    gfmFootnote(),
  ];
  data.fromMarkdownExtensions = [
    frontmatterFromMarkdown(['yaml']),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmFootnoteFromMarkdown(),
  ];
}
