import type { Capability } from '../ladder/model';
import { fragmentOf } from './guideAnchors';
import type { GuideLinks } from './guideLinks';

/** The destination of a link to a capability's heading; undefined where no path leads to its guide. */
export function destinationOf(capability: Capability, links: GuideLinks): string | undefined {
  const path = links.pathTo(capability.source.guide);
  const fragment = fragmentOf(capability);
  return path === undefined || fragment === undefined ? path : `${path}#${fragment}`;
}
