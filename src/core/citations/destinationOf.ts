import type { GuidePlace } from '../guide/model';
import type { Capability } from '../ladder/model';
import { fragmentAt } from './guideAnchors';
import type { GuideLinks } from './guideLinks';

/** The destination of a link to a capability's heading; undefined where no path leads to its guide. */
export function destinationOf({ source }: Capability, links: GuideLinks): string | undefined {
  return destinationAt(source, links);
}

/** The destinations of links to the headings of a capability in all guides that describe it and a path leads to. */
export function destinationsOf({ descriptions }: Capability, links: GuideLinks): readonly string[] {
  return descriptions.flatMap(
    ({ guide, capability }) => destinationAt({ guide, range: capability.heading }, links) ?? [],
  );
}

function destinationAt({ guide, range }: GuidePlace, links: GuideLinks): string | undefined {
  const path = links.pathTo(guide);
  const fragment = fragmentAt(guide, range);
  return path === undefined || fragment === undefined ? path : `${path}#${fragment}`;
}
