import type { GuidePlace } from '../guide/model';
import type { Capability } from '../ladder/model';
import type { RuleId, Severity } from '../rules';
import type { TextRange } from '../text/sourceText';
import type { TextEdit } from '../text/textEdit';

/** Something the author of a promotion document would want to mend. */
export interface Finding {
  readonly rule: RuleId;
  readonly severity: Severity;
  readonly range: TextRange;
  /** What is wrong and how to mend it. */
  readonly message: string;
  /** Changes to choose from, best first. */
  readonly suggestions: readonly Suggestion[];
  /** The place in a guide that the message speaks of. */
  readonly related?: GuidePlace;
  /** The capability that the finding is about. */
  readonly capability?: Capability;
}

/** A change that mends a finding. */
export interface Suggestion {
  /** What it does, in an editor's words: "Change to “Systems and Scale”". */
  readonly title: string;
  /** What comes to stand there; empty where something only goes. */
  readonly text: string;
  readonly edits: readonly TextEdit[];
  /** Whether it is one of all that there is, with nothing to say that it is meant. */
  readonly isGuess?: boolean;
}

/** A finding before anybody asked how loud its rule is. */
export type Observation = Omit<Finding, 'severity'>;

/** A suggestion that replaces one stretch of text. */
export function replacement(title: string, range: TextRange, text: string, shown = text): Suggestion {
  return { title, text: shown, edits: [{ range, text }] };
}
