import type { Root, Yaml } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmFootnoteFromMarkdown } from 'mdast-util-gfm-footnote';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmTaskListItemFromMarkdown } from 'mdast-util-gfm-task-list-item';
import { gfmFootnote } from 'micromark-extension-gfm-footnote';
import { gfmTable } from 'micromark-extension-gfm-table';
import { gfmTaskListItem } from 'micromark-extension-gfm-task-list-item';
import type { Extension } from 'micromark-util-types';
import { frontMatterFences } from './frontMatterFences';

const syntax: readonly Extension[] = [gfmTable(), gfmTaskListItem(), gfmFootnote()];
const trees = [gfmTableFromMarkdown(), gfmTaskListItemFromMarkdown(), gfmFootnoteFromMarkdown()];

/**
 * The syntax tree of a text in the dialect read everywhere: CommonMark with GFM tables, task items and
 * footnotes, and front matter.
 *
 * @param more What else is syntax.
 */
export function treeOf(text: string, ...more: readonly Extension[]): Root {
  const [whole = '', yaml] = frontMatterFences.exec(text) ?? [];
  // To the parser front matter is blank lines.
  const blank = whole.replace(/[^\r\n]+/gu, (line) => ' '.repeat(line.length));
  const root = fromMarkdown(blank + text.slice(whole.length), {
    extensions: [...syntax, ...more],
    mdastExtensions: trees,
  });
  if (yaml !== undefined) {
    root.children.unshift(frontMatterNode(whole, yaml));
  }
  return root;
}

function frontMatterNode(whole: string, yaml: string): Yaml {
  const lines = whole.split(/\r\n|\n|\r/u);
  const end = { line: lines.length, column: (lines.at(-1) ?? '').length + 1, offset: whole.length };
  return {
    type: 'yaml',
    value: yaml.replace(/(?:\r\n|\n|\r)$/u, ''),
    position: { start: { line: 1, column: 1, offset: 0 }, end },
  };
}
