import { rangeOf } from '../../markdown/nodes';
import { isListOrTable } from '../blocks/passages';
import type { Section } from '../blocks/sections';
import type { PartKind, Problem } from '../model';
import { isCapability } from '../parts/readCapabilities';
import { sectionProblem } from '../problem';
import { isListOfReadiness } from '../sectionKinds';
import { isBareTitle, type Parted, partedFromPitfalls } from './behindPitfalls';
import { partedFromCapabilities, partedFromFlatPitfalls } from './flatHeadings';
import { partedFromStrays } from './strayCapabilities';

interface RaisedParts {
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
}

/** Parts that a guide has once, whose headings no capability, pitfall or list of questions has under it. */
const raisable: readonly (PartKind | undefined)[] = ['capabilities', 'pitfalls', 'readiness', 'timeline'];

/**
 * A guide's sections where a part whose heading is too low has come under what stands before it, "#### Common Pitfalls"
 * behind the last capability: the part, and what follows it there, stand beside that section, and a problem says so.
 */
export function withRaisedParts(sections: readonly Section[]): RaisedParts {
  const ranked = withHigherRanks(sections);
  const capabilities = (): readonly Section[] =>
    ranked.sections
      .flatMap((section) => (section.part === 'capabilities' ? section.children : section))
      .filter(isCapability);
  const sorted = raisedFrom(
    ranked.sections,
    (section) =>
      section.part === undefined || section.part === 'capabilities'
        ? undefined
        : partedFromStrays(section, capabilities),
    strayProblems,
  );
  return { sections: sorted.sections, problems: [...ranked.problems, ...sorted.problems] };
}

function withHigherRanks(sections: readonly Section[]): RaisedParts {
  const titles = new Set(sections.map(({ part }) => part));
  const missing = raisable.filter((kind) => !titles.has(kind));
  if (missing.length === 0) {
    return { sections, problems: [] };
  }
  const all = sections.flatMap(selfAndBelow);
  // What several have is something that each tells of.
  const isOnly = (kind: PartKind | undefined): boolean =>
    all.filter(({ part }) => part === kind).length === 1;
  const isStray = ({ title, part, blocks, children }: Section): boolean =>
    part !== 'capabilities' &&
    missing.includes(part) &&
    isBareTitle(title, part) &&
    // Of time much is told: how long a step takes has reasons.
    (part === 'timeline' ? blocks.some(isListOrTable) : blocks.length + children.length > 0) &&
    isOnly(part);
  const steps: readonly ((section: Section) => Parted | undefined)[] = [
    (section) =>
      missing.includes('capabilities') && section.part !== undefined
        ? partedFromCapabilities(section)
        : undefined,
    (section) =>
      missing.includes('pitfalls') && section.part !== undefined && isOnly('pitfalls')
        ? partedFromFlatPitfalls(section)
        : undefined,
    (section) =>
      section.part === 'pitfalls' && missing.includes('readiness')
        ? partedFromPitfalls(section, isOnly)
        : undefined,
    (section) => {
      const { part, heading } = section;
      const least = heading.depth + (isCapability(section) ? 1 : 2);
      return part === undefined && !isCapability(section)
        ? undefined
        : partedAt(section, (child) => child.heading.depth >= least && isStray(child));
    },
  ];
  return steps.reduce<RaisedParts>(
    (before, step) => {
      const { sections: raised, problems } = raisedFrom(before.sections, step, rankProblems);
      return { sections: raised, problems: [...before.problems, ...problems] };
    },
    { sections, problems: [] },
  );
}

/** Each section in its pieces, and what is to be told of those that were raised out of it. */
function raisedFrom(
  sections: readonly Section[],
  part: (section: Section) => Parted | undefined,
  problemsOf: (raised: readonly Section[], section: Section) => readonly Problem[],
): RaisedParts {
  const parted = sections.map((section) => ({ section, ...(part(section) ?? { own: section, raised: [] }) }));
  return {
    sections: parted.flatMap(({ own, raised }) => [own, ...raised]),
    problems: parted.flatMap(({ section, raised }) => problemsOf(raised, section)),
  };
}

function selfAndBelow(section: Section): readonly Section[] {
  return [section, ...section.children.flatMap(selfAndBelow)];
}

/** A section up to the first stray one among the last that stand in it, and those from there on. */
function partedAt(section: Section, isStray: (child: Section) => boolean): Parted | undefined {
  const { children } = section;
  const at = children.findIndex(isStray);
  if (at >= 0) {
    return { own: { ...section, children: children.slice(0, at) }, raised: children.slice(at) };
  }
  const last = children.at(-1);
  const below = last && partedAt(last, isStray);
  return below && { ...below, own: { ...section, children: [...children.slice(0, -1), below.own] } };
}

/** What is to be told where a part began below another: all behind its heading came with it. */
function rankProblems([first]: readonly Section[], section: Section): readonly Problem[] {
  return first === undefined ? [] : [rankProblem(first, section)];
}

function strayProblems(strays: readonly Section[], { title }: Section): readonly Problem[] {
  return strays.map((stray) =>
    sectionProblem(
      rangeOf(stray.heading),
      `This capability stands under “${title}”. Move it to the other capabilities.`,
    ),
  );
}

function rankProblem({ heading, title, part }: Section, { heading: { depth } }: Section): Problem {
  const rank = '#'.repeat(Math.max(depth, 2));
  return sectionProblem(
    rangeOf(heading),
    // A line that is none has the rank that it is meant to have.
    heading.depth <= depth
      ? `Markdown reads this line as text. Make it a heading: “${rank} ${title}”.`
      : isListOfReadiness(part)
        ? `Markdown puts this heading under the pitfalls. Put the heading of readiness before it: “${rank} How to Demonstrate Readiness”.`
        : `This heading is of so low a rank that Markdown puts it under the section before. Make it a higher one: “${rank} ${title}”.`,
  );
}
