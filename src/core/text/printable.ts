/** Text without what a terminal would take for orders, such as escape sequences or a change of the writing's direction; line breaks stay. */
export function printable(text: string): string {
  return text.replace(/[^\P{C}\n]|[\u2028\u2029]/gu, '');
}

/** The same on one line. */
export function printableLine(text: string): string {
  return printable(text.replace(/\s+/gu, ' '));
}
