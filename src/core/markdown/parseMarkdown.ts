import type { Root } from 'mdast';
import { SourceText } from '../text/sourceText';
import { treeOf } from './dialect';
import { withoutDepths } from './withoutDepths';

/** A Markdown text and its syntax tree; the tree's offsets are offsets into `source.text`. */
export interface MarkdownDocument {
  readonly source: SourceText;
  readonly root: Root;
}

/** Parses any text; there is no text that is not Markdown. */
export function parseMarkdown(text: string): MarkdownDocument {
  const source = new SourceText(text);
  return { source, root: withoutDepths(treeOf(source.text), source.text) };
}
