import type { RootContent, Table, TableRow } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { listed } from '../../text/listed';
import type { SourceText, TextRange } from '../../text/sourceText';
import { headerTexts, isTable } from '../blocks/nodeTypes';
import { isQuestion, unquote } from '../blocks/passages';
import {
  knownLevelName,
  type LevelName,
  levelNameWithin,
  nameOf,
  wholeLevelName,
} from '../levels/levelNames';
import { type LevelPair, namesOf } from '../levels/levelPairs';
import { firstOf } from '../lists';
import type { FundamentalQuestion, Problem, Shift } from '../model';
import { sectionProblem } from '../problem';

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
function headerLevels(table: Table, known: readonly string[] = []): readonly (LevelName | undefined)[] {
  return headerTexts(table).map((cell) => {
    return levelNameWithin(cell) ?? knownLevelName(cell, known);
  });
}

/** The levels that a table's header names. */
export function levelsInHeader(table: Table, known?: readonly string[]): readonly LevelName[] {
  return headerLevels(table, known).filter((name) => name !== undefined);
}

/** Whether a table has a column for each of the two levels, and does not only tell figures, such as their pay. */
export function isShiftTable(block: RootContent, pair: LevelPair): block is Table {
  return isTable(block) && !tellsFigures(block) && levelsInHeader(block, namesOf(pair)).length >= 2;
}

/** "| €62,000 | €76,000 |", "| 28 days | 30 days |" in most rows. */
export function tellsFigures({ children: [, ...rows] }: Table): boolean {
  const figures = rows.filter(({ children }) =>
    children.slice(-2).every((cell) => figure.test(plainText(cell))),
  );
  return rows.length > 1 && figures.length * 2 > rows.length;
}

const figure = /^(?:[\p{Sc}~+-]|[A-Z]{3}\s)?\s?\d/u;

/**
 * The paired rows of a core shift table.
 *
 * @param pair The guide's two levels, by which the columns are told apart.
 */
export function readShiftTable(table: Table, pair: LevelPair, source: SourceText): Reading {
  const [header, ...rows] = table.children;
  const width = header?.children.length ?? 0;
  if (header === undefined || width < 2) {
    return {
      shifts: [],
      problems: [
        sectionProblem(
          rangeOf(header ?? table),
          `The core shift needs two columns, one for ${namesOf(pair).join(' and one for ')}; this table has ${width}.`,
        ),
      ],
    };
  }
  const sideways = rowPerLevel(table, pair);
  if (sideways.length > 0) {
    return { shifts: sideways, problems: [] };
  }
  const columns = shiftColumns(table, pair);
  const shifts = rows.flatMap((row) => {
    const from = cellText(row, columns.from);
    const to = cellText(row, columns.to);
    return from === '' && to === '' ? [] : [{ from, to, range: rangeOf(row) }];
  });
  return {
    shifts,
    problems: [...raggedRows(rows, width, source), ...halfRows(rows, columns, pair, source)],
  };
}

/** The shifts of a table that has a row for each of the two levels and a column for each change. */
function rowPerLevel({ children: [header, ...rows] }: Table, pair: LevelPair): readonly Shift[] {
  if (rows.length !== 2) {
    return [];
  }
  const known = namesOf(pair);
  const named = (cell: string): string | undefined => {
    const name = wholeLevelName(cell) ?? knownLevelName(cell, known);
    return name && nameOf(name);
  };
  const [from, to] = known.map((name) => rows.find((row) => named(cellText(row, 0)) === name));
  const topics = header?.children.slice(1).map(plainText) ?? [];
  return from === undefined || to === undefined || topics.some((cell) => named(cell))
    ? []
    : topics.flatMap((_, index) => {
        const cells = [from.children[index + 1], to.children[index + 1]].filter((cell) => cell !== undefined);
        const [low = '', high = ''] = cells.map(plainText);
        const range = spanOf(cells.map(rangeOf));
        return low === '' || high === '' || range === undefined ? [] : [{ from: low, to: high, range }];
      });
}

/** The fundamental question as a row of the table, where a cell says that it is one. */
export function questionInTable(table: Table, pair: LevelPair): FundamentalQuestion | undefined {
  const columns = shiftColumns(table, pair);
  return firstOf(table.children.slice(1), (row) => {
    const [from, to] = [cellText(row, columns.from), cellText(row, columns.to)];
    const isNamed = row.children.some((cell) => /\bquestion\b/i.test(plainText(cell)));
    return isNamed && isQuestion(from) && isQuestion(to)
      ? { from: unquote(from), to: unquote(to), range: rangeOf(row) }
      : undefined;
  });
}

/** Whether a table's last two columns are headed as what is and what will be: "Today", "In two years"; "Less of", "More of". */
export function comparesTimes(block: RootContent): block is Table {
  const [from, to] = headerTexts(block).slice(-2);
  return (
    from !== undefined &&
    (/^(?:today|now|then|before|until now|so far|currently)\b/iu.test(from) ||
      opposites.some(([less, more]) => less.test(from) && more.test(to ?? '')))
  );
}

const opposites: readonly (readonly [RegExp, RegExp])[] = [
  [/^less\b/iu, /^more\b/iu],
  [
    /^(?:what (?:to|you) )?(?:stop(?:ping)?|let(?:ting)? go|leav(?:e|ing) behind|giv(?:e|ing) up)\b/iu,
    /^(?:what (?:to|you) )?(?:start(?:ing)?|pick(?:ing)? up|tak(?:e|ing) (?:on|up))\b/iu,
  ],
  [/^(?:moving|shifting|going) from\b/iu, /^(?:(?:moving|shifting|going) )?(?:to|towards?)\b/iu],
  [/^old (?:way|job|role|you)\b/iu, /^new (?:way|job|role|you)\b/iu],
];

/** From the first to the last of some places, in whatever order. */
function spanOf(ranges: readonly TextRange[]): TextRange | undefined {
  const [first, ...others] = [...ranges].sort((a, b) => a.start - b.start);
  return first && { start: first.start, end: Math.max(first.end, ...others.map(({ end }) => end)) };
}

function shiftColumns(table: Table, pair: LevelPair): ShiftColumns {
  const header = headerTexts(table);
  const named = headerLevels(table, namesOf(pair));
  const column = (level: LevelName): number =>
    named.findIndex(
      (name, index) =>
        (name?.id !== undefined && name.id === nameOf(level)) ||
        (level.title !== undefined && header[index]?.toLowerCase() === level.title.toLowerCase()),
    );
  const from = column(pair.from);
  const to = column(pair.to);
  if (from >= 0 && to >= 0) {
    const before = lacksTopic(table) ? 1 : 0;
    return { from: from + before, to: to + before };
  }
  // A header that names other levels, or none: the first column of three or more says what a row is about.
  const first = header.length > 2 ? 1 : 0;
  return { from: first, to: first + 1 };
}

/** Whether each row has a cell more than the header, and begins with a few words on what it is about. */
function lacksTopic({ children: [header, ...rows] }: Table): boolean {
  const width = header?.children.length ?? 0;
  return (
    rows.length > 1 &&
    rows.every(({ children }) => children.length === width + 1) &&
    rows.every(({ children }) => {
      const [topic = 0, ...others] = children.map((cell) => plainText(cell).split(/\s+/u).length);
      return topic <= longestTopic && others.every((words) => words > topic);
    })
  );
}

const longestTopic = 3;

/** The rows that have not as many cells as the header, one problem for those that have as many as each other. */
function raggedRows(rows: readonly TableRow[], width: number, source: SourceText): readonly Problem[] {
  const counts = new Set(rows.map(({ children }) => children.length).filter((count) => count !== width));
  return [...counts].flatMap((cells) => {
    const ragged = rows.filter(({ children }) => children.length === cells);
    const isHeaderShort = cells > width && ragged.length > 1 && ragged.length === rows.length;
    const surplus = isHeaderShort
      ? 'give the header what it lacks'
      : 'write a pipe inside a cell as \\|, or take out what is too much';
    const mend = cells > width ? surplus : 'add what is missing';
    return rowsProblem(
      source,
      ragged,
      `${cells} ${cells === 1 ? 'cell' : 'cells'} where the header has ${width}: ${mend}.`,
    );
  });
}

/** The rows that have both cells and say something in one of them. */
function halfRows(
  rows: readonly TableRow[],
  { from, to }: ShiftColumns,
  pair: LevelPair,
  source: SourceText,
): readonly Problem[] {
  const isEmpty = (row: TableRow, column: number): boolean =>
    row.children[column] !== undefined && cellText(row, column) === '';
  return [
    { level: pair.from, empty: rows.filter((row) => isEmpty(row, from) && cellText(row, to) !== '') },
    { level: pair.to, empty: rows.filter((row) => isEmpty(row, to) && cellText(row, from) !== '') },
  ].flatMap(({ level, empty }) =>
    rowsProblem(source, empty, `nothing for ${nameOf(level)}: say what is so there, or leave the row out.`),
  );
}

/** "This row has …", or "This row and those on lines 14 and 16 have …". */
function rowsProblem(
  source: SourceText,
  [first, ...others]: readonly TableRow[],
  what: string,
): readonly Problem[] {
  const lines = others.slice(0, mostLines).map((row) => `${source.lineNumberAt(rangeOf(row).start)}`);
  const more = others.length > mostLines ? [`${others.length - mostLines} more`] : [];
  const rows =
    others.length === 0
      ? 'This row has'
      : `This row and ${others.length === 1 ? 'the one on line' : 'those on lines'} ${listed([...lines, ...more])} have`;
  return first === undefined ? [] : [sectionProblem(rangeOf(first), `${rows} ${what}`)];
}

/** A message tells no more lines than these. */
const mostLines = 5;

function cellText(row: TableRow, column: number): string {
  const cell = row.children[column];
  return cell === undefined ? '' : plainText(cell);
}
