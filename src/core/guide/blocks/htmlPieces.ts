import type { Html } from 'mdast';
import { decodeString } from 'micromark-util-decode-string';
import { rangeOf } from '../../markdown/nodes';

/** A comment, or a tag; what it holds is bounded, since Markdown may be anybody's. */
const mark =
  /<!--.*?(?:-->|$)|<(?<end>\/?)(?<name>[a-z][a-z0-9]*)\b(?<rest>(?:"[^"]{0,300}"|'[^']{0,300}'|[^"'<>]){0,300})>/gisu;
/** Names of tags that show no more than the text between them. */
export const inline = /^(?:a|abbr|b|big|code|em|font|i|img|kbd|mark|s|small|span|strong|sub|sup|u)$/iu;
/** Names of tags whose text is bold. */
export const bold = /^(?:b|strong)$/iu;
/** Names of tags that part words. */
export const lines = /^(?:br|div|p)$/iu;

/** A stretch of text, or a tag, and where it stands in the source. */
export interface Piece {
  readonly text: string;
  readonly tag?: { readonly name: string; readonly isEnd: boolean; readonly rest: string };
  readonly start: number;
  readonly end: number;
}

/** An HTML block's texts and tags in their order. */
export function piecesOf(node: Html): readonly Piece[] {
  const { start, end } = rangeOf(node);
  // Where the block is indented its value is shorter than its source: then the whole of it is the place.
  const isSource = end - start === node.value.length;
  const piece = (from: number, text: string, shown: string, tag?: Piece['tag']): Piece => ({
    text: shown,
    ...(tag === undefined ? {} : { tag }),
    start: isSource ? start + from : start,
    end: isSource ? start + from + text.length : end,
  });
  const pieces: Piece[] = [];
  let read = 0;
  for (const match of node.value.matchAll(mark)) {
    const between = node.value.slice(read, match.index);
    const { name, rest = '' } = match.groups ?? {};
    const tag = name === undefined ? undefined : { name, isEnd: match.groups?.end === '/', rest };
    pieces.push(piece(read, between, between), piece(match.index, match[0], '', tag));
    read = match.index + match[0].length;
  }
  const after = node.value.slice(read);
  return [...pieces, piece(read, after, after)];
}

/** A text with the characters that its references stand for. */
export function decoded(text: string): string {
  return text.replace(/&(?:#\d{1,7}|#x[\da-f]{1,6}|[\da-z]{1,31});/giu, decodeString);
}
