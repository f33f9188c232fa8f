import type { LadderIndex } from '../citations/ladderIndex';
import { isProse } from '../document/destinations';
import type { DocumentModel } from '../document/documentModel';
import type { Block, Definition } from '../document/model';
import { readCitationLabel } from '../document/readCitations';
import type { SourceText } from '../text/sourceText';

/** The line break that a text uses. */
export function lineBreakOf({ text }: SourceText): string {
  return /\r\n|\n|\r/u.exec(text)?.[0] ?? '\n';
}

/** The end of the last line before an offset that is not blank. */
export function endOfContent(source: SourceText, offset: number): number {
  let end = offset;
  while (end > 0 && /[ \t\r\n]/u.test(source.text.charAt(end - 1))) {
    end -= 1;
  }
  return source.lineAt(end).end;
}

/** The end of a document's text; before a block that goes on to the end, whatever stands behind it. */
export function endOfDocument(document: DocumentModel): number {
  const { source } = document;
  return endOfContent(source, openBlock(document)?.block.range.start ?? source.text.length);
}

/** A block of code or HTML that would go on with whatever stands behind it, and the line that ends it. */
export interface OpenBlock {
  readonly block: Block;
  readonly closing: string;
}

/** The block that goes on to the end of a document, if there is one. */
export function openBlock({ source, blocks }: DocumentModel): OpenBlock | undefined {
  const block = blocks.at(-1);
  const end = endOfContent(source, source.text.length);
  const closing =
    block !== undefined && endOfContent(source, block.range.end) === end
      ? closingOf(block, source)
      : undefined;
  return block && closing !== undefined ? { block, closing } : undefined;
}

/** The end of the text, before the definitions of links that stand there. */
export function endOfText(document: DocumentModel, index: LadderIndex): number {
  const { source, definitions } = document;
  let end = endOfDocument(document);
  for (const definition of definitions.toReversed()) {
    if (
      definition.isNested ||
      isSwallowed(definition, index) ||
      endOfContent(source, definition.range.end) !== end
    ) {
      break;
    }
    end = endOfContent(source, definition.range.start);
  }
  return end;
}

/**
 * Whether a definition's label is a citation and its destination is one: then it belongs to the citations,
 * while prose that CommonMark only takes for a definition belongs to the author.
 */
export function isCitationDefinition({ label, url }: Definition, index: LadderIndex): boolean {
  return !isProse(url) && isCitationLabel({ label }, index);
}

/** Whether a definition is prose behind a citation and a colon. */
function isSwallowed({ label, url }: Definition, index: LadderIndex): boolean {
  return isProse(url) && isCitationLabel({ label }, index);
}

function isCitationLabel({ label }: Pick<Definition, 'label'>, index: LadderIndex): boolean {
  const meaning = readCitationLabel(label, index)?.meaning;
  return meaning !== undefined && meaning.kind !== 'incomplete';
}

function closingOf({ kind, range, isNested }: Block, source: SourceText): string | undefined {
  const text = source.slice(range).trimStart();
  if (isNested) {
    return undefined;
  }
  if (kind === 'code') {
    const [fence] = /^(?:`{3,}|~{3,})/u.exec(text) ?? [];
    return fence === undefined ||
      new RegExp(`[\\r\\n] {0,3}${fence.charAt(0)}{${fence.length},}[ \\t]*$`, 'u').test(text)
      ? undefined
      : fence;
  }
  const html = kind === 'html' ? htmlEnds.find(({ start }) => start.test(text)) : undefined;
  return html === undefined || html.end.test(text) ? undefined : html.closing;
}

/** The HTML blocks that no blank line ends. */
const htmlEnds: readonly { readonly start: RegExp; readonly end: RegExp; readonly closing: string }[] = [
  { start: /^<!--/u, end: /-->/u, closing: '-->' },
  { start: /^<\?/u, end: /\?>/u, closing: '?>' },
  { start: /^<!\[CDATA\[/u, end: /\]\]>/u, closing: ']]>' },
  { start: /^<![a-z]/iu, end: />/u, closing: '>' },
  ...['script', 'pre', 'style', 'textarea'].map((name) => ({
    start: new RegExp(`^<${name}(?:[\\s>]|$)`, 'iu'),
    end: /<\/(?:script|pre|style|textarea)>/iu,
    closing: `</${name}>`,
  })),
];
