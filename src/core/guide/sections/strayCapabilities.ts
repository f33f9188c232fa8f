import { nameKey } from '../../names';
import { contentOf, labelText, type Section } from '../blocks/sections';
import { labelledKind } from '../parts/capabilityLists';
import { isCapability, namesInBold } from '../parts/readCapabilities';
import { speaksOfLevel } from '../parts/readExpectations';
import { readPitfalls } from '../parts/readPitfalls';
import { isGenericTitle } from '../sectionKinds';
import type { Parted } from './behindPitfalls';

/**
 * A part of a guide, and the capabilities that have come under its heading, "### Poise" behind the timeline: they have
 * the labels of the guide's other capabilities.
 *
 * @param others The guide's other capabilities.
 */
export function partedFromStrays(section: Section, others: () => readonly Section[]): Parted | undefined {
  const mayBe = section.children.filter(
    (child) =>
      (child.part === undefined || child.part === 'capabilities') &&
      !isGenericTitle(child.title) &&
      isCapability(child) &&
      namesInBold(child).length === 0,
  );
  if (mayBe.length === 0) {
    return undefined;
  }
  const known = others().map(labelsOf);
  const raised = mayBe.filter((child) => {
    const labels = labelsOf(child);
    return labels.size > 1 && known.some((other) => [...labels].every((label) => other.has(label)));
  });
  const own = { ...section, children: section.children.filter((child) => !raised.includes(child)) };
  // The years of a timeline, and pitfalls, may have such lists as well: each, and without a word on the levels.
  const areOwn =
    (raised.length > 1 && !raised.every(({ blocks }) => blocks.some(speaksOfLevel))) ||
    (section.part === 'pitfalls' && readPitfalls(own).length === 0);
  return areOwn ? undefined : { own, raised };
}

/** What stands over the lists of signals and of practices. */
function labelsOf(section: Section): ReadonlySet<string> {
  const content = contentOf(section);
  return new Set(
    content.flatMap((block, index) =>
      labelledKind(block, content[index + 1]) === undefined ? [] : nameKey(labelText(block) ?? ''),
    ),
  );
}
