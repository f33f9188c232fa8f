import type { Citation } from '../document/citation';
import type { TextRange } from '../text/sourceText';

/**
 * Where citations go that are asked for at an offset: behind the citation that it stands within, which stays
 * whole, or in the place of one that has still to be written, `[M2: ]`.
 */
export function placeForCitations(citations: readonly Citation[], offset: number): TextRange {
  const around = citations.find(({ range }) => range.start < offset && offset < range.end);
  if (around === undefined) {
    return { start: offset, end: offset };
  }
  // In `[text][M2: ]` it is the text that is cited for.
  return around.form === 'bracket' &&
    around.meaning.kind === 'incomplete' &&
    around.reference.form === 'shortcut'
    ? around.range
    : { start: around.range.end, end: around.range.end };
}
