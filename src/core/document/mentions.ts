import type { LadderIndex } from '../citations/ladderIndex';
import { type NameTrie, type Token, tokensOf } from '../citations/nameTrie';
import type { Capability } from '../ladder/model';
import { withoutComments } from '../markdown/comments';
import { remembering } from '../remembering';
import type { SourceText, TextRange } from '../text/sourceText';
import { DefinedLinks } from './definedLinks';
import type { DocumentModel } from './documentModel';
import type { Block, PieceContent, Run } from './model';
import { sourceOffsets } from './sourceOffsets';

/** A capability's name in prose, outside of citations. */
export interface Mention {
  readonly range: TextRange;
  /** As it is written, without marks. */
  readonly text: string;
  /** Those of this name, one for each level that has it. */
  readonly capabilities: readonly Capability[];
  /** Whether the name has two words or more: one word may be just a word. */
  readonly isPhrase: boolean;
  /** Whether it is part of a link's text. */
  readonly isInLink: boolean;
  /** Whether its source is its text and nothing else but line breaks and comments, no emphasis that crosses it. */
  readonly isPlain: boolean;
  readonly isInTable: boolean;
  /** Whether its block is a text that the guides give to work with, and not the author's own. */
  readonly isFromGuide: boolean;
  /** Whether it is the first that its block says. */
  readonly opensBlock: boolean;
}

/**
 * The names of capabilities in a document's prose, in order: whole words in any case, the longest name
 * where several fit. A name of one word counts only with the guide's capitals and within a sentence.
 */
export function findMentions(document: DocumentModel, index: LadderIndex): readonly Mention[] {
  const links = new DefinedLinks(document);
  return document.pieces.flatMap((piece) =>
    mentionsIn(piece.content, index).flatMap((mentions, block) =>
      mentions.length === 0
        ? []
        : withLinks(mentions, links.in(piece.content, block)).map((mention) => ({
            ...mention,
            range: piece.range(mention.range),
          })),
    ),
  );
}

/** The mentions in each block of a piece. Links by definitions are not seen yet. */
const mentionsIn = remembering((content: PieceContent, index: LadderIndex) =>
  content.blocks.map((block) =>
    block.kind === 'code' || block.kind === 'html' ? [] : mentionsOf(block, content.source, index),
  ),
);

/** The mentions with those known that stand in links; both come in the order of the text. */
function withLinks(mentions: readonly Mention[], links: readonly TextRange[]): readonly Mention[] {
  let next = 0;
  return mentions.map((mention) => {
    const { start, end } = mention.range;
    while ((links[next]?.end ?? Infinity) < end) {
      next += 1;
    }
    return { ...mention, isInLink: mention.isInLink || (links[next]?.start ?? Infinity) <= start };
  });
}

/** Stands for what is no word: code, an image, a citation. */
const object = '\uFFFC';

interface Stretch {
  readonly run: Run;
  /** Where it begins in the block's text. */
  readonly at: number;
  /** Where its characters stand in the source; read when a name stands in it. */
  offsets?: readonly number[];
}

function mentionsOf(block: Block, source: SourceText, index: LadderIndex): readonly Mention[] {
  let text = '';
  const stretches: Stretch[] = [];
  for (const run of block.runs) {
    if (run.kind === 'text' && run.reference === undefined) {
      stretches.push({ run, at: text.length });
      text += run.text;
    } else if (run.kind === 'break') {
      text += '\n';
    } else if (run.kind !== 'html') {
      text += object;
    }
  }
  const found = namesIn(text, index.names);
  if (found.length === 0) {
    return [];
  }
  const isFromGuide = index.isFromGuide(text);
  const opening = text.search(/\S/u);
  let reached = -1;
  // Names are asked for in the order of the text.
  const stretchAt = (offset: number): Stretch | undefined => {
    while ((stretches[reached + 1]?.at ?? text.length) <= offset) {
      reached += 1;
    }
    return stretches[reached];
  };
  return found.flatMap(({ start, end, capabilities }): readonly Mention[] => {
    const isPhrase = capabilities.some(({ name }) => isPhraseName(name));
    if (!isPhrase && !(isWrittenAs(text.slice(start, end), capabilities) && isWithinSentence(text, start))) {
      return [];
    }
    const first = stretchAt(start);
    const from = reached;
    const last = stretchAt(end - 1);
    if (first === undefined || last === undefined) {
      return [];
    }
    const range = rangeIn(source, first, start, last, end);
    return [
      {
        range,
        text: text.slice(start, end),
        capabilities,
        isPhrase,
        isInLink: first.run.link !== undefined || last.run.link !== undefined,
        isPlain: areJoined(stretches.slice(from, reached + 1), source),
        isInTable: block.kind === 'cell',
        isFromGuide,
        opensBlock: start <= opening,
      },
    ];
  });
}

interface FoundName {
  readonly start: number;
  readonly end: number;
  readonly capabilities: readonly Capability[];
}

function namesIn(text: string, names: NameTrie): readonly FoundName[] {
  const tokens = [...tokensOf(text)];
  const found: FoundName[] = [];
  let at = 0;
  while (at < tokens.length) {
    const { name, length } = longestName(tokens, at, names);
    const start = tokens[at]?.start ?? 0;
    const end = tokens[at + length - 1]?.end ?? start;
    if (name !== undefined && isWhole(text, start, end)) {
      found.push({ start, end, capabilities: name.capabilities });
      at += length;
    } else {
      at += 1;
    }
  }
  return found;
}

function longestName(
  tokens: readonly Token[],
  first: number,
  names: NameTrie,
): { readonly name: NameTrie | undefined; readonly length: number } {
  let node = names.next.get(tokens[first]?.key.trimStart() ?? '');
  let name: NameTrie | undefined;
  let length = 1;
  for (let count = 1; node !== undefined; count += 1) {
    if (node.capabilities.length > 0) {
      name = node;
      length = count;
    }
    node = node.next.get(tokens[first + count]?.key ?? '');
  }
  return { name, length };
}

/** Not a part of a compound: "Team" in "Team-building", "re-Hiring", "Team_name". */
function isWhole(text: string, start: number, end: number): boolean {
  return (
    !/[\p{L}\p{N}][-‐‑_]$/u.test(text.slice(Math.max(0, start - 3), start)) &&
    !/^[-‐‑_][\p{L}\p{N}]/u.test(text.slice(end, end + 3))
  );
}

function isPhraseName(name: string): boolean {
  return name.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length >= 2;
}

function isWrittenAs(text: string, capabilities: readonly Capability[]): boolean {
  return capabilities.some(({ name }) => name === text);
}

function isWithinSentence(text: string, start: number): boolean {
  let end = start;
  while (end > 0 && /[\s"'“”„‘’«»([{*_]/u.test(text.charAt(end - 1))) {
    end -= 1;
  }
  return end > 0 && !/[.!?:…]/u.test(text.charAt(end - 1));
}

/** Whether nothing stands between stretches but comments, line breaks and what begins the next line. */
function areJoined(stretches: readonly Stretch[], source: SourceText): boolean {
  return stretches.every(({ run }, index) => {
    const next = stretches[index + 1]?.run ?? run;
    const between = source.slice({ start: run.range.end, end: next.range.start });
    return /^\\?[\s>]*$/u.test(withoutComments(between));
  });
}

function rangeIn(source: SourceText, first: Stretch, start: number, last: Stretch, end: number): TextRange {
  const from = sourceOffset(source, first, start) ?? first.run.range.start;
  let to = sourceOffset(source, last, end) ?? last.run.range.end;
  // White space at the end of a line belongs to no character.
  while (to > from && /\s/u.test(source.text.charAt(to - 1))) {
    to -= 1;
  }
  return { start: from, end: to };
}

function sourceOffset(source: SourceText, stretch: Stretch, offset: number): number | undefined {
  stretch.offsets ??= sourceOffsets(source, stretch.run.range, stretch.run.text);
  return stretch.offsets[offset - stretch.at];
}
