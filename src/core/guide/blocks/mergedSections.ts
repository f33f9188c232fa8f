import type { RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { recurring } from '../lists';
import type { PartKind } from '../model';
import { partOf, partsNamedIn } from '../sectionKinds';
import { sectionsUnder } from './boldHeadings';
import { isHeading } from './nodeTypes';
import { contentOf, isBoldLine, type Section } from './sections';

/**
 * Sections in which one that is about several parts of a guide by its heading, "Pitfalls and readiness", and has
 * bold lines or subsections that announce them, has become a section for each.
 */
export function withoutMerged(sections: readonly Section[]): readonly Section[] {
  return sections.flatMap((section) => parted(section) ?? [section]);
}

const severalNamed = /\s(?:and|or)\s|[&+,/|–—]/iu;

function parted(section: Section): readonly Section[] | undefined {
  // Hardly a heading names several things, and to look for them in all takes its time.
  const named = new Set(severalNamed.test(section.title) ? partsNamedIn(section.title).map(groupOf) : []);
  if (named.size < 2) {
    return undefined;
  }
  const content = contentOf(section);
  const begun = beginnings(content, named);
  const groups = [...begun.values()];
  const [first = ''] = section.title.split(severalNamed);
  const hasReadinessBefore = groupOf(partOf(first)) === 'readiness' && groups.length === 1;
  // A part that begins twice is none of its own: its name is a capability's or a pitfall's.
  if (!hasReadinessBefore && (groups.length < 2 || recurring(groups).size > 0)) {
    return undefined;
  }
  const { blocks, sections } = sectionsUnder(new Set(begun.keys()), content, section.heading.depth);
  return hasReadinessBefore
    ? readinessAndAnother(section, blocks, sections)
    : [...(blocks.length === 0 ? [] : [{ ...section, blocks, children: [] }]), ...sections];
}

/** The headings and bold lines that announce some parts, each where the one before announces another. */
function beginnings(
  content: readonly RootContent[],
  named: ReadonlySet<PartKind | undefined>,
): ReadonlyMap<RootContent, PartKind> {
  const begun = new Map<RootContent, PartKind>();
  let last: PartKind | undefined;
  for (const node of content) {
    const group = isHeading(node) || isBoldLine(node) ? groupOf(partOf(plainText(node))) : undefined;
    if (group !== undefined && group !== last && named.has(group)) {
      begun.set(node, group);
      last = group;
    }
  }
  return begun;
}

/** "Readiness and timing" where only the timeline is announced: the lists before it are readiness. */
function readinessAndAnother(
  section: Section,
  blocks: readonly RootContent[],
  sections: readonly Section[],
): readonly Section[] {
  const announced = sections.findIndex(({ heading }) => heading.depth === section.heading.depth);
  const readiness: Section = {
    ...section,
    part: 'readiness',
    blocks,
    children: sections.slice(0, announced),
  };
  return [readiness, ...sections.slice(announced)];
}

/** Readiness is told in sections of several kinds, and the question with the shift. */
function groupOf(kind: PartKind | undefined): PartKind | undefined {
  switch (kind) {
    case 'trackRecord':
    case 'selfAssessment':
      return 'readiness';
    case 'question':
      return 'shift';
    default:
      return kind;
  }
}
