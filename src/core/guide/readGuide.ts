import type { RootContent, Table } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import type { MarkdownDocument } from '../markdown/parseMarkdown';
import { passageOf, plainText } from '../markdown/plainText';
import { nameKey } from '../names';
import type { TextRange } from '../text/sourceText';
import type { Arrangement } from './arrangeSections';
import { normalize } from './blocks/normalize';
import { isTextBlock, paragraphText } from './blocks/passages';
import { contentOf, isBoldLine, type Section, sectionRange } from './blocks/sections';
import { mergeConflicts, unclosedBlock } from './brokenText';
import { type Chapter, findChapters, type LevelChapter, type TransitionChapter } from './chapters';
import { checkGuide } from './checkGuide';
import { type LevelName, nameOf } from './levelNames';
import type { LevelPair } from './levelPairs';
import { stepsInText, titledInText, titlesBeforeIds } from './levelsInProse';
import type {
  ExtraSection,
  Guide,
  GuideCapability,
  GuideLevel,
  GuideTransition,
  PartKind,
  Problem,
  Shift,
} from './model';
import { withListsInTables } from './parts/listsInTables';
import { readCapabilities, readCapability, tellsCapabilities } from './parts/readCapabilities';
import { type CapabilityContext, capabilityContext } from './parts/readExpectations';
import { readPitfalls } from './parts/readPitfalls';
import { readQuestion } from './parts/readQuestion';
import { readReadiness } from './parts/readReadiness';
import {
  firstTable,
  headerLevels,
  isShiftTable,
  questionInTable,
  readShiftBlocks,
  readShiftTable,
} from './parts/readShifts';
import { readTimeline, timeIn } from './parts/readTimeline';
import { placeByContent } from './placeByContent';
import { announcesPay, partOf } from './sectionKinds';

/**
 * Reads a Markdown document as a guide.
 *
 * @param path The name by which the guide is known from here on.
 * @returns undefined for a document that is no guide; never throws. What could not be read of a
 *   guide stands in its `problems`.
 */
export function readGuide(path: string, document: MarkdownDocument): Guide | undefined {
  const { source, root } = document;
  if (root.children.some(isPromotionFrontMatter)) {
    return undefined;
  }
  const { blocks, slips } = normalize(root.children, source);
  const chapters = findChapters(blocks);
  const read = chapters.map((chapter) => readChapter(chapter, document));
  const transitions = read.flatMap((chapter) => chapter.transition ?? []);
  if (read.length === 0) {
    return undefined;
  }
  const conflicts = mergeConflicts(source);
  const unclosed = unclosedBlock(root.children, source);
  const guide: Guide = {
    path,
    source,
    levels: read.flatMap((chapter) => chapter.levels),
    transitions,
    capabilities: read.flatMap((chapter) => chapter.capabilities),
    extras: read.flatMap((chapter) => chapter.extras),
    problems: [
      ...slips,
      ...(unclosed === undefined ? [] : [unclosed]),
      ...read.flatMap((chapter) => chapter.problems),
    ],
  };
  const problems = [...guide.problems, ...checkGuide(guide, unclosed !== undefined)];
  return {
    ...guide,
    problems: conflicts.length > 0 ? conflicts : problems.sort((a, b) => a.range.start - b.range.start),
  };
}

/** A promotion document is never a guide, even where its title names two levels. */
function isPromotionFrontMatter(node: RootContent): boolean {
  return node.type === 'yaml' && /^["']?promotion["']?[ \t]*:/mu.test(node.value);
}

interface ChapterReading {
  readonly levels: readonly GuideLevel[];
  readonly transition: GuideTransition | undefined;
  readonly capabilities: readonly GuideCapability[];
  readonly extras: readonly ExtraSection[];
  readonly problems: readonly Problem[];
}

function readChapter(chapter: Chapter, document: MarkdownDocument): ChapterReading {
  return chapter.kind === 'level'
    ? readLevelChapter(chapter, chapter.arrangement, document)
    : readTransitionChapter(chapter, placeByContent(chapter), document);
}

function readLevelChapter(
  chapter: LevelChapter,
  arrangement: Arrangement,
  { source }: MarkdownDocument,
): ChapterReading {
  const level = {
    id: nameOf(chapter.level),
    title: chapter.level.title,
    titleRange: chapter.heading,
    heading: chapter.heading,
  };
  return {
    levels: [level],
    transition: undefined,
    capabilities: capabilitiesOf(arrangement, capabilityContext(source, level, undefined)),
    extras: arrangement.extras.map(extraSection),
    problems: chapter.problems,
  };
}

function readTransitionChapter(
  chapter: TransitionChapter,
  arrangement: Arrangement,
  document: MarkdownDocument,
): ChapterReading {
  const { source } = document;
  const sectionsOf = (kind: PartKind): readonly Section[] => arrangement.parts[kind] ?? [];
  const contentsOf = (kind: PartKind): readonly RootContent[] => sectionsOf(kind).flatMap(contentOf);
  const intro = chapter.intro;
  const shift = readShift(chapter.pair, contentsOf('shift'), [
    ...intro,
    ...chapter.sections.filter(({ title }) => !announcesPay(title)).flatMap(contentOf),
  ]);
  const overviewBlocks =
    sectionsOf('overview').length > 0
      ? contentsOf('overview')
      : intro.filter((block) => !isBoldLine(block) || partOf(plainText(block)) !== 'overview');
  const names = nameLevels(chapter, shift.table, contentsOf('overview'), intro);
  const [from, to] = names.levels;
  const question =
    readQuestion(
      sectionsOf('question').map(({ heading }) => heading),
      'other',
    ) ??
    readQuestion(contentsOf('question'), 'question') ??
    readQuestion(contentsOf('shift'), 'shift') ??
    readQuestion([...intro, ...contentsOf('overview')], 'other') ??
    readQuestion(arrangement.extras.flatMap(contentOf), 'other') ??
    (shift.table && questionInTable(shift.table, [chapter.pair.from, chapter.pair.to]));
  const transition: GuideTransition = {
    from: from.id,
    to: to.id,
    heading: chapter.heading,
    overview: passageOf(overviewBlocks.filter(isTextBlock)),
    // A row that asks the question is no shift besides.
    shifts: shift.shifts.filter(({ range }) => range.start !== question?.range.start),
    question,
    pitfalls: sectionsOf('pitfalls').flatMap(readPitfalls),
    readiness: readReadiness(arrangement.readiness),
    timeline:
      readTimeline(sectionsOf('timeline'), source) ?? timeIn([...intro, ...contentsOf('overview')], source),
    parts: {
      ...(question === undefined ? questionWords([...intro, ...chapter.sections.flatMap(contentOf)]) : {}),
      ...headingsOf(arrangement, shift.table),
    },
  };
  return {
    levels: [from, to],
    transition,
    capabilities: capabilitiesOf(arrangement, capabilityContext(source, to, from)),
    extras: arrangement.extras.map(extraSection),
    problems: [
      ...chapter.problems,
      ...names.problems,
      ...shift.problems,
      ...Object.values(arrangement.parts).flatMap(repeatedSections),
    ],
  };
}

function capabilitiesOf(arrangement: Arrangement, context: CapabilityContext): readonly GuideCapability[] {
  return withListsInTables(
    arrangement.capabilities.flatMap((section) =>
      section.single ? readCapability(section.section, context) : readCapabilities(section.section, context),
    ),
    (arrangement.parts.capabilities ?? []).flatMap(contentOf),
  );
}

/** The core shift stands in its own section, else in the first table whose header names both levels. */
function readShift(
  pair: LevelPair,
  own: readonly RootContent[],
  anywhere: readonly RootContent[],
): {
  readonly table: Table | undefined;
  readonly shifts: readonly Shift[];
  readonly problems: readonly Problem[];
} {
  const table =
    firstTable(own) ??
    anywhere.find(
      (block): block is Table => isShiftTable(block, pair) && !tellsCapabilities(block, own.length > 0),
    );
  if (table === undefined) {
    return { table, shifts: readShiftBlocks(own, pair), problems: [] };
  }
  const width = table.children[0]?.children.length;
  // Two tables of one section, for instance of the work and of the reach, are one.
  const others = own
    .filter((block): block is Table => block !== table && isShiftTable(block, pair))
    .filter(({ children: [header] }) => header?.children.length === width);
  const readings = [table, ...others].map((one) => readShiftTable(one, [pair.from, pair.to]));
  return {
    table,
    shifts: readings.flatMap(({ shifts }) => shifts),
    problems: readings.flatMap(({ problems }) => problems),
  };
}

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
 */
function nameLevels(
  chapter: TransitionChapter,
  table: Table | undefined,
  overview: readonly RootContent[],
  intro: readonly RootContent[],
): NamedLevels {
  const ids: readonly [string, string] = [nameOf(chapter.pair.from), nameOf(chapter.pair.to)];
  const told = withoutLoneTitle([
    ...chapter.namings.map(asNaming),
    ...tableNaming(table, ids),
    ...titleTable([...overview, ...intro], ids),
    ...textNaming([...overview, ...intro], ids),
  ]);
  const areTitled = told.some(({ names }) => names.some(({ title }) => title !== undefined));
  const namings = areTitled ? told : [...told, ...proseNaming([...overview, ...intro], ids)];
  const titles: LevelTitles = [firstTitle(namings, ids, 0), firstTitle(namings, ids, 1)];
  const isKnownByTitle = [chapter.pair.from.id === undefined, chapter.pair.to.id === undefined];
  const level = (index: 0 | 1): GuideLevel => ({
    id: ids[index],
    // A level without an id goes by its title, and has it.
    title: titles[index]?.title ?? (isKnownByTitle[index] ? ids[index] : undefined),
    titleRange: titles[index]?.naming.range ?? chapter.heading,
    heading: chapter.heading,
  });
  return {
    levels: [level(0), level(1)],
    problems: namings.flatMap((naming) =>
      disagreements(naming, ids, titles).map((message) => ({
        rule: 'guide-levels' as const,
        range: naming.range,
        message,
      })),
    ),
  };
}

/** For each of the two levels the title that counts, and the place that gives it. */
type LevelTitles = readonly [LevelTitle | undefined, LevelTitle | undefined];

interface LevelTitle {
  readonly title: string;
  readonly naming: Naming;
}

function firstTitle(
  namings: readonly Naming[],
  ids: readonly [string, string],
  index: 0 | 1,
): LevelTitle | undefined {
  for (const naming of namings) {
    const title = titleIn(naming, ids, index);
    if (title !== undefined) {
      return { title, naming };
    }
  }
  return undefined;
}

function titleIn(naming: Naming, ids: readonly [string, string], index: 0 | 1): string | undefined {
  const name = naming.names.find(({ id }) => id === ids[index]) ?? positional(naming, index);
  return name?.title === ids[index] ? undefined : name?.title;
}

/** What a place says otherwise than the guide: its levels or their order, else their titles. */
function disagreements(
  naming: Naming,
  ids: readonly [string, string],
  titles: LevelTitles,
): readonly string[] {
  const { where, isOrdered } = naming;
  const [low, high] = ids;
  const named = naming.names.flatMap((name) => name.id ?? []);
  const [first, second, ...more] = named;
  if (
    named.some((id) => !ids.includes(id)) ||
    (first === second && first !== undefined && more.length === 0)
  ) {
    return [
      `${where} names ${named.join(' and ')}, but the guide leads from ${low} to ${high}. Make them agree.`,
    ];
  }
  if (isOrdered && first === high && second === low) {
    return [
      `${where} names ${high} before ${low}, but the guide leads from ${low} to ${high}. Turn one of them around.`,
    ];
  }
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
      `${where} gives ${low} and ${high} each other’s titles: ${low} is “${lower.title}” here and “${lower.counts.title}” ${inPlace(lower.counts)}. Turn one of them around.`,
    ];
  }
  return differing.map(
    ({ id, title, counts }) =>
      `${where} calls ${id} “${title}”, which is “${counts.title}” ${inPlace(counts)}. Use one title.`,
  );
}

function inPlace({ naming }: LevelTitle): string {
  return `in ${naming.where.replace(/^T/u, 't')}`;
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

/** A pair that gives titles alone names the levels in the guide's order. */
function positional(naming: Naming, index: number): LevelName | undefined {
  return naming.names.length === 2 && naming.names.every((name) => name.id === undefined)
    ? naming.names[index]
    : undefined;
}

function asNaming({ where, pair, range }: Chapter['namings'][number]): Naming {
  return { where, names: [pair.from, pair.to], range, isOrdered: true };
}

function tableNaming(table: Table | undefined, ids: readonly string[]): readonly Naming[] {
  const header = table?.children[0];
  const names = table === undefined ? [] : headerLevels(table, ids).flatMap((name) => name ?? []);
  return header === undefined || names.length === 0
    ? []
    : [{ where: 'The table’s header', names, range: rangeOf(header), isOrdered: true }];
}

/** A table with a row for each level, which has its id in one cell and its title under "Title". */
function titleTable(blocks: readonly RootContent[], ids: readonly string[]): readonly Naming[] {
  for (const block of blocks) {
    const [header, ...rows] = block.type === 'table' ? block.children : [];
    const column =
      header?.children.findIndex((cell) => /^(?:job )?(?:title|role|name)$/iu.test(plainText(cell))) ?? -1;
    const names = rows.flatMap(({ children }) => {
      const id = ids.find((one) => children.some((cell) => plainText(cell) === one));
      const title = children[column];
      return id === undefined || title === undefined ? [] : [{ id, title: plainText(title) }];
    });
    if (ids.every((id) => names.some((name) => name.id === id && name.title !== ''))) {
      return [{ where: 'The table', names, range: rangeOf(block), isOrdered: false }];
    }
  }
  return [];
}

/**
 * The first step that the overview speaks of: "the transition from M1 (…) to M2 (…)"; else the
 * paragraph that gives both levels a title: "M1 (…) and M2 (…) differ".
 */
function textNaming(blocks: readonly RootContent[], ids: readonly string[]): readonly Naming[] {
  const paragraphs = blocks.filter((block) => block.type === 'paragraph');
  for (const block of paragraphs) {
    const [step] = stepsInText(plainText(block));
    if (step !== undefined) {
      return [{ where: 'The text', names: [step.from, step.to], range: rangeOf(block), isOrdered: false }];
    }
  }
  for (const block of paragraphs) {
    const names = namesBoth(titledInText(plainText(block), ids), ids);
    if (names !== undefined) {
      return [{ where: 'The text', names, range: rangeOf(block), isOrdered: false }];
    }
  }
  return [];
}

/** Where nothing else gives the levels titles, a paragraph that names both by title and id: "a Manager (M1)". */
function proseNaming(blocks: readonly RootContent[], ids: readonly string[]): readonly Naming[] {
  for (const block of blocks) {
    const names = block.type === 'paragraph' ? namesBoth(titlesBeforeIds(plainText(block)), ids) : undefined;
    if (names !== undefined) {
      return [{ where: 'The text', names, range: rangeOf(block), isOrdered: false }];
    }
  }
  return [];
}

/** Those of some names that are titles of the two levels, where both are among them. */
function namesBoth(names: readonly LevelName[], ids: readonly string[]): readonly LevelName[] | undefined {
  const titled = names.filter(({ id, title }) => title !== undefined && ids.includes(id ?? ''));
  return ids.every((id) => titled.some((name) => name.id === id)) ? titled : undefined;
}

/** Where a text speaks of the fundamental question that could not be read. */
function questionWords(blocks: readonly RootContent[]): GuideTransition['parts'] {
  const words = blocks.find((block) => /\bfundamental question\b/i.test(paragraphText(block)));
  return words === undefined ? {} : { question: rangeOf(words) };
}

/** The sections of one part that have the title of another, as where somebody pasted it twice. */
function repeatedSections(sections: readonly Section[]): readonly Problem[] {
  const known = new Set<string>();
  return sections.flatMap(({ title, heading }) => {
    const key = nameKey(title);
    const isRepeated = known.has(key);
    known.add(key);
    return isRepeated
      ? [
          {
            rule: 'guide-section',
            range: rangeOf(heading),
            message: `“${title}” stands here once more. Make one section of the two.`,
          },
        ]
      : [];
  });
}

function headingsOf(arrangement: Arrangement, table: Table | undefined): GuideTransition['parts'] {
  const headings: Partial<Record<PartKind, TextRange>> = {};
  for (const [kind, sections] of Object.entries(arrangement.parts)) {
    const first = sections[0];
    if (first !== undefined) {
      headings[kind as PartKind] = rangeOf(first.heading);
    }
  }
  const capability = arrangement.capabilities[0];
  if (capability !== undefined) {
    headings.capabilities = rangeOf(capability.section.heading);
  }
  if (table !== undefined && headings.shift === undefined) {
    headings.shift = rangeOf(table);
  }
  return headings;
}

function extraSection(section: Section): ExtraSection {
  return { title: section.title, range: sectionRange(section) };
}
