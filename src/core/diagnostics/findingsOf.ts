import { type Disable, readDisables } from '../document/disables';
import type { DocumentModel } from '../document/documentModel';
import { defaultSeverities, type RuleId, type RuleSettings, severityOf } from '../rules';
import { checkDisables } from './disableRules';
import type { Finding, Observation } from './finding';
import { silence } from './silence';

/**
 * What remains of some observations on a document: those that none of its comments silences, and the comments
 * that silence nothing, with their severities and in the order of the text.
 *
 * @param isJudged Whether a rule was asked at all; a comment that silences one that was not is no unused one.
 */
export function findingsOf(
  observations: readonly Observation[],
  document: DocumentModel,
  settings: RuleSettings,
  isJudged: (rule: string) => boolean = () => true,
): readonly Finding[] {
  const { source } = document;
  const disables = readDisables(document);
  const observed = silence(observations, disables, source);
  const unused = checkDisables(
    disables,
    (disable) =>
      !observed.used.has(disable) && !('id' in disable && (disable.id === self || !isJudged(disable.id))),
    document,
  );
  // Only a comment that names this rule silences it; else every unused comment would silence itself.
  const own = silence(unused, disables.flatMap(namingSelf), source);
  const unusedSelf = checkDisables(
    disables,
    (disable) => 'id' in disable && disable.id === self && !own.used.has(disable),
    document,
  );
  return withSeverities([...observed.kept, ...own.kept, ...unusedSelf], settings);
}

/** Observations as findings, without those of rules that are off, in the order of the text. */
export function withSeverities(
  observations: readonly Observation[],
  settings: RuleSettings,
): readonly Finding[] {
  return observations
    .flatMap((observation): readonly Finding[] => {
      const severity = severityOf(observation.rule, settings);
      return severity === undefined ? [] : [{ ...observation, severity }];
    })
    .sort(
      (a, b) => a.range.start - b.range.start || a.range.end - b.range.end || rank(a.rule) - rank(b.rule),
    );
}

const self: RuleId = 'unused-disable';

/** A comment without the other rules it names; none where it does not name this one. */
function namingSelf(disable: Disable): readonly Disable[] {
  const rules = disable.rules.filter(({ id }) => id === self);
  return rules.length > 0 || disable.kind === 'end' ? [{ ...disable, rules }] : [];
}

/** The order of the rules' table. */
const ranks = new Map(Object.keys(defaultSeverities).map((rule, index) => [rule, index]));

function rank(rule: RuleId): number {
  return ranks.get(rule) ?? 0;
}
