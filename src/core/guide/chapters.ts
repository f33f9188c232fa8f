import type { RootContent } from 'mdast';
import { rangeOf } from '../markdown/nodes';
import { plainText } from '../markdown/plainText';
import type { TextRange } from '../text/sourceText';
import { type Arrangement, arrangeSections } from './arrangeSections';
import { arrowSigns } from './arrows';
import { withoutMerged } from './blocks/mergedSections';
import { withPartHeadings } from './blocks/partHeadings';
import { isListOrTable, paragraphText } from './blocks/passages';
import { contentOf, type Section, type SectionTree, sectionTree } from './blocks/sections';
import { idPattern, isLevelId } from './levelIds';
import { type LevelName, nameOf, wholeLevelName } from './levelNames';
import { type LevelPair, parsePair, parsePairOfSmallIds, parsePairOfTitles } from './levelPairs';
import { idsSpokenOf } from './levelsInProse';
import type { PartKind, Problem } from './model';
import { isCapability, showsCapabilities } from './parts/readCapabilities';
import { headerLevels, isShiftTable } from './parts/readShifts';
import { splitAtTitles, type Titled } from './splitAtTitles';

/** A stretch of a file that describes one transition, or one level. */
export type Chapter = TransitionChapter | LevelChapter;

interface ChapterBase {
  /** The title's range; in a file without one, the line that names the levels. */
  readonly heading: TextRange;
  /** What stands between the title and the first section, without the subtitle. */
  readonly intro: readonly RootContent[];
  readonly sections: readonly Section[];
  readonly arrangement: Arrangement;
  /** The lines that name the two levels, the one that counts first. */
  readonly namings: readonly PairNaming[];
  readonly problems: readonly Problem[];
}

export interface TransitionChapter extends ChapterBase {
  readonly kind: 'transition';
  readonly pair: LevelPair;
}

export interface LevelChapter extends ChapterBase {
  readonly kind: 'level';
  readonly level: LevelName;
}

interface PairNaming {
  readonly where: string;
  readonly pair: LevelPair;
  readonly range: TextRange;
  /** Whether the ids stand there in small letters: "m1 to m2". */
  readonly inSmallLetters?: boolean;
}

/** Words that only guides have in their titles, and words that other plans have too. */
const ladderWords = /\b(?:progression|career|ladder|levell?ing)\b/i;
const planWords = /\b(?:growth|promotion|level|transition)\b/i;

/**
 * The chapters of a file; none where it is no guide.
 *
 * @param nodes The file's blocks in the forms that `normalize` gives them.
 */
export function findChapters(nodes: readonly RootContent[]): readonly Chapter[] {
  const tree = sectionTree(nodes);
  const titled = splitAtTitles(tree.sections);
  const found = titled.flatMap((one, index) => transitionChapter(one, index === 0 ? tree.blocks : []) ?? []);
  // A heading that names two levels may be a section's: "The turn from G7 to G8".
  if (found.length > 0 || titled.length > 1) {
    return found;
  }
  const [only, ...others] = tree.sections;
  const [title, sections] =
    only !== undefined && (others.length === 0 || only.heading.depth === 1) && only.part === undefined
      ? [only, others]
      : [undefined, tree.sections];
  const untitled = transitionChapter(
    { title, pair: undefined, blocks: title?.blocks ?? [], sections, copies: [] },
    tree.blocks,
  );
  return untitled === undefined ? levelChapters(tree.sections) : [untitled];
}

function transitionChapter(titled: Titled, before: readonly RootContent[]): TransitionChapter | undefined {
  const { title } = titled;
  const { blocks, sections } = bodyOf(titled, before);
  const subtitled = takeSubtitle(blocks, withoutMerged(sections));
  const fromTitle = titleNaming(titled).filter((naming) => !isOutspoken(naming, subtitled.namings));
  const contents = [...subtitled.intro, ...subtitled.sections.flatMap(contentOf)];
  const fromTable = contents.flatMap(tableNaming);
  const namings = [...fromTitle, ...subtitled.namings];
  const named = mergePairs([...namings, ...fromTable.slice(0, 1)]);
  const pair = named && withIds(named, subtitled.sections);
  const arrangement = arrangeSections(subtitled.sections);
  if (
    pair === undefined ||
    !isGuide(title?.title ?? '', pair, [...namings, ...fromTable], contents, arrangement)
  ) {
    return undefined;
  }
  const first = subtitled.intro[0];
  const heading =
    title === undefined
      ? (subtitled.namings[0]?.range ?? (first === undefined ? undefined : rangeOf(first)))
      : rangeOf(title.heading);
  const at = heading ?? fromTable[0]?.range ?? { start: 0, end: 0 };
  return {
    kind: 'transition',
    heading: at,
    pair,
    intro: subtitled.intro,
    sections: subtitled.sections,
    arrangement,
    namings,
    problems: [
      ...(fromTitle.length > 0 ? [] : [titleProblem(title, pair, at)]),
      ...secondTitles(titled, sections),
      ...titled.copies.map(({ heading }) => copyProblem(pair, rangeOf(heading))),
    ],
  };
}

/** What stands under a title; where headings announce few of the parts, bold lines may announce more. */
function bodyOf({ title, blocks, sections }: Titled, before: readonly RootContent[]): SectionTree {
  const own = title?.children ?? [];
  const ranked = own.some(({ part }) => part !== undefined) ? sections.flatMap(withoutLowerParts) : sections;
  const body = { blocks: [...before, ...blocks], sections: [...own, ...ranked] };
  return title !== undefined && sections.length > 0
    ? body
    : withPartHeadings(body, title === undefined || title.heading.depth === 1 ? 2 : 3);
}

/** A section whose heading has the rank of the guide's title, and the parts that have come under it by this slip. */
function withoutLowerParts(section: Section): readonly Section[] {
  const { heading, children } = section;
  const at = children.findIndex(
    (child) => child.part !== undefined && child.heading.depth === heading.depth + 1 && !isCapability(child),
  );
  return at < 0 ? [section] : [{ ...section, children: children.slice(0, at) }, ...children.slice(at)];
}

function titleNaming({ title, pair: ids }: Titled): readonly PairNaming[] {
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

/** "Distribution Centre 4 – Step Up" over "W3 Coordinator to W4 Manager": the line with ids and titles is the levels'. */
function isOutspoken({ pair }: PairNaming, others: readonly PairNaming[]): boolean {
  const names = [pair.from, pair.to];
  const hasBoth = ({ pair: { from, to } }: PairNaming): boolean =>
    [from, to].every(({ id, title }) => id !== undefined && title !== undefined);
  return names.every(({ id }) => id === undefined) && others.some(hasBoth);
}

/**
 * Two ids alone make no ladder: "Q1 to Q2 Roadmap", "Upgrade Guide: ES5 to ES6". Besides them a guide has a
 * word for it in its title, titles for its levels, or a part that nothing but a guide has.
 */
function isGuide(
  title: string,
  pair: LevelPair,
  namings: readonly PairNaming[],
  contents: readonly RootContent[],
  { parts, capabilities }: Arrangement,
): boolean {
  const hasCapabilities = capabilities.some(
    ({ section, single }) => single || isCapability(section) || showsCapabilities(section),
  );
  const hasTitles = namings.some(
    (naming) => naming.pair.from.title !== undefined && naming.pair.to.title !== undefined,
  );
  const inSmallLetters = namings.some((naming) => naming.inSmallLetters);
  if (!isLevelId(pair.from.id ?? '') || !isLevelId(pair.to.id ?? '') || inSmallLetters) {
    // Two titles, "v1 to v2" or "(I) to (II)" prove less than two ids do.
    const others: readonly PartKind[] = [
      'shift',
      'question',
      'pitfalls',
      'readiness',
      'trackRecord',
      'selfAssessment',
    ];
    return (
      hasCapabilities &&
      (ladderWords.test(title) ||
        isStep(pair) ||
        contents.some((block) => isShiftTable(block, pair)) ||
        others.some((kind) => parts[kind] !== undefined))
    );
  }
  return (
    hasCapabilities ||
    hasTitles ||
    ladderWords.test(title) ||
    (!(isPeriodOrVersion(pair.from) && isPeriodOrVersion(pair.to)) &&
      (planWords.test(title) || isBarePair(title) || contents.some(speaksOfLevels)))
  );
}

/** "Account Executive to Senior Account Executive": one title with another word before it. */
function isStep({ from, to }: LevelPair): boolean {
  return from.title !== undefined && to.title?.endsWith(` ${from.title}`) === true;
}

/** What looks like an id and is more often a quarter, a half, a year, a week or a version. */
function isPeriodOrVersion({ id }: LevelName): boolean {
  return /^(?:Q[1-4]|H[12]|FY\d+|W\d{2}|V\d+)(?:-\d)?$|\.\d+$/u.test(id ?? '');
}

const spokenOf = new RegExp(`\\bAt ${idPattern}, (?:you|they|we|an? )\\b|\\bfundamental question\\b`, 'iu');

/** "At M1, you …", or the fundamental question. */
function speaksOfLevels(block: RootContent): boolean {
  const text = paragraphText(block);
  return spokenOf.test(text);
}

/** Whether a title says nothing beyond its two levels, apart from "From". */
function isBarePair(title: string): boolean {
  return /^(?:from\s+)?[^\s:]+(?:\s*\([^)]*\))?\s*(?:to|\p{P}|\p{S})+\s*[^\s:]+(?:\s*\([^)]*\))?$/iu.test(
    title,
  );
}

interface Subtitled {
  readonly intro: readonly RootContent[];
  readonly sections: readonly Section[];
  readonly namings: readonly PairNaming[];
}

/** Takes the subtitle, a paragraph or a heading that is a pair of levels, out of what follows the title. */
function takeSubtitle(blocks: readonly RootContent[], sections: readonly Section[]): Subtitled {
  for (const block of blocks.slice(0, 4)) {
    const namings = subtitleNaming(block);
    if (namings.length > 0) {
      return { intro: blocks.filter((other) => other !== block), sections, namings };
    }
  }
  const [first, ...rest] = sections;
  const found = first === undefined ? [] : naming('The subtitle', first.title, rangeOf(first.heading));
  if (first === undefined || found.length === 0 || (first.part !== undefined && !isTwoTitles(first))) {
    return { intro: blocks, sections, namings: [] };
  }
  return { intro: [...blocks, ...first.blocks], sections: [...first.children, ...rest], namings: found };
}

/** "Shift Manager → Site Manager": words that announce a part are a title's where nothing but an arrow parts two. */
function isTwoTitles({ title, blocks }: Section): boolean {
  return twoTitles.test(title) && !blocks.some(isListOrTable);
}

const twoTitles = new RegExp(`^[^:\\d]+[${arrowSigns}][^:\\d]+$`, 'u');

function subtitleNaming(block: RootContent): readonly PairNaming[] {
  const inner = block.type === 'blockquote' && block.children.length === 1 ? block.children[0] : block;
  const text = paragraphText(inner);
  if (text === '' || text.length > 120 || /[.?!]$/.test(text)) {
    return [];
  }
  // "*Engineer → Senior Engineer* (a draft)": what is set off is the subtitle.
  const [first] = inner?.type === 'paragraph' ? inner.children : [];
  const own = first?.type === 'strong' || first?.type === 'emphasis' ? plainText(first) : '';
  const found = naming('The subtitle', own, rangeOf(block));
  const whole = text.replace(/^\((.*)\)$/u, '$1');
  return found.length > 0 ? found : naming('The subtitle', whole, rangeOf(block));
}

function naming(where: string, text: string, range: TextRange): readonly PairNaming[] {
  const pair = parsePair(text.replace(/\s*:$/u, ''));
  return pair === undefined ? [] : [{ where, pair, range }];
}

function tableNaming(block: RootContent): readonly PairNaming[] {
  if (block.type !== 'table') {
    return [];
  }
  const [from, to, ...more] = headerLevels(block).flatMap((name) => name ?? []);
  return from === undefined || to === undefined || more.length > 0
    ? []
    : [{ where: 'The table', pair: { from, to }, range: rangeOf(block) }];
}

/** The ids come from the first line that has them; a line of titles alone lends it the titles. */
function mergePairs(namings: readonly PairNaming[]): LevelPair | undefined {
  const withIds = namings.find(({ pair }) => pair.from.id !== undefined && pair.to.id !== undefined);
  return withIds?.pair ?? namings[0]?.pair;
}

/** Levels that lines name by their titles alone have the ids by which the text speaks of them: "At M1, … At M2, …". */
function withIds(pair: LevelPair, sections: readonly Section[]): LevelPair {
  if (pair.from.id !== undefined || pair.to.id !== undefined) {
    return pair;
  }
  for (const block of sections.flatMap(contentOf)) {
    const [from, to, ...more] = idsSpokenOf(paragraphText(block));
    if (from !== undefined && to !== undefined && more.length === 0) {
      return { from: { ...pair.from, id: from }, to: { ...pair.to, id: to } };
    }
  }
  return pair;
}

/** What is wrong with a title that does not name the levels. */
function titleProblem(title: Section | undefined, { from, to }: LevelPair, at: TextRange): Problem {
  const [low, high] = [nameOf(from), nameOf(to)];
  return title === undefined
    ? {
        rule: 'guide-section',
        range: at,
        message: `The guide has no title. Begin it with “# Progression Guide: ${low} to ${high}”.`,
      }
    : {
        rule: 'guide-levels',
        range: at,
        message: `The title does not name the two levels. Write them in it: “Progression Guide: ${low} to ${high}”.`,
      };
}

function copyProblem({ from, to }: LevelPair, range: TextRange): Problem {
  return {
    rule: 'guide-conflict',
    range,
    message: `The guide from ${nameOf(from)} to ${nameOf(to)} stands here once more; only the first is read. Remove one of the two.`,
  };
}

/** A second H1 in a guide whose sections are not H1s themselves. */
function secondTitles(titled: Titled, sections: readonly Section[]): readonly Problem[] {
  const depth = titled.title?.heading.depth;
  const below = sections.some(
    (section) => section.heading.depth > (depth ?? 0) && section.part !== undefined,
  );
  return titled.sections
    .filter((section) => below && section.heading.depth === depth)
    .map((section) => ({
      rule: 'guide-section',
      range: rangeOf(section.heading),
      message: `A guide has one title; this second one is read as a section. Make it a lower heading: “${'#'.repeat((depth ?? 1) + 1)} ${section.title}”.`,
    }));
}

/** The headings that name one level and have capabilities under them. */
function levelChapters(sections: readonly Section[]): readonly LevelChapter[] {
  return sections.flatMap((section): readonly LevelChapter[] => {
    const level = wholeLevelName(section.title);
    if (level === undefined) {
      return levelChapters(section.children);
    }
    const arrangement = arrangeSections(section.children);
    return arrangement.parts.capabilities === undefined && arrangement.capabilities.length === 0
      ? []
      : [
          {
            kind: 'level',
            level,
            heading: rangeOf(section.heading),
            intro: section.blocks,
            sections: section.children,
            arrangement,
            namings: [],
            problems: [],
          },
        ];
  });
}
