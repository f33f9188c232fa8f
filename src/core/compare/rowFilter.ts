import { fold } from '../search/searchLadder';

/** Text prepared for looking words up in it. */
export function searchable(text: string): string {
  return fold(text);
}

/** Whether a prepared text has every word of a query, in any order, within words too. */
export function rowFilter(query: string): (prepared: string) => boolean {
  const words = fold(query).split(/\s+/u);
  return (prepared) => words.every((word) => prepared.includes(word));
}
