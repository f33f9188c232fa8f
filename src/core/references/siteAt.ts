import { type Citation, citedCapability } from '../document/citation';
import { readCitationLabel } from '../document/readCitations';
import { nameInHeading } from '../guide/nameInHeading';
import type { Capability, Level } from '../ladder/model';
import type { OpenDocument } from '../promotion/openDocument';
import { type TextRange, touches } from '../text/sourceText';

/** What a place in a document names of its ladder, and where the name itself stands there. */
export type Site =
  | { readonly kind: 'capability'; readonly capability: Capability; readonly range: TextRange }
  | { readonly kind: 'level'; readonly level: Level; readonly range: TextRange };

/** The citation, the definition of one, or the heading in a guide that an offset stands in. */
export function siteAt(open: OpenDocument, offset: number): Site | undefined {
  const { document, index, citations } = open;
  const citation = citations.find(({ range }) => touches(range, offset));
  if (citation !== undefined) {
    const capability = citedCapability(citation);
    return capability && { kind: 'capability', capability, range: nameIn(citation) };
  }
  const definition = document.definitions.find(({ range }) => touches(range, offset));
  if (definition !== undefined) {
    const label = readCitationLabel(definition.label, index);
    const capability = label && citedCapability(label);
    return capability && { kind: 'capability', capability, range: label.name.range };
  }
  return headingAt(open, offset);
}

/** The label of a citation in brackets, the destination of a link: what other providers give for it, too. */
export function rangeOfCitation(citation: Citation): TextRange {
  if (citation.form === 'link') {
    return citation.link.destination;
  }
  const { level, name, signal } = citation;
  return { start: level.range.start, end: (signal ?? name).range.end };
}

function nameIn(citation: Citation): TextRange {
  return citation.form === 'bracket' ? citation.name.range : citation.fragment.range;
}

function headingAt({ place, document, index }: OpenDocument, offset: number): Site | undefined {
  const { guides, levels } = index.ladder;
  const guide = guides.find((one) => one.path === place.path);
  // While it is typed in, the ladder lags behind.
  if (guide === undefined || guide.source.text !== document.source.text) {
    return undefined;
  }
  const described = guide.capabilities.find(({ heading }) => touches(heading, offset));
  const capability = described && index.described(described);
  if (described !== undefined && capability !== undefined) {
    return { kind: 'capability', capability, range: nameInHeading(guide.source, described) };
  }
  const named = guide.levels.filter(({ heading }) => touches(heading, offset));
  // A title names two levels: the one under the cursor is meant, elsewhere the one it leads to.
  const pointed = named.find(({ id, heading }) => isWordAt(id, guide.source.text, heading, offset));
  const { id, heading } = pointed ?? named.at(-1) ?? {};
  const level = levels.find((one) => one.id === id);
  return level && heading && { kind: 'level', level, range: heading };
}

function isWordAt(word: string, text: string, within: TextRange, offset: number): boolean {
  for (
    let at = text.indexOf(word, within.start);
    at >= 0 && at < within.end;
    at = text.indexOf(word, at + 1)
  ) {
    if (touches({ start: at, end: at + word.length }, offset)) {
      return true;
    }
  }
  return false;
}
