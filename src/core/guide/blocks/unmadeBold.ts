import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import type { SourceText } from '../../text/sourceText';
import { isParagraph, isText } from './nodeTypes';
import {
  firstLine,
  linesBelow,
  linesOf,
  paragraphIn,
  paragraphOf,
  placeOf,
  startOf,
  textIn,
  withStart,
  withText,
} from './paragraphs';
import type { RunTogether } from './runTogether';

/** "**Name" or "** Name **", which is bold to its author. */
export function unmadeBold(node: RootContent, source: SourceText): RunTogether | undefined {
  const { start } = rangeOf(node);
  return isParagraph(node) &&
    /^\*\*[^*]/u.test(startOf(node.children)) &&
    source.text.startsWith('**', start) &&
    source.lineAt(start).end - start <= longestBoldLine
    ? {
        blocks: boldBefore(node),
        range: firstLine(node, source),
        message: 'Markdown reads the ** here as text. Close it, and put no space between it and the words.',
      }
    : undefined;
}

/** On longer lines nobody means all of it to be bold. */
const longestBoldLine = 100;

/** What is bold on the line: the words up to marks that close it, else all of it, else, of several sentences, nothing. */
function boldBefore(node: Paragraph): readonly RootContent[] {
  const [line = [], ...rest] = linesOf(node);
  const [, words, behind] = /^\*\*(.+?)\*\*(.*\S.*)$/su.exec(startOf(line)) ?? [];
  if (words !== undefined && behind !== undefined) {
    const place = placeOf(line.slice(0, 1));
    const bold: PhrasingContent = { type: 'strong', children: [textIn(words.trim(), place)], ...place };
    return [paragraphOf([[bold, textIn(behind, place), ...line.slice(1)], ...rest])];
  }
  if (sentenceEnd.test(startOf(line))) {
    return [paragraphOf([withStart(line, (start) => start.replace(/^\*\*/u, '')), ...rest])];
  }
  const children = line
    .map((child) => withText(child, (text) => text.replace(/^\*\*|\*\*\s*$/gu, '')))
    .filter((child) => !isText(child) || child.value.trim() !== '');
  return [paragraphIn([{ type: 'strong', children, ...placeOf(line) }]), ...linesBelow(rest)];
}

const sentenceEnd = /[.!?]\s+\p{Lu}/u;
