import { firstOfEach, groupBy, type NonEmpty } from '../groupBy';
import { trackOf } from '../guide/levels/levelIds';
import type { Guide, GuideLevel } from '../guide/model';
import { nameKey } from '../names';
import type { Capability, CapabilityDescription, Level } from './model';
import { titleBesideId } from './titleBesideId';

/** What one guide says of a level. */
export interface LevelDescription {
  readonly level: GuideLevel;
  readonly guide: Guide;
  /** Whether the level is the one that a guide leads to, rather than the one it leads from or is about. */
  readonly isLedTo: boolean;
}

/** Joins what guides say of one level, what counts first coming first. */
export function joinLevel(
  id: string,
  descriptions: NonEmpty<LevelDescription>,
  capabilities: readonly CapabilityDescription[],
): Level {
  const [{ guide, level }] = descriptions;
  const byName = groupBy(capabilities, ({ capability }) => nameKey(capability.name));
  return {
    id,
    title: titleOf(descriptions.map((description) => description.level)),
    track: trackOf(id),
    capabilities: [...byName.values()].map(joinCapability),
    source: { guide, range: level.heading },
  };
}

/** The first title that says more than the id, else the first. */
function titleOf(levels: readonly GuideLevel[]): string | undefined {
  const titles = levels.flatMap(({ title }) => title ?? []);
  return levels.map(titleBesideId).find((title) => title !== undefined) ?? titles[0];
}

/** What says how a capability shows counts rather than what merely speaks of it. */
function joinCapability(found: NonEmpty<CapabilityDescription>): Capability {
  const first = found.find(({ capability }) => capability.signals.length > 0) ?? found[0];
  const { guide, capability } = first;
  const descriptions = [first, ...found.filter((one) => one !== first)];
  const { level, name, number, summary, signals, practices, heading } = capability;
  const all = descriptions.map((description) => description.capability);
  return {
    level,
    name,
    number,
    from: [...new Set(all.flatMap(({ from }) => from ?? []))],
    summary,
    expectations: firstOfEach(
      all.flatMap(({ expectations }) => expectations),
      (expectation) => expectation.level,
    ),
    signals,
    practices,
    source: { guide, range: heading },
    descriptions,
  };
}
