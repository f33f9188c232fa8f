import type { RootContent } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { isList, isTable, tableRows } from '../blocks/nodeTypes';
import { isListOrTable, isQuestion } from '../blocks/passages';
import { contentOf, isBoldLine, partAnnounced, type Section } from '../blocks/sections';
import { isNumbered, splitNumber } from '../headingNumbers';
import type { PartKind } from '../model';
import {
  isCapability,
  isCapabilityTable,
  listsCapabilities,
  looksLikeCapability,
  namesInBold,
  tellsCapabilities,
} from '../parts/readCapabilities';
import { speaksOfLevel, tellsOfTwoLevels } from '../parts/readExpectations';
import { asksOneself, runInItems } from '../parts/readReadiness';
import { isShiftList } from '../parts/shiftPhrases';
import { levelsInHeader } from '../parts/shiftTables';
import {
  announcesPay,
  hintsAt,
  isGenericTitle,
  isListOfReadiness,
  partOf,
  partsNamedIn,
} from '../sectionKinds';

/** A guide's sections by what they are about. */
export interface Arrangement {
  readonly parts: Readonly<Partial<Record<PartKind, readonly Section[]>>>;
  readonly capabilities: readonly CapabilitySection[];
  /** Sections that are none of a guide's parts. */
  readonly extras: readonly Section[];
}

/** A section that is one capability (`single`) or holds several. */
interface CapabilitySection {
  readonly section: Section;
  readonly single: boolean;
}

/** Subsections that belong to a part of this kind are read with it rather than as parts of their own. */
const ownSubparts: Readonly<Partial<Record<PartKind, readonly PartKind[]>>> = {
  readiness: ['trackRecord', 'selfAssessment', 'overview', 'capabilities'],
  trackRecord: ['readiness', 'overview', 'capabilities'],
  selfAssessment: ['readiness', 'overview', 'capabilities'],
  timeline: ['overview', 'capabilities', 'readiness'],
};

/** Sorts a guide's sections into its parts by their headings' words and by what stands in them. */
export function arrangeSections(sections: readonly Section[]): Arrangement {
  const parts: Partial<Record<PartKind, readonly Section[]>> = {};
  const capabilities: CapabilitySection[] = [];
  const extras: Section[] = [];
  const announced = new Set(sections.map(({ part }) => part));

  const add = (kind: PartKind, section: Section): void => {
    parts[kind] = [...(parts[kind] ?? []), section];
  };

  // Where all sections have numbers, a number tells nothing of what one is about.
  const areNumbered = sections.length > 2 && sections.every(({ title }) => isNumbered(title));

  const arrange = (section: Section): void => {
    const kind = kindOf(section, announced);
    const numbered = isNumbered(section.title) && !(areNumbered && sections.includes(section));
    if (
      isCapability(section) &&
      !isContainer(section) &&
      (kind === undefined || kind === 'capabilities' || numbered)
    ) {
      capabilities.push({ section, single: true });
    } else if (isWrapper(section, kind)) {
      section.children.forEach(arrange);
    } else if (kind === 'capabilities' || (kind === undefined && holdsCapabilities(section))) {
      const { own, hoisted } = strangers(section);
      add('capabilities', own);
      if (own.children.length > 0 || own.blocks.some(mayListCapabilities)) {
        capabilities.push({ section: own, single: false });
      }
      hoisted.forEach(arrange);
    } else if (kind !== undefined) {
      const { own, hoisted } = subparts(section, kind);
      add(kind, own);
      hoisted.forEach(arrange);
    } else if (groupsParts(section)) {
      section.children.forEach(arrange);
    } else if (isCapabilityBehind(section, capabilities.at(-1))) {
      capabilities.push({ section, single: true });
    } else {
      extras.push(section);
    }
  };

  // One without lists, right behind one that has them, with the next number or before another that has them.
  const isCapabilityBehind = (section: Section, before: CapabilitySection | undefined): boolean => {
    const at = sections.indexOf(section);
    const next = sections[at + 1];
    return (
      before?.single === true &&
      sections[at - 1] === before.section &&
      section.blocks.some(tellsOfTwoLevels) &&
      ((next !== undefined && isCapability(next)) || countsOn(before.section, section))
    );
  };

  sections.forEach(arrange);
  return { parts, capabilities: structured(capabilities), extras };
}

/** Readiness, track record and self-assessment in their order: authors split them up differently. */
export function readinessOf({
  parts: { readiness = [], trackRecord = [], selfAssessment = [] },
}: Arrangement): readonly Section[] {
  return [...readiness, ...trackRecord, ...selfAssessment].sort(
    (a, b) => rangeOf(a.heading).start - rangeOf(b.heading).start,
  );
}

function countsOn(before: Section, section: Section): boolean {
  const [one, other] = [before, section].map(({ title }) => splitNumber(title).number);
  return one !== undefined && other === one + 1;
}

/** What a section is about: its heading says so; where that says nothing, or little, what stands in it does. */
function kindOf(section: Section, announced: ReadonlySet<PartKind | undefined>): PartKind | undefined {
  const kind = section.part;
  if (kind === 'overview' && announcesPay(section.title)) {
    return undefined;
  }
  if ((kind === 'overview' || kind === 'capabilities') && comparesLevels(section, announced.has('shift'))) {
    return 'shift';
  }
  if (kind === 'selfAssessment') {
    if (section.blocks.some(isAnswered)) {
      return undefined;
    }
    if (section.blocks.some(isShiftList) && partsNamedIn(section.title).includes('shift')) {
      return 'shift';
    }
    if (section.children.length === 0 && section.blocks.some(asksPerLevel)) {
      return 'question';
    }
  }
  if (kind !== undefined && !announced.has('capabilities') && namesCapabilities(section)) {
    return 'capabilities';
  }
  if (isListOfReadiness(kind) && holdsMore(section, kind)) {
    return 'readiness';
  }
  return (kind === undefined && holdsReadiness(section)) || tellsWhatIsExpected(section) ? 'readiness' : kind;
}

/** "The committee's expectations", over a record and questions, which is no capability by anything else. */
function tellsWhatIsExpected(section: Section): boolean {
  const { part, title, blocks } = section;
  if (part !== 'capabilities' || !/\bexpect/iu.test(title)) {
    return false;
  }
  const parts = new Set(blocks.map((block) => partAnnounced(block)));
  return (
    parts.has('trackRecord') &&
    parts.has('selfAssessment') &&
    !blocks.some(speaksOfLevel) &&
    !isCapability(section) &&
    holdsReadiness(section)
  );
}

/** "Capabilities: what changes", over capabilities, where no other section says that it holds them. */
function namesCapabilities({ title, children }: Section): boolean {
  return (
    children.length > 1 &&
    children.every(
      (child) => child.part === undefined && (isCapability(child) || child.blocks.some(speaksOfLevel)),
    ) &&
    partsNamedIn(title).includes('capabilities')
  );
}

/** Whether a section that is headed as one part of readiness holds another, or one of several under a name for all. */
function holdsMore({ title, blocks, children }: Section, kind: PartKind): boolean {
  const labels = blocks.filter((block, index) => isBoldLine(block) && isListOrTable(blocks[index + 1]));
  const kinds = [...children.map((child) => child.part), ...labels.map((label) => partOf(plainText(label)))];
  const ofReadiness = kinds.filter(isListOfReadiness);
  return (
    ofReadiness.some((other) => other !== kind) ||
    (ofReadiness.length > 0 &&
      kinds.length > 1 &&
      (partsNamedIn(title).includes('readiness') || /\bevidence\b/iu.test(title)))
  );
}

/** "As an Engineering Manager: …?" and "As a Senior Engineering Manager: …?", and no more. */
function asksPerLevel(block: RootContent): boolean {
  return (
    isList(block) &&
    block.children.length === 2 &&
    new Set(block.children.map((item) => plainText(item).split(' ')[0])).size === 1 &&
    block.children.every(
      (item) => isQuestion(plainText(item)) && /^(?:As an?|At)\s+\p{Lu}[^:?]*:\s/u.test(plainText(item)),
    )
  );
}

/** More than "yes / no", which is there to be ticked. */
const someWords = /\p{L}+ \p{L}+ \p{L}+/u;

/** "Question | Answer": who has answers does not ask the reader. */
function isAnswered(block: RootContent): boolean {
  const [header, ...rows] = tableRows(block);
  const column = header?.children.findIndex((cell) => /^answers?$/iu.test(plainText(cell))) ?? -1;
  const answers = rows.flatMap(({ children }) => children.slice(column, column + 1)).map(plainText);
  return column >= 0 && answers.filter((answer) => someWords.test(answer)).length * 2 > rows.length;
}

/**
 * A section without subsections that begins with a table of two levels, or with "small team → larger team".
 *
 * @param announcesShift Whether another section is the core shift by its heading.
 */
function comparesLevels({ blocks: [first], children }: Section, announcesShift: boolean): boolean {
  return (
    children.length === 0 &&
    first !== undefined &&
    !tellsCapabilities(first, announcesShift) &&
    (isTable(first) ? levelsInHeader(first).length === 2 : isShiftList(first))
  );
}

/** A track record or questions to oneself, and no other part. */
function holdsReadiness({ blocks, children }: Section): boolean {
  const asking = children.filter((child) => child.blocks.some(asksOneself));
  const kinds = children.map((child) =>
    // "5.1 Records" and "5.2 Own check": of questions a guide has one list.
    child.part === undefined && asking.length === 1 && asking.includes(child) ? 'selfAssessment' : child.part,
  );
  const labels = blocks.map((block, index) => {
    const { place, items } = runInItems(block);
    return isListOrTable(blocks[index + 1]) ? partAnnounced(block) : items.length > 0 ? place : undefined;
  });
  return (
    [...kinds, ...labels].some(isListOfReadiness) &&
    !children.some(isCapability) &&
    kinds.every((kind) => kind === undefined || isListOfReadiness(kind))
  );
}

function mayListCapabilities(block: RootContent): boolean {
  return isList(block) || tellsCapabilities(block, true);
}

/** A section with lists of its own that only says "capabilities", or that names several in bold lines. */
function isContainer(section: Section): boolean {
  return isGenericTitle(section.title) || namesInBold(section).length > 1;
}

function holdsCapabilities(section: Section): boolean {
  return (
    section.children.some(isCapability) ||
    section.children.filter(looksLikeCapability).length > 1 ||
    section.blocks.some((block) => listsCapabilities(block) || isCapabilityTable(block)) ||
    (isCapability(section) && namesInBold(section).length > 1)
  );
}

/** A heading such as "Part 2: The promotion" over the very section that its words announce. */
function isWrapper(section: Section, kind: PartKind | undefined): boolean {
  return (
    kind !== undefined &&
    kind !== 'pitfalls' &&
    section.blocks.length === 0 &&
    section.children.some((child) => child.part === kind && !looksLikeCapability(child)) &&
    !(kind === 'timeline' && section.children.every(isOfTimeline))
  );
}

/** "Typical time", "Why it takes so long": what a timeline alone is divided into. */
function isOfTimeline({ part }: Section): boolean {
  return part === undefined || part === 'timeline' || part === 'overview';
}

function wordsIn(title: string): number {
  return title.split(/\s+/u).length;
}

/** Other parts that stand among the capabilities come out of them, and so do remarks among capabilities with numbers. */
function strangers(section: Section): Divided {
  const areNumbered = section.children.some(({ title }) => isNumbered(title));
  const isStranger = (child: Section): boolean => {
    const kind = child.part;
    return (
      ((kind !== undefined && kind !== 'capabilities' && kind !== 'overview') ||
        (areNumbered && wordsIn(child.title) > 3 && !contentOf(child).some(isListOrTable))) &&
      !isNumbered(child.title) &&
      !looksLikeCapability(child)
    );
  };
  return without(isStranger, section);
}

interface Divided {
  readonly own: Section;
  readonly hoisted: readonly Section[];
}

/** A section without some of its subsections, and these. */
function without(isForeign: (child: Section) => boolean, section: Section): Divided {
  return {
    own: { ...section, children: section.children.filter((child) => !isForeign(child)) },
    hoisted: section.children.filter(isForeign),
  };
}

/** Parts an author put under the heading of another part come out of it, and so does what the levels are paid. */
function subparts(section: Section, kind: PartKind): Divided {
  const own = ownSubparts[kind] ?? [];
  return without(
    ({ part, title }) =>
      kind !== 'pitfalls' &&
      (part === undefined
        ? announcesPay(title) && wordsIn(title) <= 4
        : part !== kind && !own.includes(part)),
    { ...section, part: kind },
  );
}

/** Whether a section holds parts; where its heading suggests pitfalls, a single one that sounds like a part is one of these. */
function groupsParts({ title, children }: Section): boolean {
  const parts = children.filter(isPart);
  return parts.length > 1 || (parts.length === 1 && !(children.length > 1 && hintsAt('pitfalls', title)));
}

function isPart(section: Section): boolean {
  return section.part !== undefined || isCapability(section) || section.children.some(isPart);
}

/**
 * Words such as "expectations" stand over many a section; where one section shows the structure of
 * capabilities, those that merely sound like it are left out.
 */
function structured(sections: readonly CapabilitySection[]): readonly CapabilitySection[] {
  const shown = sections.filter(({ section, single }) => single || section.children.length > 0);
  return shown.length > 0 ? shown : sections;
}
