import type { Heading, RootContent } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import { plainText } from '../markdown/plainText';
import type { TextRange } from '../text/sourceText';
import { withoutMerged } from './blocks/mergedSections';
import { withPartHeadings } from './blocks/partHeadings';
import { isListOrTable } from './blocks/passages';
import { contentOf, isBoldLine, type Section, type SectionTree, sectionTree } from './blocks/sections';
import { isGuide } from './isGuide';
import { isCountedName } from './levels/countedLevels';
import { isLevelId } from './levels/levelIds';
import { type LevelName, nameOf, wholeLevelName } from './levels/levelNames';
import {
  type LevelPair,
  namesOf,
  parsePair,
  parsePairOfCounts,
  parsePairOfIds,
  parsePairOfTitles,
} from './levels/levelPairs';
import { asTitle } from './levels/levelTitles';
import {
  isOutspoken,
  mergePairs,
  type PairNaming,
  speaksOfBoth,
  spokenNaming,
  tableNaming,
  takeSubtitle,
  titleNaming,
  withIds,
} from './levels/pairNamings';
import { theOnly } from './lists';
import type { Problem } from './model';
import { isCapability } from './parts/readCapabilities';
import { levelsProblem, sectionProblem } from './problem';
import { type Arrangement, arrangeSections } from './sections/arrangeSections';
import { placeByContent } from './sections/placeByContent';
import { withRaisedParts } from './sections/raisedParts';
import { splitAtTitles, type Titled } from './sections/splitAtTitles';

/** A stretch of a file that describes one transition, or one level. */
export type Chapter = TransitionChapter | LevelChapter;

export interface TransitionChapter {
  readonly kind: 'transition';
  readonly pair: LevelPair;
  /** The title's range; in a file without one, the subtitle's, else that of the first line. */
  readonly heading: TextRange;
  /** What stands between the title and the first section, without the subtitle. */
  readonly intro: readonly RootContent[];
  readonly sections: readonly Section[];
  readonly arrangement: Arrangement;
  /** The lines that name the two levels, the one that counts first. */
  readonly namings: readonly PairNaming[];
  readonly problems: readonly Problem[];
}

export interface LevelChapter {
  readonly kind: 'level';
  readonly level: LevelName;
  readonly heading: TextRange;
  readonly arrangement: Arrangement;
}

/**
 * The chapters of a file; none where it is no guide.
 *
 * @param nodes The file's blocks in the forms that `normalize` gives them.
 * @param pageTitle Asked where no heading names the levels: many sites keep a page's title in front matter.
 */
export function findChapters(
  nodes: readonly RootContent[],
  pageTitle: () => Heading | undefined,
): readonly Chapter[] {
  const read = sectionTree(nodes);
  const titledTree = withBoldTitle(read);
  const inBold = titledTree === read ? [] : chaptersOf(titledTree, pageTitle).filter(isWhole);
  const chapters = inBold.length > 0 ? inBold : chaptersOf(read, pageTitle);
  // Only now: by what is placed here, more would seem to be whole.
  return chapters.map((chapter) =>
    chapter.kind === 'level' ? chapter : { ...chapter, arrangement: placeByContent(chapter) },
  );
}

function chaptersOf(tree: SectionTree, pageTitle: () => Heading | undefined): readonly Chapter[] {
  const titled = splitAtTitles(tree.sections);
  const found = titled.flatMap(
    (one, index) => transitionChapter(one, index === 0 ? tree.blocks : [], titled.length > 1) ?? [],
  );
  // A heading that names two levels may be a section's: "The turn from G7 to G8".
  if (found.length > 0) {
    return found;
  }
  const [only, ...others] = tree.sections;
  if (only !== undefined && isCover(only, others[0])) {
    return chaptersOf({ blocks: [], sections: others }, pageTitle);
  }
  const [title, sections] =
    only !== undefined &&
    (others.length === 0 || only.heading.depth === 1) &&
    (only.part === undefined || parsePairOfTitles(only.title) !== undefined || isTitleOfAll(tree))
      ? [only, others]
      : [undefined, tree.sections];
  const untitled = transitionChapter(
    { title, pair: undefined, blocks: title?.blocks ?? [], sections, copies: [] },
    tree.blocks,
  );
  const levels = untitled === undefined ? levelChapters(tree.sections) : [];
  const underPageTitle =
    title === undefined && levels.length === 0 ? titledChapter(pageTitle(), tree) : undefined;
  const chapter = underPageTitle ?? untitled;
  return chapter === undefined ? levels : [chapter];
}

/** "From Step 2 to Step 3: becoming a shift lead", over all that the file holds. */
function isTitleOfAll({ sections }: SectionTree): boolean {
  const only = theOnly(sections);
  return (
    parsePairOfCounts(only?.title ?? '') !== undefined &&
    only?.children.some(({ part }) => part !== undefined) === true
  );
}

/** The title of the place where the page was kept, over nothing but text, and then the guide's own title. */
function isCover({ title, part, heading, blocks, children }: Section, next: Section | undefined): boolean {
  const naming = next && (parsePairOfTitles(next.title) ?? parsePairOfCounts(next.title));
  return (
    naming !== undefined &&
    part === undefined &&
    next?.part === undefined &&
    next?.heading.depth === heading.depth &&
    children.length === 0 &&
    !blocks.some(isListOrTable) &&
    (parsePairOfTitles(title) ?? parsePairOfCounts(title)) === undefined
  );
}

/** A page without headings whose first line, in bold, names the levels: that line is its title. */
function withBoldTitle(tree: SectionTree): SectionTree {
  const [first, ...blocks] = tree.blocks;
  if (tree.sections.length > 0 || !isBoldLine(first) || parsePair(plainText(first)) === undefined) {
    return tree;
  }
  const heading: Heading = { ...first, type: 'heading', depth: 1 };
  return {
    blocks: [],
    sections: [{ heading, title: plainText(heading), part: undefined, blocks, children: [] }],
  };
}

/** The whole page under its title, where this names the levels and the page holds capabilities or several other parts. */
function titledChapter(
  heading: Heading | undefined,
  { blocks, sections }: SectionTree,
): TransitionChapter | undefined {
  const text = heading === undefined ? '' : plainText(heading);
  const pair = parsePairOfIds(text);
  if (heading === undefined || (pair ?? parsePairOfTitles(text)) === undefined) {
    return undefined;
  }
  const title: Section = { heading, title: text, part: undefined, blocks: [], children: [] };
  const chapter = transitionChapter({ title, pair, blocks, sections, copies: [] }, []);
  return chapter !== undefined && isWhole(chapter) ? chapter : undefined;
}

/** Whether a chapter holds capabilities, or several other parts: a title that is no heading proves little. */
function isWhole({ arrangement: { parts, capabilities } }: Chapter): boolean {
  return capabilities.length > 0 || Object.keys(parts).length > 2;
}

/** @param isOneOfSeveral Whether the file has other titles of its rank: what follows the last may be the page's. */
function transitionChapter(
  titled: Titled,
  before: readonly RootContent[],
  isOneOfSeveral = false,
): TransitionChapter | undefined {
  const { title } = titled;
  const { blocks, sections } = bodyOf(titled, before);
  const subtitled = takeSubtitle(blocks, withoutMerged(sections));
  const ranked = withRaisedParts(subtitled.sections);
  const contents = [...subtitled.intro, ...ranked.sections.flatMap(contentOf)];
  const fromTable = contents.flatMap(tableNaming);
  const told = titleNaming(titled).filter((naming) => !isOutspoken(naming, subtitled.namings));
  const isNamed = told.length + subtitled.namings.length + fromTable.length > 0;
  const fromTitle = isNamed ? told : spokenNaming(titled, contents);
  const namings = [...fromTitle, ...subtitled.namings];
  const named = mergePairs([...namings, ...fromTable.slice(0, 1)]);
  const pair = named && withIds(named, title?.title ?? '', ranked.sections);
  const arrangement = arrangeSections(ranked.sections);
  if (
    pair === undefined ||
    // "Stage 3 to Stage 4", and what to do at either: medicine and lessons write so as well.
    ([...namings, ...fromTable].every(countsOtherThings) && partsIn(arrangement) < fewestSpoken) ||
    // "Grade 3 | Grade 4" in a table alone: schools write so as well.
    (namings.length === 0 &&
      !isLevelId(nameOf(pair.from)) &&
      !contents.some((block) => speaksOfBoth(block, pair)) &&
      partsIn(arrangement) < fewestSpoken) ||
    !isGuide(title?.title ?? '', pair, [...namings, ...fromTable], contents, arrangement)
  ) {
    return undefined;
  }
  const first = title?.heading ?? subtitled.intro[0] ?? subtitled.sections[0]?.heading;
  const subtitle = title === undefined ? subtitled.namings[0]?.range : undefined;
  const at = subtitle ?? (first === undefined ? { start: 0, end: 0 } : rangeOf(first));
  return {
    kind: 'transition',
    heading: at,
    pair,
    intro: subtitled.intro,
    sections: ranked.sections,
    arrangement,
    namings,
    problems: [
      ...ranked.problems,
      ...(fromTitle.length > 0 ||
      (title !== undefined && subtitled.namings.length > 0) ||
      isNamedIn(title, pair)
        ? []
        : [titleProblem(title, pair, at)]),
      ...secondTitles(titled, sections, isOneOfSeveral),
      ...titled.copies.map(({ heading }) => copyProblem(pair, rangeOf(heading))),
    ],
  };
}

/** Without a name in the form of an id or a title, so many parts make a guide. */
const fewestSpoken = 3;

/** "Step 3", which is no title. */
function countsOtherThings({ pair: { from, to } }: PairNaming): boolean {
  return [from, to].every(
    (level) =>
      !isLevelId(nameOf(level)) &&
      isCountedName(nameOf(level)) &&
      asTitle(level.title ?? nameOf(level)) === undefined,
  );
}

/** How many of the parts that only guides have are there. */
function partsIn({ parts: { shift, question, pitfalls, timeline, ...others } }: Arrangement): number {
  const readiness = others.readiness ?? others.trackRecord ?? others.selfAssessment;
  return [shift, question, pitfalls, timeline, readiness].filter((part) => part !== undefined).length;
}

/** What stands under a title; where headings announce few of the parts, bold lines may announce more. */
function bodyOf({ title, blocks, sections }: Titled, before: readonly RootContent[]): SectionTree {
  const own = title?.children ?? [];
  const ranked = own.some(({ part }) => part !== undefined) ? sections.flatMap(withoutLowerParts) : sections;
  const body = { blocks: [...before, ...blocks], sections: [...own, ...ranked] };
  return title !== undefined && sections.length > 0 ? body : withPartHeadings(body);
}

/** A section whose heading has the rank of the guide's title, and the parts that have come under it by this slip. */
function withoutLowerParts(section: Section): readonly Section[] {
  const { heading, children } = section;
  const at = children.findIndex(
    (child) => child.part !== undefined && child.heading.depth === heading.depth + 1 && !isCapability(child),
  );
  return at < 0 ? [section] : [{ ...section, children: children.slice(0, at) }, ...children.slice(at)];
}

/** "Your next key: Step 3 to Step 4" names levels that only the text shows to be some. */
function isNamedIn(title: Section | undefined, pair: LevelPair): boolean {
  const [low = '', high = ''] = namesOf(pair).map((name) => name.toLowerCase());
  const text = (title?.title ?? '').toLowerCase();
  return low === high || (text.includes(high) && text.replace(high, '').includes(low));
}

/** What is wrong with a title that does not name the levels. */
function titleProblem(title: Section | undefined, pair: LevelPair, at: TextRange): Problem {
  const [low, high] = namesOf(pair);
  return title === undefined
    ? sectionProblem(at, `The guide has no title. Begin it with “# Progression Guide: ${low} to ${high}”.`)
    : levelsProblem(
        at,
        `The title does not name the two levels. Write them in it: “Progression Guide: ${low} to ${high}”.`,
      );
}

function copyProblem(pair: LevelPair, range: TextRange): Problem {
  return {
    rule: 'guide-conflict',
    range,
    message: `The guide from ${namesOf(pair).join(' to ')} stands here once more; only the first is read. Remove one of the two.`,
  };
}

/** A second H1 in a guide whose sections are not H1s themselves. */
function secondTitles(
  titled: Titled,
  sections: readonly Section[],
  isOneOfSeveral: boolean,
): readonly Problem[] {
  const depth = titled.title?.heading.depth;
  const below = sections.some(
    (section) => section.heading.depth > (depth ?? 0) && section.part !== undefined,
  );
  return titled.sections
    .filter(
      (section) => below && section.heading.depth === depth && !(isOneOfSeveral && holdsNoPart(section)),
    )
    .map((section) =>
      sectionProblem(
        rangeOf(section.heading),
        `A guide has one title; this second one is read as a section. Make it a lower heading: “${'#'.repeat((depth ?? 1) + 1)} ${section.title}”.`,
      ),
    );
}

/** "Who to talk to", behind the last of several steps in a file. */
function holdsNoPart({ part, children }: Section): boolean {
  return part === undefined && children.every(holdsNoPart);
}

/** The headings that name one level and have capabilities under them. */
function levelChapters(sections: readonly Section[]): readonly LevelChapter[] {
  return sections.flatMap((section): readonly LevelChapter[] => {
    const named = wholeLevelName(section.title);
    const behindLead =
      named?.title === undefined ? wholeLevelName(section.title.replace(levelLead, '')) : undefined;
    const level = behindLead ?? named;
    if (level === undefined) {
      return levelChapters(section.children);
    }
    const arrangement = arrangeSections(section.children);
    const { parts, capabilities } = arrangement;
    const isOfLevel =
      named === undefined
        ? capabilities.length > 0 && parts.capabilities !== undefined
        : capabilities.length > 0 || parts.capabilities !== undefined;
    return !isOfLevel ? [] : [{ kind: 'level', level, heading: rangeOf(section.heading), arrangement }];
  });
}

/** "Career Guide: ", "Expectations at ", "Role profile: ": what a page on one level may call itself. */
const levelLead =
  /^(?:.*\b(?:career|progression|growth|promotion|levell?ing|role)\s+(?:guide|profile|ladder|framework|expectations?)|expectations?|what (?:we expect|is expected))(?::|\s[–—-]|\s(?:for|at|of))\s+(?:the\s+|an?\s+)?/iu;
