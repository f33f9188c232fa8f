import fc from 'fast-check';
import type { DocumentModel } from '../../../src/core/document/documentModel';
import type { Ladder } from '../../../src/core/ladder/model';
import { type Entry, entriesOf } from '../../../src/core/references/entries';
import { fileLadder, type ReadingLadder } from '../../../src/core/references/fileLadder';
import { markdown } from '../document/markdownArbitrary';
import { documentOf } from '../support/promotions';

const link = fc.constantFrom(
  '[how](../guides/m1-to-m2.md#1-systems-and-scale)',
  '[how](<../guides/m1-to-m2.md#1-systems-and-scale>)',
  '[how](../guides/m1%2Dto-m2.md#1-systems-and-scale)',
  '[how](../guides/m1\\-to-m2.md#1-systems-and-scale "title")',
  '[how](../guides/m1&#45;to-m2.md#2-a-b)',
  '[how](../guides/m2-to-m3.md?plain=1#2-a-b)',
  '[how](../guides/m1-to-m2#1-systems-and-scale)',
  '[how](../guides/m1%2Dto-m2?plain=1#2-a-b)',
  '[how](../guides/m2-to-m3.md)',
  '[how](../guides/m2-to-m3.md#no-such-place)',
  '[how](../guides/other.md#1-systems-and-scale)',
  '\n\n[how]: ../guides/m2-to-m3.md#1-systems-and-scale\n\n',
  '\n\n[M2: Systems and Scale]: ../guides/m1-to-m2.md#1-systems-and-scale\n\n',
  '\n\n[M2: A: B]: Done\n\n',
  '\n\n<a href="../guides/m1-to-m2.md#1-systems-and-scale">x</a>\n\n',
  '\n\n<!-- career-ladder-disable missing-capability(Systems and Scale) -->\n\n',
);

/** Documents full of citations, links into guides and noise; promotion documents among them. */
export const citingDocument: fc.Arbitrary<string> = fc
  .tuple(markdown, fc.array(fc.tuple(link, markdown), { maxLength: 3 }))
  .map(([first, others]) => [first, ...others.flat()].join(' '));

/** Documents that say little of the ladder, or nothing but seem to. */
export const ordinaryDocument: fc.Arbitrary<string> = fc
  .array(
    fc.oneof(
      link,
      fc.constantFrom(
        'plain text',
        '\n\n',
        '[M2: C&D]',
        '[Senior\n> Engineering Manager: A: B]',
        '> [Senior\n> Engineering\\ Manager: A: B]\n\n',
        '[R&D: C&amp;D]',
        '[note: M2]',
        '\\[M2: C&D]',
        '[&#77;2: C&D]',
        '[a\\]b: c]',
        '[x](y.md#z)',
        '[x](guides/m1-to-m2.md)',
        '[x](y%20z.md#1) &amp; \\*',
        '<!-- career-ladder-disable -->',
      ),
    ),
    { maxLength: 3 },
  )
  .map((parts) => parts.join(' '));

/** A file's ladder, as the editor has it. */
export function ladderFor(path: string, ladder: Ladder, isBuiltIn = false): ReadingLadder {
  return fileLadder(path, ladder, { top: undefined, isBuiltIn });
}

export function entriesIn(text: string, path: string, ladder: Ladder): readonly Entry[] {
  const { index, links } = ladderFor(path, ladder);
  return entriesOf(documentOf(text, ladder), index, links);
}

/** The text at an entry's place. */
export function textAt({ source }: DocumentModel, { line, column, endLine, endColumn }: Entry): string {
  const lines = source.text.split(/(?<=\r\n|\n|\r(?!\n))/u);
  const offset = (at: number, to: number): number => lines.slice(0, at).join('').length + to;
  return source.text.slice(offset(line, column), offset(endLine, endColumn));
}
