import type { RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { headerTexts, isList, isParagraph, isTable, tableRows } from '../blocks/nodeTypes';
import { isListOrTable, isTextBlock, paragraphText, quotedLists } from '../blocks/passages';
import { contentOf, isBoldLine, type Section } from '../blocks/sections';
import { type LevelPair, namesOf } from '../levels/levelPairs';
import type { PartKind } from '../model';
import { readPitfalls } from '../parts/readPitfalls';
import { asksOneself, readReadiness } from '../parts/readReadiness';
import { tellsPace, typicalRange } from '../parts/readTimeline';
import { readShiftBlocks } from '../parts/shiftPhrases';
import { labelledRows, sentencePairs } from '../parts/shiftRows';
import { comparesTimes, isShiftTable } from '../parts/shiftTables';
import { hintsAt, isOtherTitle, partOf } from '../sectionKinds';
import { type Arrangement, readinessOf } from './arrangeSections';

/** What tells where a chapter's sections belong. */
interface Arranged {
  readonly pair: LevelPair;
  readonly intro: readonly RootContent[];
  readonly sections: readonly Section[];
  /** The sections by what they are about so far. */
  readonly arrangement: Arrangement;
}

/**
 * A guide's sections by what they are about, where a part that no heading announces is looked for among
 * the sections that were not understood: by the form of what stands there, and by what its heading suggests.
 */
export function placeByContent(chapter: Arranged): Arrangement {
  const { sections, intro } = chapter;
  const mayTellTime = soundingOtherwise(chapter);
  const candidates = [...chapter.arrangement.extras, ...mayTellTime].filter(
    ({ title }) => !isOtherTitle(title),
  );
  let arrangement = chapter.arrangement;
  for (const { kind, isMissing, fits } of candidates.length === 0 ? [] : clues) {
    const found = candidates.find(
      (section) =>
        (arrangement.extras.includes(section) || (kind === 'timeline' && mayTellTime.includes(section))) &&
        fits(section, chapter, arrangement),
    );
    if (found !== undefined && isMissing(arrangement)) {
      arrangement = place(arrangement, found, kind);
    }
  }
  const [opening] = sections;
  return opening !== undefined &&
    arrangement.parts.overview === undefined &&
    !intro.some(isProse) &&
    isAllProse(opening) &&
    (arrangement.extras.includes(opening) || isOneOfSeveral(opening, arrangement.parts.shift))
    ? place(arrangement, opening, 'overview')
    : arrangement;
}

/** "Why wait? A look at the calendar", "Expectations on time": what sounds like another part and holds none of it. */
function soundingOtherwise({ arrangement: { parts, capabilities } }: Arranged): readonly Section[] {
  const empty = (parts.capabilities ?? []).filter(
    (one) => !capabilities.some(({ section }) => section === one),
  );
  const [, ...more] = parts.readiness ?? [];
  return [
    ...[...(parts.overview ?? []), ...empty].filter(({ title }) => hintsAt('timeline', title)),
    // "Service before promotion", behind a section that holds the readiness.
    ...more.filter(
      (one) =>
        (readReadiness((parts.readiness ?? []).filter((other) => other !== one))?.trackRecord.length ?? 0) >
        0,
    ),
  ];
}

/** By what a section is known as a part whose heading does not say so. */
interface Clue {
  readonly kind: PartKind;
  readonly isMissing: (arrangement: Arrangement) => boolean;
  readonly fits: (section: Section, chapter: Arranged, arrangement: Arrangement) => boolean;
}

const clues: readonly Clue[] = [
  {
    kind: 'shift',
    isMissing: ({ parts }) => parts.shift === undefined,
    fits: (section, chapter, arrangement) =>
      section.blocks.some((block) => isShiftTable(block, chapter.pair) || comparesTimes(block)) ||
      readShiftBlocks(section.blocks, chapter.pair, false).length > 1 ||
      (standsBeforeCapabilities(section, chapter, arrangement) &&
        (comparesInOwnWords(section) ||
          (tellsOfChange.test(section.title) && sentencePairs(section.blocks, chapter.pair).length > 2))),
  },
  {
    kind: 'timeline',
    isMissing: ({ parts }) => parts.timeline === undefined,
    fits: isAboutTime,
  },
  {
    kind: 'selfAssessment',
    isMissing: (arrangement) => (readReadiness(readinessOf(arrangement))?.selfAssessment.length ?? 0) === 0,
    fits: (section) => contentOf(section).flatMap(quotedLists).some(asksOneself),
  },
  {
    kind: 'trackRecord',
    isMissing: (arrangement) => (readReadiness(readinessOf(arrangement))?.trackRecord.length ?? 0) === 0,
    fits: ({ title, blocks, children }) =>
      children.length === 0 && hintsAt('trackRecord', title) && blocks.some(isList),
  },
  {
    kind: 'pitfalls',
    isMissing: ({ parts }) => parts.pitfalls === undefined,
    fits: namesPitfalls,
  },
];

function standsBeforeCapabilities(
  section: Section,
  { sections }: Arranged,
  { capabilities: [first] }: Arrangement,
): boolean {
  return first !== undefined && sections.indexOf(section) < indexOf(sections, first.section);
}

/** "What you leave behind and what you pick up" */
const tellsOfChange = /^(?:what|how)\b.*\b(?:you|chang\w+|differ\w*)\b/iu;

/** Whether a section sets one side against another in row after row: further down, such rows tell anything. */
function comparesInOwnWords({ title, blocks }: Section): boolean {
  return blocks.some((block) => isNamedByColumns(title, block)) || labelledRows(blocks).length > 0;
}

/** "What falls away, what comes in" over a table of just these two columns. */
function isNamedByColumns(title: string, block: RootContent): boolean {
  const columns = headerTexts(block);
  return (
    columns.length === 2 &&
    columns.every((column) => column !== '' && title.toLowerCase().includes(column.toLowerCase()))
  );
}

/** "Three to five years at M1", "Most take two years": time that the step takes, and nothing but text and lists. */
function isAboutTime({ title, blocks, children }: Section, { pair }: Arranged): boolean {
  const isHinted = hintsAt('timeline', title);
  const tellsTime = (text: string): boolean =>
    tellsPace(text, isHinted) ||
    (typicalRange(text) !== undefined &&
      namesOf(pair).some((level) => text.toLowerCase().includes(level.toLowerCase())));
  return (
    children.every((child) => isHinted && isAllProse(child)) &&
    blocks.every((block) => (isHinted || !isTable(block)) && !quotedLists(block).some(asksOneself)) &&
    blocks.slice(0, isHinted ? 2 : 1).some((block) => tellsTime(paragraphText(block)))
  );
}

const warning =
  /\b(?:not|never|no|nobody|nothing|cannot|without|instead|too|rather than|stop|less|only|still|wrong|until|alone|but|feels?|pleasant|faults?|costs?|disappoint|hurts?|lost|loses?|danger\w*)\b|n['’]t\b/i;

/** "Hiding in the office", "Trusting the simulation": what people should not do is told as doing it. */
const wrongDoing = /^(?!(?:Learning|Training|Mentoring|Coaching|Engineering|Meeting)\b)\p{L}+ing \p{L}/u;
/** Who warns does so in a few sentences. */
const longestWarning = 400;

/**
 * Names with a few words on each, behind the capabilities or the shift, that warn; or any list of names under a heading
 * that suggests what goes wrong.
 */
function namesPitfalls(section: Section, { sections }: Arranged, arrangement: Arrangement): boolean {
  const pitfalls = readPitfalls(section);
  const before = [arrangement.capabilities[0]?.section, arrangement.parts.shift?.[0]].flatMap((one) =>
    one === undefined ? [] : indexOf(sections, one),
  );
  const behind = before.some((index) => sections.indexOf(section) > index);
  const warns = pitfalls.filter(({ name, text }) => wrongDoing.test(name) || warning.test(`${name} ${text}`));
  return (
    pitfalls.length > 1 &&
    // "1:1s" are meetings, and no count.
    pitfalls.every(({ name }) => name.length <= 80 && !/\?|(?<![\p{L}:])\d(?!:1)/u.test(name)) &&
    (hintsAt('pitfalls', section.title) ||
      section.blocks.some(isHeadedAsPitfalls) ||
      (behind &&
        !/\b(?:how|who|we|our|committee|panel|board|reviews?)\b/i.test(section.title) &&
        pitfalls.every(({ text }) => text !== '' && text.length <= longestWarning) &&
        warns.length * 2 >= pitfalls.length))
  );
}

/** "Trap | Why it hurts" over a table's columns. */
function isHeadedAsPitfalls(block: RootContent): boolean {
  const [header] = tableRows(block);
  return header?.children.some((cell) => partOf(plainText(cell)) === 'pitfalls') === true;
}

/** Where a section stands, or the one that holds it. */
function indexOf(sections: readonly Section[], { heading }: Section): number {
  return sections.findIndex((section) => section.heading === heading || contentOf(section).includes(heading));
}

/** The arrangement with a section as the one of its part, whatever part it was of before. */
function place({ parts, capabilities, extras }: Arrangement, section: Section, kind: PartKind): Arrangement {
  const others = Object.entries(parts)
    .map(([part, sections]) => [part, sections.filter(({ heading }) => heading !== section.heading)] as const)
    .filter(([, sections]) => sections.length > 0);
  // A section of questions may hold more of readiness.
  const placed = kind === 'trackRecord' ? { ...section, part: kind } : section;
  return {
    parts: { ...Object.fromEntries(others), [kind]: [placed] },
    capabilities,
    extras: extras.filter((extra) => extra !== section),
  };
}

function isOneOfSeveral({ heading }: Section, sections: readonly Section[] = []): boolean {
  return sections.length > 1 && sections.some((section) => section.heading === heading);
}

function isAllProse({ blocks, children }: Section): boolean {
  return children.length === 0 && blocks.some(isProse) && blocks.every((block) => !isListOrTable(block));
}

/** A paragraph of text; one that is emphasised as a whole speaks of the page. */
function isProse(block: RootContent): boolean {
  return isParagraph(block) && isTextBlock(block) && !isBoldLine(block);
}
