import { type CitationTarget, writeCitation } from '../citations/writeCitation';
import { comment, type Mention } from '../document/mentions';
import { escapedForPattern } from '../text/pattern';
import type { SourceText } from '../text/sourceText';
import type { TextEdit } from '../text/textEdit';
import { spaceBehind } from './spaceBehind';

/** The edit that puts a citation for a capability's name in prose; undefined where it would break a link or marks. */
export function citeMention(
  { range, isInLink, isInTable, isPlain, opensBlock }: Mention,
  target: CitationTarget,
  { text }: SourceText,
): TextEdit | undefined {
  if (isInLink || !isPlain) {
    return undefined;
  }
  const named = range.start - lengthOfLevel(target.level, text, range.start);
  const [before, after] = [text.charAt(named - 1), text.charAt(range.end)];
  const isBracketed = before === '[' && after === ']' && text.charAt(named - 2) !== '\\';
  const start = isBracketed ? named - 1 : named;
  const end = isBracketed ? range.end + 1 : range.end;
  const space = spaceBehind(text.charAt(start - 1));
  const comments = text.slice(range.start, range.end).match(comment) ?? [];
  // With its colon it would be the definition of a link, unless marks open the line.
  const opensLine = (opensBlock || named < range.start) && !/[^\s>]/u.test(text.charAt(start - 1));
  const colon = opensLine && text.charAt(end) === ':' ? 1 : 0;
  const behind = (colon === 0 ? /^[([]/u : /^\S/u).test(text.charAt(end + colon)) ? ' ' : '';
  return {
    range: { start, end: end + colon },
    text: `${space}${[writeCitation(target, isInTable), ...comments].join(' ')}${behind}`,
  };
}

/** The length of the level that stands before a name already: `M2: ` and, in brackets, also `M2 ` and `M2 - `. */
function lengthOfLevel(level: string, text: string, start: number): number {
  const id = escapedForPattern(level);
  const pattern = new RegExp(
    String.raw`(?:(?<=\[)${id}(?:[ \t]*[-–—])?|(?<![\p{L}\p{N}_-])${id}[ \t]*:)[ \t]*$`,
    'iu',
  );
  // Documents are checked after each keystroke, and may be long.
  const before = text.slice(Math.max(0, start - level.length - longestSeparator), start);
  return pattern.exec(before)?.[0].length ?? 0;
}

const longestSeparator = 12;
