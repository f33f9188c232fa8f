/**
 * Text as one line. Paragraphs behind the first, such as the items below a signal, are set apart by a dot unless
 * the one before ends in a mark that does so.
 */
export function onOneLine(text: string): string {
  return text.replace(/(?<![.!?…:;,]["”’»)]?)\n\n+/gu, ' · ').replace(/\s+/gu, ' ');
}
