import type { Code, RootContent } from 'mdast';
import { groupBy, type NonEmpty } from '../../groupBy';
import { rangeOf } from '../../markdown/nodes';
import type { SourceText, TextRange } from '../../text/sourceText';
import type { Problem } from '../model';
import { sectionProblem } from '../problem';
import { isAdmonition, withHeld } from './callouts';
import { definesList, holdsDefinition } from './definitionLists';
import { isDashList } from './drawnLists';
import { indentedBlocks, isIndented } from './indentedBlocks';
import { isCode, isHeading, isHtml, isParagraph, isThematicBreak } from './nodeTypes';
import { firstLine } from './paragraphs';
import { runTogether } from './runTogether';
import { hasTightBullets, tightBullets } from './tightBullets';
import { unmadeBold } from './unmadeBold';
import { hiddenHeading, unmadeHeading } from './unmadeHeadings';
import {
  continues,
  isHeaderOf,
  isUnmadeTable,
  type RowsBelow,
  rowsOf,
  tableBelow,
  tableOf,
  tableSlip,
  withRows,
} from './unmadeTables';

/** Blocks as their author meant them, and the slips that make Markdown read some of them otherwise. */
export interface MeantBlocks {
  readonly blocks: readonly RootContent[];
  /** Each slip, and how to mend it; of one that was made again and again, the first. */
  readonly slips: readonly Problem[];
}

/**
 * What a slip makes Markdown take for text becomes what its author meant: "##Name" and headings in HTML are
 * headings, and so is "1. Name" over dashes, "**Name" is bold, lines between pipes are tables or rows of the table before them.
 */
export function meantBlocks(nodes: readonly RootContent[], source: SourceText): MeantBlocks {
  const blocks: RootContent[] = [];
  const slips: Problem[] = [];
  const rowsBelow: RowsBelow[] = [];
  const mayBeTight = hasTightBullets(source);
  /** The last block but for HTML. */
  let above: RootContent | undefined;
  const add = (added: readonly RootContent[]): void => {
    for (const block of added) {
      blocks.push(block);
      above = isHtml(block) ? above : block;
    }
  };
  const tell = (range: TextRange, message: string): void => {
    slips.push(sectionProblem(range, message));
  };
  for (const node of nodes) {
    if (isBelow(node, above)) {
      continue;
    }
    const held = isCode(node) ? heldBelow(blocks.at(-1), node, source) : undefined;
    if (held !== undefined) {
      blocks.pop();
      add(held);
      continue;
    }
    const split =
      runTogether(node, source) ?? (mayBeTight ? tightBullets(node, blocks.at(-1), source) : undefined);
    const slip =
      split ?? unmadeHeading(node, source) ?? hiddenHeading(node, source) ?? unmadeBold(node, source);
    if (slip !== undefined) {
      add(slip.blocks);
      if (slip.message !== undefined && (slip !== split || !(isAdmonition(node) || definesList(node)))) {
        tell(slip.range, slip.message);
      }
    } else if (isUnmadeTable(node, source)) {
      const rows = rowsOf(node);
      const header = blocks.at(-1);
      if (isHeaderOf(header, node, source)) {
        blocks.pop();
        add([tableBelow(header, node)]);
        tell(
          firstLine(header, source),
          'Markdown reads this table as text, since an empty line stands below its header. Take out the empty line between the header and the line of dashes.',
        );
      } else if (continues(above, rows, node)) {
        rowsBelow.push({ table: above, rows, node });
        tell(
          firstLine(node, source),
          'Markdown reads this row as text, since something parts it from its table. Put it right below the row above.',
        );
      } else if (rows.length > 1) {
        add([tableOf(rows, node)]);
        tell(firstLine(node, source), tableSlip(rows, node));
      } else {
        add([node]);
      }
    } else {
      add([node]);
      if (isDashList(node)) {
        tell(
          firstLine(node, source),
          'Markdown reads these lines as text. To make them a list, begin each with “-” and an ordinary space.',
        );
      }
    }
  }
  const below = groupBy(rowsBelow, ({ table }): RootContent => table);
  return {
    blocks: blocks.map((block) => withRows(block, below.get(block) ?? [])),
    slips: withoutHabits(slips),
  };
}

/** What opens an admonition or a definition, and what is indented below it since it belongs to it. */
function heldBelow(
  opening: RootContent | undefined,
  code: Code,
  source: SourceText,
): readonly RootContent[] | undefined {
  if (!isParagraph(opening) || !isIndented(code, source)) {
    return undefined;
  }
  if (isAdmonition(opening)) {
    return withHeld(opening, indentedBlocks(code, source));
  }
  return holdsDefinition(opening) ? [opening, ...indentedBlocks(code, source)] : undefined;
}

/** Whether a line across the page is the one below a heading that has become one. */
function isBelow(node: RootContent, above: RootContent | undefined): boolean {
  return isThematicBreak(node) && isHeading(above) && rangeOf(node).end <= rangeOf(above).end;
}

/** Slips, of which those that were made again and again are told of once. */
export function withoutHabits(slips: readonly Problem[]): readonly Problem[] {
  return [...groupBy(slips, ({ message }) => message).values()].flatMap(asHabit);
}

/** So many slips of one kind are no longer told of one by one. */
const habit = 4;

function asHabit(slips: NonEmpty<Problem>): readonly Problem[] {
  const [first] = slips;
  return slips.length < habit
    ? slips
    : [{ ...first, message: `${first.message} The same is so in ${slips.length - 1} more places below.` }];
}
