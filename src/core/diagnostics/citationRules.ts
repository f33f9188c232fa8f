import { escapeLabel } from '../citations/escapeLabel';
import { fragmentAt } from '../citations/guideAnchors';
import type { LadderIndex } from '../citations/ladderIndex';
import { mostSuggestions, nearest, nearestLevels } from '../citations/nearest';
import { writeCitation } from '../citations/writeCitation';
import {
  type BracketCitation,
  type Citation,
  citedCapability,
  type LinkCitation,
} from '../document/citation';
import type { Capability, Level } from '../ladder/model';
import type { Promotion } from '../promotion/readPromotion';
import { listed } from '../text/listed';
import type { TextRange } from '../text/sourceText';
import { decodePercent } from '../workspace/filePath';
import { type Observation, replacement, type Suggestion } from './finding';

/** `unknown-level`, `unknown-capability`, `unknown-signal`, `other-level`: what single citations name. */
export function checkCitations(promotion: Promotion): readonly Observation[] {
  return promotion.citations.flatMap((citation) =>
    [otherLevel(citation, promotion), checkMeaning(citation, promotion)].flatMap((observation) =>
      observation === undefined ? [] : { ...observation, citation },
    ),
  );
}

function checkMeaning(citation: Citation, promotion: Promotion): Observation | undefined {
  switch (citation.meaning.kind) {
    case 'unknownLevel':
      return citation.form === 'bracket' ? unknownLevel(citation, promotion) : undefined;
    case 'unknownCapability':
      return citation.form === 'bracket'
        ? unknownCapability(citation, citation.meaning.level, promotion)
        : unknownHeading(citation);
    case 'unknownSignal':
      return citation.form === 'bracket'
        ? unknownSignal(citation, citation.meaning.capability, promotion)
        : undefined;
    default:
      return undefined;
  }
}

function unknownLevel({ level, name, isInTable }: BracketCitation, promotion: Promotion): Observation {
  const written = level.reading.kind === 'lookalike' ? level.reading.text : level.reading.level.id;
  const { levels } = promotion.index.ladder;
  // Levels that have the capability are likelier than those with a similar id, which may ask for nothing.
  const having = namesakes(name.text, promotion).map((capability) => capability.level);
  const asking = levels.filter(({ capabilities }) => capabilities.length > 0);
  const offered = [having, nearestLevels(written, asking), nearestLevels(written, levels)];
  const ids = (offered.find(({ length }) => length > 0) ?? []).slice(0, mostSuggestions);
  return {
    rule: 'unknown-level',
    range: level.range,
    message: `The ladder has no level ${written}. Write one of its levels: ${levels.map(({ id }) => id).join(', ')}.`,
    suggestions: ids.map((id) => replacement(`Change to ${id}`, level.range, escapeLabel(id, isInTable), id)),
  };
}

function unknownCapability(
  { name, level: cited, isInTable }: BracketCitation,
  level: Level | undefined,
  promotion: Promotion,
): Observation {
  const capabilities = level?.capabilities ?? [];
  const near = nearest(name.text, capabilities, (one) => one.name);
  const elsewhere = namesakes(name.text, promotion);
  const [best] = near;
  // Where nothing is like it, any of the level's may be meant; where the level has none, any of the ladder's.
  const offered = near.length > 0 || elsewhere.length > 0 ? near : capabilities;
  const others =
    capabilities.length > 0 || elsewhere.length > 0 ? [] : nearestOfAll(name.text, promotion.index);
  return {
    rule: 'unknown-capability',
    range: name.range,
    message: `${level?.id ?? 'The ladder'} has no capability “${name.text}”${hint(capabilities, elsewhere, best)}`,
    suggestions: [
      ...elsewhere.map((one) => changeLevel(one.level, cited.range, isInTable)),
      ...offered.map((one) => ({
        ...replacement(`Change to “${one.name}”`, name.range, escapeLabel(one.name, isInTable), one.name),
        isGuess: isGuess(one, name.text),
      })),
      ...others.map((one) => ({
        isGuess: isGuess(one, name.text),
        title: `Change to “${one.level}: ${one.name}”`,
        text: one.name,
        edits: [
          { range: cited.range, text: escapeLabel(one.level, isInTable) },
          { range: name.range, text: escapeLabel(one.name, isInTable) },
        ],
      })),
    ],
    ...(best === undefined ? {} : { related: best.source }),
  };
}

/** Whether a capability that is offered for a name has nothing in common with it. */
function isGuess(capability: Pick<Capability, 'name'>, name: string): boolean {
  return nearest(name, [capability], (one) => one.name).length === 0;
}

function changeLevel(id: string, range: TextRange, isInTable: boolean): Suggestion {
  return replacement(`Change the level to ${id}`, range, escapeLabel(id, isInTable), id);
}

/** The capabilities of a name, those of the target first. */
function namesakes(name: string, { index, target }: Promotion): readonly Capability[] {
  const isAsked = (capability: Capability): boolean => target.capabilities.includes(capability);
  const named = index.named(name);
  return [...named.filter(isAsked), ...named.filter((capability) => !isAsked(capability))];
}

function hint(
  capabilities: readonly Capability[],
  elsewhere: readonly Capability[],
  best: Capability | undefined,
): string {
  if (elsewhere.length > 0) {
    const levels = elsewhere.map(({ level }) => level);
    return `, but ${listed(levels)} ${levels.length === 1 ? 'has' : 'have'}.`;
  }
  if (best !== undefined) {
    return `. Did you mean “${best.name}”?`;
  }
  return capabilities.length === 0
    ? ', nor any other. Cite one of another level.'
    : `. Write one of those it has: ${capabilities.map(({ name }) => `“${name}”`).join(', ')}.`;
}

function nearestOfAll(name: string, { ladder }: LadderIndex): readonly Capability[] {
  const all = ladder.levels.flatMap(({ capabilities }) => capabilities);
  const near = nearest(name, all, (one) => one.name);
  return near.length > 0 ? near : all.slice(0, mostSuggestions);
}

function unknownHeading({ fragment, guide }: LinkCitation): Observation {
  const { capabilities } = guide;
  const written = decodePercent(fragment.text);
  const named = written.replace(/^\d+-|-/gu, ' ').trim();
  const near = nearest(named, capabilities, (one) => one.name);
  const offered = near.length > 0 ? near : capabilities;
  const [best] = near;
  return {
    rule: 'unknown-capability',
    range: fragment.range,
    message: `The guide has no heading for “#${written}”. ${
      best !== undefined
        ? `Did you mean “${best.name}” (#${fragmentAt(guide, best.heading) ?? ''})?`
        : capabilities.length > 0
          ? `Link to one of its capabilities: ${capabilities.map((one) => `“${one.name}”`).join(', ')}.`
          : 'Link to a heading that it has.'
    }`,
    suggestions: offered.flatMap((one): readonly Suggestion[] => {
      const slug = fragmentAt(guide, one.heading);
      return slug === undefined
        ? []
        : [
            {
              ...replacement(`Change to “${one.name}”`, fragment.range, slug, one.name),
              isGuess: isGuess(one, named),
            },
          ];
    }),
    ...(best === undefined ? {} : { related: { guide, range: best.heading } }),
  };
}

function unknownSignal(
  citation: BracketCitation,
  capability: Capability,
  { document }: Promotion,
): Observation {
  const { level, name, signals } = capability;
  const count = signals.length;
  const range = citation.signal?.range ?? citation.range;
  // A number that is too long to count with is named as it is written.
  const written = document.source.slice(range);
  const use =
    count === 0 ? 'Drop the number' : `Use #1${count === 1 ? '' : ` to #${count}`}, or drop the number`;
  return {
    rule: 'unknown-signal',
    range,
    message: `“${name}” has ${count === 0 ? 'no signals' : count === 1 ? 'one signal' : `${count} signals`}, so there is no ${written}. ${use}.`,
    suggestions: [
      replacement(
        `Drop ${written}`,
        { start: citation.name.range.end, end: range.end },
        '',
        writeCitation({ level, name }),
      ),
    ],
    related: capability.source,
    capability,
  };
}

function otherLevel(citation: Citation, { target, index }: Promotion): Observation | undefined {
  const capability = citedCapability(citation);
  if (
    capability === undefined ||
    target.kind === 'unknown' ||
    target.levels.some(({ id }) => id === capability.level)
  ) {
    return undefined;
  }
  const asked = listed(target.levels.map(({ id }) => id));
  const { range } = citation.form === 'bracket' ? citation.level : citation;
  const sameName = index.named(capability.name).filter((one) => target.capabilities.includes(one));
  return {
    rule: 'other-level',
    range,
    message: `“${capability.name}” belongs to ${capability.level}, and this document is about ${asked}. If it is meant to count there, cite a capability of ${asked}.`,
    suggestions:
      citation.form === 'bracket'
        ? sameName.map(({ level }) => changeLevel(level, range, citation.isInTable))
        : [],
    related: capability.source,
    capability,
  };
}
