import { anchorAt } from '../citations/guideAnchors';
import type { LadderIndex } from '../citations/ladderIndex';
import { readLabelText } from '../document/readCitations';
import type { Guide } from '../guide/model';
import { nameKey } from '../names';
import type { Entry } from '../references/entries';
import type { EntriesByFile } from '../references/referenceIndex';

/** A name that citations use and their level does not have. */
export interface StrayName {
  /** As the first citation writes it. */
  readonly name: string;
  readonly citations: number;
}

/**
 * The names that citations use and their level does not have, most used first.
 *
 * @param found The stray citations of a level.
 */
export function strayNames(found: EntriesByFile, index: LadderIndex): readonly StrayName[] {
  const names = new Map<string, StrayName>();
  for (const { text } of [...found.values()].flat()) {
    const name = readLabelText(text, index)?.name.text;
    if (name !== undefined) {
      const known = names.get(nameKey(name)) ?? { name, citations: 0 };
      names.set(nameKey(name), { ...known, citations: known.citations + 1 });
    }
  }
  return [...names.values()].sort((a, b) => b.citations - a.citations);
}

/**
 * The links to headings that a guide does not have.
 *
 * @param found The links into the guide.
 */
export function strayLinks(found: EntriesByFile, guide: Guide): EntriesByFile {
  const isStray = ({ kind, text }: Entry): boolean =>
    kind === 'link' &&
    !text.startsWith('#') &&
    anchorAt(guide, text.slice(text.indexOf('#') + 1)).kind === 'unknown';
  return new Map(
    [...found].flatMap(([path, entries]) => {
      const stray = entries.filter(isStray);
      return stray.length === 0 ? [] : [[path, stray] as const];
    }),
  );
}
