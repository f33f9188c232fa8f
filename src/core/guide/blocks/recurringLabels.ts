import type { Heading, Paragraph, RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { nameKey } from '../../names';
import { levelNameWithin } from '../levels/levelNames';
import { type ListKind, listKindOf, mayBeLabel } from '../listLabels';
import { recurring, theTwo } from '../lists';
import { isHeading, isList, isParagraph } from './nodeTypes';
import { boldParagraph } from './paragraphs';
import { isQuestion } from './passages';
import { headedPart, isBoldLine } from './sections';

/**
 * Blocks in which the labels of capabilities' lists are those that the reader knows, where an author has words of
 * his own for them: several sections have two lists each, and the line over the first or the second is the same in
 * all. The first list shows what a capability looks like, the next how to develop it.
 */
export function withKnownLabels(nodes: readonly RootContent[]): readonly RootContent[] {
  const sections = labelledSections(nodes);
  if (sections.length < 2) {
    return nodes;
  }
  const known = new Map<RootContent, ListKind>();
  const overFirst = recurring(sections.map(([first]) => first.key));
  const overSecond = recurring(sections.map(([, second]) => second.key));
  for (const [first, second] of sections) {
    if (overFirst.has(first.key) || overSecond.has(second.key)) {
      known.set(first.block, 'signals').set(second.block, 'practices');
    }
  }
  return nodes.map((node) => {
    const kind = known.get(node);
    return kind === undefined ? node : knownLabel(kind, node);
  });
}

interface Label {
  readonly block: RootContent;
  readonly list: RootContent | undefined;
  readonly text: string;
  readonly key: string;
}

/** The labels of all sections that have two; none where words announce the lists of any section. */
function labelledSections(nodes: readonly RootContent[]): readonly (readonly [Label, Label])[] {
  const sections: { readonly isOfPart: boolean; readonly labels: Label[] }[] = [];
  let above: readonly Heading[] = [];
  const title = nodes.find(isHeading);
  for (const [index, block] of nodes.entries()) {
    const list = nodes[index + 1];
    const isLabel = isList(list) && (!isHeading(block) || block.depth > (above.at(-1)?.depth ?? 0));
    const text = isLabel ? labelOf(block) : undefined;
    if (text !== undefined && listKindOf(text) !== undefined) {
      return [];
    }
    if (text !== undefined && levelNameWithin(text) === undefined) {
      sections.at(-1)?.labels.push({ block, list, text, key: nameKey(text) });
    } else if (isHeading(block)) {
      above = above.filter(({ depth }) => depth < block.depth);
      sections.push({ isOfPart: above.some((one) => one !== title && isOfOtherPart(one)), labels: [] });
      above = [...above, block];
    } else if (isBoldLine(block)) {
      sections.push({ isOfPart: above.some((one) => one !== title && isOfOtherPart(one)), labels: [] });
    }
  }
  return sections.flatMap(({ isOfPart, labels }): readonly (readonly [Label, Label])[] => {
    const [first, second] = theTwo(labels) ?? [];
    return isOfPart ||
      first === undefined ||
      second === undefined ||
      !mayBeLabel(first.text, 'signals') ||
      !mayBeLabel(second.text, 'practices') ||
      first.key === second.key ||
      asks(second) ||
      ([first, second].some(isSentence) && !tellsHow.test(second.text))
      ? []
      : [[first, second]];
  });
}

/** "The panel ignores the following." is not "One might cultivate this by the following means." */
const tellsHow =
  /\b(?:cultivat|practi[cs]|develop|learn|grow|build|improv|strengthen|train|exercis|try)\w*\b/iu;

/** Questions are no way to develop anything: several steps in one file may ask for the same records and questions. */
function asks({ list }: Label): boolean {
  return isList(list) && list.children.every((item) => isQuestion(plainText(item)));
}

function isSentence({ block }: Label): boolean {
  return plainText(block).endsWith('.');
}

/** Whether what stands under a heading is a part of a guide other than the capabilities. */
function isOfOtherPart(heading: Heading): boolean {
  const part = headedPart(heading);
  return part !== undefined && part !== 'capabilities' && part !== 'overview';
}

/** The words of a line right over a list, where these can be a label's: few. */
function labelOf(block: RootContent): string | undefined {
  const text =
    isHeading(block) || isParagraph(block)
      ? plainText(block).replace(/\s*(?:[:…]|(?<=\b(?:following|these|this|means))\.)$/u, '')
      : '';
  return text === '' || text.length > longestLabel || /[.!;]|\?./u.test(text) ? undefined : text;
}

const longestLabel = 60;

function knownLabel(kind: ListKind, node: RootContent): Paragraph {
  return boldParagraph(kind === 'signals' ? 'What this looks like:' : 'How to develop this:', node);
}
