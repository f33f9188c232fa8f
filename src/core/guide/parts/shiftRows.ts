// The core shift as rows that each tell both sides, behind labels or as sentences.

import type { List, ListItem, Paragraph, RootContent } from 'mdast';
import { lazily } from '../../lazily';
import { rangeOf } from '../../markdown/nodes';
import { collapse, passageOf } from '../../markdown/plainText';
import { escapedForPattern } from '../../text/pattern';
import { arrowPattern } from '../arrows';
import { isEmphasis, isList, isParagraph, isStrong } from '../blocks/nodeTypes';
import { linesOf, lineText } from '../blocks/paragraphs';
import { isQuestion } from '../blocks/passages';
import type { LevelName } from '../levels/levelNames';
import type { LevelPair } from '../levels/levelPairs';
import { filled, firstOf } from '../lists';
import type { Shift } from '../model';

/**
 * "M1: Small team. M2: Larger team", as paragraphs or as items, perhaps behind what the row is about; or the same on
 * two paragraphs, or in the two items of a list.
 */
export function perLevel(blocks: readonly RootContent[], { from, to }: LevelPair): readonly Shift[] {
  const [low, high] = [from, to].map((name) => {
    const level = `${anyName(name)}(?:\\s*\\([^)]*\\))?\\s*`;
    return `(?:${level}[:–—-]|(?:At|As\\s+an?)\\s+${level}[:,–—-])\\s+([^?]+?)`;
  });
  return firstRows(blocks, [new RegExp(`^${topicBefore}${low}\\s+${high}$`, 'isu')]);
}

/**
 * "**Scope.** A Writer fills a page. An Editor fills the issue.": a sentence for each level, and nothing else, in all
 * rows; without "As a Writer" where each of them begins so.
 */
export function sentencePairs(blocks: readonly RootContent[], { from, to }: LevelPair): readonly Shift[] {
  const [low, high] = [from, to].map((level) => {
    const one = `(?:At|As\\s+an?|An?|The)\\s+${anyName(level)}`;
    return `((?:${one}|${anyName(level)}s)\\s(?:(?![.;?!]\\s).)+[.;]?)`;
  });
  const pattern = new RegExp(
    `^(?:.{1,60}?[:.–—]\\s+)??${low}(?:(?<=[.;])\\s+|\\s+(?:[–—-]|${arrowPattern})\\s+)${high}$`,
    'isu',
  );
  const lead = new RegExp(
    `^(?:At|As\\s+an?)\\s+(?:${anyName(from)}|${anyName(to)}),?\\s+(?!(?:level|in|on|of|at|with|from|for)\\b)`,
    'iu',
  );
  const rows = singleRows(blocks).filter((row) => (passageOf(row)?.text.length ?? 0) <= longestRow);
  const found = rows.flatMap((row) => sidesOf(row, pattern));
  // A line may lead to the rows, and the question may follow them.
  const others = rows.filter((row) => !passageOf(row)?.text.includes('?')).length - found.length;
  if (found.length < 2 || others > 1) {
    return [];
  }
  const haveLeads = found.every((row) => lead.test(row.from) && lead.test(row.to));
  return haveLeads
    ? found.map(({ from: low, to: high, range }) => ({
        from: low.replace(lead, ''),
        to: high.replace(lead, ''),
        range,
      }))
    : found;
}

/**
 * "**Giving up:** … **Getting:** …", "Tier T: …" over "Tier R: …": two sides behind the same two labels, whatever these
 * are, in at least three paragraphs or items.
 */
export function labelledRows(blocks: readonly RootContent[]): readonly Shift[] {
  const rows = singleRows(blocks).flatMap((row) => {
    const [only] = row;
    const paragraph = only?.type === 'listItem' ? only.children[0] : only;
    const sides = isParagraph(paragraph) ? labelledSides(paragraph) : undefined;
    return sides === undefined || only === undefined ? [] : [{ ...sides, range: rangeOf(only) }];
  });
  const [first, ...others] = rows;
  return first !== undefined && others.length > 1 && others.every(({ labels }) => labels === first.labels)
    ? rows.map(({ from, to, range }) => ({ from, to, range }))
    : [];
}

/** The pattern of a level's id or title. */
function anyName({ id, title }: LevelName): string {
  const names = [id, title].flatMap((name) => (name === undefined ? [] : escapedForPattern(name)));
  return `(?:${names.join('|')})`;
}

interface LabelledSides {
  readonly labels: string;
  readonly from: string;
  readonly to: string;
}

/** The two sides of a row, each behind a label in bold or italics, or on a line with a label and a colon. */
function labelledSides(paragraph: Paragraph): LabelledSides | undefined {
  const marks = paragraph.children.flatMap((child, at) => (isStrong(child) || isEmphasis(child) ? [at] : []));
  const [first, second, ...more] = marks;
  const pieces =
    first === 0 && second !== undefined && more.length === 0
      ? [
          [lineText(paragraph.children.slice(0, 1)), lineText(paragraph.children.slice(1, second))],
          [
            lineText(paragraph.children.slice(second, second + 1)),
            lineText(paragraph.children.slice(second + 1)),
          ],
        ]
      : linesOf(paragraph).map((line) => /^([^:]{1,40}):\s+(.+)$/su.exec(lineText(line))?.slice(1) ?? []);
  const [[low = '', before = ''] = [], [high = '', after = ''] = [], ...others] = pieces;
  const [from, to] = [before, after].map((side) => side.replace(/^\s*[:.–—]\s*/u, ''));
  return from && to && others.length === 0 && low !== high && !isQuestion(from) && !isQuestion(to)
    ? { labels: [low, high].map((label) => label.replace(/[:.]$/u, '').toLowerCase()).join('\n'), from, to }
    : undefined;
}

/** "Before: … After: …", on one paragraph, two, or the two items of a list. */
export function perTime(blocks: readonly RootContent[]): readonly Shift[] {
  return firstRows(blocks, timePatterns()).filter(
    ({ from, to }) =>
      !/(?:^|[.;]\s)\p{L}+:\s/u.test(to) && !(/\b\d{4}\b/u.test(from) && /\b\d{4}\b/u.test(to)),
  );
}

/** What a row is about, before its two sides. */
const topicBefore = String.raw`(?:.{1,60}?[\s:–—-])??`;

const timePatterns = lazily(() =>
  [
    ['before|so far|until now', 'after|afterwards|now|from now on'],
    ['today|now|currently', 'tomorrow|then|next|later|soon'],
    ['then|yesterday', 'now|today'],
    ['from', 'to'],
    ['old', 'new'],
    ['less', 'more'],
    ['stop', 'start'],
  ].map(
    ([before, after]) =>
      new RegExp(
        `^(?:.{1,60}?(?:[:.]\\s|\\s[–—-]\\s|\\n))??(?:${before}):\\s+([^?]+?)\\s+(?:${after}):\\s+([^?]+?)$`,
        'isu',
      ),
  ),
);

/** The rows that have both sides, of the first form in which any has. */
function firstRows(blocks: readonly RootContent[], patterns: readonly RegExp[]): readonly Shift[] {
  return (
    firstOf([singleRows(blocks), pairedRows(blocks)], (rows) =>
      firstOf(patterns, (pattern) => filled(rows.flatMap((row) => sidesOf(row, pattern)))),
    ) ?? []
  );
}

type Row = readonly (RootContent | ListItem)[];

/** The two sides that a pattern finds in a row. */
function sidesOf(row: Row, pattern: RegExp): readonly Shift[] {
  const whole = passageOf(row);
  const [, from, to] = pattern.exec(whole?.text.slice(0, longestRow) ?? '') ?? [];
  return from && to && whole !== undefined
    ? [{ from: collapse(from), to: collapse(to), range: whole.range }]
    : [];
}

function singleRows(blocks: readonly RootContent[]): readonly Row[] {
  return blocks.flatMap((block): readonly Row[] =>
    isList(block) ? block.children.map((item) => [item]) : [[block]],
  );
}

/** Paragraphs behind each other, and the items of lists of two. */
function pairedRows(blocks: readonly RootContent[]): readonly Row[] {
  const paragraphs = blocks.flatMap((block, index) => {
    const next = blocks[index + 1];
    return isParagraph(block) && isParagraph(next) ? [[block, next]] : [];
  });
  const lists = blocks.filter(isList).flatMap(withNested);
  return [...paragraphs, ...lists.flatMap(({ children }) => (children.length === 2 ? [children] : []))];
}

function withNested(list: List): readonly List[] {
  return [list, ...list.children.flatMap(({ children }) => children.filter(isList))];
}

/** No row is longer, and the pattern would take its time with longer text. */
const longestRow = 600;
