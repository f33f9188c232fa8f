import type { Heading, Html, Paragraph, RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { parseMarkdown } from '../../markdown/parseMarkdown';
import { plainText } from '../../markdown/plainText';
import type { SourceText, TextRange } from '../../text/sourceText';
import { isHtml, isParagraph } from './nodeTypes';
import { firstLine, linesBelow, linesOf, withStart } from './paragraphs';
import { within } from './passages';

/** "##Name", perhaps with a space that does not break, or "#A longer name", which is no tag. */
const unmadeHeading = /^(#{2,6}(?=[^\s#]|\u00a0)|#(?=\u00a0?\p{Lu}[^#]*\s[^#]*[^\s#.!?]\s*$))/u;

/** Whether a paragraph begins with a line that its author meant for a heading. */
export function isUnmadeHeading(node: RootContent, source: SourceText): node is Paragraph {
  return (
    isParagraph(node) &&
    source.text[rangeOf(node).start] === '#' &&
    unmadeHeading.test(source.slice(firstLine(node, source)))
  );
}

/** That heading, and the lines below it. */
export function headingBefore(node: Paragraph, source: SourceText): readonly RootContent[] {
  const range = firstLine(node, source);
  const depth = (unmadeHeading.exec(source.slice(range))?.[0].length ?? 1) as Heading['depth'];
  const [line = [], ...rest] = linesOf(node);
  const children = [...withStart(line, (start) => start.slice(depth))];
  const heading: Heading = { type: 'heading', depth, children, ...within(node, range) };
  return [heading, ...linesBelow(rest)];
}

const headingLine = /^ {0,3}(#{1,6})[ \t]+(\S.*)$/mu;

const headingLines = new RegExp(headingLine, 'gmu');

/** Whether an empty line is missing between a tag and the heading below it. Comments hide headings on purpose. */
export function hidesHeading(node: RootContent): node is Html {
  if (!isHtml(node) || !headingLine.test(node.value)) {
    return false;
  }
  const { start, end } = rangeOf(node);
  return (
    end - start === node.value.length && !/<(?:!--|pre\b|script\b|style\b|textarea\b)/iu.test(node.value)
  );
}

/** Where the first heading in a block of HTML stands, from the block's start. */
export function hiddenHeading({ value }: Html): TextRange {
  const { index = 0, 0: line = '' } = headingLine.exec(value) ?? {};
  return { start: index, end: index + line.trimEnd().length };
}

/** The headings in a block of HTML, and what stands around them. */
export function aroundHeadings(node: Html): readonly RootContent[] {
  const from = rangeOf(node).start;
  const blocks: RootContent[] = [];
  let read = 0;
  const rest = (end: number): void => {
    const value = node.value.slice(read, end);
    const text = value.trim();
    const place = within(node, { start: from + read, end: from + end });
    if (text !== '') {
      blocks.push(
        text.startsWith('<')
          ? { type: 'html', value, ...place }
          : { type: 'paragraph', children: [{ type: 'text', value: text, ...place }], ...place },
      );
    }
  };
  for (const { index, 0: line, 1: marks = '#', 2: title = '' } of node.value.matchAll(headingLines)) {
    rest(index);
    read = index + line.length;
    const place = within(node, { start: from + index, end: from + read });
    blocks.push({
      type: 'heading',
      depth: marks.length as Heading['depth'],
      children: [{ type: 'text', value: titleText(title), ...place }],
      ...place,
    });
  }
  rest(node.value.length);
  return blocks;
}

/** What a heading shows of its text: "**Name** &amp; more ##". */
function titleText(title: string): string {
  return /[\\*_`[<&#]/u.test(title) ? plainText(parseMarkdown(`# ${title}`).root) : title;
}
