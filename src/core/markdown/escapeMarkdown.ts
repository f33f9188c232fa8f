/**
 * Plain text as Markdown that shows just that text on one line: CommonMark takes a backslash in front of
 * any ASCII punctuation for the character itself, so no mark, tag, entity or bare address is left in it.
 */
export function escapeMarkdown(text: string): string {
  return text.replace(/\s+/gu, ' ').replace(/[!-/:-@[-`{-~]/gu, '\\$&');
}
