import type { List, RootContent } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import { passageOf, plainText } from '../markdown/plainText';
import type { SourceText } from '../text/sourceText';
import type { Expectation } from './model';
import { locate } from './passages';
import { labelText } from './sections';

/** The level that capabilities lead to, and how texts in the guide speak of levels. */
export interface CapabilityContext {
  readonly source: SourceText;
  readonly level: string;
  readonly from: string | undefined;
}

/** "At M1," and the same in other words. */
const lead = '(?:At|As\\s+an?)\\s+(?:the\\s+)?';

const start = '(?:^|(?<=[.!?]\\s))';

/** Whether a block tells what is so at a level, whichever that is. */
export function speaksOfLevel(block: RootContent): boolean {
  return (
    block.type === 'paragraph' &&
    /\b(?:At|As an?) \p{Lu}\p{L}{0,5}\d{1,3}(?:,| \p{Ll})/u.test(plainText(block))
  );
}

/**
 * "At M1, … At M2, …": the text after each "At ID," up to the next or the paragraph's end. "As an M1," means
 * the same, and so do "At M1 you" and "M1:" where a sentence could begin.
 */
export function expectationsIn(block: RootContent, context: CapabilityContext): readonly Expectation[] {
  const text = plainText(block);
  const levels = levelPattern(context);
  const marks = [
    ...text.matchAll(
      new RegExp(
        `(?<![\\p{L}\\p{N}])${lead}(${levels})(?:\\s+level)?\\s*[,:]|${start}${lead}(${levels})(?:\\s+level)?(?=\\s(?!(?:and|or|to|level)\\b)\\p{Ll})|${start}(${levels})\\s*[:–—]\\s`,
        isInSmallLetters(context) ? 'giu' : 'gu',
      ),
    ),
  ];
  return marks.flatMap((mark, index) =>
    expectation(
      mark[1] ?? mark[2] ?? mark[3],
      text.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim(),
      block,
      context,
    ),
  );
}

/** A list whose every item begins with "At M1," or "M1:". */
export function expectationItems(list: List, context: CapabilityContext): readonly Expectation[] {
  const begins = new RegExp(`^(?:${lead})?(${levelPattern(context)})\\s*[:,–—-]\\s+`, 'u');
  const items = list.children.map((item) => {
    const text = plainText(item);
    const mark = begins.exec(text);
    return expectation(mark?.[1], text.slice(mark?.[0].length), item, context);
  });
  return items.every((item) => item.length > 0) ? items.flat() : [];
}

/** The level that a heading or a label names and says no more: "At M1", "M1 (Engineering Manager):". */
export function levelLabel(block: RootContent, context: CapabilityContext): string | undefined {
  const label = labelText(block) ?? '';
  const level = new RegExp(`^(?:${lead})?(${levelPattern(context)})(?:\\s*\\([^)]*\\))?$`, 'u').exec(label);
  return level?.[1];
}

/** What stands under the label of a level. */
export function expectationUnder(
  label: { readonly level: string; readonly blocks: readonly RootContent[] } | undefined,
): readonly Expectation[] {
  const found = label && passageOf(label.blocks);
  return label === undefined || found === undefined ? [] : [{ level: label.level, ...found }];
}

function expectation(
  level: string | undefined,
  text: string,
  block: Parameters<typeof rangeOf>[0],
  context: CapabilityContext,
): readonly Expectation[] {
  return level === undefined || text === ''
    ? []
    : [
        {
          level: isInSmallLetters(context) ? level.toUpperCase() : level,
          text,
          range: locate(context.source, rangeOf(block), text),
        },
      ];
}

/** Whether a guide writes its levels as "m2", by which M2 is meant. */
function isInSmallLetters({ level, source }: CapabilityContext): boolean {
  return !source.text.includes(level);
}

/** The ids of the guide's two levels, and whatever else has the form of an id of their tracks. */
function levelPattern({ level, from }: CapabilityContext): string {
  return [level, from ?? level]
    .map((id) => id.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&').replace(/(?<=\p{L})\d+$/u, '\\d{1,3}'))
    .join('|');
}

/** One expectation per level: an author who speaks of a level twice adds to it. */
export function mergeByLevel(expectations: readonly Expectation[]): readonly Expectation[] {
  const merged = new Map<string, Expectation>();
  for (const expectation of expectations) {
    const known = merged.get(expectation.level);
    merged.set(
      expectation.level,
      known === undefined
        ? expectation
        : {
            level: known.level,
            text: `${known.text} ${expectation.text}`,
            range: { start: known.range.start, end: expectation.range.end },
          },
    );
  }
  return [...merged.values()];
}
