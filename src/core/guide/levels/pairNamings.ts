import type { RootContent, Table } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { compiled, escapedForPattern } from '../../text/pattern';
import type { TextRange } from '../../text/sourceText';
import { arrowSigns } from '../arrows';
import {
  headerTexts,
  isBlockquote,
  isEmphasis,
  isHtml,
  isStrong,
  isTable,
  phrasesOf,
} from '../blocks/nodeTypes';
import { isListOrTable, paragraphText } from '../blocks/passages';
import { contentOf, type Section } from '../blocks/sections';
import { firstOf, theTwo } from '../lists';
import { levelsInHeader, tellsFigures } from '../parts/shiftTables';
import type { Titled } from '../sections/splitAtTitles';
import { areCountedAlike, isRung, withoutCapitals } from './countedLevels';
import { isLevelId } from './levelIds';
import { knownLevelName, type LevelName, nameOf } from './levelNames';
import {
  type LevelPair,
  parsePair,
  parsePairOfCounts,
  parsePairOfSmallIds,
  parsePairOfTitles,
} from './levelPairs';
import { idsSpokenOf } from './levelsInProse';

/** A line that names the two levels of a guide. */
export interface PairNaming {
  readonly where: string;
  readonly pair: LevelPair;
  readonly range: TextRange;
  /** Whether the ids stand there in small letters: "m1 to m2". */
  readonly inSmallLetters?: boolean;
}

/** The levels that a title names. */
export function titleNaming({ title, pair: ids }: Titled): readonly PairNaming[] {
  if (title === undefined) {
    return [];
  }
  const smallIds = ids === undefined ? parsePairOfSmallIds(title.title) : undefined;
  const pair = ids ?? smallIds ?? parsePairOfTitles(title.title);
  return pair === undefined
    ? []
    : [
        {
          where: 'The title',
          pair,
          range: rangeOf(title.heading),
          inSmallLetters: smallIds !== undefined,
        },
      ];
}

/** The levels that a title counts, "Step 3 to Step 4", where the text tells what is so at each of them. */
export function spokenNaming({ title }: Titled, contents: readonly RootContent[]): readonly PairNaming[] {
  const pair = title && parsePairOfCounts(title.title);
  return title !== undefined &&
    pair !== undefined &&
    contents.filter((block) => speaksOfBoth(block, pair)).length > 1
    ? [{ where: 'The title', pair, range: rangeOf(title.heading) }]
    : [];
}

/** Whether a block tells what is so at each of the two levels: "At Step 3, … At Step 4, …". */
export function speaksOfBoth(block: RootContent, { from, to }: LevelPair): boolean {
  const text = paragraphText(block);
  return [from, to].every((level) =>
    compiled(`\\b(?:[Aa]t|[Oo]n|[Aa]s an?) ${escapedForPattern(nameOf(level))},`, 'u').test(text),
  );
}

/** "Distribution Centre 4 – Step Up" over "W3 Coordinator to W4 Manager": the line with ids and titles is the levels'. */
export function isOutspoken({ pair }: PairNaming, others: readonly PairNaming[]): boolean {
  const names = [pair.from, pair.to];
  const hasBoth = ({ pair: { from, to } }: PairNaming): boolean =>
    [from, to].every(({ id, title }) => id !== undefined && title !== undefined);
  return names.every(({ id }) => id === undefined) && others.some(hasBoth);
}

interface Subtitled {
  readonly intro: readonly RootContent[];
  readonly sections: readonly Section[];
  readonly namings: readonly PairNaming[];
}

/** Takes the subtitle, a paragraph or a heading that is a pair of levels, out of what follows the title. */
export function takeSubtitle(blocks: readonly RootContent[], sections: readonly Section[]): Subtitled {
  for (const block of blocks.slice(0, 4)) {
    const namings = subtitleNaming(block);
    if (namings.length > 0) {
      return { intro: blocks.filter((other) => other !== block), sections, namings };
    }
  }
  const [first, ...rest] = sections;
  const found = first === undefined ? [] : naming('The subtitle', first.title, rangeOf(first.heading));
  if (
    first === undefined ||
    found.length === 0 ||
    (first.part !== undefined && !isTwoTitles(first)) ||
    /^(?:what|how|why)\b/iu.test(first.title)
  ) {
    return { intro: blocks, sections, namings: [] };
  }
  return { intro: [...blocks, ...first.blocks], sections: [...first.children, ...rest], namings: found };
}

/**
 * "Shift Manager → Site Manager": words that announce a part are a title's where nothing but an arrow parts two, or
 * where nothing stands under them.
 */
function isTwoTitles({ title, blocks, children }: Section): boolean {
  const isEmpty = children.length === 0 && blocks.every(isHtml);
  return isEmpty || (twoTitles.test(title) && !blocks.some(isListOrTable));
}

const twoTitles = new RegExp(`^[^:\\d]+[${arrowSigns}][^:\\d]+$`, 'u');

function subtitleNaming(block: RootContent): readonly PairNaming[] {
  const inner = isBlockquote(block) && block.children.length === 1 ? block.children[0] : block;
  const text = paragraphText(inner);
  if (text === '' || text.length > 120 || /[.?!]$|^(?:see|related|previous|next|back to)\b/i.test(text)) {
    return [];
  }
  // "*Engineer → Senior Engineer* (a draft)": what is set off is the subtitle.
  const [first] = phrasesOf(inner);
  const own = isStrong(first) || isEmphasis(first) ? plainText(first) : '';
  const whole = text.replace(/^\((.*)\)$/u, '$1');
  // "Nurse to Senior Nurse, Ward 14 and the Acute Medical Unit": what says where is longer than a title.
  const lines = [own, whole, whole.replace(/,\s(?=\p{Lu}).*$/su, '')];
  return (
    firstOf(lines, (line) => {
      const namings = naming('The subtitle', line, rangeOf(block));
      return namings.length > 0 ? namings : undefined;
    }) ?? []
  );
}

function naming(where: string, text: string, range: TextRange): readonly PairNaming[] {
  const pair = parsePair(text.replace(/\s*:$/u, ''));
  return pair === undefined ? [] : [{ where, pair, range }];
}

/** The two levels that a table's header names. */
export function tableNaming(block: RootContent): readonly PairNaming[] {
  if (!isTable(block)) {
    return [];
  }
  const names = levelsInHeader(block);
  const [from, to] = theTwo(names.length === 0 ? countedColumns(block) : names) ?? [];
  return from === undefined || to === undefined
    ? []
    : [{ where: 'The table', pair: { from, to }, range: rangeOf(block) }];
}

/** "Grade 3 | Grade 4", "Step 2 (Brewer) | Step 3 (Lead Brewer)", perhaps behind a column for what a row is about. */
function countedColumns(table: Table): readonly LevelName[] {
  const cells = headerTexts(table).map(withoutCapitals);
  const names = cells.slice(-2).map((cell) => /^[^(]+?(?=\s*(?:\(|$))/u.exec(cell)?.[0] ?? '');
  const [one = '', other = ''] = names;
  return cells.length > 3 ||
    one === other ||
    !isRung(one) ||
    !areCountedAlike(one, other) ||
    tellsFigures(table)
    ? []
    : cells.slice(-2).flatMap((cell) => knownLevelName(cell, names) ?? []);
}

/** The ids come from the first line that has them, or counts; a line of titles alone lends it the titles. */
export function mergePairs(namings: readonly PairNaming[]): LevelPair | undefined {
  const pairs = namings.map(({ pair }) => pair);
  const withIds = pairs.find(({ from, to }) => from.id !== undefined && to.id !== undefined);
  return withIds ?? pairs.find(({ from, to }) => areCountedAlike(nameOf(from), nameOf(to))) ?? pairs[0];
}

/**
 * Levels that lines name by their titles alone have the counts of the guide's title, "From Step 2 to Step 3", else the
 * ids by which the text speaks of them: "At M1, … At M2, …".
 */
export function withIds(pair: LevelPair, title: string, sections: readonly Section[]): LevelPair {
  if (pair.from.id !== undefined || pair.to.id !== undefined) {
    return pair;
  }
  const counts = parsePairOfCounts(title);
  if (counts !== undefined && !areCountedAlike(nameOf(pair.from), nameOf(pair.to))) {
    return { from: { ...pair.from, id: counts.from.id }, to: { ...pair.to, id: counts.to.id } };
  }
  const texts = sections.flatMap(contentOf).map(paragraphText);
  // "At Step 1, …": a procedure has steps as well, and tells of each once.
  const isSpokenOf = (id: string): boolean =>
    isLevelId(id) || texts.filter((text) => text.includes(`At ${id},`)).length > 1;
  const spoken = firstOf(texts, (text) => {
    const [from, to] = theTwo(idsSpokenOf(text)) ?? [];
    return from !== undefined && isSpokenOf(from)
      ? { from: { ...pair.from, id: from }, to: { ...pair.to, id: to } }
      : undefined;
  });
  return spoken ?? pair;
}
