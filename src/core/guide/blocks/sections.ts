import type { Heading, Paragraph, RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { isLineBreak, plainText } from '../../markdown/plainText';
import type { TextRange } from '../../text/sourceText';
import { withoutOrnament } from '../headingNumbers';
import { theOnly } from '../lists';
import type { PartKind } from '../model';
import { partOf } from '../sectionKinds';
import { isEmphasis, isHeading, isHtml, isParagraph, isStrong, isText } from './nodeTypes';

/** A heading with all that stands under it, up to the next heading of the same or a higher rank. */
export interface Section {
  readonly heading: Heading;
  /** The heading's plain text. */
  readonly title: string;
  /** The part of a guide that the title announces. */
  readonly part: PartKind | undefined;
  /** What stands under the heading itself, before the first subsection. */
  readonly blocks: readonly RootContent[];
  readonly children: readonly Section[];
}

export interface SectionTree {
  /** What stands before the first heading. */
  readonly blocks: readonly RootContent[];
  readonly sections: readonly Section[];
}

interface OpenSection extends Section {
  readonly blocks: RootContent[];
  readonly children: OpenSection[];
}

/** Nests a document's blocks under its headings. */
export function sectionTree(nodes: readonly RootContent[]): SectionTree {
  const blocks: RootContent[] = [];
  const sections: OpenSection[] = [];
  const open: OpenSection[] = [];
  for (const node of nodes) {
    if (isHeading(node)) {
      const title = plainText(node);
      const section: OpenSection = { heading: node, title, part: partOf(title), blocks: [], children: [] };
      while (open.length > 0 && (open.at(-1)?.heading.depth ?? 0) >= node.depth) {
        open.pop();
      }
      (open.at(-1)?.children ?? sections).push(section);
      open.push(section);
    } else {
      (open.at(-1)?.blocks ?? blocks).push(node);
    }
  }
  return { blocks, sections };
}

/** All blocks of a section and its subsections in their order, the subsections' headings among them. */
export function contentOf({
  blocks,
  children,
}: Pick<Section, 'blocks' | 'children'>): readonly RootContent[] {
  return children.length === 0
    ? blocks
    : [...blocks, ...children.flatMap((child) => [child.heading, ...contentOf(child)])];
}

/** From a section's heading to the end of its last block. */
export function sectionRange(section: Section): TextRange {
  return {
    start: rangeOf(section.heading).start,
    end: rangeOf(contentOf(section).at(-1) ?? section.heading).end,
  };
}

/** Whether a block is a paragraph of one bold or emphasised phrase, which authors use for a heading. */
export function isBoldLine(node: RootContent | undefined): node is Paragraph {
  const only = theOnly(visibleChildren(node));
  return isStrong(only) || isEmphasis(only);
}

/** The phrase that a paragraph begins with, and the text behind it without the mark that parts them. */
export interface Lead {
  readonly lead: string;
  readonly rest: string;
  /** Whether the phrase has a line of its own. */
  readonly ownLine: boolean;
  /** Whether punctuation parts it from the text, so that it is more than the beginning of a sentence. */
  readonly setOff: boolean;
}

/** What parts a lead from the text behind it: a colon, a full stop or a dash, with the space around it. */
export const partingMark = /^\s*(?:[:.–—-]+(?=\s|$))?\s*/u;

/** The bold phrase that a paragraph begins with; undefined for every other block. */
export function boldLead(node: RootContent | undefined): Lead | undefined {
  return leadOf(node, 'strong');
}

/** "4.1", "FM-1:" */
const ordinal = /^\s*(?:\d+(?:\.\d+)+\.?|\p{Lu}{1,3}-?\d{1,2}[.:)])\s*$/u;

/** The phrase with a mark of one kind that a paragraph begins with, perhaps behind a number; undefined for every other block. */
export function leadOf(
  node: RootContent | undefined,
  type: 'strong' | 'emphasis' | 'inlineCode',
): Lead | undefined {
  if (!isParagraph(node) || !node.children.some((child) => child.type === type)) {
    return undefined;
  }
  const [number, phrase] = visibleChildren(node);
  const first = isText(number) && ordinal.test(number.value) ? phrase : number;
  if (first?.type !== type) {
    return undefined;
  }
  const rest = node.children.slice(node.children.indexOf(first) + 1);
  const text = rest.map((child) => (isLineBreak(child) ? '\n' : rawText(child))).join('');
  const behind = showsText(text) ? text : '';
  return {
    lead: withoutOrnament(plainText(first)).replace(/\s+[–—-]$/u, ''),
    rest: behind.replace(partingMark, '').replace(/\s+/g, ' ').trim(),
    setOff: /(?:[.:!?…]|\s[–—-])\s*$/u.test(plainText(first)) || /^\s*[:.–—-]/u.test(behind),
    ownLine: behind.trim() === '' || /^[:.]?[ \t]*\r?\n/.test(behind),
  };
}

/** A heading, or a short line that ends in a colon or is bold, such as "What this looks like:"; undefined for other text. */
export function labelText(node: RootContent | undefined): string | undefined {
  if (isHeading(node)) {
    return withoutOrnament(plainText(node)).replace(/\s*:$/, '');
  }
  if (!isParagraph(node)) {
    return undefined;
  }
  const text = withoutOrnament(plainText(node));
  const short = text.length <= 80 && !/[.!?]\s+\p{Lu}/u.test(text);
  return short && (isBoldLine(node) || text.endsWith(':')) ? text.replace(/\s*:$/, '') : undefined;
}

/** The part that a heading announces; undefined for every other block. */
export function headedPart(node: RootContent | undefined): PartKind | undefined {
  return isHeading(node) ? partOf(plainText(node)) : undefined;
}

/** The part that a heading or a label announces. */
export function partAnnounced(node: RootContent | undefined): PartKind | undefined {
  return partOf(labelText(node) ?? '');
}

/** Whether a bold line of a few words is the title of the paragraph behind it: "**Rule of thumb**". */
export function labelsText(node: RootContent, next: RootContent | undefined): boolean {
  return (
    isBoldLine(node) &&
    isParagraph(next) &&
    !isBoldLine(next) &&
    /^(?:[^\s:.!?…]+ ){0,4}[^\s:.!?…]+:?$/u.test(plainText(node))
  );
}

function visibleChildren(node: RootContent | undefined): Paragraph['children'] {
  return isParagraph(node)
    ? node.children.filter((child) => !isHtml(child) && !(isText(child) && !showsText(child.value)))
    : [];
}

function showsText(text: string): boolean {
  return /[\p{L}\p{N}\p{P}]/u.test(text);
}

function rawText(node: Paragraph['children'][number]): string {
  return isText(node) ? node.value : plainText(node);
}
