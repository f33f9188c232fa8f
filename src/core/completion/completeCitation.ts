import { decodeString } from 'micromark-util-decode-string';
import { escapeLabel } from '../citations/escapeLabel';
import type { LadderIndex } from '../citations/ladderIndex';
import { splitLabel } from '../citations/splitLabel';
import { type BracketCitation, citedCapability } from '../document/citation';
import type { FrontMatter } from '../document/frontMatter';
import { longestLabel } from '../document/parseDocument';
import { readLabelText } from '../document/readCitations';
import type { Capability, Ladder } from '../ladder/model';
import { titleBesideId } from '../ladder/titleBesideId';
import { withPlainMarks } from '../names';
import { capabilitiesByNeed } from '../promotion/capabilitiesByNeed';
import type { Promotion } from '../promotion/readPromotion';
import { fold } from '../text/fold';
import { type SourceText, type TextRange, touches } from '../text/sourceText';
import { promotionBody, promotionValue } from '../writing/promotionSnippet';

/** Something that can be written where the cursor stands. */
export interface Completion {
  /** A document is a snippet; everything else is plain text. */
  readonly kind: 'citation' | 'level' | 'name' | 'signal' | 'promotion' | 'document';
  /** How it is listed. */
  readonly label: string;
  readonly detail: string | undefined;
  /** What takes the place of `range`. */
  readonly text: string;
  /** What stands there already, on one line around the cursor. */
  readonly range: TextRange;
  /**
   * What an editor compares with what stands before the cursor: has its letters, in their order, where it is
   * meant. That of a citation begins with what was typed where the words of it are meant, since editors put
   * first what is alike soonest; so citations are to be asked for again with each letter.
   */
  readonly filter: string;
  readonly capability: Capability | undefined;
}

/**
 * What can be written at an offset of a promotion document: citations in an open bracket, the target's
 * first, of these what is not cited yet, then what has no evidence yet; in a citation that is there, what
 * could stand for its level, its name or its signal alone; transitions behind `promotion:`; all of it in an
 * empty document.
 */
export function completionsAt(promotion: Promotion, offset: number): readonly Completion[] {
  const { document, index } = promotion;
  const { source, frontMatter, blocks } = document;
  if (frontMatter !== undefined && offset < frontMatter.range.end) {
    return promotionValuesAt(frontMatter, source, index.ladder, offset);
  }
  const block = blocks.find(({ range }) => touches(range, offset));
  const isInCode = block?.runs.some(
    ({ kind, range }) => kind === 'code' && range.start < offset && offset < range.end,
  );
  if (block?.kind === 'code' || block?.kind === 'html' || isInCode === true) {
    return [];
  }
  const line = source.lineAt(offset);
  const before = source.slice({ start: line.start, end: offset });
  // Behind an exclamation mark it opens an image.
  const open = /(?<![\\!])\[(?<label>(?:[^[\]\\]|\\.)*)$/u.exec(before);
  if (block === undefined || open?.groups?.label === undefined) {
    return wholeDocument(promotion, offset);
  }
  if (open.groups.label.length > longestLabel) {
    // No label, and it would take long to look at all the colons in it.
    return [];
  }
  const citation = promotion.citations.find(
    (one): one is BracketCitation =>
      one.form === 'bracket' && one.range.start < offset && offset < one.range.end,
  );
  if (citation !== undefined && /[\r\n]/u.test(source.slice(citation.range))) {
    // Editors replace what stands on one line.
    return [];
  }
  const part = citation && partOf(citation, promotion, offset);
  if (part !== undefined) {
    return part;
  }
  const start = line.start + open.index;
  // A closing bracket that an editor has put there is written anew with the rest.
  const end = source.text.charAt(offset) === ']' ? offset + 1 : offset;
  const signal = /^(?<name>.+?)\s*#(?<number>\d*)$/u.exec(open.groups.label)?.groups;
  // A name may have a number sign, too.
  const named = signal?.name === undefined ? undefined : capabilityNamed(signal.name, index);
  // Right behind a citation a bracket would make that its text.
  const label = /\[(?<label>(?:[^[\]\\]|\\.)*)\]$/u.exec(before.slice(0, open.index))?.groups?.label;
  const isBehindCitation =
    label !== undefined && label.length <= longestLabel && readLabelText(label, index) !== undefined;
  const typed = source.slice({ start, end: offset });
  const place = { range: { start, end }, typed, isInTable: block.kind === 'cell', isBehindCitation };
  return named === undefined
    ? citations(promotion, place, writtenLevel(open.groups.label, index))
    : signals(named, { start: offset - (signal?.number ?? '').length, end }, '', ']');
}

/** What could stand for the part of a citation at an offset; undefined where it is still being written. */
function partOf(
  citation: BracketCitation,
  promotion: Promotion,
  offset: number,
): readonly Completion[] | undefined {
  const { level, name, signal, meaning, isInTable } = citation;
  const { index, target } = promotion;
  const { source } = promotion.document;
  const cited = citedCapability(citation);
  // An editor compares with what stands before the cursor: where that is to be replaced, everything is offered.
  const kept = (range: TextRange, texts: readonly string[]): string => {
    const typed = source.slice({ start: range.start, end: offset });
    return cited === undefined && texts.some((text) => isTypedFor(typed, text)) ? '' : typed;
  };
  if (meaning.kind === 'incomplete') {
    return undefined;
  }
  if (touches(level.range, offset)) {
    const levels = index.ladder.levels.filter(({ capabilities }) => capabilities.length > 0);
    const ordered = new Set([
      ...levels.filter(({ id }) => index.capability(id, name.text) !== undefined),
      ...levels.filter((one) => target.levels.includes(one)),
      ...levels,
    ]);
    const before = kept(
      level.range,
      levels.map(({ id }) => id),
    );
    return [...ordered].map(({ id, title }) => ({
      kind: 'level',
      label: id,
      detail: titleBesideId({ id, title }),
      text: escapeLabel(id, isInTable),
      range: level.range,
      filter: before + id,
      capability: undefined,
    }));
  }
  if (signal !== undefined && offset > signal.range.start && cited !== undefined) {
    const number = { start: signal.range.start + 1, end: Math.max(signal.range.end, offset) };
    // Whoever has named a signal goes on behind the bracket.
    const closing = source.text.charAt(number.end) === ']' ? ']' : '';
    return signals(cited, { ...number, end: number.end + closing.length }, kept(number, []), closing);
  }
  if (touches(name.range, offset) && level.reading.kind === 'level') {
    const { capabilities } = level.reading.level;
    const before = kept(
      name.range,
      capabilities.map((capability) => capability.name),
    );
    return capabilities.map((capability) => ({
      kind: 'name',
      label: capability.name,
      detail: undefined,
      text: escapeLabel(capability.name, isInTable),
      range: name.range,
      filter: before + capability.name,
      capability,
    }));
  }
  return undefined;
}

/** Whether the letters of what was typed occur in a text in their order, as editors filter. */
function isTypedFor(typed: string, text: string): boolean {
  const whole = text.toLowerCase();
  let at = 0;
  for (const letter of typed.toLowerCase()) {
    at = whole.indexOf(letter, at) + 1;
    if (at === 0) {
      return false;
    }
  }
  return true;
}

/** Where nothing but front matter has been written, perhaps a word: the document that the guides suggest. */
function wholeDocument(
  { document: { source, frontMatter }, target, index: { ladder } }: Promotion,
  offset: number,
): readonly Completion[] {
  const bodyStart = frontMatter?.range.end ?? 0;
  const body = source.text.slice(bodyStart);
  const word = body.trim();
  const start = bodyStart + body.indexOf(word);
  const range = { start, end: start + word.length };
  if (
    !/^[\p{L}-]*$/u.test(word) ||
    body === '' ||
    target.kind === 'unknown' ||
    (word !== '' && !touches(range, offset))
  ) {
    return [];
  }
  const here = word === '' ? { start: offset, end: offset } : range;
  const breaks = source.slice({ start: bodyStart, end: here.start }).match(/\r\n|\n|\r/gu)?.length ?? 0;
  return breaks === 0
    ? []
    : [
        {
          kind: 'document',
          label: `Promotion document for ${promotionValue(target)}`,
          detail: 'from the guide',
          text: (breaks === 1 ? '\n' : '') + promotionBody(target, ladder),
          range: here,
          filter: `promotion document ${promotionValue(target)}`,
          capability: undefined,
        },
      ];
}

/** A level as somebody wrote it, by its id or its title. */
interface WrittenLevel {
  readonly id: string;
  readonly text: string;
  /** What stands behind its colon. */
  readonly rest: string;
}

function writtenLevel(label: string, { levels }: LadderIndex): WrittenLevel | undefined {
  const parts = splitLabel(label, levels);
  return parts?.level.kind === 'level'
    ? { id: parts.level.level.id, text: label.slice(0, parts.colon), rest: label.slice(parts.colon + 1) }
    : undefined;
}

interface CitingPlace {
  readonly range: TextRange;
  /** What stands there before the cursor. */
  readonly typed: string;
  readonly isInTable: boolean;
  readonly isBehindCitation: boolean;
}

function citations(
  promotion: Promotion,
  { range, typed, isInTable, isBehindCitation }: CitingPlace,
  written: WrittenLevel | undefined,
): readonly Completion[] {
  const needed = capabilitiesByNeed(promotion);
  const meant = meantBy(
    typed,
    needed.map(({ capability }) => capability),
    promotion.index,
  );
  return needed.map(({ capability, need }) => {
    const label = `${capability.level}: ${capability.name}`;
    const text = `[${escapeLabel(label, isInTable)}]`;
    const filter = written?.id === capability.level ? `[${written.text}: ${capability.name}` : `[${label}`;
    const isSpelledOtherwise = !isTypedFor(typed, filter) && asRead(filter).includes(asRead(typed.slice(1)));
    return {
      kind: 'citation',
      label,
      detail: need,
      text: `${isBehindCitation ? ' ' : ''}${text}`,
      range,
      filter: meant.has(capability) || isSpelledOtherwise ? typed + text : filter,
      capability,
    };
  });
}

/** Those that have a word for each word that was typed: in id and name, or else where the title counts, too. */
function meantBy(
  typed: string,
  capabilities: readonly Capability[],
  index: LadderIndex,
): ReadonlySet<Capability> {
  const words = wordsOf(typed);
  if (words.length === 0) {
    return new Set();
  }
  const having = (textOf: (capability: Capability) => string) =>
    capabilities.filter((one) => {
      const own = wordsOf(textOf(one));
      return words.every((word) => own.some((start) => start.startsWith(word)));
    });
  const found = having(({ level, name }) => `${level} ${name}`);
  return new Set(
    found.length > 0
      ? found
      : having(({ level, name }) => `${level} ${index.level(level)?.title ?? ''} ${name}`),
  );
}

function wordsOf(text: string): readonly string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** A label without what only its spelling has: case, escapes, backticks, typographic marks. */
function asRead(label: string): string {
  return withPlainMarks(decodeString(label.replaceAll('`', ''))).toLowerCase();
}

function capabilityNamed(label: string, index: LadderIndex): Capability | undefined {
  const written = writtenLevel(label, index);
  return written && index.capability(written.id, decodeString(written.rest));
}

function signals(
  capability: Capability,
  range: TextRange,
  kept: string,
  closing: string,
): readonly Completion[] {
  return capability.signals.map(({ text }, place) => ({
    kind: 'signal',
    label: `#${place + 1}`,
    detail: text,
    text: `${place + 1}${closing}`,
    range,
    filter: `${kept}${place + 1}`,
    capability,
  }));
}

/** What can stand behind `promotion:`, in any Markdown document whose front matter has that. */
export function promotionValuesAt(
  { promotion: value }: FrontMatter,
  source: SourceText,
  ladder: Ladder,
  offset: number,
): readonly Completion[] {
  if (value === undefined) {
    return [];
  }
  const { start, end } = value.range;
  const isEmpty = start === end;
  // Behind "M1 to " the rest is still to be written.
  const gap = source.slice({ start: end, end: Math.max(end, offset) });
  if (offset < start || !/^[ \t]*$/u.test(gap) || /[\r\n]/u.test(source.slice(value.range))) {
    return [];
  }
  const range = isEmpty ? { start: offset, end: offset } : { start, end: Math.max(end, offset) };
  // White space makes it a comment.
  const behind = source.text.charAt(range.end) === '#' ? ' ' : '';
  const values = [
    ...ladder.transitions.map(({ from, to }) => `${from} to ${to}`),
    ...ladder.levels.filter(({ capabilities }) => capabilities.length > 0).map(({ id }) => id),
  ];
  return values.map((text) => ({
    kind: 'promotion',
    label: text,
    detail: undefined,
    text: (isEmpty && gap === '' ? ` ${text}` : text) + behind,
    range,
    filter: text,
    capability: undefined,
  }));
}
