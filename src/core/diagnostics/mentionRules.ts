import { writeCitation } from '../citations/writeCitation';
import { type Citation, citedCapability } from '../document/citation';
import type { Mention } from '../document/mentions';
import type { DocumentModel } from '../document/model';
import type { Promotion } from '../document/readPromotion';
import type { Capability } from '../ladder/model';
import type { SourceText, TextRange } from '../text/sourceText';
import { citeMention } from '../writing/citeMention';
import { type Observation, replacement } from './finding';

/** `unlinked-mention`: a capability of the target is named without being cited, there or beside it. */
export function checkMentions(promotion: Promotion): readonly Observation[] {
  const { document, mentions, target, citations } = promotion;
  if (target.kind === 'unknown') {
    return [];
  }
  const asked = new Set(target.capabilities);
  const named = mentions.flatMap((mention) => {
    const capability = mention.capabilities.find((one) => asked.has(one));
    return capability === undefined || !mention.isPhrase || mention.isFromGuide
      ? []
      : { mention, capability };
  });
  const beside = named.length === 0 ? new Map<Capability, Stretches>() : placesBeside(citations, document);
  return named
    .filter(({ mention, capability }) => beside.get(capability)?.holds(mention.range.start) !== true)
    .flatMap(({ mention, capability }) => unlinked(mention, capability, document.source));
}

/** For each capability the headings, paragraphs, list items and table rows with a citation of it. */
function placesBeside(
  citations: readonly Citation[],
  { headings }: DocumentModel,
): ReadonlyMap<Capability, Stretches> {
  const headingOf = new Map(headings.map(({ section, range }) => [section, range]));
  const ranges = new Map<Capability, TextRange[]>();
  for (const citation of citations) {
    const capability = citedCapability(citation);
    const { scope } = citation;
    const range = scope.kind === 'section' ? headingOf.get(scope) : scope.range;
    if (capability !== undefined && range !== undefined) {
      const known = ranges.get(capability) ?? [];
      known.push(range);
      ranges.set(capability, known);
    }
  }
  return new Map([...ranges].map(([capability, found]) => [capability, new Stretches(found)]));
}

/** Stretches of a text that can be asked for offsets, in the order of the text. */
class Stretches {
  readonly #ranges: readonly TextRange[];
  #next = 0;
  #reach = 0;

  constructor(ranges: readonly TextRange[]) {
    this.#ranges = ranges.toSorted((a, b) => a.start - b.start);
  }

  holds(offset: number): boolean {
    for (
      let range = this.#ranges[this.#next];
      range !== undefined && range.start <= offset;
      range = this.#ranges[this.#next]
    ) {
      this.#reach = Math.max(this.#reach, range.end);
      this.#next += 1;
    }
    return offset < this.#reach;
  }
}

/** None where no citation can take the name's place. */
function unlinked(mention: Mention, capability: Capability, source: SourceText): readonly Observation[] {
  const citation = writeCitation(capability, mention.isInTable);
  const edit = citeMention(mention, capability, source);
  return edit === undefined
    ? []
    : [
        {
          rule: 'unlinked-mention',
          range: mention.range,
          message: `“${capability.name}” is named here and not cited. Write ${citation} for it to count.`,
          suggestions: [replacement(`Cite as ${citation}`, edit.range, edit.text, citation)],
          related: capability.source,
          capability,
        },
      ];
}
