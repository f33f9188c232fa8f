import { fold } from '../text/fold';
import type { TextRange } from '../text/sourceText';

/** The words of a query, folded. */
export function wordsOf(query: string): readonly string[] {
  return fold(query)
    .split(/\s+/u)
    .filter((word) => word !== '');
}

/** Whether a folded text has every one of some words, in any order, within words too. */
export function hasWords(folded: string, words: readonly string[]): boolean {
  return words.every((word) => folded.includes(word));
}

/** Where words stand in a text, whatever its letters look like when it is folded. */
export function findWords(text: string, words: readonly string[]): readonly TextRange[] {
  const folded = fold(text);
  const found = words.flatMap((word) => occurrences(folded, word));
  if (found.length === 0 || folded === text.toLowerCase()) {
    return found;
  }
  const letters = lettersOf(text);
  return found.map(({ start, end }) => ({
    start: letters[start]?.start ?? text.length,
    end: letters[end - 1]?.end ?? text.length,
  }));
}

function occurrences(folded: string, word: string): readonly TextRange[] {
  const found: TextRange[] = [];
  for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
    found.push({ start: at, end: at + word.length });
  }
  return found;
}

/** For each unit of a folded text the letter of the text that it was made of. */
function lettersOf(text: string): readonly TextRange[] {
  const letters: TextRange[] = [];
  let start = 0;
  for (const letter of text) {
    const end = start + letter.length;
    letters.push(...Array.from({ length: fold(letter).length }, () => ({ start, end })));
    start = end;
  }
  return letters;
}
