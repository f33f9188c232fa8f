import { closest } from 'fastest-levenshtein';
import { listed } from './text/listed';

/** How loud a finding can be, loudest first. */
export const severities = ['error', 'warning', 'information', 'hint'] as const;

export type Severity = (typeof severities)[number];

/** The rules and how loud each is unless the setting `careerLadder.rules` says otherwise. */
export const defaultSeverities = {
  'unknown-promotion': 'error',
  'unknown-level': 'error',
  'unknown-capability': 'error',
  'unknown-signal': 'error',
  'other-level': 'information',
  'missing-capability': 'warning',
  'no-evidence': 'warning',
  'unsupported-evidence': 'hint',
  'unlinked-mention': 'hint',
  'stale-definition': 'warning',
  'swallowed-citation': 'warning',
  'front-matter': 'error',
  'unused-disable': 'hint',
  'guide-levels': 'warning',
  'guide-section': 'information',
  'guide-capability': 'warning',
  'guide-conflict': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

export type RuleId = keyof typeof defaultSeverities;

/** The value of the setting `careerLadder.rules` as its user wrote it, so anything may stand in it. */
export type RuleSettings = Readonly<Record<string, unknown>>;

/** What the setting says; nothing where it is no object. */
export function ruleSettingsOf(value: unknown): RuleSettings {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

/** What is wrong with a value of the setting: a clause behind its name for each entry that does not count. */
export function ruleSettingFaults(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return value === undefined ? [] : ['must be an object, for instance { "guide-section": "off" }'];
  }
  const rules = Object.keys(defaultSeverities);
  return Object.entries(value).flatMap(([rule, chosen]: [string, unknown]) => {
    if (!rules.includes(rule)) {
      return [`names no rule by “${rule}”; the nearest is “${closest(rule, rules)}”`];
    }
    return chosen === 'off' || isSeverity(chosen)
      ? []
      : [`sets “${rule}” to ${JSON.stringify(chosen)}, which is none of ${listed([...severities, 'off'])}`];
  });
}

/** How loud a rule is under the given settings; undefined where it is switched off. */
export function severityOf(rule: RuleId, settings: RuleSettings): Severity | undefined {
  const chosen = settings[rule];
  if (chosen === 'off') {
    return undefined;
  }
  return isSeverity(chosen) ? chosen : defaultSeverities[rule];
}

function isSeverity(value: unknown): value is Severity {
  return severities.some((one) => one === value);
}
