import type { Promotion } from '../promotion/readPromotion';
import type { RuleId, RuleSettings } from '../rules';
import { checkCitations } from './citationRules';
import { checkDefinitions } from './definitionRules';
import { checkEvidence } from './evidenceRules';
import type { Finding, Observation } from './finding';
import { findingsOf } from './findingsOf';
import { checkFrontMatter, checkMissing, checkTarget } from './frontMatterRules';
import { checkMentions } from './mentionRules';

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
  return findingsOf(
    checks.flatMap((check) => check(promotion)),
    promotion.document,
    settings,
    (rule) => promotion.target.kind !== 'unknown' || !needTarget.has(rule),
  );
}
