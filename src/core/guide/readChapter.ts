import type { RootContent, Table } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import type { MarkdownDocument } from '../markdown/parseMarkdown';
import { type Passage, passageOf, plainText } from '../markdown/plainText';
import { listed } from '../text/listed';
import type { SourceText, TextRange } from '../text/sourceText';
import { isTable, tableRows } from './blocks/nodeTypes';
import { isQuestion, isTextBlock, paragraphText } from './blocks/passages';
import { boldLead, contentOf, isBoldLine, labelText, type Section, sectionRange } from './blocks/sections';
import type { Chapter, LevelChapter, TransitionChapter } from './chapters';
import { nameOf } from './levels/levelNames';
import { type LevelPair, namesOf } from './levels/levelPairs';
import { nameLevels } from './levels/nameLevels';
import type { PairNaming } from './levels/pairNamings';
import type {
  ExtraSection,
  FundamentalQuestion,
  GuideCapability,
  GuideLevel,
  GuideTransition,
  PartKind,
  Problem,
  Readiness,
  Shift,
  Timeline,
} from './model';
import { withListsInTables } from './parts/listsInTables';
import { readCapabilities, readCapability, tellsCapabilities } from './parts/readCapabilities';
import { type CapabilityContext, capabilityContext } from './parts/readExpectations';
import { readPitfalls } from './parts/readPitfalls';
import { readQuestion } from './parts/readQuestion';
import { readReadiness } from './parts/readReadiness';
import { readTimeline, timeIn } from './parts/readTimeline';
import { readShiftBlocks } from './parts/shiftPhrases';
import { isShiftTable, levelsInHeader, questionInTable, readShiftTable } from './parts/shiftTables';
import { levelsProblem } from './problem';
import { capabilitySlips } from './problems/capabilitySlips';
import { missingParts } from './problems/checkParts';
import { announcesPay, partOf } from './sectionKinds';
import { type Arrangement, readinessOf } from './sections/arrangeSections';
import { repeatedSections } from './sections/repeatedSections';
import { strayTitles } from './sections/strayTitles';

/** What a chapter tells, as a piece of its guide. */
interface ChapterReading {
  readonly levels: readonly GuideLevel[];
  readonly transition: GuideTransition | undefined;
  readonly capabilities: readonly GuideCapability[];
  readonly extras: readonly ExtraSection[];
  readonly problems: readonly Problem[];
}

/** Reads all that stands in a chapter. */
export function readChapter(chapter: Chapter, document: MarkdownDocument): ChapterReading {
  return chapter.kind === 'level'
    ? readLevelChapter(chapter, document)
    : readTransitionChapter(chapter, document);
}

function readLevelChapter(
  { level: name, heading, arrangement }: LevelChapter,
  { source }: MarkdownDocument,
): ChapterReading {
  const level = { id: nameOf(name), title: name.title, titleRange: heading, heading };
  return {
    levels: [level],
    transition: undefined,
    capabilities: capabilitiesOf(arrangement, capabilityContext(source, level, undefined)),
    extras: arrangement.extras.map(extraSection),
    problems: [],
  };
}

function readTransitionChapter(chapter: TransitionChapter, { source }: MarkdownDocument): ChapterReading {
  const { intro, heading, arrangement } = chapter;
  const overview = contentsOf(arrangement, 'overview');
  const shift = readShift(chapter, source);
  const named = nameLevels(chapter, shift.table, [...overview, ...intro], source);
  const [from, to] = named.levels;
  const question = questionOf(chapter, shift.table);
  const ofReadiness = readinessOf(arrangement);
  const readiness = readReadiness(ofReadiness);
  const context = capabilityContext(source, to, from);
  const capabilities = capabilitiesOf(arrangement, context);
  const read = {
    from: from.id,
    to: to.id,
    heading,
    overview: overviewOf(chapter),
    // A row that asks the question is no shift besides.
    shifts: shift.shifts.filter(({ range }) => range.start !== question?.range.start),
    question,
    pitfalls: (arrangement.parts.pitfalls ?? []).flatMap(readPitfalls),
    readiness,
    timeline: timelineOf(chapter, source),
    parts: {
      ...(question === undefined ? questionWords(chapter) : {}),
      ...emptyLists(ofReadiness, readiness),
      ...headingsOf(arrangement, shift.table),
    },
  };
  const names = new Set(capabilities.map(({ heading: { start } }) => start));
  return {
    levels: [from, to],
    transition: { ...read, strays: strayTitles(chapter, missingParts(read, capabilities), names, source) },
    capabilities,
    extras: arrangement.extras.map(extraSection),
    problems: [
      ...chapter.problems,
      ...named.problems,
      ...shift.problems,
      ...repeatedSections(arrangement, source),
      ...capabilitySlips(
        capabilities,
        arrangement.capabilities.map(({ section }) => section),
        context,
      ),
    ],
  };
}

/** All that stands in the sections of one part. */
function contentsOf({ parts }: Arrangement, kind: PartKind): readonly RootContent[] {
  return (parts[kind] ?? []).flatMap(contentOf);
}

/** The overview stands in its own section, else between the title and the first one. */
function overviewOf({ intro, arrangement }: TransitionChapter): Passage | undefined {
  const blocks =
    arrangement.parts.overview === undefined
      ? intro.filter((block) => !isBoldLine(block) || partOf(plainText(block)) !== 'overview')
      : contentsOf(arrangement, 'overview');
  return passageOf(blocks.filter(isTextBlock));
}

/** The fundamental question in the likeliest place that asks it: its own section's heading or text, else another part. */
function questionOf(
  { intro, pair, arrangement }: TransitionChapter,
  table: Table | undefined,
): FundamentalQuestion | undefined {
  const headings = (arrangement.parts.question ?? []).map(({ heading }) => heading);
  return (
    readQuestion(headings, 'other') ??
    readQuestion(contentsOf(arrangement, 'question'), 'question') ??
    readQuestion(contentsOf(arrangement, 'shift'), 'shift') ??
    readQuestion([...intro, ...contentsOf(arrangement, 'overview')], 'other') ??
    readQuestion(arrangement.extras.flatMap(contentOf), 'other') ??
    (table && questionInTable(table, pair))
  );
}

/** Where a chapter speaks of the fundamental question that could not be read. */
function questionWords({ intro, sections }: TransitionChapter): GuideTransition['parts'] {
  const words = [...intro, ...sections.flatMap(contentOf)].find((block) =>
    /\bfundamental question\b/i.test(paragraphText(block)),
  );
  return words === undefined ? {} : { question: rangeOf(words) };
}

/** Where the record and the questions are announced within other sections, of which nothing else is read. */
function emptyLists(
  sections: readonly Section[],
  readiness: Readiness | undefined,
): GuideTransition['parts'] {
  const { summary, trackRecord = [], selfAssessment = [] } = readiness ?? {};
  // Who has nothing on readiness is told of that.
  if (summary === undefined && trackRecord.length + selfAssessment.length === 0) {
    return {};
  }
  const found: Partial<Record<PartKind, TextRange>> = {};
  for (const [kind, items] of [
    ['trackRecord', trackRecord],
    ['selfAssessment', selfAssessment],
  ] as const) {
    const label =
      items.length > 0
        ? undefined
        : sections
            .flatMap(contentOf)
            .find((block) => partOf(labelText(block) ?? boldLead(block)?.lead ?? '') === kind);
    if (label !== undefined) {
      found[kind] = rangeOf(label);
    }
  }
  return found;
}

/** The timeline stands in its own section, else the introduction or the overview tells the time. */
function timelineOf({ intro, arrangement }: TransitionChapter, source: SourceText): Timeline | undefined {
  return (
    readTimeline(arrangement.parts.timeline ?? [], source) ??
    timeIn([...intro, ...contentsOf(arrangement, 'overview')], source)
  );
}

/** The core shift stands in its own section, else in the first table whose header names both levels. */
function readShift(
  { pair: ids, namings, intro, sections, arrangement }: TransitionChapter,
  source: SourceText,
): {
  readonly table: Table | undefined;
  readonly shifts: readonly Shift[];
  readonly problems: readonly Problem[];
} {
  const pair = withTitles(ids, namings);
  const announced = contentsOf(arrangement, 'shift');
  const elsewhere = [...intro, ...sections.filter(({ title }) => !announcesPay(title)).flatMap(contentOf)];
  // The question in a table of its own counts as a shift only where nothing else is one.
  const question = [...announced, ...elsewhere].find(
    (block): block is Table => asksTwoQuestions(block) && isShiftTable(block, pair),
  );
  const own = announced.filter((block) => block !== question);
  const table =
    own.find(isTable) ??
    elsewhere.find(
      (block): block is Table =>
        block !== question && isShiftTable(block, pair) && !tellsCapabilities(block, own.length > 0),
    );
  if (table === undefined) {
    const shifts = readShiftBlocks(own, pair, true);
    return shifts.length > 0 || question === undefined
      ? { table: question, shifts, problems: [] }
      : { table: question, ...readShiftTable(question, pair, source) };
  }
  const width = table.children[0]?.children.length;
  // Two tables of one section, for instance of the work and of the reach, are one.
  const more = own
    .filter((block): block is Table => block !== table && isShiftTable(block, pair))
    .filter(({ children: [header] }) => header?.children.length === width);
  const foreign = more.filter((one) => isOfOtherStep(one, table, pair));
  const readings = [table, ...more.filter((one) => !foreign.includes(one))].map((one) =>
    readShiftTable(one, pair, source),
  );
  return {
    table,
    shifts: readings.flatMap(({ shifts }) => shifts),
    problems: [
      ...readings.flatMap(({ problems }) => problems),
      ...foreign.map((one) => otherStepProblem(one, pair)),
    ],
  };
}

/** Whether a second table's header names a level that neither the guide nor its first table does, in place of one of the guide's. */
function isOfOtherStep(table: Table, first: Table, pair: LevelPair): boolean {
  const own = namesOf(pair);
  const known = [...own, ...idsIn(first, own)];
  const ids = idsIn(table, own);
  return ids.some((id) => !known.includes(id)) && own.some((id) => !ids.includes(id));
}

function idsIn(table: Table, known: readonly string[]): readonly string[] {
  return levelsInHeader(table, known).flatMap(({ id }) => id ?? []);
}

function otherStepProblem(table: Table, pair: LevelPair): Problem {
  const own = namesOf(pair);
  return levelsProblem(
    rangeOf(table.children[0] ?? table),
    `This table’s header names ${listed(idsIn(table, own))}, but the guide leads from ${own.join(' to ')}, so that its rows are not read. Make them agree, or take the table out.`,
  );
}

/** The fundamental question in a table of its own. */
function asksTwoQuestions(block: RootContent): boolean {
  const [, row, ...others] = tableRows(block);
  return others.length === 0 && row?.children.slice(-2).every((cell) => isQuestion(plainText(cell))) === true;
}

/** The levels with the titles that another line gives them: a shift may call them by these. */
function withTitles({ from, to }: LevelPair, namings: readonly PairNaming[]): LevelPair {
  const titled = namings.find(({ pair }) => pair.from.title !== undefined && pair.to.title !== undefined);
  return titled === undefined
    ? { from, to }
    : {
        from: { id: from.id, title: from.title ?? titled.pair.from.title },
        to: { id: to.id, title: to.title ?? titled.pair.to.title },
      };
}

function capabilitiesOf(arrangement: Arrangement, context: CapabilityContext): readonly GuideCapability[] {
  return withListsInTables(
    arrangement.capabilities.flatMap((section) =>
      section.single ? readCapability(section.section, context) : readCapabilities(section.section, context),
    ),
    contentsOf(arrangement, 'capabilities'),
  );
}

/** Where each part stands; a core shift without a heading, where its table does. */
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
