import { onOneLine } from '../text/onOneLine';

/**
 * Plain text as Markdown that shows just that text on one line: CommonMark takes a backslash in front of
 * any ASCII punctuation for the character itself, so no mark, tag, entity or bare address is left in it.
 */
export function escapeMarkdown(text: string): string {
  return onOneLine(text).replace(/[!-/:-@[-`{-~]/gu, '\\$&');
}

/**
 * The same for text within a line, where only the marks of emphasis, code, links, entities and tables mean
 * anything: what people read in the source stays readable there. Control characters are dropped, since it
 * may be printed.
 */
export function escapeInline(text: string): string {
  return onOneLine(text)
    .replace(/\p{Cc}/gu, '')
    .replace(/[\\`*_[\]<>&|~$]/gu, '\\$&');
}
