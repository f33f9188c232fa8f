import { rangeOf } from '../markdown/nodes';
import { isListOrTable } from './blocks/passages';
import type { Section } from './blocks/sections';
import type { PartKind, Problem } from './model';
import { isCapability } from './parts/readCapabilities';
import { wordsBesidesPart } from './sectionKinds';

interface RaisedParts {
  readonly sections: readonly Section[];
  readonly problems: readonly Problem[];
}

/** Parts that a guide has once, whose headings no capability, pitfall or list of questions has under it. */
const raisable: readonly (PartKind | undefined)[] = ['pitfalls', 'readiness', 'timeline'];

/**
 * A guide's sections where a part whose heading is too low has come under what stands before it, "#### Common Pitfalls"
 * behind the last capability: the part, and what follows it there, stand beside that section, and a problem says so.
 */
export function withRaisedParts(sections: readonly Section[]): RaisedParts {
  const titles = new Set(sections.map(({ part }) => part));
  const missing = raisable.filter((kind) => !titles.has(kind));
  if (missing.length === 0) {
    return { sections, problems: [] };
  }
  const all = sections.flatMap(selfAndBelow);
  const isStray = ({ title, part, blocks, children }: Section): boolean =>
    missing.includes(part) &&
    wordsBesidesPart(title) === 0 &&
    // "Show" may stand over anything.
    (part !== 'readiness' || /\bread(?:y|iness)\b/iu.test(title)) &&
    // Of time much is told: how long a step takes has reasons.
    (part === 'timeline' ? blocks.some(isListOrTable) : blocks.length + children.length > 0) &&
    // What several have is something that each tells of.
    all.filter((other) => other.part === part).length === 1;
  const parted = sections.map((section) => {
    const { part, heading } = section;
    const least = heading.depth + (isCapability(section) ? 1 : 2);
    return part === undefined && !isCapability(section)
      ? { section, own: section, raised: [] }
      : { section, ...partedAt(section, (child) => child.heading.depth >= least && isStray(child)) };
  });
  return {
    sections: parted.flatMap(({ own, raised }) => [own, ...raised]),
    problems: parted.flatMap(({ section, raised: [first] }) =>
      first === undefined ? [] : [rankProblem(first, section)],
    ),
  };
}

function selfAndBelow(section: Section): readonly Section[] {
  return [section, ...section.children.flatMap(selfAndBelow)];
}

/** A section up to the first stray one among the last that stand in it, and those from there on. */
function partedAt(
  section: Section,
  isStray: (child: Section) => boolean,
): { readonly own: Section; readonly raised: readonly Section[] } {
  const { children } = section;
  const at = children.findIndex(isStray);
  if (at >= 0) {
    return { own: { ...section, children: children.slice(0, at) }, raised: children.slice(at) };
  }
  const last = children.at(-1);
  if (last === undefined) {
    return { own: section, raised: [] };
  }
  const { own, raised } = partedAt(last, isStray);
  return raised.length === 0
    ? { own: section, raised }
    : { own: { ...section, children: [...children.slice(0, -1), own] }, raised };
}

function rankProblem({ heading, title }: Section, { heading: { depth } }: Section): Problem {
  return {
    rule: 'guide-section',
    range: rangeOf(heading),
    message: `This heading is of so low a rank that Markdown puts it under the section before. Make it a higher one: “${'#'.repeat(Math.max(depth, 2))} ${title}”.`,
  };
}
