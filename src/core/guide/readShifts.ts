import type { List, RootContent, Table, TableRow } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import { plainText } from '../markdown/plainText';
import { type LevelName, parseLevelName } from './levelNames';
import type { Problem, Shift } from './model';

/** Which column of a table speaks of which level. */
interface ShiftColumns {
  readonly from: number;
  readonly to: number;
}

interface Reading {
  readonly shifts: readonly Shift[];
  readonly problems: readonly Problem[];
}

/** The levels that a table's header cells name, by column; undefined where a cell names none. */
export function headerLevels(table: Table): readonly (LevelName | undefined)[] {
  return (table.children[0]?.children ?? []).map((cell) => parseLevelName(plainText(cell)));
}

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
  const columns = shiftColumns(table, levels);
  const problems: Problem[] = rows.flatMap((row) => rowProblem(row, width) ?? []);
  const shifts = rows.flatMap((row) => {
    const from = cellText(row, columns.from);
    const to = cellText(row, columns.to);
    return from === '' && to === '' ? [] : [{ from, to, range: rangeOf(row) }];
  });
  return { shifts, problems };
}

/** Rows written as a list: "Small team → larger team". Items without an arrow are no rows. */
export function readShiftList(list: List): readonly Shift[] {
  return list.children.flatMap((item) => {
    const [from, to, ...more] = plainText(item).split(/\s*(?:→|⟶|➔|➜|⇒|-+>|=+>)\s*/u);
    const whole = from?.replace(/^from\s+/iu, '');
    return whole && to && more.length === 0 ? [{ from: whole, to, range: rangeOf(item) }] : [];
  });
}

/** The first table among some blocks. */
export function firstTable(blocks: readonly RootContent[]): Table | undefined {
  return blocks.find((block) => block.type === 'table');
}

function shiftColumns(table: Table, levels: readonly [LevelName, LevelName]): ShiftColumns {
  const header = (table.children[0]?.children ?? []).map(plainText);
  const named = headerLevels(table);
  const column = (level: LevelName): number =>
    named.findIndex(
      (name, index) =>
        (name?.id !== undefined && name.id === level.id) ||
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

function rowProblem(row: TableRow, width: number): Problem | undefined {
  const cells = row.children.length;
  if (cells === width) {
    return undefined;
  }
  const mend = cells > width ? 'write a pipe inside a cell as \\|' : 'add what is missing';
  return {
    rule: 'guide-section',
    range: rangeOf(row),
    message: `This row has ${cells} ${cells === 1 ? 'cell' : 'cells'} where the header has ${width}: ${mend}.`,
  };
}

function cellText(row: TableRow, column: number): string {
  const cell = row.children[column];
  return cell === undefined ? '' : plainText(cell);
}

function nameOf(level: LevelName): string {
  return level.id ?? level.title ?? 'a level';
}
