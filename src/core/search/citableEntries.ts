import { type CitationTarget, writeCitation } from '../citations/writeCitation';
import type { Ladder } from '../ladder/model';
import { capabilitiesByNeed } from '../promotion/capabilitiesByNeed';
import type { Promotion } from '../promotion/readPromotion';
import { type SearchEntry, searchEntries } from './searchLadder';

/** A capability or a signal that can be looked for and cited. */
export interface CitableEntry extends SearchEntry {
  readonly citation: CitationTarget;
}

/**
 * What of a ladder can be cited, with its citation as detail: all capabilities, then all signals.
 *
 * @param promotion A promotion document for this ladder: what it still needs comes first, and what it has is told.
 */
export function citableEntries(ladder: Ladder, promotion?: Promotion): readonly CitableEntry[] {
  const needed = promotion === undefined ? [] : capabilitiesByNeed(promotion);
  const needs = new Map(needed.map(({ capability, need }) => [keyOf(capability), need]));
  const places = new Map(needed.map(({ capability }, place) => [keyOf(capability), place]));
  const placeOf = ({ citation }: CitableEntry): number => places.get(keyOf(citation)) ?? 0;
  const entries = searchEntries(ladder).flatMap((entry): readonly CitableEntry[] => {
    const { kind, description, citation } = entry;
    if (citation === undefined) {
      return [];
    }
    const need = kind === 'capability' ? needs.get(keyOf(citation)) : undefined;
    const told = need === 'another level' ? undefined : need;
    return [
      {
        ...entry,
        citation,
        description: [told, description].filter(Boolean).join(' · ') || undefined,
        detail: writeCitation(citation),
      },
    ];
  });
  return ['capability', 'signal'].flatMap((kind) =>
    entries.filter((entry) => entry.kind === kind).sort((one, other) => placeOf(one) - placeOf(other)),
  );
}

function keyOf({ level, name }: Pick<CitationTarget, 'level' | 'name'>): string {
  return writeCitation({ level, name });
}
