/** Text of files for a message of the editor, which would take `[text](address)` for a link, to commands too. */
export function unlinked(text: string): string {
  return text.replaceAll('](', '] (');
}
