import type { Paragraph, RootContent, Table } from 'mdast';
import { firstOfEach } from '../../groupBy';
import { rangeOf } from '../../markdown/nodes';
import { passageOf, plainText } from '../../markdown/plainText';
import { compiled, escapedForPattern } from '../../text/pattern';
import type { SourceText, TextRange } from '../../text/sourceText';
import { isParagraph, tableRows } from '../blocks/nodeTypes';
import { paragraphText } from '../blocks/passages';
import { contentOf } from '../blocks/sections';
import type { TransitionChapter } from '../chapters';
import { firstOf, present } from '../lists';
import type { GuideLevel, Problem } from '../model';
import { levelsInHeader } from '../parts/shiftTables';
import { levelsProblem } from '../problem';
import { isCountedName, isRung } from './countedLevels';
import { isLevelId } from './levelIds';
import { levelsInLines } from './levelLines';
import type { LevelName } from './levelNames';
import { areAlike, namesOf } from './levelPairs';
import { namesBoth, stepsInText, titledInText, titlesBeforeIds } from './levelsInProse';
import { asTitle } from './levelTitles';
import type { PairNaming } from './pairNamings';

interface NamedLevels {
  readonly levels: readonly [GuideLevel, GuideLevel];
  readonly problems: readonly Problem[];
}

/** A place in a guide that names its levels. */
interface Naming {
  readonly where: string;
  readonly names: readonly LevelName[];
  readonly range: TextRange;
  /** Whether the level that the guide leads from stands first there. */
  readonly isOrdered: boolean;
}

/**
 * The two levels with the titles that the guide's title, subtitle, table and overview give them, the
 * first to speak winning; a place that names other levels, or the same otherwise, is a problem.
 *
 * @param table The core shift, where it is a table.
 * @param text The overview and what stands between the title and the first section.
 * @param source The whole guide, which may show which of two places has the slip.
 */
export function nameLevels(
  chapter: TransitionChapter,
  table: Table | undefined,
  text: readonly RootContent[],
  source: SourceText,
): NamedLevels {
  const ids: readonly [string, string] = namesOf(chapter.pair);
  const found = withColonsAlike(
    withoutLoneTitle([
      ...chapter.namings.map((naming) => asNaming(naming, ids, source)),
      ...headerNaming(table, ids),
      ...present(titleTable(text, ids)),
      ...present(textNaming(text, ids)),
    ]),
    ids,
  );
  const areTitled = found.some(({ names }) =>
    names.some(({ title }) => title !== undefined && !ids.includes(title)),
  );
  const namings = areTitled
    ? found
    : [...found, ...present(lineNaming(text, ids)), ...present(proseNaming(text, ids))];
  const titles = titlesOf(namings, ids);
  const isKnownByTitle = [chapter.pair.from.id === undefined, chapter.pair.to.id === undefined];
  const level = (index: 0 | 1): GuideLevel => ({
    id: ids[index],
    // A level without an id goes by its title, and has it; "Level 3" is no title.
    title: titles[index]?.title ?? (isKnownByTitle[index] && !isRung(ids[index]) ? ids[index] : undefined),
    titleRange: titles[index]?.naming.range ?? chapter.heading,
    heading: chapter.heading,
  });
  return {
    levels: [level(0), level(1)],
    problems: onePerSlip(
      namings.flatMap((naming) => disagreements(naming, { chapter, namings, ids, titles, source })),
    ),
  };
}

/** What is known of a guide's levels where a place says otherwise. */
interface Known {
  readonly chapter: TransitionChapter;
  readonly namings: readonly Naming[];
  readonly ids: readonly [string, string];
  readonly titles: LevelTitles;
  readonly source: SourceText;
}

/** A place that has the slip, and what to tell of it there. */
interface Disagreement {
  readonly at: Naming;
  /** What the place says otherwise: "levels", or the level whose title it is. */
  readonly about: string;
  readonly message: string;
}

/** Where several places agree against one, that one is told of once. */
function onePerSlip(found: readonly Disagreement[]): readonly Problem[] {
  return firstOfEach(found, ({ at, about }) => `${at.range.start} ${at.where} ${about}`).map(
    ({ at: { range }, message }) => levelsProblem(range, message),
  );
}

/** For each of the two levels the title that counts, and the place that gives it. */
type LevelTitles = readonly [LevelTitle | undefined, LevelTitle | undefined];

interface LevelTitle {
  readonly title: string;
  readonly naming: Naming;
}

/** The first titles that are given, or in full on a line of their own: "Staff Engineer → Principal Engineer" below "Staff". */
function titlesOf(namings: readonly Naming[], ids: readonly [string, string]): LevelTitles {
  const titles: LevelTitles = [firstTitle(namings, ids, 0), firstTitle(namings, ids, 1)];
  const [low, high] = titles;
  const inFull = (naming: Naming): LevelTitles | undefined => {
    const [lower = '', higher = ''] = [titleIn(naming, ids, 0), titleIn(naming, ids, 1)];
    const left = leftOut(low?.title ?? '', lower);
    return naming.names.every(({ id }) => id === undefined) &&
      left !== undefined &&
      left === leftOut(high?.title ?? '', higher)
      ? [
          { title: lower, naming },
          { title: higher, naming },
        ]
      : undefined;
  };
  return firstOf(namings, inFull) ?? titles;
}

function firstTitle(
  namings: readonly Naming[],
  ids: readonly [string, string],
  index: 0 | 1,
): LevelTitle | undefined {
  return firstOf(namings, (naming) => {
    const title = titleIn(naming, ids, index);
    return title === undefined ? undefined : { title, naming };
  });
}

function titleIn(naming: Naming, ids: readonly [string, string], index: 0 | 1): string | undefined {
  const name = naming.names.find(({ id }) => id === ids[index]) ?? positional(naming, index);
  return name?.title === ids[index] ? undefined : name?.title;
}

/** What a place says otherwise than the guide: its levels or their order, else their titles. */
function disagreements(naming: Naming, known: Known): readonly Disagreement[] {
  const { where, isOrdered } = naming;
  const [low, high] = known.ids;
  if (low === high) {
    // That a step leads nowhere is told where the ladder is built.
    return [];
  }
  const named = naming.names.flatMap((name) => name.id ?? []);
  const [first, second, ...more] = named;
  const isOther = named.some((id) => !known.ids.includes(id));
  if (isOther || (first === second && first !== undefined && more.length === 0)) {
    const odd = isOther ? namingAgainstText(named, known) : undefined;
    return [
      odd === undefined
        ? about(
            naming,
            `names ${named.join(' and ')}, but the guide leads from ${low} to ${high}. Make them agree.`,
          )
        : about(
            odd,
            `names ${low} and ${high}, but ${inSentence(where)} and the capabilities speak of ${named.join(' and ')}. Make them agree.`,
          ),
    ];
  }
  if (isOrdered && first === high && second === low) {
    const odd = namingAgainstText(named, known);
    return [
      odd === undefined
        ? about(
            naming,
            `names ${high} before ${low}, but the guide leads from ${low} to ${high}. Turn one of them around.`,
          )
        : about(
            odd,
            `names ${low} before ${high}, but ${inSentence(where)} and the capabilities name ${high} first. Turn one of them around.`,
          ),
    ];
  }
  return differingTitles(naming, known);
}

function about(at: Naming, message: string, what = 'levels'): Disagreement {
  return { at, about: what, message: `${at.where} ${message}` };
}

/** The place that gives the guide its levels, where the capabilities speak of others, and another place does as well. */
function namingAgainstText(
  named: readonly string[],
  { chapter: { sections }, namings, ids: [low, high] }: Known,
): Naming | undefined {
  const [from = '', to = ''] = named;
  const source = namings.find(({ names: [one, two] }) => one?.id === low && two?.id === high);
  const texts = sections.flatMap(contentOf).map(paragraphText);
  const count = (one: string, two: string): number =>
    texts.filter((text) => {
      const at = text.indexOf(`At ${one},`);
      return at >= 0 && text.indexOf(`At ${two},`) > at;
    }).length;
  return named.length === 2 && count(from, to) > count(low, high) ? source : undefined;
}

/** The titles that a place gives otherwise than the one that counts; of two places the one with the slip is told of. */
function differingTitles(naming: Naming, { ids, titles, source }: Known): readonly Disagreement[] {
  const [low, high] = ids;
  const differing = ([0, 1] as const).flatMap((index) => {
    const title = titleIn(naming, ids, index);
    const counts = titles[index];
    return title === undefined || counts === undefined || title.toLowerCase() === counts.title.toLowerCase()
      ? []
      : [{ id: ids[index], title, counts }];
  });
  const [lower, higher] = differing;
  if (lower?.title === higher?.counts.title && higher?.title === lower?.counts.title && lower !== undefined) {
    return [
      about(
        naming,
        `gives ${low} and ${high} each other’s titles: ${low} is “${lower.title}” here and “${lower.counts.title}” ${inPlace(lower.counts.naming)}. Turn one of them around.`,
      ),
    ];
  }
  // "Senior" and "Staff" in a narrow column, where both are engineers, call nothing otherwise.
  const left = new Set(differing.map(({ title, counts }) => leftOut(title, counts.title)));
  if (differing.length === 2 && left.size === 1 && !left.has(undefined)) {
    return [];
  }
  // The titles of the step before or behind, copied without ids.
  const areCopied =
    lower !== undefined &&
    higher !== undefined &&
    naming.names.every(({ id }) => id !== undefined) &&
    [lower, higher].every(({ counts }) => counts.naming.names.every((name) => name.id === undefined)) &&
    (lower.title === higher.counts.title || higher.title === lower.counts.title);
  return differing.map(({ id, title, counts }) => {
    const here: LevelTitle = { title, naming };
    const [odd, other] =
      areCopied || isMisspelt(counts.title, title, source) ? [counts, here] : [here, counts];
    return about(
      odd.naming,
      `calls ${id} “${odd.title}”, which is “${other.title}” ${inPlace(other.naming)}. Use one title.`,
      id,
    );
  });
}

/** Whether what one title says otherwise than another stands nowhere else in the guide, and what the other says does. */
function isMisspelt(title: string, other: string, { text }: SourceText): boolean {
  const [own, others] = [wordsBut(title, other), wordsBut(other, title)];
  return (
    own.length > 0 &&
    others.length > 0 &&
    own.every((word) => occurrences(word, text) === 1) &&
    others.every((word) => occurrences(word, text) > 1)
  );
}

function wordsBut(title: string, other: string): readonly string[] {
  const words = other.split(' ');
  return title.split(' ').filter((word) => !words.includes(word));
}

function occurrences(word: string, text: string): number {
  const pattern = compiled(`(?<![\\p{L}\\p{N}])${escapedForPattern(word)}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].length;
}

/** The words of another title that one leaves out at its end: "Engineer" for "Senior" and "Senior Engineer". */
function leftOut(title: string, other: string): string | undefined {
  return other.startsWith(`${title} `) ? other.slice(title.length + 1) : undefined;
}

function inPlace({ where }: Naming): string {
  return `in ${inSentence(where)}`;
}

function inSentence(where: string): string {
  return where.replace(/^T/u, 't');
}

/** "M1 → M2 (draft)": where another place gives both levels titles, what gives one is no title. */
function withoutLoneTitle(namings: readonly Naming[]): readonly Naming[] {
  const titled = ({ names }: Naming): number => names.filter(({ title }) => title !== undefined).length;
  const [first] = namings;
  return first !== undefined && titled(first) === 1 && namings.some((naming) => titled(naming) === 2)
    ? namings.map((naming) =>
        naming === first
          ? { ...naming, names: naming.names.map(({ id }) => ({ id, title: undefined })) }
          : naming,
      )
    : namings;
}

/**
 * "Lead: Platform → Principal" beside "S3 (Lead: Platform)": what stands before a colon is the guide's, or of the
 * title, as another place shows. Beside "Lead" alone, what stands behind it is no title's.
 */
function withColonsAlike(namings: readonly Naming[], ids: readonly [string, string]): readonly Naming[] {
  const titles = ([0, 1] as const).map((index) =>
    namings.flatMap((naming) => titleIn(naming, ids, index) ?? []),
  );
  if (titles.flat().every((title) => !title.includes(': '))) {
    return namings;
  }
  const alike = (title: string, others: readonly string[]): string =>
    others.find((other) => title.startsWith(`${other}: `)) ??
    others.find((other) => other.endsWith(`: ${title}`)) ??
    title;
  return namings.map((naming) => ({
    ...naming,
    names: naming.names.map(({ id, title }, at) => ({
      id,
      title: title && alike(title, titles[id === undefined ? at : ids.indexOf(id)] ?? []),
    })),
  }));
}

/** A pair that gives titles alone names the levels in the guide's order. */
function positional(naming: Naming, index: number): LevelName | undefined {
  return naming.names.length === 2 && naming.names.every((name) => name.id === undefined)
    ? naming.names[index]
    : undefined;
}

function asNaming({ where, pair, range }: PairNaming, ids: readonly string[], source: SourceText): Naming {
  const names = [pair.from, pair.to].map(({ id, title }) =>
    // "Grade 7 Developer → Grade 6 Lead Developer" below "G7 to G6": the counts are of the titles.
    id !== undefined && isCountedName(id) && ids.every(isLevelId)
      ? { id: undefined, title: `${id} ${title ?? ''}`.trim() }
      : { id, title: title === ids[1] ? title : title && withoutTail(title, pair.from.title, source) },
  );
  return { where, names, range, isOrdered: true };
}

function headerNaming(table: Table | undefined, ids: readonly string[]): readonly Naming[] {
  const header = table?.children[0];
  const names = table === undefined ? [] : levelsInHeader(table, ids);
  return header === undefined || names.length === 0
    ? []
    : [{ where: 'The table’s header', names, range: rangeOf(header), isOrdered: true }];
}

const titleWord = /^(?:job )?(?:title|role|name)$/iu;

/** A table with a row for each level, which has its id in one cell and its title under "Title"; or the same sideways. */
function titleTable(blocks: readonly RootContent[], ids: readonly string[]): Naming | undefined {
  return firstOf(blocks, (block) => {
    const [header, ...rows] = tableRows(block);
    const column = header?.children.findIndex((cell) => titleWord.test(plainText(cell))) ?? -1;
    const sideways = rows
      .map(({ children }) => children.map(plainText))
      .find(
        ([name = '', ...titles]) =>
          /^(?:job )?(?:title|role)$/iu.test(name) && titles.length === ids.length && areAlike(...titles),
      );
    const names =
      sideways === undefined
        ? rows.flatMap(({ children }) => {
            const id = ids.find((one) => children.some((cell) => plainText(cell) === one));
            const title = children[column];
            return id === undefined || title === undefined ? [] : [{ id, title: plainText(title) }];
          })
        : ids.map((id, index) => ({ id, title: asTitle(sideways[index + 1]) }));
    return sideways !== undefined ||
      ids.every((id) => names.some((name) => name.id === id && name.title !== ''))
      ? inText('The table', names, block)
      : undefined;
  });
}

/**
 * The first step that the overview speaks of: "the transition from M1 (…) to M2 (…)"; else the
 * paragraph that gives both levels a title: "M1 (…) and M2 (…) differ".
 */
function textNaming(blocks: readonly RootContent[], ids: readonly string[]): Naming | undefined {
  const paragraphs = blocks.filter(isParagraph);
  return (
    firstOf(paragraphs, (block) => {
      const [step] = stepsInText(plainText(block));
      return step && inText('The text', [step.from, step.to], block);
    }) ?? firstOf(paragraphs, (block) => bothIn(block, ids, titledInText))
  );
}

/** Where nothing else gives the levels titles, lines that name one each: "**From:** M1 (…)", "M2: Senior Engineer". */
function lineNaming(blocks: readonly RootContent[], ids: readonly string[]): Naming | undefined {
  return firstOf([...blocks.map((block) => [block]), blocks], (lines) => {
    const names = levelsInLines(lines, ids);
    const range = names.length === 0 ? undefined : passageOf(lines)?.range;
    return range && { where: 'The text', names, range, isOrdered: false };
  });
}

/** Where nothing else gives the levels titles, a paragraph that names both by title and id: "a Manager (M1)". */
function proseNaming(blocks: readonly RootContent[], ids: readonly string[]): Naming | undefined {
  return firstOf(blocks.filter(isParagraph), (block) => bothIn(block, ids, titlesBeforeIds));
}

/** The titles of both levels that a paragraph gives in some way; most hold not even the ids, which is told at once. */
function bothIn(
  block: Paragraph,
  ids: readonly string[],
  read: (text: string, ids: readonly string[]) => readonly LevelName[],
): Naming | undefined {
  const text = plainText(block);
  const names = ids.every((id) => text.includes(id)) ? namesBoth(read(text, ids), ids) : undefined;
  return names && inText('The text', names, block);
}

/** What a place names in whatever order. */
function inText(where: string, names: readonly LevelName[], block: RootContent): Naming {
  return { where, names, range: rangeOf(block), isOrdered: false };
}

/**
 * "Senior Reporter" of "Senior Reporter, Regional Desk" beside "Reporter", "Ward Manager" of "Ward Manager —
 * Northmoor Hospital": what says where the two work is no title, unless the guide calls the level so elsewhere.
 */
function withoutTail(title: string, other: string | undefined, { text }: SourceText): string {
  const [head = title] = title.split(/,\s|\s[–—-]\s|\s\(/u);
  const isPlace = placeBehind.test(title.slice(head.length));
  return other !== undefined &&
    head !== title &&
    !areAlike(other, title) &&
    (isPlace || other.split(' ').at(-1) === head.split(' ').at(-1)) &&
    occurrences(title, text) < 2
    ? head
    : title;
}

const placeBehind =
  /^\s[–—]\s.*\b(?:hospital|clinic|school|college|university|trust|council|district|office|ltd|inc|gmbh|plant|site)\b/iu;
