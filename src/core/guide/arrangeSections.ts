import type { PartKind } from './model';
import { isCapability } from './readCapabilities';
import { partOf, splitNumber } from './sectionKinds';
import type { Section } from './sections';

/** A guide's sections by what they are about. */
export interface Arrangement {
  readonly parts: Readonly<Partial<Record<PartKind, readonly Section[]>>>;
  /** Readiness, track record and self-assessment in their order: authors split them up differently. */
  readonly readiness: readonly Section[];
  readonly capabilities: readonly CapabilitySection[];
  /** Sections that are none of a guide's parts. */
  readonly extras: readonly Section[];
}

/** A section that is one capability (`single`) or holds several. */
export interface CapabilitySection {
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
  const readiness: Section[] = [];
  const capabilities: CapabilitySection[] = [];
  const extras: Section[] = [];

  const add = (kind: PartKind, section: Section): void => {
    parts[kind] = [...(parts[kind] ?? []), section];
    if (kind === 'readiness' || kind === 'trackRecord' || kind === 'selfAssessment') {
      readiness.push(section);
    }
  };

  const arrange = (section: Section): void => {
    const kind = partOf(section.title);
    const numbered = splitNumber(section.title).number !== undefined;
    if (isCapability(section) && (kind === undefined || kind === 'capabilities' || numbered)) {
      capabilities.push({ section, single: true });
    } else if (kind === 'capabilities' || (kind === undefined && section.children.some(isCapability))) {
      add('capabilities', section);
      if (section.children.length > 0 || section.blocks.some((block) => block.type === 'list')) {
        capabilities.push({ section, single: false });
      }
    } else if (kind !== undefined) {
      const { own, hoisted } = subparts(section, kind);
      add(kind, own);
      hoisted.forEach(arrange);
    } else if (section.children.some(isPart)) {
      section.children.forEach(arrange);
    } else {
      extras.push(section);
    }
  };

  sections.forEach(arrange);
  return { parts, readiness, capabilities: structured(capabilities), extras };
}

/** Parts an author put under the heading of another part come out of it. */
function subparts(section: Section, kind: PartKind): { own: Section; hoisted: readonly Section[] } {
  const own = ownSubparts[kind] ?? [];
  const isOwn = (child: Section): boolean => {
    const childKind = partOf(child.title);
    return childKind === undefined || childKind === kind || own.includes(childKind) || kind === 'pitfalls';
  };
  return {
    own: { ...section, children: section.children.filter(isOwn) },
    hoisted: section.children.filter((child) => !isOwn(child)),
  };
}

function isPart(section: Section): boolean {
  return partOf(section.title) !== undefined || isCapability(section) || section.children.some(isPart);
}

/**
 * Words such as "expectations" stand over many a section; where one section shows the structure of
 * capabilities, those that merely sound like it are left out.
 */
function structured(sections: readonly CapabilitySection[]): readonly CapabilitySection[] {
  const shown = sections.filter(({ section, single }) => single || section.children.length > 0);
  return shown.length > 0 ? shown : sections;
}
