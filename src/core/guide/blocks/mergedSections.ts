import type { Heading, RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import type { PartKind } from '../model';
import { partOf, partsNamedIn } from '../sectionKinds';
import { isList } from './passages';
import { contentOf, isBoldLine, type Section, sectionTree } from './sections';
import { asHeading } from './shownHeadings';

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
  const { depth } = section.heading;
  const begun: (PartKind | undefined)[] = [];
  const nodes = contentOf(section).flatMap((node): readonly RootContent[] => {
    const group = node.type === 'heading' || isBoldLine(node) ? groupOf(partOf(plainText(node))) : undefined;
    if (group === undefined || !named.has(group) || group === begun.at(-1)) {
      return [node];
    }
    begun.push(group);
    return node.type === 'paragraph' ? asHeading(node, depth) : [{ ...node, depth } as Heading];
  });
  const { blocks, sections } = sectionTree(nodes);
  if (begun.length === 1 && named.size === 2 && named.has('readiness') && !begun.includes('readiness')) {
    return readinessAndAnother(section, blocks, sections);
  }
  // A part that begins twice is none of its own: its name is a capability's or a pitfall's.
  return begun.length < 2 || new Set(begun).size < begun.length
    ? undefined
    : [...(blocks.length === 0 ? [] : [{ ...section, blocks, children: [] }]), ...sections];
}

/** "Readiness and timing" where only the timeline is announced: the lists before it are readiness. */
function readinessAndAnother(
  section: Section,
  blocks: readonly RootContent[],
  sections: readonly Section[],
): readonly Section[] | undefined {
  const announced = sections.findIndex(({ heading }) => heading.depth === section.heading.depth);
  const readiness: Section = {
    ...section,
    part: 'readiness',
    blocks,
    children: sections.slice(0, announced),
  };
  return contentOf(readiness).some(isList) ? [readiness, ...sections.slice(announced)] : undefined;
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
