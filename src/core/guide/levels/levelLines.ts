import type { RootContent, TableCell } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { linesOf, lineText } from '../blocks/paragraphs';
import { theOnly } from '../lists';
import { isRung } from './countedLevels';
import { type LevelName, longestLine } from './levelNames';
import { areAlike } from './levelPairs';
import { namesBoth } from './levelsInProse';
import { asTitle, isTitleCase } from './levelTitles';

interface LineName extends LevelName {
  /** Whether it can be nothing but a title: "M1: Strategy" may be what the level is about. */
  readonly isSure: boolean;
}

/**
 * The titles of the two levels, from lines that name one each: "**From:** M1 (Engineer)", "M2: Senior Engineer",
 * "From: Engineer" over "To: Senior Engineer", the cells of a row under "Current level" and "Next level", or beside them.
 */
export function levelsInLines(blocks: readonly RootContent[], ids: readonly string[]): readonly LevelName[] {
  const lines = blocks.flatMap((block) => linesIn(block, ids)).filter((line) => line.length <= longestLine);
  const named = lines.flatMap((line) => namesInHalves(line, ids) ?? nameInLine(line, ids) ?? []);
  const names = namesBoth(named, ids);
  if (names !== undefined) {
    const [one, other] = names;
    return named.every(({ isSure }) => isSure) || areAlike(one?.title, other?.title) ? names : [];
  }
  const [from, to] = [titleBehind(lines, lowerLead), titleBehind(lines, upperLead)];
  const [low, high] = ids;
  return from === undefined || to === undefined || from === to || !areAlike(from, to)
    ? []
    : [
        { id: low, title: from },
        { id: high, title: to },
      ];
}

function linesIn(block: RootContent, ids: readonly string[]): readonly string[] {
  switch (block.type) {
    case 'paragraph':
      return linesOf(block).flatMap((line) => equationsIn(lineText(line)));
    case 'list':
      return block.children.map(plainText);
    case 'table': {
      const [header, row, ...others] = block.children;
      if (row !== undefined && others.length === 0) {
        return row.children.map((cell, index) => `${cellText(header?.children[index])}: ${plainText(cell)}`);
      }
      // "| From | M1, Engineering Manager |" among other rows.
      return block.children.flatMap(({ children: [key, value, ...more] }) =>
        more.length === 0 &&
        rowLead.test(`${cellText(key)}: `) &&
        ids.some((id) => cellText(value).includes(id))
          ? cellText(value)
          : [],
      );
    }
    default:
      return [];
  }
}

/** "M1 = Engineering Manager. M2 = Senior Engineering Manager." as a line for each; any other text as it is. */
function equationsIn(text: string): readonly string[] {
  return equations.test(text) ? text.replace(/\.$/u, '').split(/\s*[.;,/|]\s+(?=[^=.;,/|]+=)/u) : [text];
}

const equations = /^[^=]+\s=\s[^=]+[.;,/|]\s+[^=.;,/|]+\s=\s[^=]+$/u;

function cellText(cell: TableCell | undefined): string {
  return cell === undefined ? '' : plainText(cell);
}

const behindLead = String.raw`(?: (?:level|role|title))?(?:\s*:|\s+[–—-])\s+`;
const lowerLead = new RegExp(`^(?:from|current|now|(?:where )?you are(?: here)?)${behindLead}`, 'iu');
const upperLead = new RegExp(
  `^(?:to|next|target|then|(?:where )?you are (?:going|heading)(?: for| to)?)${behindLead}`,
  'iu',
);

const rowLead = new RegExp(`${lowerLead.source}|${upperLead.source}`, 'iu');

function titleBehind(lines: readonly string[], lead: RegExp): string | undefined {
  const line = theOnly(lines.filter((one) => lead.test(one)));
  const title = asTitle(line?.replace(lead, ''));
  return title === undefined || motto.test(title) ? undefined : title;
}

/** "Doing the Work": no title has such words. */
const motto = /\b(?:an?|the|with|your|our|my|other)\b/iu;

/** "M1: Engineering Manager | M2: Senior Engineering Manager", "Engineering Manager (M1) / Head (M2)": what stands so can be nothing but titles. */
function namesInHalves(line: string, ids: readonly string[]): readonly LineName[] | undefined {
  const halves = line.split(/\s+[|/]\s+/u).map((half) => nameInLine(half, ids));
  const names = halves.flatMap((name) => name ?? []);
  return names.length === 2 &&
    halves.length === 2 &&
    names.every(({ title = '' }) => title.includes(' ') && isTitleCase(title)) &&
    namesBoth(names, ids) !== undefined
    ? names.map((name) => ({ ...name, isSure: true }))
    : undefined;
}

function nameInLine(line: string, ids: readonly string[]): LineName | undefined {
  const id = ids.find((one) => line.includes(one));
  const text = line.replace(lowerLead, '').replace(upperLead, '');
  const title = asTitle(id === undefined ? undefined : besideId(text, id));
  // "M1 = Band 7", "M1 = Green badge": what else a level is.
  const isOther = / = /u.test(line) && (isRung(title ?? '') || !isTitleCase(title ?? ''));
  return title === undefined || isOther ? undefined : { id, title, isSure: text !== line };
}

/** What stands on a line besides an id: "M1 (Manager)", "Manager (M1)", "M1: Manager", "M1 – Manager", "M1 = Manager". */
function besideId(line: string, id: string): string | undefined {
  if (line.endsWith(`(${id})`)) {
    return line.slice(0, -id.length - 2);
  }
  const [, inner, behind] = line.startsWith(id)
    ? (/^(?:\s*\(([^()]+)\)|\s*[:,–—=-]\s+(.+))$/u.exec(line.slice(id.length)) ?? [])
    : [];
  return inner ?? behind;
}
