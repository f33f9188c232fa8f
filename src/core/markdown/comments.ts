import type { TextRange } from '../text/sourceText';

/**
 * The HTML comments in a text, from `<!--` to `-->`. Not by a pattern, which would look for the end from each
 * beginning, however many there are that nothing ends.
 */
export function commentsIn(text: string): readonly TextRange[] {
  const comments: TextRange[] = [];
  let end = 0;
  for (let start = text.indexOf('<!--'); start >= 0; start = text.indexOf('<!--', end)) {
    const closing = text.indexOf('-->', start + 4);
    if (closing < 0) {
      break;
    }
    end = closing + 3;
    comments.push({ start, end });
  }
  return comments;
}

/** A text without its comments. */
export function withoutComments(text: string): string {
  const ends = [0, ...commentsIn(text).flatMap(({ start, end }) => [start, end]), text.length];
  return ends.flatMap((from, index) => (index % 2 === 0 ? text.slice(from, ends[index + 1]) : [])).join('');
}
