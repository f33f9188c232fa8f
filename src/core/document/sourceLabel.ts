import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import type { SourceText, TextRange } from '../text/sourceText';

/** What stands between the brackets of a reference or a definition, without the marks of blocks around it. */
export interface SourceLabel {
  /** As written, escapes included; lines joined as they are broken. */
  readonly text: string;
  /** The offset in the document of an offset in `text`. */
  offsetAt(index: number): number;
}

/**
 * Reads the label in a stretch of source. Where it is broken over lines, what a block quote or a list
 * puts at the beginning of the next line is no part of it.
 *
 * @param identifier The label as the parser folded it, which tells whether a `>` is such a mark.
 */
export function readLabel(source: SourceText, range: TextRange, identifier: string): SourceLabel {
  const slice = source.slice(range);
  if (!/[\r\n]/u.test(slice)) {
    return { text: slice, offsetAt: (index) => range.start + index };
  }
  // Indented far enough, a `>` is text even in a block quote, so not every one of them is a mark.
  for (let marks = slice.split('>').length - 1; marks > 0; marks -= 1) {
    const label = joinLines(slice, range.start, new RegExp(`^[ \\t]*(?:>[ \\t]*){0,${marks}}`, 'u'));
    if (normalizeIdentifier(label.text).toLowerCase() === identifier) {
      return label;
    }
  }
  return joinLines(slice, range.start, /^[ \t]*/u);
}

/** The label in a text in which it stands so much further on. */
export function moveLabel({ text, offsetAt }: SourceLabel, by: number): SourceLabel {
  return { text, offsetAt: (index) => offsetAt(index) + by };
}

/** The range in the document of a stretch of the label, white space at its ends left out. */
export function labelRange({ text, offsetAt }: SourceLabel, start: number, end: number): TextRange {
  const part = text.slice(start, end);
  const first = start + (part.length - part.trimStart().length);
  const last = Math.max(first, start + part.trimEnd().length);
  // The end is told by the last character, since a line's mark may stand behind it.
  return { start: offsetAt(first), end: last === first ? offsetAt(first) : offsetAt(last - 1) + 1 };
}

/**
 * What the identifier of a definition must be for a reference to be a link by it: in a table's cell the
 * backslash before a pipe belongs to the table, and is none of the label's.
 */
export function definingIdentifier({
  identifier,
  isInTable,
}: {
  readonly identifier: string;
  readonly isInTable: boolean;
}): string {
  return isInTable ? identifier.replaceAll('\\|', '|') : identifier;
}

function joinLines(slice: string, start: number, prefix: RegExp): SourceLabel {
  const lines: { readonly at: number; readonly offset: number }[] = [];
  let text = '';
  let offset = start;
  for (const line of slice.split(/(?<=\r\n|\n|\r(?!\n))/u)) {
    const mark = lines.length === 0 ? 0 : (prefix.exec(line)?.[0].length ?? 0);
    lines.push({ at: text.length, offset: offset + mark });
    text += line.slice(mark);
    offset += line.length;
  }
  return {
    text,
    offsetAt: (index) => {
      const line = lines.findLast(({ at }) => at <= index) ?? { at: 0, offset: start };
      return line.offset + index - line.at;
    },
  };
}
