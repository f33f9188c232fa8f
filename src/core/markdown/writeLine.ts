/**
 * Plain text as one line of Markdown that shows just that text and is still good to read and edit: only
 * what could be a mark there is escaped.
 */
export function writeLine(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/[\\`*_[\]<~|]|&(?=#?[\p{L}\p{N}]+;)/gu, '\\$&')
    .replace(/^(?:[#>+=-]|:(?=-))/u, '\\$&')
    .replace(/^(\d{1,9})(?=[.)](?: |$))/u, '$1\\');
}
