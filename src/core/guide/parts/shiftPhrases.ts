import type { List, RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { arrowPattern, arrowSigns } from '../arrows';
import { isHeading, isList, isParagraph } from '../blocks/nodeTypes';
import { listPassages, paragraphText } from '../blocks/passages';
import { boldLead, labelText } from '../blocks/sections';
import {
  knownLevelName,
  type LevelName,
  levelNameWithin,
  nameOf,
  wholeLevelName,
} from '../levels/levelNames';
import type { LevelPair } from '../levels/levelPairs';
import { filled, firstOf, theOnly, theTwo } from '../lists';
import type { Shift } from '../model';
import { labelledRows, perLevel, perTime, sentencePairs } from './shiftRows';

/**
 * A core shift that is no table: phrases such as "from … to …", or what is so at each of the two levels.
 *
 * @param isAnnounced Whether a heading says that this is the core shift: elsewhere "before" and "after" tell nothing.
 */
export function readShiftBlocks(
  blocks: readonly RootContent[],
  levels: LevelPair,
  isAnnounced: boolean,
): readonly Shift[] {
  const phrases = blocks.flatMap((block) =>
    isList(block) ? readNestedShifts(block, levels, isAnnounced) : shiftPhrase(block),
  );
  const forms: readonly (() => readonly Shift[])[] = [
    () => phrases,
    () => perLevel(blocks, levels),
    () => (isAnnounced ? perTime(blocks) : []),
    () => pairLists(blocks, levels),
    () => wholePhrases(blocks, levels),
    () => arrowPhrases(blocks),
    () => (isAnnounced ? sentencePairs(blocks, levels) : []),
    () => (isAnnounced ? labelledRows(blocks) : []),
    () => (isAnnounced ? blocks.filter(isList).flatMap(slashRows) : []),
  ];
  return firstOf(forms, (read) => filled(read())) ?? [];
}

/** The rows of a list, or of those that stand under its items. */
function readNestedShifts(list: List, levels: LevelPair, isAnnounced: boolean): readonly Shift[] {
  const rows = readShiftList(list, levels, isAnnounced);
  const nested = list.children.flatMap(({ children }) => children.filter(isList));
  return rows.length > 0 ? rows : nested.flatMap((inner) => readShiftList(inner, levels, isAnnounced));
}

/** "**From doing to deciding.** …", or the same as a heading. */
function shiftPhrase(block: RootContent): readonly Shift[] {
  const phrase = leadingPhrase(block);
  const [from, to] = /^from\s/iu.test(phrase) ? fromTo(phrase) : [];
  return from && to ? [{ from, to, range: rangeOf(block) }] : [];
}

function leadingPhrase(block: RootContent): string {
  const phrase = isHeading(block) ? plainText(block) : (boldLead(block)?.lead ?? '');
  return phrase.replace(/[.:]$/u, '');
}

/** "**Doing → deciding.** …", or the same as a heading; a single one may be anything, a step between levels for one. */
function arrowPhrases(blocks: readonly RootContent[]): readonly Shift[] {
  const phrases = blocks.flatMap((block) => {
    const phrase = leadingPhrase(block);
    return rowOfSides(phrase.split(arrow), phrase, block);
  });
  return phrases.length > 1 ? phrases : [];
}

/** Two sides as a row, unless they ask something, or are "M2" and "M3" of "Next: M2 → M3": a step of the ladder. */
function rowOfSides(
  sides: readonly (string | undefined)[],
  text: string,
  block: RootContent,
): readonly Shift[] {
  const [from, to] = theTwo(sides) ?? [];
  return from && to && !text.includes('?') && wholeLevelName(to) === undefined
    ? [{ from, to, range: rangeOf(block) }]
    : [];
}

/**
 * "From doing to deciding." or "doing → deciding": paragraphs that say nothing else and ask nothing; a single
 * one is as likely a sentence of the text. The ids that all sides begin with, "M1 does → M2 decides", head the columns.
 */
function wholePhrases(blocks: readonly RootContent[], levels: LevelPair): readonly Shift[] {
  const topics = blocks.map((block) => topicOf(paragraphText(block)));
  const haveTopics = topics.every((each, index) => each !== '' || !isParagraph(blocks[index]));
  const phrases = blocks.flatMap((block, index) => {
    const text = paragraphText(block);
    const phrase = text.replace(/[.]$/u, '').slice(haveTopics ? topics[index]?.length : 0);
    const sides = /^from\s[^.:]*$/iu.test(phrase) ? fromTo(phrase) : phrase.split(arrow);
    return rowOfSides(sides, text, block);
  });
  if (phrases.length < 2) {
    return [];
  }
  const [low, high] = [levels.from.id, levels.to.id].map((id) => `${id ?? '\n'} `);
  return phrases.every(({ from, to }) => from.startsWith(low ?? '') && to.startsWith(high ?? ''))
    ? phrases.map(({ from, to, range }) => ({
        from: from.slice(low?.length),
        to: to.slice(high?.length),
        range,
      }))
    : phrases;
}

/** The items of two lists, each under a line that names its level, pair by pair; they must be as many. */
function pairLists(blocks: readonly RootContent[], levels: LevelPair): readonly Shift[] {
  const lines = blocks.flatMap(nestedLists);
  const [before, after] = [levels.from, levels.to].map((level) => {
    const list = lines.find((block, index) => isList(block) && speaksOf(lines[index - 1], level));
    return isList(list) ? listPassages(list) : [];
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
  return isList(block) && block.children.every(({ children }) => isList(children[1]))
    ? block.children.flatMap(({ children }) => children)
    : [block];
}

/** Whether a heading, a label or a line of its own names a level, and only this one. */
function speaksOf(block: RootContent | undefined, level: LevelName): boolean {
  const line = paragraphText(block);
  // "At M1 you…"
  const label = labelText(block) ?? /^(.{1,40}?)\s*(?:…|\.{3})$/u.exec(line)?.[1];
  const name =
    label === undefined
      ? wholeLevelName(line)
      : (levelNameWithin(label) ?? knownLevelName(label, [nameOf(level)]));
  // "Back of the truck (Firefighter):"
  const aside = /\S\s+\(([^()]+)\)$/u.exec(label ?? '')?.[1];
  return [name?.id ?? label ?? line, aside].some((one) => one?.toLowerCase() === nameOf(level).toLowerCase());
}

/** "Being available becomes being predictable": both sides begin with the same word, unlike "time becomes scarce". */
function becomesLike(text: string): boolean {
  const [from, to, ...more] = text.split(becoming).map((side) => side.toLowerCase().split(' ')[0]);
  return from === to && more.length === 0;
}

const becoming = /\s+(?:becomes?|turns? into|gives? way to)\s+/iu;

/** "Report weekly figures / explain the weekly figures" in each of at least three items: two sides of several words. */
function slashRows(list: List): readonly Shift[] {
  const rows = list.children.map((item) => ({
    sides: plainText(item).split(/\s+\/\s+/u),
    range: rangeOf(item),
  }));
  const areRows =
    rows.length > 2 &&
    rows.every(({ sides }) => sides.length === 2 && sides.every((side) => /\S\s+\S/u.test(side)));
  return areRows ? rows.map(({ sides: [from = '', to = ''], range }) => ({ from, to, range })) : [];
}

const arrow = new RegExp(`\\s*${arrowPattern}\\s*`, 'u');

const topic = new RegExp(`^[^:${arrowSigns}]{1,40}:\\s+(?=\\S)`, 'u');

/** Rows written as a list: "Small team → larger team", "from … to …". Items with neither are no rows. */
function readShiftList(list: List, levels: LevelPair, isAnnounced: boolean): readonly Shift[] {
  const topics = list.children.map((item) => topicOf(plainText(item)));
  const allBecome = isAnnounced && list.children.every((item) => becomesLike(plainText(item)));
  const rows = list.children.flatMap((item, index) => {
    const lead = boldLead(item.children[0])?.lead ?? '';
    const topic = topics.every((each) => each !== '') ? topics[index] : '';
    const text = /^from\s.*\sto\s/isu.test(lead)
      ? lead.replace(/[.:]$/u, '')
      : plainText(item).slice(topic?.length);
    const [from, to, ...more] = text.split(text.search(arrow) < 0 && allBecome ? becoming : arrow);
    const sides =
      to === undefined
        ? fromTo(text)
        : [
            from?.replace(/^from\s+/iu, ''),
            more.length > 0 ? undefined : /^from\s/iu.test(text) ? to.replace(/^to\s+/iu, '') : to,
          ];
    const [before, after] = [withoutLevel(sides[0], levels.from), withoutLevel(sides[1], levels.to)];
    return before && after ? [{ from: before, to: after, range: rangeOf(item) }] : [];
  });
  // "**Before:** one team → **After:** several"
  const [label] = /^\p{L}[^:.]{0,40}:\s+/u.exec(rows[0]?.to ?? '') ?? [];
  return label !== undefined && rows.length > 1 && rows.every(({ to }) => to.startsWith(label))
    ? rows.map((row) => ({ ...row, to: row.to.slice(label.length) }))
    : rows;
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
  const end = theOnly(alike);
  return end === undefined ? [] : [pieces.slice(0, end + 1).join(' to '), pieces.slice(end + 1).join(' to ')];
}

/** "helping …" and "teaching …", "Helps …" and "Teaches …". */
function beginAlike(from = '', to = ''): boolean {
  return [/^\p{L}+ing\b/iu, /^\p{Lu}/u].some((form) => form.test(from) && form.test(to));
}

/** A side of a row without the level it is headed with: "M1: Small team". */
function withoutLevel(side: string | undefined, level: LevelName): string | undefined {
  const name = nameOf(level);
  const rest = side?.startsWith(name) ? side.slice(name.length) : undefined;
  return rest === undefined || /^[\p{L}\p{N}]/u.test(rest) ? side : rest.replace(/^\s*[:–—-]\s+/u, '');
}

/** Whether each item of a list has two sides: "Small team → larger team", "From … to …". */
export function isShiftList(block: RootContent): block is List {
  return (
    isList(block) &&
    block.children.map(plainText).every((text) => arrow.test(text) || fromTo(text).length > 0)
  );
}
