import type { RootContent } from 'mdast';
import type { Section } from '../blocks/sections';
import { anyId, nameOf } from '../levels/levelNames';
import { type LevelPair, parsePairOfCounts, parsePairOfIds, parsePairOfTitles } from '../levels/levelPairs';

/** A heading and what follows it up to the next heading that begins a chapter. */
export interface Titled {
  readonly title: Section | undefined;
  /** The levels that the title names by their ids, or as one title of several in a file that lead on from each other. */
  readonly pair: LevelPair | undefined;
  readonly blocks: readonly RootContent[];
  readonly sections: readonly Section[];
  /** The same title over the same sections once more: somebody pasted the guide twice. */
  readonly copies: readonly Section[];
}

/** Cuts a file at the headings that name two levels; a later heading counts where it names others. */
export function splitAtTitles(sections: readonly Section[]): readonly Titled[] {
  const withIds = sections.map((section, index) => {
    const pair = parsePairOfIds(section.title);
    return pair !== undefined && (index === 0 || section.part === undefined) ? pair : undefined;
  });
  const here = withIds.some((pair) => pair !== undefined) ? withIds : chained(sections);
  if (here.every((pair) => pair === undefined)) {
    // A title over everything may use the word for a part: "Readiness Guide".
    const isTitle = sections.length === 1;
    return sections.flatMap((section) =>
      (section.part === undefined || isTitle) && !isSubtitled(section) ? splitAtTitles(section.children) : [],
    );
  }
  const chapters: OpenChapter[] = [];
  const known: KnownSections = new Map();
  let isCopy = false;
  sections.forEach((section, index) => {
    const pair = here[index];
    const last = chapters.at(-1);
    const original = originalOf(section, sections.slice(index + 1, index + 3), known);
    if (original !== undefined) {
      original.copies.push(section);
      isCopy = true;
    } else if (
      pair !== undefined &&
      (last?.pair === undefined || !samePair(pair, last.pair) || isOver(last, section))
    ) {
      if (last?.pair !== undefined && samePair(pair, last.pair)) {
        chapters.pop();
      }
      const chapter = openChapter(section, pair);
      chapters.push(chapter);
      learn(known, chapter, section.children);
      isCopy = false;
    } else if (last !== undefined && !isCopy) {
      last.sections.push(section);
      learn(known, last, [section]);
    }
  });
  return chapters;
}

/**
 * The levels that titles without ids name, "Grade 7 to Grade 8" and "Grade 8 to Grade 9": each is over parts of a guide,
 * and one leads on from where another ends.
 */
function chained(sections: readonly Section[]): readonly (LevelPair | undefined)[] {
  const pairs = sections.map(({ title, part, children }) =>
    part === undefined && children.filter((child) => child.part !== undefined).length > 1
      ? (parsePairOfTitles(title) ?? parsePairOfCounts(title))
      : undefined,
  );
  const [starts, ends] = (['from', 'to'] as const).map(
    (side) => new Set(pairs.flatMap((pair) => (pair === undefined ? [] : nameOf(pair[side])))),
  );
  return pairs.map((pair) =>
    pair !== undefined && (starts?.has(nameOf(pair.to)) || ends?.has(nameOf(pair.from))) ? pair : undefined,
  );
}

/** "# Partner to Senior Partner" right over "## H2 to H3", with no other such heading: that one is the subtitle. */
function isSubtitled({ title, blocks, children }: Section): boolean {
  const [first, ...others] = children.map((child) => parsePairOfIds(child.title));
  return (
    blocks.length === 0 &&
    first !== undefined &&
    others.every((pair) => pair === undefined) &&
    parsePairOfTitles(title) !== undefined
  );
}

/** "# Art ladder: A2 to A3 to A4" over "# A2 to A3", the first of the steps that the page has, and nothing between. */
function isOver({ title, sections }: OpenChapter, { title: own }: Section): boolean {
  return (
    sections.length === 0 &&
    title.children.length === 0 &&
    (title.title.match(anyId())?.length ?? 0) > 2 &&
    /^\S+ \S+ \S+$/u.test(own)
  );
}

function samePair(a: LevelPair, b: LevelPair): boolean {
  return nameOf(a.from) === nameOf(b.from) && nameOf(a.to) === nameOf(b.to);
}

interface OpenChapter extends Titled {
  readonly title: Section;
  readonly sections: Section[];
  readonly copies: Section[];
  /** The titles of the sections at its beginning. */
  readonly beginning: Set<string>;
}

function openChapter(title: Section, pair: LevelPair): OpenChapter {
  return { title, pair, blocks: title.blocks, sections: [], copies: [], beginning: new Set() };
}

/** Chapters by their own title and that of a section at their beginning: a file may hold thousands. */
type KnownSections = Map<string, OpenChapter[]>;

/** Of so many sections at the beginning of a guide, those at the beginning of its copy are some. */
const longestBeginning = 20;

function learn(known: KnownSections, chapter: OpenChapter, sections: readonly Section[]): void {
  const { title, beginning } = chapter;
  for (const section of sections.slice(0, longestBeginning - beginning.size)) {
    if (!beginning.has(section.title)) {
      beginning.add(section.title);
      const key = `${title.title}\n${section.title}`;
      const chapters = known.get(key) ?? [];
      chapters.push(chapter);
      known.set(key, chapters);
    }
  }
}

/** The chapter that a section begins once more: it has the same title and the same two sections at its beginning. */
function originalOf(
  section: Section,
  next: readonly Section[],
  known: KnownSections,
): OpenChapter | undefined {
  const [first, second] = [...section.children, ...next];
  return first === undefined || second === undefined
    ? undefined
    : known.get(`${section.title}\n${first.title}`)?.find(({ beginning }) => beginning.has(second.title));
}
