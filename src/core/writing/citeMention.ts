import { type CitationTarget, writeCitation } from '../citations/writeCitation';
import type { TextEdit } from '../diagnostics/finding';
import type { Mention } from '../document/mentions';
import type { SourceText, TextRange } from '../text/sourceText';

/**
 * The edit that puts a citation for a capability's name in prose; undefined where it would be none there, or
 * break the text around it.
 */
export function citeMention(
  mention: Mention,
  target: CitationTarget,
  source: SourceText,
): TextEdit | undefined {
  const range = mention.isInLink ? undefined : citableRange(mention, source);
  return range && { range, text: writeCitation(target, mention.isInTable) };
}

function citableRange({ range, isPlain, opensBlock }: Mention, { text }: SourceText): TextRange | undefined {
  const [before, after] = [text.charAt(range.start - 1), text.charAt(range.end)];
  const isBracketed = before === '[' && after === ']' && text.charAt(range.start - 2) !== '\\';
  const start = isBracketed ? range.start - 1 : range.start;
  const end = isBracketed ? range.end + 1 : range.end;
  if (!isPlain || /[!\\]/u.test(text.charAt(start - 1)) || /[([]/u.test(text.charAt(end))) {
    return undefined;
  }
  // With its colon it would be the definition of a link.
  return opensBlock && text.charAt(end) === ':' ? { start, end: end + 1 } : { start, end };
}
