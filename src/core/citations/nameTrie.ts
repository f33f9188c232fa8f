import type { Capability, Ladder } from '../ladder/model';
import { nameKey } from '../names';

/** The names of a ladder's capabilities, word by word, so that one pass over a text finds them all. */
export interface NameTrie {
  readonly next: ReadonlyMap<string, NameTrie>;
  /** The capabilities whose name ends here, one for each level that has it. */
  readonly capabilities: readonly Capability[];
}

/** A word of a text, or a mark that belongs to none. */
export interface Token {
  readonly start: number;
  readonly end: number;
  /** What it is compared by: its letters regardless of case, and whether white space stands before it. */
  readonly key: string;
}

interface GrowingTrie extends NameTrie {
  readonly next: Map<string, GrowingTrie>;
  readonly capabilities: Capability[];
}

/** Prepares the names of a ladder for `tokensOf` a text. */
export function makeNameTrie({ levels }: Ladder): NameTrie {
  const root: GrowingTrie = { next: new Map(), capabilities: [] };
  for (const capability of levels.flatMap(({ capabilities }) => capabilities)) {
    let node = root;
    for (const { key } of tokensOf(nameKey(capability.name))) {
      const next: GrowingTrie = node.next.get(key) ?? { next: new Map(), capabilities: [] };
      node.next.set(key, next);
      node = next;
    }
    if (node !== root) {
      node.capabilities.push(capability);
    }
  }
  return root;
}

const tokenPattern = /(\s*)([\p{L}\p{N}\p{M}]+(?:['’‘ʼ][\p{L}\p{N}\p{M}]+)*|[^\s])/gu;

/** The words and marks of a text; the first counts as one without white space before it. */
export function* tokensOf(text: string): Generator<Token> {
  let isFirst = true;
  // White space that nothing follows would be looked through once more from each of its characters on.
  for (const { 0: whole, 1: space = '', 2: word = '', index } of text.trimEnd().matchAll(tokenPattern)) {
    const folded = fold(word);
    yield {
      start: index + space.length,
      end: index + whole.length,
      key: space === '' || isFirst ? folded : ` ${folded}`,
    };
    isFirst = false;
  }
}

function fold(word: string): string {
  return /^[\p{ASCII}]*$/u.test(word) ? word.toLowerCase() : nameKey(word);
}
