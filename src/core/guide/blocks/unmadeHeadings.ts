import type { Heading, RootContent } from 'mdast';
import { rangeOf, within } from '../../markdown/nodes';
import { parseMarkdown } from '../../markdown/parseMarkdown';
import { plainText } from '../../markdown/plainText';
import type { SourceText } from '../../text/sourceText';
import { indentedBlocks } from './indentedBlocks';
import { isHtml, isParagraph } from './nodeTypes';
import { firstLine, linesBelow, linesOf, textIn, withStart } from './paragraphs';
import type { RunTogether } from './runTogether';

/** "##Name", perhaps with a space that does not break, or "#A longer name", which is no tag. */
const unmadeHeadingMark = /^(#{2,6}(?=[^\s#]|\u00a0)|#(?=\u00a0?\p{Lu}[^#]*\s[^#]*[^\s#.!?]\s*$))/u;

/** A paragraph that begins with a line that its author meant for a heading: that heading, and the lines below it. */
export function unmadeHeading(node: RootContent, source: SourceText): RunTogether | undefined {
  if (!isParagraph(node) || source.text[rangeOf(node).start] !== '#') {
    return undefined;
  }
  const range = firstLine(node, source);
  const depth = unmadeHeadingMark.exec(source.slice(range))?.[0].length;
  if (depth === undefined) {
    return undefined;
  }
  const [line = [], ...rest] = linesOf(node);
  const heading: Heading = {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [...withStart(line, (start) => start.slice(depth))],
    ...within(node, range),
  };
  return {
    blocks: [heading, ...linesBelow(rest)],
    range,
    message: 'Markdown reads this line as text. To make it a heading, put an ordinary space behind the #.',
  };
}

const headingLines = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/gmu;

/**
 * A block of HTML with headings in it, since an empty line is missing between a tag and the heading below it: the headings,
 * and what stands around them. Comments hide headings on purpose.
 */
export function hiddenHeading(node: RootContent, source: SourceText): RunTogether | undefined {
  const found = isHtml(node) ? [...node.value.matchAll(headingLines)] : [];
  const [first] = found;
  const { start: from, end } = rangeOf(node);
  if (
    !isHtml(node) ||
    first === undefined ||
    end - from !== node.value.length ||
    /<(?:!--|pre\b|script\b|style\b|textarea\b)/iu.test(node.value)
  ) {
    return undefined;
  }
  const blocks: RootContent[] = [];
  let read = 0;
  const rest = (end: number): void => {
    const value = node.value.slice(read, end);
    const text = value.trim();
    const place = within(node, { start: from + read, end: from + end });
    blocks.push(
      ...(text.startsWith('<')
        ? [{ ...node, value, ...place }]
        : indentedBlocks({ ...node, ...place }, source)),
    );
  };
  for (const { index, 0: line, 1: marks = '#', 2: title = '' } of found) {
    rest(index);
    read = index + line.length;
    const place = within(node, { start: from + index, end: from + read });
    blocks.push({
      type: 'heading',
      depth: marks.length as Heading['depth'],
      children: [textIn(titleText(title), place)],
      ...place,
    });
  }
  rest(node.value.length);
  const start = from + first.index;
  return {
    blocks,
    range: { start, end: start + first[0].trimEnd().length },
    message: 'Markdown reads this heading as part of the HTML above it. Put an empty line between them.',
  };
}

/** What a heading shows of its text: "**Name** &amp; more ##". */
function titleText(title: string): string {
  return /[\\*_`[<&#]/u.test(title) ? plainText(parseMarkdown(`# ${title}`).root) : title;
}
