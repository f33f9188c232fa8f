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

/** A Markdown text and its syntax tree; the tree's offsets are offsets into `source.text`. */
export interface MarkdownDocument {
  readonly source: SourceText;
  readonly root: Root;
}

const parser = unified().use(remarkParse).use(dialect).freeze();

/** Parses any text; there is no text that is not Markdown. */
export function parseMarkdown(text: string): MarkdownDocument {
  const source = new SourceText(text);
  return { source, root: parser.parse(source.text) };
}

/** The dialect read everywhere: CommonMark with GFM tables, task items and footnotes, and front matter. */
function dialect(this: Processor): void {
  const data = this.data();
  data.micromarkExtensions = [frontmatter(['yaml']), gfmTable(), gfmTaskListItem(), gfmFootnote()];
  data.fromMarkdownExtensions = [
    frontmatterFromMarkdown(['yaml']),
    gfmTableFromMarkdown(),
    gfmTaskListItemFromMarkdown(),
    gfmFootnoteFromMarkdown(),
  ];
}
