import type { List, ListItem, RootContent, Table, TableRow } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { collapse, passageOf, plainText } from '../../markdown/plainText';
import { escapedForPattern } from '../../text/pattern';
import { arrowPattern, arrowSigns } from '../arrows';
import { isList, listPassages, paragraphText, unquote } from '../blocks/passages';
import { boldLead, labelText } from '../blocks/sections';
import { knownLevelName, type LevelName, levelNameWithin, nameOf, wholeLevelName } from '../levelNames';
import type { LevelPair } from '../levelPairs';
import type { FundamentalQuestion, Problem, Shift } from '../model';

/** Which column of a table speaks of which level. */
interface ShiftColumns {
  readonly from: number;
  readonly to: number;
}

interface Reading {
  readonly shifts: readonly Shift[];
  readonly problems: readonly Problem[];
}

/**
 * The levels that a table's header cells name, by column; undefined where a cell names none.
 *
 * @param known Names of levels that have not the form of an id.
 */
export function headerLevels(
  table: Table,
  known: readonly string[] = [],
): readonly (LevelName | undefined)[] {
  return (table.children[0]?.children ?? []).map(plainText).map((cell) => {
    return levelNameWithin(cell) ?? knownLevelName(cell, known);
  });
}

/** Whether a table has a column for each of the two levels, and does not only tell figures, such as their pay. */
export function isShiftTable(block: RootContent, { from, to }: LevelPair): block is Table {
  return (
    block.type === 'table' &&
    !tellsFigures(block) &&
    headerLevels(block, [nameOf(from), nameOf(to)]).filter((name) => name !== undefined).length >= 2
  );
}

/** "| €62,000 | €76,000 |", "| 28 days | 30 days |" in most rows. */
function tellsFigures({ children: [, ...rows] }: Table): boolean {
  const figures = rows.filter(({ children }) =>
    children.slice(-2).every((cell) => figure.test(plainText(cell))),
  );
  return rows.length > 1 && figures.length * 2 > rows.length;
}

const figure = /^(?:[\p{Sc}~+-]|[A-Z]{3}\s)?\s?\d/u;

/**
 * The paired rows of a core shift table.
 *
 * @param levels The guide's two levels, by which the columns are told apart.
 */
export function readShiftTable(table: Table, levels: readonly [LevelName, LevelName]): Reading {
  const [header, ...rows] = table.children;
  const width = header?.children.length ?? 0;
  if (header === undefined || width < 2) {
    return {
      shifts: [],
      problems: [
        {
          rule: 'guide-section',
          range: rangeOf(header ?? table),
          message: `The core shift needs two columns, one for ${nameOf(levels[0])} and one for ${nameOf(levels[1])}; this table has ${width}.`,
        },
      ],
    };
  }
  const sideways = rowPerLevel(table, levels);
  if (sideways.length > 0) {
    return { shifts: sideways, problems: [] };
  }
  const columns = shiftColumns(table, levels);
  const shifts = rows.flatMap((row) => {
    const from = cellText(row, columns.from);
    const to = cellText(row, columns.to);
    return from === '' && to === '' ? [] : [{ from, to, range: rangeOf(row) }];
  });
  return { shifts, problems: [...raggedRows(rows, width), ...halfRows(rows, columns, levels)] };
}

/** The shifts of a table that has a row for each of the two levels and a column for each change. */
function rowPerLevel(
  { children: [header, ...rows] }: Table,
  levels: readonly [LevelName, LevelName],
): readonly Shift[] {
  const known = levels.map(nameOf);
  const named = (cell: string): string | undefined => {
    const name = levelNameWithin(cell) ?? knownLevelName(cell, known);
    return name && nameOf(name);
  };
  const [from, to] = known.map((name) => rows.find((row) => named(cellText(row, 0)) === name));
  const topics = header?.children.slice(1).map(plainText) ?? [];
  return from === undefined || to === undefined || rows.length !== 2 || topics.some((cell) => named(cell))
    ? []
    : topics.flatMap((_, index) => {
        const [low, high] = [cellText(from, index + 1), cellText(to, index + 1)];
        const range = { start: rangeOf(rows[0] ?? from).start, end: rangeOf(rows[1] ?? to).end };
        return low === '' || high === '' ? [] : [{ from: low, to: high, range }];
      });
}

/** A core shift that is no table: phrases such as "from … to …", or what is so at each of the two levels. */
export function readShiftBlocks(blocks: readonly RootContent[], levels: LevelPair): readonly Shift[] {
  const phrases = blocks.flatMap((block) =>
    block.type === 'list' ? readNestedShifts(block, levels) : shiftPhrase(block),
  );
  for (const read of [
    () => perLevel(blocks, levels),
    () => pairLists(blocks, levels),
    () => wholePhrases(blocks),
  ]) {
    if (phrases.length > 0) {
      break;
    }
    phrases.push(...read());
  }
  return phrases;
}

/** The rows of a list, or of those that stand under its items. */
function readNestedShifts(list: List, levels: LevelPair): readonly Shift[] {
  const rows = readShiftList(list, levels);
  const nested = list.children.flatMap(({ children }) => children.filter(isList));
  return rows.length > 0 ? rows : nested.flatMap((inner) => readShiftList(inner, levels));
}

/**
 * "M1: Small team. M2: Larger team", "Before: … After: …", as paragraphs or as items, perhaps behind what the row is
 * about; or the same on two paragraphs.
 */
function perLevel(blocks: readonly RootContent[], { from, to }: LevelPair): readonly Shift[] {
  const [low, high] = [from, to].map(({ id, title }) =>
    [id, title].flatMap((name) => (name === undefined ? [] : escapedForPattern(name))).join('|'),
  );
  const rows = blocks.flatMap((block): readonly (readonly (RootContent | ListItem)[])[] =>
    block.type === 'list' ? block.children.map((item) => [item]) : [[block]],
  );
  const pairs = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return block.type === 'paragraph' && next?.type === 'paragraph' ? [[block, next]] : [];
  });
  for (const candidates of [rows, pairs]) {
    for (const [before = '', after = ''] of [[low, high], ...timeLabels]) {
      const found = labelledRows(candidates, before, after);
      if (found.length > 0) {
        return found;
      }
    }
  }
  return [];
}

/** What stands before the two sides of a row that names no levels. */
const timeLabels: readonly (readonly [before: string, after: string])[] = [
  ['before|so far|until now', 'after|afterwards|now|from now on'],
  ['today|now|currently', 'tomorrow|then|next|later|soon'],
  ['then|yesterday', 'now|today'],
  ['from', 'to'],
  ['old', 'new'],
  ['less', 'more'],
  ['stop', 'start'],
];

function labelledRows(
  rows: readonly (readonly (RootContent | ListItem)[])[],
  before: string,
  after: string,
): readonly Shift[] {
  const side = (names: string): string => `(?:At\\s+)?(?:${names})(?:\\s*\\([^)]*\\))?\\s*[:–—-]\\s+([^?]+?)`;
  const both = new RegExp(`^(?:.{1,60}?[\\s:–—-])??${side(before)}\\s+${side(after)}$`, 'isu');
  return rows.flatMap((row) => {
    const whole = passageOf(row);
    const [, low, high] = both.exec(whole?.text.slice(0, longestRow) ?? '') ?? [];
    return low && high && whole !== undefined
      ? [{ from: collapse(low), to: collapse(high), range: whole.range }]
      : [];
  });
}

/** No row is longer, and the pattern would take its time with longer text. */
const longestRow = 600;

/** "**From doing to deciding.** …", "**Doing → deciding.** …", or the same as a heading; a step between levels is none. */
function shiftPhrase(block: RootContent): readonly Shift[] {
  const phrase = block.type === 'heading' ? plainText(block) : (boldLead(block)?.lead ?? '');
  const text = phrase.replace(/[.:]$/u, '');
  const [from, to, ...more] = /^from\s/iu.test(text) ? fromTo(text) : text.split(arrow);
  return from && to && more.length === 0 && !text.includes('?') && wholeLevelName(from) === undefined
    ? [{ from, to, range: rangeOf(block) }]
    : [];
}

/**
 * "From doing to deciding." or "doing → deciding": paragraphs that say nothing else and ask nothing; a single
 * one is as likely a sentence of the text.
 */
function wholePhrases(blocks: readonly RootContent[]): readonly Shift[] {
  const phrases = blocks.flatMap((block) => {
    const text = paragraphText(block);
    const phrase = text.replace(/[.]$/u, '');
    const [from, to, ...more] = /^from\s[^.:]*$/iu.test(phrase) ? fromTo(phrase) : phrase.split(arrow);
    return from && to && more.length === 0 && !text.includes('?')
      ? [{ from, to, range: rangeOf(block) }]
      : [];
  });
  return phrases.length > 1 ? phrases : [];
}

/** The items of two lists, each under a line that names its level, pair by pair; they must be as many. */
function pairLists(blocks: readonly RootContent[], levels: LevelPair): readonly Shift[] {
  const lines = blocks.flatMap(nestedLists);
  const [before, after] = [levels.from, levels.to].map((level) => {
    const list = lines.find((block, index) => block.type === 'list' && speaksOf(lines[index - 1], level));
    return list?.type === 'list' ? listPassages(list) : [];
  });
  return before === undefined || after === undefined || before.length !== after.length
    ? []
    : before.flatMap((from, index) => {
        const to = after[index];
        return to === undefined
          ? []
          : [{ from: from.text, to: to.text, range: { start: from.range.start, end: to.range.end } }];
      });
}

/** A list whose items each hold a list of their own, as the items' lines; any other block as it is. */
function nestedLists(block: RootContent): readonly RootContent[] {
  return block.type === 'list' && block.children.every(({ children }) => children[1]?.type === 'list')
    ? block.children.flatMap(({ children }) => children)
    : [block];
}

/** Whether a heading, a label or a line of its own names a level, and only this one. */
function speaksOf(block: RootContent | undefined, level: LevelName): boolean {
  const label = labelText(block);
  const line = paragraphText(block);
  const name = label === undefined ? wholeLevelName(line) : levelNameWithin(label);
  return (name?.id ?? label ?? line).toLowerCase() === nameOf(level).toLowerCase();
}

/** The fundamental question as a row of the table, where a cell says that it is one. */
export function questionInTable(
  table: Table,
  levels: readonly [LevelName, LevelName],
): FundamentalQuestion | undefined {
  const columns = shiftColumns(table, levels);
  for (const row of table.children.slice(1)) {
    const [from, to] = [cellText(row, columns.from), cellText(row, columns.to)];
    const isNamed = row.children.some((cell) => /\bquestion\b/i.test(plainText(cell)));
    if (isNamed && [from, to].every((cell) => /\?\P{L}?$/u.test(cell))) {
      return { from: unquote(from), to: unquote(to), range: rangeOf(row) };
    }
  }
  return undefined;
}

/** "Being available becomes being predictable". */
const becoming = /\s+(?:becomes?|turns? into|gives? way to)\s+/iu;
const arrow = new RegExp(`\\s*${arrowPattern}\\s*`, 'u');
const topic = new RegExp(`^[^:${arrowSigns}]{1,40}:\\s+(?=\\S)`, 'u');

/** Rows written as a list: "Small team → larger team", "from … to …". Items with neither are no rows. */
function readShiftList(list: List, levels: LevelPair): readonly Shift[] {
  const topics = list.children.map((item) => topicOf(plainText(item)));
  const allBecome = list.children.every((item) => plainText(item).split(becoming).length === 2);
  return list.children.flatMap((item, index) => {
    const lead = boldLead(item.children[0])?.lead ?? '';
    const topic = topics.every((each) => each !== '') ? topics[index] : '';
    const text = /^from\s.*\sto\s/isu.test(lead)
      ? lead.replace(/[.:]$/u, '')
      : plainText(item).slice(topic?.length);
    const [from, to, ...more] = text.split(text.search(arrow) < 0 && allBecome ? becoming : arrow);
    const sides =
      to === undefined ? fromTo(text) : [from?.replace(/^from\s+/iu, ''), more.length > 0 ? undefined : to];
    const [before, after] = [withoutLevel(sides[0], levels.from), withoutLevel(sides[1], levels.to)];
    return before && after ? [{ from: before, to: after, range: rangeOf(item) }] : [];
  });
}

/** What a row is about, where it says so: "Scope: one team → several". */
function topicOf(text: string): string {
  return topic.exec(text)?.[0] ?? '';
}

/** "Scope: from one team to several"; of several "to" the one that is meant stands between like words. */
function fromTo(text: string): readonly (string | undefined)[] {
  const pieces = (
    /(?:^|[:–—-]\s+)(?:(?:mov|go|shift|chang|switch|grow|stepp)ing\s+)?from\s+(.+)$/isu.exec(text)?.[1] ?? ''
  ).split(/(?<!\b(?:how|when|where|what|able|need|want))\s+to\s+/iu);
  const ends = pieces.slice(1).keys();
  const alike =
    pieces.length > 2 ? [...ends].filter((end) => beginAlike(pieces[0], pieces[end + 1])) : [...ends];
  const [end, ...others] = alike;
  return end === undefined || others.length > 0
    ? []
    : [pieces.slice(0, end + 1).join(' to '), pieces.slice(end + 1).join(' to ')];
}

/** "helping …" and "teaching …", "Helps …" and "Teaches …". */
function beginAlike(from = '', to = ''): boolean {
  return [/^\p{L}+ing\b/iu, /^\p{Lu}/u].some((form) => form.test(from) && form.test(to));
}

/** A side of a row without the level it is headed with: "M1: Small team". */
function withoutLevel(side: string | undefined, level: LevelName): string | undefined {
  const name = nameOf(level);
  return side?.startsWith(name) ? side.slice(name.length).replace(/^\s*[:–—-]\s+/u, '') : side;
}

/** Whether each item of a list has two sides: "Small team → larger team", "From … to …". */
export function isShiftList(block: RootContent): block is List {
  return (
    block.type === 'list' &&
    block.children.map(plainText).every((text) => arrow.test(text) || fromTo(text).length > 0)
  );
}

/** Whether a table's last two columns are headed as what is and what will be: "Today", "In two years"; "Less of", "More of". */
export function comparesTimes(block: RootContent): block is Table {
  const [from, to] = (block.type === 'table' ? (block.children[0]?.children ?? []) : [])
    .slice(-2)
    .map(plainText);
  return (
    from !== undefined &&
    (/^(?:today|now|then|before|until now|so far|currently)\b/iu.test(from) ||
      opposites.some(([less, more]) => less.test(from) && more.test(to ?? '')))
  );
}

const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/^less\b/iu, /^more\b/iu],
  [
    /^(?:what (?:to|you) )?(?:stop|drop|let(?:ting)? go|leav(?:e|ing) behind|giv(?:e|ing) up)/iu,
    /^(?:what (?:to|you) )?(?:start|pick|tak(?:e|ing))/iu,
  ],
  [/^old\b/iu, /^new\b/iu],
];

/** The first table among some blocks. */
export function firstTable(blocks: readonly RootContent[]): Table | undefined {
  return blocks.find((block) => block.type === 'table');
}

function shiftColumns(table: Table, levels: readonly [LevelName, LevelName]): ShiftColumns {
  const header = (table.children[0]?.children ?? []).map(plainText);
  const named = headerLevels(table, levels.map(nameOf));
  const column = (level: LevelName): number =>
    named.findIndex(
      (name, index) =>
        (name?.id !== undefined && name.id === nameOf(level)) ||
        (level.title !== undefined && header[index]?.toLowerCase() === level.title.toLowerCase()),
    );
  const from = column(levels[0]);
  const to = column(levels[1]);
  if (from >= 0 && to >= 0) {
    return { from, to };
  }
  // A header that names other levels, or none: the first column of three or more says what a row is about.
  const first = header.length > 2 ? 1 : 0;
  return { from: first, to: first + 1 };
}

/** The rows that have not as many cells as the header, one problem for those that have as many as each other. */
function raggedRows(rows: readonly TableRow[], width: number): readonly Problem[] {
  const counts = new Set(rows.map(({ children }) => children.length).filter((count) => count !== width));
  return [...counts].flatMap((cells) => {
    const mend = cells > width ? 'write a pipe inside a cell as \\|' : 'add what is missing';
    return rowsProblem(
      rows.filter(({ children }) => children.length === cells),
      `${cells} ${cells === 1 ? 'cell' : 'cells'} where the header has ${width}: ${mend}.`,
    );
  });
}

/** The rows that have both cells and say something in one of them. */
function halfRows(
  rows: readonly TableRow[],
  { from, to }: ShiftColumns,
  levels: readonly [LevelName, LevelName],
): readonly Problem[] {
  const isEmpty = (row: TableRow, column: number): boolean =>
    row.children[column] !== undefined && cellText(row, column) === '';
  return [
    { level: levels[0], empty: rows.filter((row) => isEmpty(row, from) && cellText(row, to) !== '') },
    { level: levels[1], empty: rows.filter((row) => isEmpty(row, to) && cellText(row, from) !== '') },
  ].flatMap(({ level, empty }) =>
    rowsProblem(empty, `nothing for ${nameOf(level)}: say what is so there, or leave the row out.`),
  );
}

/** "This row has …", or "This row and 2 more have …". */
function rowsProblem([first, ...others]: readonly TableRow[], what: string): readonly Problem[] {
  const rows = others.length === 0 ? 'This row has' : `This row and ${others.length} more have`;
  return first === undefined
    ? []
    : [{ rule: 'guide-section', range: rangeOf(first), message: `${rows} ${what}` }];
}

function cellText(row: TableRow, column: number): string {
  const cell = row.children[column];
  return cell === undefined ? '' : plainText(cell);
}
