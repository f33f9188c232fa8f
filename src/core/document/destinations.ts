import { decodeString } from 'micromark-util-decode-string';
import type { SourceText, TextRange } from '../text/sourceText';

/**
 * Where a destination stands in the source of a link or a definition.
 *
 * @param from The offset at which the destination, or white space before it, begins.
 * @param whole The range to fall back to.
 * @param url The destination as the parser read it.
 */
export function destinationRange(source: SourceText, from: number, whole: TextRange, url: string): TextRange {
  const rest = source.text.slice(from, whole.end);
  // Behind a line break there may be the marks of block quotes.
  const space = /^(?:[ \t]|[\r\n][ \t>]*)*/u.exec(rest)?.[0].length ?? 0;
  const pointed = rest.charAt(space) === '<';
  const start = space + (pointed ? 1 : 0);
  const length = pointed ? pointedLength(rest, start) : bareLength(rest, start);
  return decodeString(rest.slice(start, start + length)) === url
    ? { start: from + start, end: from + start + length }
    : whole;
}

function pointedLength(text: string, start: number): number {
  const pattern = /(?:\\[\s\S]|[^\\>])*/uy;
  pattern.lastIndex = start;
  return pattern.exec(text)?.[0].length ?? 0;
}

/** Up to white space, or the parenthesis that closes the link. */
function bareLength(text: string, start: number): number {
  let depth = 0;
  let at = start;
  while (at < text.length && !/\s/u.test(text.charAt(at))) {
    const char = text.charAt(at);
    if (char === '\\') {
      at += 1;
    } else if (char === '(') {
      depth += 1;
    } else if (char === ')') {
      if (depth === 0) {
        break;
      }
      depth -= 1;
    }
    at += 1;
  }
  return Math.min(at, text.length) - start;
}

/**
 * Whether a definition's destination leads nowhere, having no path, fragment, file extension or scheme:
 * then it is likelier prose behind a bracket and a colon, which CommonMark takes for a definition.
 * A full stop or a colon that nothing follows ends a sentence.
 */
export function isProse(url: string): boolean {
  return !/[/#]|\.[^.\p{L}\p{N}]*[\p{L}\p{N}]|^[a-z][a-z\d+.-]*:./iu.test(url);
}
