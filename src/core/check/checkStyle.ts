import type { Severity } from '../rules';

/** How parts of the text are set off from each other; each function returns its text, marked up. */
export interface CheckStyle extends Readonly<Record<Severity, (text: string) => string>> {
  readonly strong: (text: string) => string;
  readonly faint: (text: string) => string;
  readonly good: (text: string) => string;
}
