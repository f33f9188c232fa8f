import { writeLine } from '../markdown/writeLine';

/** What a guide asks as the texts of list items: its first paragraph, and those of the items to stand below that. */
export function promptLines(text: string): readonly [string, ...string[]] {
  const [first = '', ...below] = text.split('\n\n').map(writeLine);
  return [first, ...below];
}
