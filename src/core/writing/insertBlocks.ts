import type { SourceText } from '../text/sourceText';
import { insertion, type TextEdit } from '../text/textEdit';
import { lineBreakOf } from './documentEnd';

/** Stands where something has still to be written, and counts as nothing. */
export const placeholder = '…';

/** The edit that puts blocks, each given by its lines, at the end of a line, with blank lines around them. */
export function insertBlocks(
  source: SourceText,
  offset: number,
  blocks: readonly (readonly string[])[],
): TextEdit {
  const { text } = source;
  const lineBreak = lineBreakOf(source);
  const gap = /^[ \t\r\n]*/u.exec(text.slice(offset))?.[0] ?? '';
  const breaks = gap.match(/\r\n|\n|\r/gu)?.length ?? 0;
  const isEnd = offset + gap.length === text.length;
  const isIndented = !isEnd && /[ \t]{2,}$/u.test(gap);
  const lines = [
    ...blocks.flatMap((block) => ['', ...block]),
    // What is indented would be taken for a part of the list.
    ...(isIndented ? ['', placeholder] : []),
    ...Array.from({ length: Math.max(0, (isEnd ? 1 : 2) - breaks) }, () => ''),
  ];
  return insertion(offset, lineBreak + lines.join(lineBreak));
}
