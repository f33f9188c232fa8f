import type { Heading, Html, List, Paragraph, PhrasingContent, RootContent, Text } from 'mdast';
import { positionOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import type { PartKind } from '../model';
import { isOtherTitle, listKindOf, partOf, splitNumber, wordsBesidesPart } from '../sectionKinds';
import { quotedBlocks } from './passages';
import { boldLead, isBoldLine, labelText, partingMark } from './sections';

/**
 * Blocks in which what only shows as a title has become one: the titles of callouts (`> [!tip] Title`) and
 * containers (`:::tip Title`) and the summaries of collapsed sections are bold lines before what they hold.
 */
export function unfold(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some(unfolds) ? nodes.flatMap(unfolded) : nodes;
}

/**
 * The blocks of a guide in which bold lines and the bold beginnings of paragraphs that announce its parts have
 * become headings, above those that it has; as they are where fewer than two do, or among headings no more than
 * the headings do.
 *
 * @param headed How many parts the headings announce; undefined where there are none.
 */
export function withPartHeadings(
  blocks: readonly RootContent[],
  depth: Heading['depth'],
  headed: number | undefined,
): readonly RootContent[] {
  const titles = partTitles(blocks, headed !== undefined);
  const kinds = new Set(titles.map(({ kind }) => kind)).size;
  if (kinds < 2 || (headed !== undefined && kinds <= Math.max(headed, 2))) {
    return blocks;
  }
  const depths = blocks.flatMap((block) => (block.type === 'heading' ? block.depth : []));
  const lower = Math.max(0, depth + 1 - Math.min(...depths));
  const inCapitals = blocks.filter((block) => isBoldLine(block) && isInCapitals(plainText(block)));
  // Where titles are in capitals, all lines in capitals are, and others are labels below them.
  const isTitle = new Set<RootContent>(
    titles.filter(({ title }) => isInCapitals(title)).length > 1
      ? inCapitals
      : [...titles.map(({ block }) => block), ...otherTitles(blocks, titles)],
  );
  return blocks.flatMap((block): readonly RootContent[] => {
    if (block.type === 'paragraph' && isTitle.has(block)) {
      return asHeading(block, depth);
    }
    return block.type === 'heading'
      ? [{ ...block, depth: Math.min(6, block.depth + lower) as Heading['depth'] }]
      : [block];
  });
}

function isInCapitals(title: string): boolean {
  return title === title.toUpperCase() && /\p{Lu}{2}/u.test(title);
}

/** A paragraph whose bold beginning announces a part. */
interface PartTitle {
  readonly block: Paragraph;
  readonly title: string;
  readonly kind: PartKind;
  readonly index: number;
}

/**
 * The paragraphs that announce parts. Names of capabilities and pitfalls hold the same words: those that recur,
 * that alone have a number or stand over a capability's lists are none, and of several for a part those are
 * meant that say the least besides.
 */
function partTitles(blocks: readonly RootContent[], onlyLines: boolean): readonly PartTitle[] {
  const announcing = blocks.flatMap((block, index) => announcedBy(block, index, onlyLines) ?? []);
  const isNumbered = ({ title }: PartTitle): boolean => splitNumber(title).number !== undefined;
  const areNumbered = announcing.filter(isNumbered).length * 2 > announcing.length;
  const last = new Map(announcing.map(({ title }, index) => [title, index]));
  const recurring = new Set(
    announcing.flatMap(({ title }, index) => (last.get(title) === index ? [] : title)),
  );
  const candidates = announcing.filter(
    (one) =>
      (areNumbered || !isNumbered(one)) &&
      !recurring.has(one.title) &&
      (one.kind === 'capabilities' || !isOverSignals(blocks, one.index)),
  );
  const fewest = new Map<PartKind, number>();
  for (const { kind, title } of candidates) {
    fewest.set(kind, Math.min(fewest.get(kind) ?? 2, wordsBesidesPart(title)));
  }
  return candidates.filter(({ kind, title }) => wordsBesidesPart(title) === fewest.get(kind));
}

/** "**Glossary**", "**Change history**": what stands at the foot, behind the last part but for one made of bold lines. */
function otherTitles(blocks: readonly RootContent[], titles: readonly PartTitle[]): readonly RootContent[] {
  const last = titles.at(-1);
  return last === undefined || last.kind === 'pitfalls' || last.kind === 'capabilities'
    ? []
    : blocks.slice(last.index + 1).filter((block) => isBoldLine(block) && isOther(plainText(block)));
}

function isOther(line: string): boolean {
  return line.length <= 40 && !/[.:!?]/u.test(line) && isOtherTitle(line);
}

function announcedBy(block: RootContent, index: number, onlyLines: boolean): PartTitle | undefined {
  const lead = onlyLines ? undefined : boldLead(block);
  const title = isBoldLine(block) ? plainText(block) : lead?.setOff ? lead.lead : '';
  const kind = partOf(title);
  return block.type === 'paragraph' && kind !== undefined ? { block, title, kind, index } : undefined;
}

/** Whether the next label behind a line is that of a capability's signals. */
function isOverSignals(blocks: readonly RootContent[], index: number): boolean {
  const label = blocks
    .slice(index + 1, index + 4)
    .map(labelText)
    .find((text) => text !== undefined);
  return label !== undefined && listKindOf(label) === 'signals' && partOf(label) === undefined;
}

/**
 * Blocks in which the terms of a definition list, paragraphs before one that begins with ": ", are bold lines, and
 * its definitions the paragraphs under them.
 */
export function withTerms(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some(isDefinition)
    ? nodes.map((node, index): RootContent => {
        if (isDefinition(node)) {
          return isTerm(nodes[index - 1]) ? withoutMark(node) : node;
        }
        return isTerm(node) && isDefinition(nodes[index + 1]) ? bold(plainText(node), node) : node;
      })
    : nodes;
}

const definitionMark = /^:\s+(?=\S)/u;

function isDefinition(node: RootContent | undefined): node is Paragraph {
  const [first] = node?.type === 'paragraph' ? node.children : [];
  return first?.type === 'text' && definitionMark.test(first.value);
}

function isTerm(node: RootContent | undefined): node is Paragraph {
  return node?.type === 'paragraph' && !isDefinition(node) && plainText(node).length <= 80;
}

function withoutMark(node: Paragraph): Paragraph {
  const [first, ...others] = node.children;
  return first?.type === 'text'
    ? { ...node, children: [{ ...first, value: first.value.replace(definitionMark, '') }, ...others] }
    : node;
}

/** What stands behind the bold phrase that a paragraph begins with, as a paragraph of its own. */
export function behindLead(node: Paragraph): readonly Paragraph[] {
  const at = node.children.findIndex((child) => child.type === 'strong' || child.type === 'emphasis');
  const [first, ...others] = node.children.slice(at + 1);
  const children: readonly PhrasingContent[] =
    first?.type === 'text'
      ? [{ ...first, value: first.value.replace(partingMark, '') }, ...others]
      : node.children.slice(at + 1);
  return withText(paragraph(children, node));
}

/**
 * An admonition of MkDocs as one of GitHub: a title is a bold line, the type of one without a title is left out. What
 * is marked as important stays, which its word tells.
 */
function unfoldedAdmonition(node: Paragraph): readonly RootContent[] {
  const { line, rest } = firstLine(node);
  const [, type = '', title] = admonition.exec(line) ?? [];
  const text = withText(paragraph(rest, node));
  if (title !== undefined) {
    return [bold(title, node), ...text];
  }
  return /^important$/iu.test(type)
    ? [node]
    : text.map((block) => ({ type: 'blockquote', children: [block], ...positionOf(node) }));
}

function unfolded(node: RootContent): readonly RootContent[] {
  const summary = summaryOf(node);
  if (summary !== undefined) {
    return [bold(summary, node)];
  }
  if (node.type === 'paragraph' && isAdmonition(node)) {
    return unfoldedAdmonition(node);
  }
  if (quotesLabelledList(node) || quotesSection(node)) {
    return quotedBlocks(node);
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
/** `!!! tip "Title"`, `??? note` */
const admonition = /^(?:!!!|\?\?\?\+?)\s+([a-z-]+)(?:\s+"([^"]*)")?\s*$/iu;

/** Whether a block begins an admonition of MkDocs, whose text is indented. */
export function isAdmonition(node: RootContent | undefined): boolean {
  const [text] = node?.type === 'paragraph' ? node.children : [];
  return (
    text?.type === 'text' &&
    /^(?:!!!|\?\?\?)/u.test(text.value) &&
    admonition.test(text.value.split('\n', 1)[0] ?? '')
  );
}
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
    quotesLabelledList(node) ||
    quotesSection(node) ||
    isAdmonition(node) ||
    summaryOf(node) !== undefined
  );
}

/** A label and its list in a block quote. */
function quotesLabelledList(node: RootContent): boolean {
  const [label, list] = node.type === 'blockquote' ? quotedBlocks(node) : [];
  return list?.type === 'list' && labelText(label) !== undefined;
}

/** A heading and what stands under it, all in a block quote, which draws a box around it. */
function quotesSection(node: RootContent): boolean {
  return node.type === 'blockquote' && node.children.length > 1 && node.children[0]?.type === 'heading';
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

/** A summary stands at the beginning of its block, and is one line. */
const longestSummary = 1000;

function summaryText({ value }: Html): string {
  const inner = /<summary\b[^>]*>(.*?)<\/summary>/isu.exec(value.slice(0, longestSummary))?.[1] ?? '';
  return inner
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** A paragraph's bold beginning as a heading, and what stands behind it. */
export function asHeading(node: Paragraph, depth: Heading['depth']): readonly RootContent[] {
  const title = node.children.find((child) => child.type === 'strong' || child.type === 'emphasis');
  const text = plainText(title ?? node).replace(/[.:]$/u, '');
  const heading: Heading = {
    type: 'heading',
    depth,
    children: [{ type: 'text', value: text }],
    ...positionOf(title ?? node),
  };
  return [heading, ...behindLead(node)];
}

function bold(text: string, node: RootContent): Paragraph {
  return paragraph([{ type: 'strong', children: [{ type: 'text', value: text }] }], node);
}

function paragraph(children: readonly PhrasingContent[], node: RootContent): Paragraph {
  return { type: 'paragraph', children: [...children], ...positionOf(node) };
}
