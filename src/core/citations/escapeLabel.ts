/** Escapes a name for the label of a citation: what would end the label, and in a table the cell. */
export function escapeLabel(name: string, isInTable: boolean): string {
  return name.replace(isInTable ? /[\\[\]|]/gu : /[\\[\]]/gu, '\\$&');
}
