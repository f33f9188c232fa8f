import { type Disable, readDisables } from '../document/disables';
import type { Promotion } from '../document/readPromotion';
import { defaultSeverities, type RuleId, type RuleSettings, severityOf } from '../rules';
import { checkCitations } from './citationRules';
import { checkDefinitions } from './definitionRules';
import { checkDisables } from './disableRules';
import { checkEvidence } from './evidenceRules';
import type { Finding, Observation } from './finding';
import { checkFrontMatter, checkMissing, checkTarget } from './frontMatterRules';
import { checkMentions } from './mentionRules';
import { silence } from './silence';

const checks: readonly ((promotion: Promotion) => readonly Observation[])[] = [
  checkFrontMatter,
  checkTarget,
  checkMissing,
  checkCitations,
  checkEvidence,
  checkMentions,
  checkDefinitions,
];

/** The rules that say nothing while it is not known what a document is for. */
const needTarget: ReadonlySet<string> = new Set<RuleId>([
  'missing-capability',
  'other-level',
  'unlinked-mention',
]);

/** What is wrong with a promotion document, in the order of its text, without what its comments silence. */
export function checkPromotion(promotion: Promotion, settings: RuleSettings): readonly Finding[] {
  const { document, target } = promotion;
  const disables = readDisables(document);
  const observed = silence(
    checks.flatMap((check) => check(promotion)),
    disables,
    document.source,
  );
  const isJudged = (rule: string): boolean => target.kind !== 'unknown' || !needTarget.has(rule);
  const unused = checkDisables(
    disables,
    (disable) =>
      !observed.used.has(disable) && !('id' in disable && (disable.id === self || !isJudged(disable.id))),
    document.source,
  );
  // Only a comment that names this rule silences it; else every unused comment would silence itself.
  const own = silence(unused, disables.flatMap(namingSelf), document.source);
  const unusedSelf = checkDisables(
    disables,
    (disable) => 'id' in disable && disable.id === self && !own.used.has(disable),
    document.source,
  );
  return [...observed.kept, ...own.kept, ...unusedSelf]
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

function rank(rule: RuleId): number {
  return Object.keys(defaultSeverities).indexOf(rule);
}
