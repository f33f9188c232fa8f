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
  if (!isLabel(label)) {
    return undefined;
  }
  for (const colon of colonsOf(label)) {
    const level = levels.readSource(label.slice(0, colon));
    if (level !== undefined) {
      return { level, colon };
    }
  }
  return undefined;
}

/** Whether a text between brackets could be the label of a definition: it holds no brackets of its own. */
function isLabel(text: string): boolean {
  return /^(?:[^\\[\]]|\\[\\[\]]|\\(?![\\[\]]))*$/u.test(text);
}

function* colonsOf(label: string): Generator<number> {
  for (let at = label.indexOf(':'); at >= 0; at = label.indexOf(':', at + 1)) {
    if (!isEscaped(label, at)) {
      yield at;
    }
  }
}

/** Whether an odd number of backslashes stands before a character. */
function isEscaped(label: string, at: number): boolean {
  let start = at;
  while (label.charAt(start - 1) === '\\') {
    start -= 1;
  }
  return (at - start) % 2 === 1;
}
