import { type CitationTarget, writeCitation } from '../citations/writeCitation';
import type { TextEdit } from '../diagnostics/finding';
import { comment, type Mention } from '../document/mentions';
import type { SourceText } from '../text/sourceText';

/** The edit that puts a citation for a capability's name in prose; undefined where it would break a link or marks. */
export function citeMention(
  { range, isInLink, isInTable, isPlain, opensBlock }: Mention,
  target: CitationTarget,
  { text }: SourceText,
): TextEdit | undefined {
  if (isInLink || !isPlain) {
    return undefined;
  }
  const [before, after] = [text.charAt(range.start - 1), text.charAt(range.end)];
  const isBracketed = before === '[' && after === ']' && text.charAt(range.start - 2) !== '\\';
  const start = isBracketed ? range.start - 1 : range.start;
  const end = isBracketed ? range.end + 1 : range.end;
  // Beside these a bracket would be an image, no bracket at all, or a part of another link or footnote.
  const space = /[!\\\]]/u.test(text.charAt(start - 1)) ? ' ' : '';
  const comments = text.slice(range.start, range.end).match(comment) ?? [];
  // With its colon it would be the definition of a link.
  const colon = opensBlock && text.charAt(end) === ':' ? 1 : 0;
  const behind = (colon === 0 ? /^[([]/u : /^\S/u).test(text.charAt(end + colon)) ? ' ' : '';
  return {
    range: { start, end: end + colon },
    text: `${space}${[writeCitation(target, isInTable), ...comments].join(' ')}${behind}`,
  };
}
