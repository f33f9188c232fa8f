/**
 * The space that keeps a citation apart from the character before it, beside which its bracket would be an
 * image, no bracket at all, or a part of another link or footnote; nothing where none is needed.
 */
export function spaceBehind(character: string): '' | ' ' {
  return /[!\\\]]/u.test(character) ? ' ' : '';
}
