import type { List, RootContent, Table } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { passageOf, plainText } from '../../markdown/plainText';
import { rememberingTexts } from '../../remembering';
import { compiled, escapedForPattern } from '../../text/pattern';
import type { SourceText } from '../../text/sourceText';
import { locate, paragraphText } from '../blocks/passages';
import { labelText } from '../blocks/sections';
import { isRung, spokenRung } from '../levels/countedLevels';
import { idPattern, isLevelId } from '../levels/levelIds';
import type { Expectation, GuideLevel } from '../model';

/** The level that capabilities lead to, and how texts in the guide speak of levels. */
export interface CapabilityContext {
  readonly source: SourceText;
  readonly level: string;
  readonly from: string | undefined;
  readonly words: LevelWords;
}

/** How a guide speaks of its levels. */
interface LevelWords {
  /** "At M1," in running text. */
  readonly mark: RegExp;
  /** "At M1," or "M1:" at the start of a list's item. */
  readonly item: RegExp;
  /** "At M1" and nothing else. */
  readonly label: RegExp;
  /** The id of a level that goes by its id, or by its title in whatever case. */
  readonly idOf: (name: string) => string;
}

/** "At M1," and the same in other words. */
const rung = `(?:${spokenRung}|${spokenRung.toLowerCase()})\\s+`;
const idLead = `(?:(?:At|As\\s+an?|In|For)\\s+(?:the\\s+)?(?:${rung})?|On\\s+(?:the\\s+)?${rung})`;
/** "On Step 3," too, where levels go by such words. */
const rungLead = `(?:At|As\\s+an?|In|For|On)\\s+(?:the\\s+)?(?:${rung})?`;

/** Also the ids of another track, left by who copied the guide from there; "In Q3, …" names none. */
const anyLevel = `(?<![\\p{L}\\p{N}])(?:At|As\\s+an?)\\s+(${idPattern})\\s*,`;

const start = '(?:^|(?<=[.!?]\\s))';

/** What to look for where the capabilities of one of a guide's levels are read. */
export function capabilityContext(
  source: SourceText,
  level: GuideLevel,
  from: GuideLevel | undefined,
): CapabilityContext {
  const levels = from === undefined ? [level] : [level, from];
  const ids = new Map(
    levels.flatMap(({ id, title }) =>
      title === undefined
        ? []
        : [title, ...withId(title, id)].map((name) => [name.toLowerCase(), id] as const),
    ),
  );
  const pattern = levelPattern(levels);
  const name = `(${pattern})`;
  // A guide that writes its levels as "m2" means M2.
  const isInSmallLetters = !source.text.includes(level.id);
  // "At M1, you do this; at M2, you do that."
  const speaksOn = source.text.includes('; at ');
  const lead = isRung(level.id) ? rungLead : idLead;
  return {
    source,
    level: level.id,
    from: from?.id,
    words: {
      mark: compiled(
        `(?=[AFIO${speaksOn ? 'a' : ''}]|${pattern})(?:${[
          `(?<![\\p{L}\\p{N}])${lead}${name}(?:\\s+level|\\s*\\([^()]{1,80}\\))?\\s*[,:]`,
          ...(levels.every(({ id }) => isLevelId(id)) ? [anyLevel] : []),
          ...(speaksOn ? [`(?<=;\\s)at\\s+${name}\\s*,`] : []),
          `${start}(?:${lead}${name}(?:\\s+level)?(?=\\s(?!(?:and|or|to|level)\\b)\\p{Ll})|${name}\\s*[:–—]\\s)`,
        ].join('|')})`,
        isInSmallLetters ? 'giu' : 'gu',
      ),
      item: compiled(`^(?:${lead})?${name}(?:\\s+level)?\\s*[:,–—-]\\s+`, 'u'),
      label: compiled(`^(?:${lead})?${name}(?:\\s*\\([^)]*\\))?$`, 'u'),
      idOf: (word) => ids.get(word.toLowerCase()) ?? (isInSmallLetters ? word.toUpperCase() : word),
    },
  };
}

/** Whether a block tells what is so at a level, whichever that is. */
export function speaksOfLevel(block: RootContent): boolean {
  const text = paragraphText(block).slice(0, longestStretch);
  return oneId.test(text) || twoTitles.test(text);
}

/** Whether a block tells what is so at each of two levels, whichever these are. */
export function tellsOfTwoLevels(block: RootContent): boolean {
  const text = paragraphText(block).slice(0, longestStretch);
  return twoIds.test(text) || twoTitles.test(text);
}

/** Who speaks of levels does so at once, and the patterns here would take their time with longer text. */
const longestStretch = 1000;
/** Whether each item of a list begins with a level, whichever that is: "M1: …", "At M2, …". */
export function isPerLevel(list: List): boolean {
  return list.children.every((item) => itemOfLevel.test(plainText(item).slice(0, 100)));
}

const itemOfLevel = new RegExp(`^(?:(?:At|As an?) )?${idPattern}\\s*[:,–—-]\\s`, 'u');

const oneId = new RegExp(`\\b(?:At|As an?) ${idPattern}(?:,| \\p{Ll})`, 'u');
const twoIds = new RegExp(`\\b(?:At|As an?) ${idPattern}, .+[.;!?] (?:At|As an?) ${idPattern},`, 'u');
/** "As a Team Lead, … As an Engineering Manager, …", "At HEO, … At SEO, …" */
const twoTitles = /\b(?:At|As an?) \p{Lu}[^,.]{1,40}, .+[.;!?] (?:At|As an?) \p{Lu}[^,.]{1,40},/u;

/**
 * "At M1, … At M2, …": the text after each "At ID," up to the next or the paragraph's end. "As an M1," means
 * the same, and so do "At M1 you" and "M1:" where a sentence could begin.
 */
export function expectationsIn(block: RootContent, context: CapabilityContext): readonly Expectation[] {
  const text = plainText(block);
  const marks = [...text.matchAll(context.words.mark)];
  return marks.flatMap((mark, index) =>
    expectation(
      mark.slice(1).find((name) => name !== undefined),
      text.slice(mark.index + mark[0].length, marks[index + 1]?.index).trim(),
      block,
      context,
    ),
  );
}

/** The levels that a text speaks of as `expectationsIn` reads it, in their order. */
export function levelsSpokenOf(text: string, { words }: CapabilityContext): readonly string[] {
  return [...text.matchAll(words.mark)].flatMap((mark) => {
    const name = mark.slice(1).find((one) => one !== undefined);
    return name === undefined ? [] : [words.idOf(name)];
  });
}

/** A list whose every item begins with "At M1," or "M1:". */
export function expectationItems(list: List, context: CapabilityContext): readonly Expectation[] {
  const items = list.children.map((item) => {
    const text = plainText(item);
    const mark = context.words.item.exec(text);
    return expectation(mark?.[1], text.slice(mark?.[0].length), item, context);
  });
  return items.every((item) => item.length > 0) ? items.flat() : [];
}

/** A table with a column or a row for each of several levels: what stands in it. */
export function expectationCells(table: Table, context: CapabilityContext): readonly Expectation[] {
  const columns = expectationColumns(table, context);
  return columns.length > 0 ? columns : expectationRows(table, context);
}

/** Rows that begin with a level: "M1 | small teams", "M2 | larger ones". */
function expectationRows(table: Table, context: CapabilityContext): readonly Expectation[] {
  const rows = table.children.slice(1).map(({ children: [name, ...cells] }) => {
    const level = name && levelIn(plainText(name), context);
    const found = passageOf(cells);
    return level === undefined || found === undefined ? undefined : { level, ...found };
  });
  return rows.length > 1 && rows.every((row) => row !== undefined) ? rows : [];
}

function expectationColumns(table: Table, context: CapabilityContext): readonly Expectation[] {
  const [header, ...rows] = table.children;
  const columns = (header?.children ?? []).flatMap((cell, column) => {
    const level = levelIn(plainText(cell), context);
    const found = passageOf(rows.flatMap(({ children }) => children.slice(column, column + 1)));
    return level === undefined || found === undefined ? [] : [{ level, ...found }];
  });
  return columns.length > 1 ? columns : [];
}

/** The level that a heading or a label names and says no more: "At M1", "M1 (Engineering Manager):". */
export function labelledLevel(block: RootContent, context: CapabilityContext): string | undefined {
  const label = labelText(block);
  return label === undefined ? undefined : levelIn(label, context);
}

function levelIn(label: string, { words }: CapabilityContext): string | undefined {
  const name = words.label.exec(label)?.[1];
  return name === undefined ? undefined : words.idOf(name);
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
          level: context.words.idOf(level),
          text,
          range: locate(context.source, rangeOf(block), text),
        },
      ];
}

/** "Technician T2", "Technician (T2)" */
function withId(title: string, id: string): readonly string[] {
  return title === id ? [] : [`${title} ${id}`, `${title} (${id})`];
}

/**
 * Two levels by their ids and titles, the longer title first, also in small letters; and whatever else has
 * the form of an id of their tracks.
 */
function levelPattern(levels: readonly GuideLevel[]): string {
  const titles = levels
    .flatMap(({ id, title }) => (title === undefined ? [] : [title, ...withId(title, id)]))
    .sort((a, b) => b.length - a.length);
  return [...titles.map(titlePattern), ...levels.map(({ id }) => likeId(id))].join('|');
}

const titlePattern = rememberingTexts((title): string =>
  escapedForPattern(title).replace(/(?<!\p{L})\p{L}/gu, (first) => `[${first}${first.toLowerCase()}]`),
);

/** An id with whatever number. */
const likeId = rememberingTexts((id): string => escapedForPattern(id).replace(/(?<=\p{L})\d+$/u, '\\d{1,3}'));
