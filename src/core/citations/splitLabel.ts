import type { LevelNames, LevelReading } from './levelNames';

/** The parts of a citation's label, as offsets into the label's source. */
export interface LabelParts {
  readonly level: LevelReading;
  /** Where the colon behind the level stands. */
  readonly colon: number;
}

/**
 * Splits the source of a label, what stands between brackets, at the first colon that leaves a level on
 * its left or what looks like one.
 *
 * @returns undefined for a label that is no citation's.
 */
export function splitLabel(label: string, levels: LevelNames): LabelParts | undefined {
  for (let colon = label.indexOf(':'); colon >= 0; colon = label.indexOf(':', colon + 1)) {
    const level = isEscaped(label, colon) ? undefined : levels.readSource(label.slice(0, colon));
    if (level !== undefined) {
      return isLabel(label) ? { level, colon } : undefined;
    }
  }
  return undefined;
}

/** Whether a text between brackets could be the label of a definition: it holds no brackets of its own. */
function isLabel(text: string): boolean {
  return /^(?:[^\\[\]]|\\[\\[\]]|\\(?![\\[\]]))*$/u.test(text);
}

/** Whether an odd number of backslashes stands before a character. */
function isEscaped(label: string, at: number): boolean {
  let start = at;
  while (label.charAt(start - 1) === '\\') {
    start -= 1;
  }
  return (at - start) % 2 === 1;
}
