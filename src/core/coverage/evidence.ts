import type { LadderIndex } from '../citations/ladderIndex';
import type { Citation } from '../document/citation';
import { DefinedLinks } from '../document/definedLinks';
import type { DocumentModel } from '../document/documentModel';
import type { Block, InlineLink, PieceContent, Run, Scope } from '../document/model';
import { collapse } from '../markdown/plainText';
import { nameKey } from '../names';
import { remembering } from '../remembering';
import type { TextRange } from '../text/sourceText';
import { standInMark, standInWordAlone } from '../text/standIns';

/** The prose that a citation vouches for. */
export interface Evidence {
  readonly scope: Scope;
  /** Whether nothing is left but prompts and placeholders. */
  readonly isEmpty: boolean;
  /** Whether it has a number, a date, a link or a quotation. */
  readonly isSupported: boolean;
  /** Its beginning as plain text, in a few dozen words; empty where there is none. */
  readonly excerpt: string;
  /** From its first text to its last; undefined where there is none. */
  readonly range: TextRange | undefined;
}

const excerptLength = 200;

/** Reads the evidence of each citation; citations with the same scope share theirs. */
export function readEvidence(
  document: DocumentModel,
  citations: readonly Citation[],
  index: LadderIndex,
): ReadonlyMap<Citation, Evidence> {
  const remains = remainsOf(document, citations, index);
  const byScope = new Map<Scope, Evidence>();
  return new Map(
    citations.map((citation) => {
      const evidence =
        byScope.get(citation.scope) ?? new ScopeEvidence(citation.scope, document.blocks, remains);
      byScope.set(citation.scope, evidence);
      return [citation, evidence];
    }),
  );
}

/** What is left of a block without citations, prompts and placeholders. */
interface Remainder {
  readonly text: string;
  readonly hasContent: boolean;
  readonly isSupported: boolean;
  /** The same if the block holds a link by a definition. */
  readonly isSupportedWithLink: boolean;
}

/** What is left of each block. */
interface Remains {
  readonly of: readonly Remainder[];
  /** How many before each block have support. */
  readonly supportBefore: Int32Array;
  /** The first block from each on that has content. */
  readonly nextContent: Int32Array;
  /** The last block before each that has content. */
  readonly lastContent: Int32Array;
}

function remainsOf(document: DocumentModel, citations: readonly Citation[], index: LadderIndex): Remains {
  const citedLinks = new Set(
    citations.flatMap((citation) => (citation.form === 'link' ? citation.link : [])),
  );
  const definedLinks = new DefinedLinks(document);
  const of: Remainder[] = [];
  for (const { content, links } of document.pieces) {
    const cited = links.map((link) => (citedLinks.has(link) ? '1' : '0')).join('');
    for (const [block, remainder] of remaindersIn(content, index, cited).entries()) {
      of.push(
        definedLinks.in(content, block).length > 0
          ? {
              ...remainder,
              text: collapse(definedLinks.shown(remainder.text)),
              isSupported: remainder.isSupportedWithLink,
            }
          : remainder,
      );
    }
  }
  const supportBefore = new Int32Array(of.length + 1);
  const lastContent = new Int32Array(of.length + 1).fill(-1);
  for (const [at, { hasContent, isSupported }] of of.entries()) {
    supportBefore[at + 1] = (supportBefore[at] ?? 0) + (isSupported ? 1 : 0);
    lastContent[at + 1] = hasContent ? at : (lastContent[at] ?? -1);
  }
  const nextContent = new Int32Array(of.length);
  let next = of.length;
  for (let at = of.length - 1; at >= 0; at -= 1) {
    next = of[at]?.hasContent === true ? at : next;
    nextContent[at] = next;
  }
  return { of, supportBefore, nextContent, lastContent };
}

class ScopeEvidence implements Evidence {
  readonly scope: Scope;
  readonly isEmpty: boolean;
  readonly isSupported: boolean;
  readonly range: TextRange | undefined;
  readonly #remains: Remains;

  constructor(scope: Scope, blocks: readonly Block[], remains: Remains) {
    const { first, end } = scope;
    const { supportBefore, nextContent } = remains;
    this.scope = scope;
    this.isEmpty = (nextContent[first] ?? end) >= end;
    this.isSupported = !this.isEmpty && (supportBefore[end] ?? 0) > (supportBefore[first] ?? 0);
    const from = blocks[nextContent[first] ?? first]?.range ?? scope.range;
    const to = blocks[remains.lastContent[end] ?? first]?.range ?? scope.range;
    this.range = this.isEmpty ? undefined : { start: from.start, end: to.end };
    this.#remains = remains;
  }

  /** Made only for those who show it. */
  get excerpt(): string {
    return this.isEmpty ? '' : excerptOf(this.scope, this.#remains);
  }
}

function excerptOf({ kind, first, end }: Scope, { of, nextContent }: Remains): string {
  const texts: string[] = [];
  let length = 0;
  for (
    let at = nextContent[first] ?? end;
    at < end && length <= excerptLength;
    at = nextContent[at + 1] ?? end
  ) {
    const text = of[at]?.text ?? '';
    texts.push(text);
    length += text.length + 1;
  }
  const text = texts.filter((one) => one !== '').join(kind === 'row' ? ' · ' : ' ');
  // Where a citation stood, white space or empty parentheses may be left.
  return shorten(text.replace(/ ?\(\s*\)/gu, '').replace(/ (?=[.,;:!?)])/gu, ''));
}

function shorten(text: string): string {
  if (text.length <= excerptLength) {
    return text;
  }
  const cut = text.slice(0, excerptLength + 1);
  const space = cut.lastIndexOf(' ');
  const kept = cut.slice(0, space > excerptLength / 2 ? space : excerptLength);
  // Half of a surrogate pair is no character.
  return `${kept.replace(/[\uD800-\uDBFF]$|[\s,;:–—-]+$/u, '')}…`;
}

/**
 * What is left of each block of a piece.
 *
 * @param cited For each link of the piece `1` where it is a citation, else `0`.
 */
const remaindersIn = remembering(
  (content: PieceContent, index: LadderIndex, cited: string): readonly Remainder[] => {
    const citedLinks = new Set(content.links.filter((_, at) => cited.charAt(at) === '1'));
    return content.blocks.map((block) => remainderOf(block, { citedLinks, index }));
  },
);

interface Reading {
  readonly citedLinks: ReadonlySet<InlineLink>;
  readonly index: LadderIndex;
}

function remainderOf(block: Block, reading: Reading): Remainder {
  let text = '';
  let hasObject = false;
  let isSupported = block.isQuoted;
  for (const run of block.runs) {
    text += textOf(run, reading);
    const isOwnLink = run.link !== undefined && !reading.citedLinks.has(run.link);
    const isObject =
      run.kind === 'image' || (run.kind === 'html' && /<(?:img|video|audio|iframe)\b/iu.test(run.text));
    hasObject ||= isObject;
    isSupported ||=
      isOwnLink ||
      isObject ||
      run.kind === 'footnote' ||
      (run.kind === 'html' && /<a\s[^<>]*href/iu.test(run.text));
  }
  const said = withoutPrompts(collapse(text), reading.index);
  // A heading says what will be told, and tells nothing.
  const hasContent = block.kind !== 'heading' && (hasObject || /[\p{L}\p{N}]/u.test(said));
  const isSupportedWithLink = hasContent || block.kind === 'heading';
  return {
    text: hasContent ? said : '',
    hasContent,
    isSupported: isSupported ? isSupportedWithLink : said !== '' && isSupportedBy(said),
    isSupportedWithLink,
  };
}

function textOf(run: Run, { citedLinks, index }: Reading): string {
  const { kind, text, reference, link } = run;
  if (kind === 'html') {
    // A comment that is still open hides all that follows it.
    return text.replace(/<!--[\s\S]*?(?:-->|$)|<[^<>]*>/gu, ' ');
  }
  const isCitation = reference !== undefined || (link !== undefined && citedLinks.has(link));
  if (!isCitation) {
    return text;
  }
  // The text of a link is the author's own, unless it only names what is cited.
  const own = reference === undefined ? link?.text : reference.form === 'full' ? reference.text : undefined;
  return own === undefined || isMereName(own, index) ? ' ' : text;
}

function isMereName(text: string, index: LadderIndex): boolean {
  const name = text.replace(/\s*#\d+\s*$/u, '');
  const behindLevel = name.slice(name.indexOf(':') + 1);
  return (
    nameKey(name) === '' ||
    [name, behindLevel].some((one) => index.named(one).length > 0 || index.levels.read(one) !== undefined)
  );
}

/** What authors put where something has still to be written, empty check boxes included; it is no evidence. */
const placeholders = new RegExp(
  String.raw`<[^<>\s](?:[^<>]*[^<>\s])?>|${standInMark}|${standInWordAlone}|(?<=^|\s)\[ ?\](?=\s|$)|^\[[xX]\]$`,
  'gu',
);

function withoutPrompts(text: string, index: LadderIndex): string {
  if (index.isPrompt(text)) {
    return '';
  }
  const said = collapse(text.replace(placeholders, ' '));
  return index.isPrompt(said) ? '' : said;
}

/** A number is a digit not preceded by a letter, so that "M2" and "Q3" are none. */
const number = /(?<![\p{L}\p{N}])\p{Nd}/u;
const month =
  /\b(?:January|February|April|June|July|August|September|October|November|December)\b|\b(?:[Ii]n|[Ss]ince|[Uu]ntil|[Bb]y|[Ll]ast|[Tt]his|[Ee]arly|[Ll]ate|[Mm]id|[Oo]f|[Ff]rom|[Tt]o) (?:March|May)\b/u;
const address = /\bhttps?:\/\/\S|\bwww\.\S/iu;
// Where single marks are left open, each space behind them would have the rest read once more: their end comes first.
const quotation =
  /"[^"]+"|“[^“”]+”|„[^„“”]+[“”]|«[^«»]+»|»[^«»]+«|‘(?=[^‘’]+’)[^‘’]+\s[^‘’]+’|「[^「」]+」|『[^『』]+』/u;
/** Several words in the marks that are apostrophes as well: 'she's reliable', not "the others' work" or "rock 'n' roll". */
const quotedPlainly =
  /(?<![\p{L}\p{N}])'(?=[^\s']+(?:'\p{L}+)*\s)(?:[^']|(?<=\p{L})'(?=\p{L}))+(?<!\s)'(?![\p{L}\p{N}])/u;

function isSupportedBy(text: string): boolean {
  return [number, month, address, quotation, quotedPlainly].some((pattern) => pattern.test(text));
}
