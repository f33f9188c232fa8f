import type { RootContent } from 'mdast';
import { groupBy } from '../../groupBy';
import { rangeOf } from '../../markdown/nodes';
import { nameKey } from '../../names';
import { isHeading, isList, isParagraph } from '../blocks/nodeTypes';
import { contentOf, isBoldLine, labelText, type Section } from '../blocks/sections';
import type { ListKind } from '../listLabels';
import type { GuideCapability, Problem } from '../model';
import { labelledKind } from '../parts/capabilityLists';
import { type CapabilityContext, levelsSpokenOf } from '../parts/readExpectations';
import { capabilityProblem, levelsProblem } from '../problem';

/**
 * Why capabilities lack what they have in another form: a list below the label of the other one, text below a label, or
 * the same level twice; and where one has lost its heading.
 *
 * @param sections Where the capabilities stand.
 */
export function capabilitySlips(
  capabilities: readonly GuideCapability[],
  sections: readonly Section[],
  context: CapabilityContext,
): readonly Problem[] {
  const blocks = sections.flatMap(contentOf);
  return [
    ...labelSlips(capabilities, blocks),
    ...lostHeadings(capabilities, blocks),
    ...levelSlips(capabilities, context),
  ];
}

/** What the two lists are called in labels, and in sentences. */
const lists: Readonly<Record<ListKind, { readonly label: string; readonly other: ListKind }>> = {
  signals: { label: 'What this looks like', other: 'practices' },
  practices: { label: 'How to develop this', other: 'signals' },
};

function labelSlips(
  capabilities: readonly GuideCapability[],
  blocks: readonly RootContent[],
): readonly Problem[] {
  const withPractices = capabilities.filter(({ practices }) => practices.length > 0).length;
  const lacks = ({ signals, practices }: GuideCapability, kind: ListKind): boolean =>
    kind === 'signals' ? signals.length === 0 : practices.length === 0 && withPractices > 0;
  if (!capabilities.some((one) => lacks(one, 'signals') || lacks(one, 'practices'))) {
    return [];
  }
  const inOrder = [...capabilities].sort((a, b) => a.range.start - b.range.start);
  let at = 0;
  return blocks.flatMap((block, index) => {
    const { start } = rangeOf(block);
    while ((inOrder[at + 1]?.range.start ?? Number.POSITIVE_INFINITY) <= start) {
      at += 1;
    }
    const capability = inOrder[at];
    const kind = labelledKind(block, blocks[index + 1]);
    return capability === undefined || kind === undefined || !(start < capability.range.end)
      ? []
      : lacks(capability, lists[kind].other) && isSecond(blocks, index)
        ? [secondLabel(capability, block, kind)]
        : lacks(capability, kind) &&
            // Who writes most practices as text means to.
            (kind === 'signals' || withPractices * 2 >= capabilities.length) &&
            isParagraph(blocks[index + 1]) &&
            isBareLabel(blocks, index)
          ? [textUnderLabel(capability, block, kind)]
          : [];
  });
}

/** The label of a list, and what it says. */
interface ListLabel {
  readonly block: RootContent;
  readonly index: number;
  readonly kind: ListKind;
  readonly key: string;
}

/** Where the lists of two capabilities stand below one heading, or those of the first below none. */
function lostHeadings(
  capabilities: readonly GuideCapability[],
  blocks: readonly RootContent[],
): readonly Problem[] {
  // Two lists for each are the rule, which is told at once.
  if (blocks.filter(isList).length <= 2 * capabilities.length) {
    return [];
  }
  const labels = blocks.flatMap((block, index): readonly ListLabel[] => {
    const kind = labelledKind(block, blocks[index + 1]);
    const text = labelText(block);
    return kind === undefined || text === undefined ? [] : [{ block, index, kind, key: nameKey(text) }];
  });
  const homes = groupBy(labels, ({ block }) =>
    capabilities.findLast(({ range }) => range.start <= rangeOf(block).start),
  );
  const known = new Set(
    [...homes].flatMap(([home, own]) => (home === undefined ? [] : own.map(({ key }) => key))),
  );
  return [...homes].flatMap(([capability, own]) => {
    const signals = own.filter(({ kind }) => kind === 'signals');
    const practices = own.filter(({ kind }) => kind === 'practices');
    const [first, second] = signals;
    const lost = capability === undefined ? first : second;
    return lost === undefined ||
      signals.length !== practices.length ||
      !known.has(lost.key) ||
      new Set(own.map(({ key }) => key)).size > 2 ||
      isDivided(blocks.slice(first?.index, lost.index), labels)
      ? []
      : [lostHeading(capability, lost.block)];
  });
}

/** Whether headings or bold lines, for instance the levels', part lists of the same labels. */
function isDivided(between: readonly RootContent[], labels: readonly ListLabel[]): boolean {
  return between.some(
    (one) => (isHeading(one) || isBoldLine(one)) && !labels.some(({ block }) => block === one),
  );
}

function lostHeading(capability: GuideCapability | undefined, block: RootContent): Problem {
  const label = labelText(block);
  return capabilityProblem(
    rangeOf(block),
    capability === undefined
      ? `“${label}” stands here before the first capability, and is not read. Write the heading of the capability that it belongs to above.`
      : `“${label}” stands here once more in “${capability.name}”, which has the lists of two capabilities. Write the heading of the second above.`,
  );
}

/** Whether a label over a list stands right behind another such list, which has the very same label. */
function isSecond(blocks: readonly RootContent[], index: number): boolean {
  const [first, list, second, other] = blocks.slice(Math.max(index - 2, 0), index + 2);
  const [one, two] = [first, second].map((label) => labelText(label));
  return (
    isList(list) && isList(other) && one !== undefined && two !== undefined && nameKey(one) === nameKey(two)
  );
}

/** Whether a label stands over text that is none itself. */
function isBareLabel(blocks: readonly RootContent[], index: number): boolean {
  return labelText(blocks[index]) !== undefined && labelText(blocks[index + 1]) === undefined;
}

function secondLabel({ name }: GuideCapability, block: RootContent, kind: ListKind): Problem {
  const { other } = lists[kind];
  return capabilityProblem(
    rangeOf(block),
    `“${labelText(block)}” stands twice in “${name}”, so that both lists are read as ${kind}. Label the ${other} “**${lists[other].label}:**”.`,
  );
}

function textUnderLabel({ name }: GuideCapability, block: RootContent, kind: ListKind): Problem {
  return {
    rule: kind === 'signals' ? 'guide-capability' : 'guide-section',
    range: rangeOf(block),
    message: `Nothing under this label can be read as ${kind} of “${name}”. Make a list of what stands there: begin each of its lines with “-”.`,
  };
}

function levelSlips(
  capabilities: readonly GuideCapability[],
  context: CapabilityContext,
): readonly Problem[] {
  const withBoth = capabilities.filter(({ expectations }) =>
    [context.from, context.level].every((id) => expectations.some(({ level }) => level === id)),
  ).length;
  // Who tells of one level alone may well do so in two sentences.
  const areBothUsual = withBoth > 1 && withBoth * 2 > capabilities.length - 1;
  return capabilities.flatMap((one) => levelSlip(one, areBothUsual, context));
}

/**
 * "At M1, … At M1, …", "At M1, … At , …": one of the two levels is spoken of twice, or has lost its name.
 *
 * @param areBothUsual Whether several of the other capabilities, and most of them, name both levels.
 */
function levelSlip(
  { name, summary, expectations }: GuideCapability,
  areBothUsual: boolean,
  context: CapabilityContext,
): readonly Problem[] {
  const [only, ...others] = expectations;
  const missing = [context.from, context.level].find((id) => id !== only?.level);
  if (summary === undefined || only === undefined || others.length > 0 || missing === undefined) {
    return [];
  }
  const isTwice =
    areBothUsual && levelsSpokenOf(summary.text, context).filter((id) => id === only.level).length === 2;
  const message = isTwice
    ? `“${name}” says twice what is so at ${only.level}, and not what is so at ${missing}. Name ${missing} in one of the two.`
    : /\bAt\s*,\s/u.test(summary.text)
      ? `“${name}” has “At ,” without a level here, and does not say what is so at ${missing}. Write “At ${missing},”.`
      : undefined;
  return message === undefined ? [] : [levelsProblem(summary.range, message)];
}
