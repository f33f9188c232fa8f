/** How loud a finding is, loudest first; `off` silences a rule. */
export type Severity = 'error' | 'warning' | 'information' | 'hint';

/** The rules and how loud each is unless the setting `careerLadder.rules` says otherwise. */
export const defaultSeverities = {
  'guide-levels': 'warning',
  'guide-section': 'information',
  'guide-capability': 'warning',
  'guide-conflict': 'warning',
} as const satisfies Readonly<Record<string, Severity>>;

export type RuleId = keyof typeof defaultSeverities;
