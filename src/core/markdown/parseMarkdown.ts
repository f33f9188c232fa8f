import type { Root } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { SourceText } from '../text/sourceText';
import { syntaxExtensions, treeExtensions } from './dialect';
import { hasFrontMatter } from './frontMatterFences';
import { withoutDepths } from './withoutDepths';

/** A Markdown text and its syntax tree; the tree's offsets are offsets into `source.text`. */
export interface MarkdownDocument {
  readonly source: SourceText;
  readonly root: Root;
}

/** Parses any text; there is no text that is not Markdown. */
export function parseMarkdown(text: string): MarkdownDocument {
  const source = new SourceText(text);
  const root = fromMarkdown(source.text, {
    extensions: [...syntaxExtensions(hasFrontMatter(source))],
    mdastExtensions: treeExtensions,
  });
  return { source, root: withoutDepths(root, source.text) };
}
