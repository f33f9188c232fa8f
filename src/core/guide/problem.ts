import type { RuleId } from '../rules';
import type { TextRange } from '../text/sourceText';
import type { Problem } from './model';

/** What makes a problem of one rule, of a place and a message. */
function problemOf(rule: RuleId): (range: TextRange, message: string) => Problem {
  return (range, message) => ({ rule, range, message });
}

/** The levels are named here otherwise than elsewhere. */
export const levelsProblem = problemOf('guide-levels');
/** A part is missing, empty or cannot be read. */
export const sectionProblem = problemOf('guide-section');
/** Something is wrong with a capability. */
export const capabilityProblem = problemOf('guide-capability');
