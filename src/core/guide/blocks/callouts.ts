import type { Html, List, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { positionOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { levelNameWithin } from '../levels/levelNames';
import { listKindOf } from '../listLabels';
import { theOnly } from '../lists';
import { partOf } from '../sectionKinds';
import {
  isBlockquote,
  isHeading,
  isHtml,
  isList,
  isParagraph,
  isText,
  phrasesOf,
  tableRows,
} from './nodeTypes';
import { asParagraph, boldParagraph, lineText, placeOf, quoteOf, textIn, withText } from './paragraphs';
import { quotedBlocks } from './passages';
import { labelText } from './sections';

/**
 * Blocks in which what only shows as a title has become one: the titles of callouts (`> [!tip] Title`) and
 * containers (`:::tip Title`) and the summaries of collapsed sections are bold lines before what they hold.
 */
export function unfold(nodes: readonly RootContent[]): readonly RootContent[] {
  return nodes.some(unfolds) ? nodes.flatMap(unfolded) : nodes;
}

function unfolded(node: RootContent): readonly RootContent[] {
  const summary = summaryOf(node);
  if (summary !== undefined) {
    return [boldParagraph(summary, node)];
  }
  if (isParagraph(node) && isAdmonition(node)) {
    return unfoldedAdmonition(node);
  }
  if (quotesPart(node)) {
    return quotedBlocks(node);
  }
  const [first, ...others] = isBlockquote(node) ? node.children : [node];
  if (!isParagraph(first)) {
    return [isList(node) ? withoutFence(node) : node];
  }
  const { line, rest } = firstLine(first);
  const title = (isBlockquote(node) ? calloutTitle : containerTitle).exec(line);
  const said = isBlockquote(node) ? quoteTitle.exec(line) : null;
  if (isBlockquote(node) && said !== null && !isLabel(said[1] ?? '')) {
    return [{ ...node, children: [...asParagraph(rest, first), ...node.children.slice(1)] }];
  }
  const opens = title !== null || (isParagraph(node) && line.startsWith(containerFence));
  if (opens) {
    return [...boldLine(title, first), ...asParagraph(rest, first), ...others];
  }
  // The last paragraph of a container may have the fence that closes it on its last line.
  return [isParagraph(node) ? { ...node, children: node.children.map(unfenced) } : node];
}

/**
 * An admonition of MkDocs as one of GitHub: a title is a bold line, the type of one without a title is left out. What
 * is marked as important stays, which its word tells.
 */
function unfoldedAdmonition(node: Paragraph): readonly RootContent[] {
  const { line, rest } = firstLine(node);
  const { title, isImportant } = admonitionOf(line);
  const text = asParagraph(rest, node);
  if (title !== undefined) {
    return [boldParagraph(title, node), ...text];
  }
  return isImportant ? [node] : text.map(quoteOf);
}

/** An admonition's first paragraph and what an empty line parts from it, in the form that its paragraph has alone. */
export function withHeld(node: Paragraph, held: readonly RootContent[]): readonly RootContent[] {
  const { line, rest } = firstLine(node);
  const { title, isImportant } = admonitionOf(line);
  const [first, ...others] = held;
  if (title === undefined && isImportant && isParagraph(first) && lineText(rest) === '') {
    const word = textIn(`${line}\n`, positionOf(node));
    return [{ ...node, children: [word, ...first.children], ...placeOf([node, first]) }, ...others];
  }
  return [node, ...(title === undefined && held.every(isParagraph) ? held.map(quoteOf) : held)];
}

function admonitionOf(line: string): { readonly title: string | undefined; readonly isImportant: boolean } {
  const [, type = '', title, tab] = admonition.exec(line) ?? [];
  return { title: title || tab || undefined, isImportant: /^important$/iu.test(type) };
}

const containerFence = ':::';

/** `!!! tip "Title"`, `??? note`, and a tab, `=== "Title"` */
const admonition =
  /^(?:(?:!!!|\?\?\?\+?)\s+([a-z-]+)(?:\s+(?:inline|end|annotate|[a-z]+-[a-z-]+))*(?:\s+"([^"]*)")?|===[!+]?\s+"([^"]+)")\s*$/iu;

/** Whether a block begins an admonition or a tab of MkDocs, whose text is indented. */
export function isAdmonition(node: RootContent | undefined): boolean {
  const [text] = phrasesOf(node);
  return (
    isText(text) &&
    /^(?:!!!|\?\?\?|===)/u.test(text.value) &&
    admonition.test(text.value.split('\n', 1)[0] ?? '')
  );
}

/** "[!tip] Title"; an alert of GitHub's, "[!NOTE]", has no title. */
const calloutTitle = /^\[!\w+\][+-]?\s+(\S.*)$/u;

/** "[!quote] Who said it": what follows is somebody's words, and the title none of the page's. */
const quoteTitle = /^\[!(?:quote|cite)\][+-]?\s*(.*)$/iu;

function isLabel(title: string): boolean {
  return (listKindOf(title) ?? partOf(title)) !== undefined;
}

/** ":::tip Title", ":::tip[Title]", ":::{tab-item} Title" (MyST) */
const containerTitle = /^:{3,}\s*(?:\w+|\{[\w-]+\})(?:\[(.+)\]|\s+(\S.*))$/u;

/** Whether a block holds the first line of a callout with a title or the fence of a container, or is a summary. */
function unfolds(node: RootContent): boolean {
  const [first] = isBlockquote(node) ? node.children : [node];
  const [text] = phrasesOf(first);
  const value = isText(text) ? text.value : '';
  return (
    (isBlockquote(node) ? value.startsWith('[!') : value.startsWith(containerFence)) ||
    quotesPart(node) ||
    isAdmonition(node) ||
    summaryOf(node) !== undefined
  );
}

/** Whether a block quote is there for the box around what it holds. */
function quotesPart(node: RootContent): boolean {
  return quotesLabelledList(node) || quotesSection(node) || quotesTable(node);
}

/** A label and its list in a block quote. */
function quotesLabelledList(node: RootContent): boolean {
  const [label, list] = isBlockquote(node) ? quotedBlocks(node) : [];
  return isList(list) && labelText(label) !== undefined;
}

/** A heading and what stands under it, all in a block quote, which draws a box around it. */
function quotesSection(node: RootContent): boolean {
  return isBlockquote(node) && node.children.length > 1 && isHeading(node.children[0]);
}

/** A table of two levels and nothing else in a block quote; others quote what somebody else has. */
function quotesTable(node: RootContent): boolean {
  const [header] = isBlockquote(node) ? tableRows(theOnly(node.children)) : [];
  return header?.children.slice(-2).every((cell) => levelNameWithin(plainText(cell)) !== undefined) === true;
}

function boldLine(title: RegExpExecArray | null, node: Paragraph): readonly RootContent[] {
  const text = title?.slice(1).find((group) => group !== undefined);
  return text === undefined ? [] : [boldParagraph(text, node)];
}

/** A paragraph's first line as text, and what stands on the others, without the fence that closes a container. */
function firstLine({ children }: Paragraph): { readonly line: string; readonly rest: PhrasingContent[] } {
  const end = children.findIndex((child) => isText(child) && child.value.includes('\n'));
  const at = end < 0 ? children.length : end;
  const last = children[at];
  const value = isText(last) ? last.value : '';
  return {
    line: lineText([...children.slice(0, at), textIn(value.split('\n', 1)[0] ?? '')]),
    rest: [textIn(value.slice(value.indexOf('\n') + 1)), ...children.slice(at + 1)].map(unfenced),
  };
}

/** A list whose last line is the fence that closes a container, without it. */
function withoutFence(list: List): List {
  const item = list.children.at(-1);
  const last = item?.children.at(-1);
  return item === undefined || !isParagraph(last)
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
  return withText(child, (text) => text.replace(/(?:(?:^|\n):{3,}\s*){1,3}$/u, ''));
}

/** The words of `<summary>` or on a tab, unless they only invite to open it. */
function summaryOf(node: RootContent): string | undefined {
  const text = isHtml(node) ? summaryText(node) : '';
  return text === '' || /^(?:click|tap|expand|open|show|see|view|more|details|examples?)\b/iu.test(text)
    ? undefined
    : text;
}

/** A summary stands at the beginning of its block, and is one line. */
const longestSummary = 1000;

/** `<summary>Title</summary>`; `<TabItem value="signals" label="Title">` (Docusaurus), `<Accordion title="Title">` (Mintlify) */
const summary =
  /<summary\b[^>]*>(.*?)<\/summary>|<(?:Tab(?:Item)?|Accordion|Step)\s(?:[^>]*?\s)?(?:label|title)=(?:"([^"]+)"|'([^']+)')[^>]*>/isu;

function summaryText({ value }: Html): string {
  const [, ...titles] = summary.exec(value.slice(0, longestSummary)) ?? [];
  return (titles.find((title) => title !== undefined) ?? '')
    .replace(/<[^>]*>/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
