import type { DocumentModel } from '../document/documentModel';
import type { TextRange } from '../text/sourceText';

/**
 * Whether a line, right below one of a paragraph or a table, would be taken for more of that: it is neither
 * blank nor begins a block of a kind that ends those.
 *
 * @param above The line that would come to stand above it.
 */
export function continuesText(
  line: TextRange,
  above: TextRange,
  { source, blocks }: Pick<DocumentModel, 'source' | 'blocks'>,
): boolean {
  const quotes = /^[\s>*+\d.)-]*/u.exec(source.slice(above))?.[0].split('>').length ?? 1;
  // A quotation of a quotation begins anew.
  const text = source.slice(line).replace(new RegExp(`^(?:\\s*>){0,${quotes - 1}}\\s*`, 'u'), '');
  const first = blocks.find(({ range }) => range.start >= line.start);
  const isIndentedCode =
    first?.kind === 'code' && first.range.start <= line.end && !/^(?:`{3}|~{3})/u.test(text);
  return text !== '' && (isIndentedCode || !beginsBlock.test(text));
}

/** What ends a paragraph without a blank line; a line of dashes would underline it. */
const beginsBlock =
  /^(?:>|#{1,6}(?:\s|$)|`{3}|~{3}|<!--|\[\^[^\]\s]+\]:|(?:[-+*]|1[.)])\s+\S|([*_])[ \t]*(?:\1[ \t]*){2,}$)/u;
