/**
 * Escapes a name for the label of a citation: what would end the label, in a table the cell, what would be
 * read as a character reference, and backticks, which could make code of it together with others in its
 * paragraph, and which no backslash keeps from that.
 */
export function escapeLabel(name: string, isInTable: boolean): string {
  return name
    .replace(isInTable ? /[\\[\]|]/gu : /[\\[\]]/gu, '\\$&')
    .replace(/&(?=#?\w+;)/gu, '\\&')
    .replaceAll('`', '&#96;');
}
