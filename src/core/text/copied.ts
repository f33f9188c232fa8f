/**
 * The text in memory of its own: engines keep a long text as long as there is a slice of it, and what is
 * cut from a file often outlives the file's text.
 */
export function copied(text: string): string {
  // What begins with one more character has to be written anew before anything can be cut from it.
  return ` ${text}`.slice(1);
}
