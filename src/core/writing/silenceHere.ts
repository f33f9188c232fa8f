import type { TextEdit } from '../diagnostics/finding';
import type { Silenceable } from '../diagnostics/silence';
import type { DocumentModel } from '../document/model';
import type { TextRange } from '../text/sourceText';
import { lineBreakOf } from './documentEnd';

/**
 * The edit that puts a comment which silences a finding where it stands, and changes nothing else; undefined
 * where no comment can stand.
 */
export function silenceHere(
  { rule, range: { start }, capability }: Silenceable,
  document: DocumentModel,
): TextEdit | undefined {
  const { source, frontMatter, definitions } = document;
  const named =
    rule === 'missing-capability' && capability !== undefined ? `${rule}(${capability.name})` : rule;
  const line = source.lineAt(start);
  const text = source.slice(line);
  if (frontMatter !== undefined && start < frontMatter.range.end) {
    return insertion(line.start + text.trimEnd().length, ` # career-ladder-disable-line ${named}`);
  }
  const definition = definitions.find(({ range }) => range.start <= start && start < range.end);
  if (definition !== undefined && definition.range.start < line.start) {
    // Before this line, too, a comment would be a part of the definition.
    return undefined;
  }
  if (definition !== undefined || /^\s*#{1,6}[ \t].*[ \t]#+\s*$/u.test(text)) {
    // Behind a definition, or the number signs that close a heading, a comment would be a part of them.
    const [indent = ''] = /^[\s>]*/u.exec(text) ?? [];
    const comment = `<!-- career-ladder-disable-next-line ${named} -->`;
    return insertion(line.start, indent + comment + lineBreakOf(source));
  }
  const comment = `<!-- career-ladder-disable-line ${named} -->`;
  const isRow = document.blocks.some(
    ({ kind, range }) => kind === 'cell' && line.start <= range.start && range.start < line.end,
  );
  // A backslash at the end of a line breaks it, and a stroke ends a row: both have to stay there.
  const tail = isRow ? /\s*\|?\s*$/u : /(?<=(?<!\\)(?:\\\\)*)\\?\s*$/u;
  const end = line.start + text.replace(tail, '').length;
  const around = holderOf(end, document);
  if (around === undefined) {
    return insertion(end, ` ${comment}`);
  }
  const before = source.slice({ start: line.start, end: Math.max(line.start, around.start) });
  // At the beginning of a line it would be a block of its own.
  return /^[\s>*+\d.)-]*$/u.test(before) ? undefined : insertion(around.start, `${comment} `);
}

function insertion(offset: number, text: string): TextEdit {
  return { range: { start: offset, end: offset }, text };
}

/** The link, citation or code that goes on beyond an offset, so that a comment there would be a part of it. */
function holderOf(offset: number, { references, links, blocks }: DocumentModel): TextRange | undefined {
  const codes = blocks
    .filter(({ range }) => range.start < offset && offset < range.end)
    .flatMap(({ runs }) => runs.filter(({ kind }) => kind !== 'text' && kind !== 'break'));
  return [...references, ...links, ...codes]
    .map(({ range }) => range)
    .filter(({ start, end }) => start < offset && offset < end)
    .sort((a, b) => a.start - b.start)[0];
}
