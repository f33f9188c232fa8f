import { decodeString } from 'micromark-util-decode-string';
import { type Anchor, anchorAt } from '../citations/guideAnchors';
import type { GuideLinks } from '../citations/guideLinks';
import type { LadderIndex } from '../citations/ladderIndex';
import { nearest } from '../citations/nearest';
import { type LabelParts, splitLabel } from '../citations/splitLabel';
import type { Guide } from '../guide/model';
import type { Capability, Level } from '../ladder/model';
import { collapse } from '../markdown/plainText';
import { remembering } from '../remembering';
import type { SourceText, TextRange } from '../text/sourceText';
import type { BracketCitation, Citation, CitationLabel, LinkCitation, Meaning } from './citation';
import type { DocumentModel } from './documentModel';
import type { InlineLink, PieceContent, Reference } from './model';
import type { PieceInPlace } from './pieceInPlace';
import { labelRange, type SourceLabel } from './sourceLabel';

/** The citations of a document, in order, and what each means in a ladder. */
export function readCitations(
  { pieces }: DocumentModel,
  index: LadderIndex,
  links: GuideLinks,
): readonly Citation[] {
  return pieces.flatMap((piece) =>
    citationsIn(piece.content, index, links).map((citation) => moved(citation, piece)),
  );
}

const citationsIn = remembering(
  (content: PieceContent, index: LadderIndex, links: GuideLinks): readonly Citation[] =>
    [
      ...content.references.flatMap((reference) => readReference(reference, index) ?? []),
      ...content.links.flatMap((link) => readLink(content.source, link, index, links) ?? []),
    ].sort((a, b) => a.range.start - b.range.start),
);

/** The citation in its document. */
function moved(citation: Citation, piece: PieceInPlace): Citation {
  const range = piece.range(citation.range);
  const scope = piece.scope(citation.scope);
  if (citation.form === 'link') {
    const { link, fragment } = citation;
    return {
      ...citation,
      range,
      scope,
      link: piece.link(link),
      fragment: { ...fragment, range: piece.range(fragment.range) },
    };
  }
  const { level, name, signal, reference } = citation;
  return {
    ...citation,
    range,
    scope,
    level: { ...level, range: piece.range(level.range) },
    name: { ...name, range: piece.range(name.range) },
    signal: signal && { ...signal, range: piece.range(signal.range) },
    reference: piece.reference(reference),
  };
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
  const found = signalMark(label.text, colon + 1);
  const mark = found !== undefined && endsName(label.text, parts, found, index) ? undefined : found;
  const end = mark?.at ?? label.text.length;
  const text = nameIn(label.text, colon + 1, end);
  return {
    level: { reading, range: labelRange(label, 0, colon) },
    name: { text, range: labelRange(label, colon + 1, end) },
    signal: mark && { range: labelRange(label, mark.at, label.text.length) },
    meaning: meaningOf(reading, text, mark?.number, index),
  };
}

/** The same for the text of a label by itself; ranges are ranges of the text. */
export function readLabelText(text: string, index: LadderIndex): CitationLabel | undefined {
  return readCitationLabel({ text, offsetAt: (at) => at }, index);
}

function nameIn(label: string, start: number, end: number): string {
  // Where it is broken over lines, messages still name it on one.
  return collapse(decodeString(label.slice(start, end)));
}

interface SignalMark {
  readonly at: number;
  readonly number: number | undefined;
}

/** Whether what looks like a signal ends the name of a capability, which may itself be called "Rule #1" or "C#". */
function endsName(
  label: string,
  { level, colon }: LabelParts,
  mark: SignalMark,
  index: LadderIndex,
): boolean {
  const whole = nameIn(label, colon + 1, label.length);
  const name = nameIn(label, colon + 1, mark.at);
  const own = level.kind === 'level' ? level.level : undefined;
  const isOwn = (text: string): boolean => own !== undefined && index.capability(own.id, text) !== undefined;
  if (isOwn(whole)) {
    return true;
  }
  if (name === '' || isOwn(name)) {
    return false;
  }
  // Of a wrong level, or mistyped, it is still what it comes nearest to.
  if (index.named(whole).length > 0 || index.named(name).length > 0) {
    return index.named(whole).length > 0;
  }
  return mark.number === undefined || hasNumber(likeliest(whole, own, index), mark.number);
}

function likeliest(name: string, level: Level | undefined, { ladder }: LadderIndex): string {
  const nameOf = (one: Capability): string => one.name;
  const [near] = nearest(name, level?.capabilities ?? [], nameOf);
  const all = ladder.levels.flatMap(({ capabilities }) => capabilities);
  return (near ?? nearest(name, all, nameOf)[0])?.name ?? '';
}

function hasNumber(name: string, number: number): boolean {
  return [...name.matchAll(/#(\d+)/gu)].some(([, digits]) => Number(digits) === number);
}

/** The `#` and digits, perhaps not yet typed, at a label's end. */
function signalMark(label: string, from: number): SignalMark | undefined {
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

/** The place in a guide that a destination leads to. */
export interface GuideTarget {
  readonly guide: Guide;
  /** The part of the destination behind its `#`. */
  readonly fragment: string;
  readonly anchor: Anchor;
}

/** What a destination with a fragment leads to; undefined where that is no guide. */
export function guideTargetOf(url: string, links: Pick<GuideLinks, 'guideAt'>): GuideTarget | undefined {
  const hash = url.indexOf('#');
  const guide = hash < 0 ? undefined : links.guideAt(url.slice(0, hash));
  const fragment = url.slice(hash + 1);
  return guide && { guide, fragment, anchor: anchorAt(guide, fragment) };
}

function readLink(
  source: SourceText,
  link: InlineLink,
  index: LadderIndex,
  links: GuideLinks,
): LinkCitation | undefined {
  const target = guideTargetOf(link.url, links);
  if (target === undefined || target.anchor.kind === 'other') {
    return undefined;
  }
  const { guide, fragment, anchor } = target;
  const capability = anchor.kind === 'capability' ? index.described(anchor.capability) : undefined;
  return {
    form: 'link',
    range: link.range,
    guide,
    fragment: { text: fragment, range: fragmentIn(source, link.destination, fragment) },
    meaning:
      capability === undefined
        ? { kind: 'unknownCapability', level: undefined }
        : { kind: 'capability', capability, signal: undefined },
    scope: link.scope,
    link,
  };
}

/** Where the fragment stands in the source of a destination; the whole of it where that cannot be told. */
export function fragmentIn(source: SourceText, destination: TextRange, fragment: string): TextRange {
  const hash = source.slice(destination).indexOf('#');
  const range = { start: destination.start + hash + 1, end: destination.end };
  return hash >= 0 && decodeString(source.slice(range)) === fragment ? range : destination;
}
