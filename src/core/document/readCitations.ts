import { decodeString } from 'micromark-util-decode-string';
import { anchorAt } from '../citations/guideAnchors';
import type { GuideLinks } from '../citations/guideLinks';
import type { LadderIndex } from '../citations/ladderIndex';
import { splitLabel } from '../citations/splitLabel';
import type { Capability } from '../ladder/model';
import type { SourceText } from '../text/sourceText';
import type { BracketCitation, Citation, CitationLabel, LinkCitation, Meaning } from './citation';
import type { DocumentModel, InlineLink, Reference } from './model';
import { labelRange, type SourceLabel } from './sourceLabel';

/** The citations of a document, in order, and what each means in a ladder. */
export function readCitations(
  document: DocumentModel,
  index: LadderIndex,
  links: GuideLinks,
): readonly Citation[] {
  return [
    ...document.references.flatMap((reference) => readReference(reference, index) ?? []),
    ...document.links.flatMap((link) => readLink(document.source, link, index, links) ?? []),
  ].sort((a, b) => a.range.start - b.range.start);
}

function readReference(reference: Reference, index: LadderIndex): BracketCitation | undefined {
  const { range, scope, isInTable } = reference;
  const cited = readCitationLabel(reference.label, index);
  return cited && { form: 'bracket', range, ...cited, scope, isInTable, reference };
}

/** Reads a label as that of a citation; undefined where it is another's. */
export function readCitationLabel(label: SourceLabel, index: LadderIndex): CitationLabel | undefined {
  const parts = splitLabel(label.text, index.levels);
  if (parts === undefined) {
    return undefined;
  }
  const { level: reading, colon } = parts;
  const whole = nameIn(label.text, colon + 1, label.text.length);
  const known = reading.kind === 'level' ? index.capability(reading.level.id, whole) : undefined;
  // A capability may itself be called "Rule #1".
  const mark = known === undefined ? signalMark(label.text, colon + 1) : undefined;
  const end = mark?.at ?? label.text.length;
  const text = nameIn(label.text, colon + 1, end);
  return {
    level: { reading, range: labelRange(label, 0, colon) },
    name: { text, range: labelRange(label, colon + 1, end) },
    signal: mark && { number: mark.number, range: labelRange(label, mark.at, label.text.length) },
    meaning: meaningOf(reading, text, mark?.number, index),
  };
}

function nameIn(label: string, start: number, end: number): string {
  return decodeString(label.slice(start, end).trim());
}

/** The `#` and digits, perhaps not yet typed, at a label's end. */
function signalMark(
  label: string,
  from: number,
): { readonly at: number; readonly number: number | undefined } | undefined {
  const match = /(?<!\\)#(\d*)\s*$/u.exec(label.slice(from));
  return match === null
    ? undefined
    : { at: from + match.index, number: match[1] === '' ? undefined : Number(match[1]) };
}

function meaningOf(
  reading: BracketCitation['level']['reading'],
  name: string,
  signal: number | undefined,
  index: LadderIndex,
): Meaning {
  if (name === '') {
    return { kind: 'incomplete', level: reading.kind === 'level' ? reading.level : undefined };
  }
  if (reading.kind === 'lookalike') {
    return { kind: 'unknownLevel' };
  }
  const { level } = reading;
  const capability = index.capability(level.id, name);
  if (capability === undefined) {
    return { kind: 'unknownCapability', level };
  }
  return signal === undefined || hasSignal(capability, signal)
    ? { kind: 'capability', capability, signal }
    : { kind: 'unknownSignal', capability, signal };
}

function hasSignal({ signals }: Capability, number: number): boolean {
  return number >= 1 && number <= signals.length;
}

function readLink(
  source: SourceText,
  link: InlineLink,
  index: LadderIndex,
  links: GuideLinks,
): LinkCitation | undefined {
  const hash = link.url.indexOf('#');
  if (hash < 0) {
    return undefined;
  }
  const guide = links.guideAt(link.url.slice(0, hash));
  const anchor = guide && anchorAt(guide, link.url.slice(hash + 1));
  if (guide === undefined || anchor === undefined || anchor.kind === 'other') {
    return undefined;
  }
  const capability = anchor.kind === 'capability' ? index.described(anchor.capability) : undefined;
  return {
    form: 'link',
    range: link.range,
    guide,
    fragment: fragmentIn(source, link, link.url.slice(hash + 1)),
    meaning:
      capability === undefined
        ? { kind: 'unknownCapability', level: undefined }
        : { kind: 'capability', capability, signal: undefined },
    scope: link.scope,
    isInTable: link.isInTable,
    link,
  };
}

function fragmentIn(source: SourceText, { destination }: InlineLink, text: string): LinkCitation['fragment'] {
  const hash = source.slice(destination).indexOf('#');
  const range = { start: destination.start + hash + 1, end: destination.end };
  return { text, range: hash >= 0 && decodeString(source.slice(range)) === text ? range : destination };
}
