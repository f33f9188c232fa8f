import type { Parted } from './behindPitfalls';
import { isListOrTable } from './blocks/passages';
import type { Section } from './blocks/sections';
import { isCapability } from './parts/readCapabilities';
import { isGenericTitle } from './sectionKinds';

/**
 * A section, and the capabilities in it where their common heading has no higher rank than theirs:
 * "### Key Capabilities" before "### 1. Poise", both under the core shift.
 */
export function partedFromCapabilities(section: Section): Parted {
  return partedAtHeading(
    section,
    ({ part, title, blocks }) =>
      part === 'capabilities' && isGenericTitle(title) && !blocks.some(isListOrTable),
    (behind) => (behind[0] !== undefined && isCapability(behind[0]) ? behind.length : 0),
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
): Parted {
  const { children } = section;
  const at = children.findIndex((child) => child.children.length === 0 && isTitle(child));
  const title = children[at];
  const behind = children.slice(at + 1);
  const held = title === undefined ? 0 : holds(behind);
  return title === undefined || held === 0
    ? { own: section, raised: [] }
    : {
        own: { ...section, children: [...children.slice(0, at), ...behind.slice(held)] },
        raised: [{ ...title, children: behind.slice(0, held) }],
      };
}
