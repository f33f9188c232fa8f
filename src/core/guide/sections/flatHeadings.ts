import { isParagraph } from '../blocks/nodeTypes';
import { isListOrTable } from '../blocks/passages';
import { boldLead, type Section } from '../blocks/sections';
import { isNumbered } from '../headingNumbers';
import { takeWhile } from '../lists';
import { isCapability, looksLikeCapability } from '../parts/readCapabilities';
import { isGenericTitle, wordsBesidesPart } from '../sectionKinds';
import type { Parted } from './behindPitfalls';

/**
 * A section, and the capabilities in it where their common heading has no higher rank than theirs:
 * "### Key Capabilities" before "### 1. Poise", both under the core shift.
 */
export function partedFromCapabilities(section: Section): Parted | undefined {
  return partedAtHeading(
    section,
    ({ part, title, blocks }) =>
      part === 'capabilities' && isGenericTitle(title) && !blocks.some(isListOrTable),
    (behind) => (behind[0] !== undefined && isCapability(behind[0]) ? behind.length : 0),
  );
}

/** A section, and the pitfalls in it where their common heading has the rank of their names. */
export function partedFromFlatPitfalls(section: Section): Parted | undefined {
  return partedAtHeading(
    section,
    ({ part, title, blocks }) =>
      part === 'pitfalls' &&
      wordsBesidesPart(title) === 0 &&
      !blocks.some((block) => isListOrTable(block) || boldLead(block) !== undefined),
    (behind) => takeWhile(behind, mayBePitfall).length,
  );
}

/** A heading with nothing but text under it, that is no title of a part and has no number as capabilities have. */
function mayBePitfall(section: Section): boolean {
  const { title, part, blocks, children } = section;
  return (
    children.length === 0 &&
    blocks.length > 0 &&
    blocks.every(isParagraph) &&
    (part === undefined || wordsBesidesPart(title) > 0) &&
    !isNumbered(title) &&
    !looksLikeCapability(section)
  );
}

/**
 * A section without the part that begins at a heading in it, and that part over what should stand under it.
 *
 * @param holds How many of the sections behind the heading are of its part.
 */
function partedAtHeading(
  section: Section,
  isTitle: (child: Section) => boolean,
  holds: (behind: readonly Section[]) => number,
): Parted | undefined {
  const { children } = section;
  const at = children.findIndex((child) => child.children.length === 0 && isTitle(child));
  const title = children[at];
  const behind = children.slice(at + 1);
  const held = title === undefined ? 0 : holds(behind);
  return title === undefined || held === 0
    ? undefined
    : {
        own: { ...section, children: [...children.slice(0, at), ...behind.slice(held)] },
        raised: [{ ...title, children: behind.slice(0, held) }],
      };
}
