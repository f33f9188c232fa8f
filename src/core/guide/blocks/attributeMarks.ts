import type { Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { plainText } from '../../markdown/plainText';
import type { SourceText } from '../../text/sourceText';
import { theOnly } from '../lists';
import { isHtml, isText } from './nodeTypes';
import { boldParagraph, type Line, linesBelow, linesOf, withText } from './paragraphs';
import { paragraphText } from './passages';
import { leadsElsewhere, mayHoldTextMark, withoutTextMarks } from './textMarks';

/**
 * Blocks without the marks that tell how a text looks or is linked to: "[Name]{.underline}" and "## Name {.unnumbered}"
 * (pandoc), "{: .lead }" behind a paragraph (kramdown, MkDocs), "^name" at its end, "[[Name]]" and "==Name=="
 * (Obsidian). What is underlined on a line of its own is bold, which marks a title as well.
 */
export function withoutAttributes(nodes: readonly RootContent[], source: SourceText): readonly RootContent[] {
  const { text } = source;
  return (text.includes('{') && anyAttributes.test(text)) ||
    (text.includes(' ^') && anyBlockId.test(text)) ||
    mayHoldTextMark(text) ||
    (text.includes('<') && /<(?:u|ins)>/iu.test(text))
    ? nodes.flatMap((node) => (leadsElsewhere(paragraphText(node)) ? [node] : shownOf(node)))
    : nodes;
}

/** "^cap-systems", "^37066d"; "^2" is a power. */
const blockId = String.raw`[ \t]\^[\dA-Za-z][\dA-Za-z-]+[ \t]*$`;
const anyBlockId = new RegExp(blockId, 'mu');

/** "{.lead}", "{: #name .lead }", "{lang=fr}" */
const attributes = String.raw`\{:?[ \t]*(?:[.#][\w-]|[\w-]+=)[^{}]{0,200}\}`;
const anyAttributes = new RegExp(attributes, 'u');
const span = new RegExp(String.raw`\[([^[\]]*)\]${attributes}`, 'gu');
const wholeLine = new RegExp(`^${attributes}$`, 'u');
const atStart = new RegExp(`^${attributes}`, 'u');
const atEnd = new RegExp(String.raw`\s*${attributes}\s*$|${blockId}`, 'u');
const blockIdAtEnd = new RegExp(blockId, 'u');
const underlinedSpan = /^\[([^[\]]+)\]\{[^{}]*\.(?:underline|ul|smallcaps)\b[^{}]*\}$/u;

function shownOf(node: RootContent): readonly RootContent[] {
  switch (node.type) {
    case 'paragraph':
      return shownParagraph(node);
    case 'heading':
      return [{ ...node, children: withoutSpans(withoutEnd(node.children, atEnd)) }];
    case 'list':
    case 'listItem':
    case 'blockquote':
    case 'table':
    case 'tableRow':
      return [{ ...node, children: node.children.flatMap(shownOf) } as typeof node];
    case 'tableCell':
      return [{ ...node, children: withoutSpans(node.children) }];
    default:
      return [node];
  }
}

function shownParagraph(paragraph: Paragraph): readonly RootContent[] {
  const title = underlined(paragraph);
  if (title !== undefined) {
    return [boldParagraph(title, paragraph)];
  }
  const lines = linesOf(paragraph);
  const kept = lines.filter((line) => !isAttributes(line));
  const shown = kept.length === lines.length ? [paragraph] : linesBelow(kept);
  return shown
    .map((one) => ({ ...one, children: withoutSpans(withoutEnd(one.children, blockIdAtEnd)) }))
    .filter((one) => plainText(one) !== '' || plainText(paragraph) === '');
}

/** The few words of a paragraph that are all underlined. */
function underlined({ children }: Paragraph): string | undefined {
  const [first, text, last] = children;
  const words =
    children.length === 1 && isText(first)
      ? underlinedSpan.exec(first.value)?.[1]
      : children.length === 3 && isTag(first, /^<(?:u|ins)>$/iu) && isTag(last, /^<\/(?:u|ins)>$/iu)
        ? text && plainText(text)
        : undefined;
  return words !== undefined && words.length <= longestTitle && !/[.!]$/u.test(words) ? words : undefined;
}

const longestTitle = 80;

function isTag(node: PhrasingContent | undefined, tag: RegExp): boolean {
  return isHtml(node) && tag.test(node.value);
}

function isAttributes(line: Line): boolean {
  const only = theOnly(line);
  return isText(only) && wholeLine.test(only.value.trim());
}

function withoutEnd(children: readonly PhrasingContent[], end: RegExp): readonly PhrasingContent[] {
  return children.map((child, index) =>
    index === children.length - 1 ? withText(child, (text) => text.replace(end, '')) : child,
  );
}

/** Phrases without the brackets of spans and the attributes behind them, behind links and behind what is bold. */
function withoutSpans(children: readonly PhrasingContent[]): PhrasingContent[] {
  const shown: PhrasingContent[] = [];
  for (const child of children) {
    if (!isText(child)) {
      shown.push(
        'children' in child ? ({ ...child, children: withoutSpans(child.children) } as typeof child) : child,
      );
      continue;
    }
    let value = withoutTextMarks(child.value).replace(span, '$1');
    if (shown.length > 0) {
      value = value.replace(atStart, '');
    }
    // What holds more than text begins in a text before.
    for (const [start, end] of around) {
      const opens = (node: PhrasingContent): node is Text => isText(node) && start.test(node.value);
      const opening = end.test(value) ? shown.slice(-farthest).findLast(opens) : undefined;
      if (opening !== undefined) {
        shown[shown.lastIndexOf(opening)] = { ...opening, value: opening.value.replace(start, '') };
        value = value.replace(end, '');
      }
    }
    shown.push({ ...child, value });
  }
  return shown;
}

/** What begins and ends a span, and a highlight: what stands before its end is looked at only there. */
const around = [
  [/\[(?=[^[]*$)/u, new RegExp(String.raw`\]${attributes}`, 'u')],
  [/(?<![=\w])==(?=(?:[^\s=][^=]*)?$)/u, /==(?<=^(?:[^=]*[^\s=])?==)(?![=\w])/u],
] as const;

/** A few words with a link among them are as long as most. */
const farthest = 6;
