import type { Root } from 'mdast';
import remarkParse from 'remark-parse';
import { type Processor, unified } from 'unified';
import { SourceText } from '../text/sourceText';
import { syntaxExtensions, treeExtensions } from './dialect';
import { hasFrontMatter } from './frontMatterFences';
import { withoutDepths } from './withoutDepths';

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
  const parser = hasFrontMatter(source) ? fenced : plain;
  return { source, root: withoutDepths(parser.parse(source.text), source.text) };
}

function dialect(this: Processor, options: { readonly hasFrontMatter: boolean }): void {
  const data = this.data();
  data.micromarkExtensions = [...syntaxExtensions(options.hasFrontMatter)];
  data.fromMarkdownExtensions = [...treeExtensions];
}
