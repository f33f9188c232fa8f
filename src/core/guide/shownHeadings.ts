import type { Heading, Html, List, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { plainText } from '../markdown/plainText';
import { partOf } from './sectionKinds';
import { boldLead, isBoldLine } from './sections';

/**
 * Blocks in which what only shows as a title has become one: the titles of callouts (`> [!tip] Title`) and
 * containers (`:::tip Title`) and the summaries of collapsed sections are bold lines before what they hold.
 */
export function unfold(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some(unfolds) ? nodes.flatMap(unfolded) : nodes;
}

/**
 * The blocks of a file without headings in which bold lines and the bold beginnings of paragraphs that
 * announce a guide's part have become headings; as they are where fewer than two do.
 */
export function withPartHeadings(
  blocks: readonly RootContent[],
  depth: Heading['depth'],
): readonly RootContent[] {
  const announcing = blocks.filter(announcesPart);
  return announcing.length < 2
    ? blocks
    : blocks.flatMap((block) => (announcesPart(block) ? asHeading(block, depth) : [block]));
}

/** What stands behind the bold phrase that a paragraph begins with, as a paragraph of its own. */
export function behindLead(node: Paragraph): readonly Paragraph[] {
  const at = node.children.findIndex((child) => child.type === 'strong' || child.type === 'emphasis');
  const [first, ...others] = node.children.slice(at + 1);
  const children: readonly PhrasingContent[] =
    first?.type === 'text'
      ? [{ ...first, value: first.value.replace(/^\s*(?:[:.–—-]+(?=\s|$))?\s*/u, '') }, ...others]
      : node.children.slice(at + 1);
  return withText(paragraph(children, node));
}

function unfolded(node: RootContent): readonly RootContent[] {
  const summary = summaryOf(node);
  if (summary !== undefined) {
    return [bold(summary, node)];
  }
  const [first, ...others] = node.type === 'blockquote' ? node.children : [node];
  if (first?.type !== 'paragraph') {
    return [node.type === 'list' ? withoutFence(node) : node];
  }
  const { line, rest } = firstLine(first);
  const title = (node.type === 'blockquote' ? calloutTitle : containerTitle).exec(line);
  const opens = title !== null || (node.type === 'paragraph' && line.startsWith(containerFence));
  return opens ? [...boldLine(title, first), ...withText(paragraph(rest, first)), ...others] : [node];
}

const containerFence = ':::';
/** "[!tip] Title"; an alert of GitHub's, "[!NOTE]", has no title. */
const calloutTitle = /^\[!\w+\][+-]?\s+(\S.*)$/u;
/** ":::tip Title" or ":::tip[Title]" */
const containerTitle = /^:{3,}\s*\w+(?:\[(.+)\]|\s+(\S.*))$/u;

/** Whether a block holds the first line of a callout with a title or the fence of a container, or is a summary. */
function unfolds(node: RootContent): boolean {
  const [first] = node.type === 'blockquote' ? node.children : [node];
  const [text] = first?.type === 'paragraph' ? first.children : [];
  const value = text?.type === 'text' ? text.value : '';
  return (
    (node.type === 'blockquote' ? value.startsWith('[!') : value.startsWith(containerFence)) ||
    summaryOf(node) !== undefined
  );
}

function boldLine(title: RegExpExecArray | null, node: Paragraph): readonly RootContent[] {
  const text = title?.slice(1).find((group) => group !== undefined);
  return text === undefined ? [] : [bold(text, node)];
}

/** A paragraph's first line as text, and what stands on the others, without the fence that closes a container. */
function firstLine({ children }: Paragraph): { readonly line: string; readonly rest: PhrasingContent[] } {
  const end = children.findIndex((child) => child.type === 'text' && child.value.includes('\n'));
  const at = end < 0 ? children.length : end;
  const last = children[at];
  const value = last?.type === 'text' ? last.value : '';
  const lines: Text = { type: 'text', value: value.slice(value.indexOf('\n') + 1) };
  return {
    line: plainText({
      type: 'paragraph',
      children: [...children.slice(0, at), { type: 'text', value: value.split('\n', 1)[0] ?? '' }],
    }),
    rest: [lines, ...children.slice(at + 1)].map(unfenced),
  };
}

/** A list whose last line is the fence that closes a container, without it. */
function withoutFence(list: List): List {
  const item = list.children.at(-1);
  const last = item?.children.at(-1);
  return item === undefined || last?.type !== 'paragraph'
    ? list
    : {
        ...list,
        children: [
          ...list.children.slice(0, -1),
          {
            ...item,
            children: [...item.children.slice(0, -1), { ...last, children: last.children.map(unfenced) }],
          },
        ],
      };
}

function unfenced(child: PhrasingContent): PhrasingContent {
  return child.type === 'text' ? { ...child, value: child.value.replace(/(?:^|\n):{3,}\s*$/u, '') } : child;
}

function withText(node: Paragraph): readonly Paragraph[] {
  return plainText(node) === '' ? [] : [node];
}

/** The words of `<summary>`, unless they only invite to open it. */
function summaryOf(node: RootContent): string | undefined {
  const text = node.type === 'html' ? summaryText(node) : '';
  return text === '' || /^(?:click|tap|expand|open|show|see|view|more|details|examples?)\b/iu.test(text)
    ? undefined
    : text;
}

function summaryText({ value }: Html): string {
  const inner = /<summary\b[^>]*>(.*?)<\/summary>/isu.exec(value.slice(0, 1000))?.[1] ?? '';
  return inner
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

function announcesPart(block: RootContent): block is Paragraph {
  const lead = boldLead(block);
  const title = isBoldLine(block) ? plainText(block) : lead?.setOff ? lead.lead : '';
  return partOf(title) !== undefined;
}

function asHeading(node: Paragraph, depth: Heading['depth']): readonly RootContent[] {
  const title = node.children.find((child) => child.type === 'strong' || child.type === 'emphasis');
  const text = plainText(title ?? node).replace(/[.:]$/u, '');
  const heading: Heading = {
    type: 'heading',
    depth,
    children: [{ type: 'text', value: text }],
    ...at(title ?? node),
  };
  return [heading, ...behindLead(node)];
}

function bold(text: string, node: RootContent): Paragraph {
  return paragraph([{ type: 'strong', children: [{ type: 'text', value: text }] }], node);
}

function paragraph(children: readonly PhrasingContent[], node: RootContent): Paragraph {
  return { type: 'paragraph', children: [...children], ...at(node) };
}

/** A node that stands for another is found where that one is. */
function at({ position }: RootContent): Pick<RootContent, 'position'> {
  return position === undefined ? {} : { position };
}
