/**
 * Text of files for a label of the editor, which would draw an icon for `$(name)`: the same to the eye. A
 * character without width goes between; a backslash would be read aloud, and found by nobody who searches.
 */
export function iconless(text: string): string {
  return text.replaceAll('$(', '$\u200c(');
}
