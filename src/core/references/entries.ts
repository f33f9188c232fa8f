import type { GuideLinks } from '../citations/guideLinks';
import type { LadderIndex } from '../citations/ladderIndex';
import { readDisables } from '../document/disables';
import type { DocumentModel } from '../document/documentModel';
import { fragmentIn, guideTargetOf, readCitationLabel } from '../document/readCitations';
import { labelRange, type SourceLabel } from '../document/sourceLabel';
import type { SourceText, TextRange } from '../text/sourceText';

/**
 * Something that a file says of its ladder, as it is written: enough to tell what it means after the
 * ladder has changed, and to find the place again, without keeping the file's text.
 *
 * - `bracket`: the label of a citation.
 * - `label`: the label of a definition that is a citation's.
 * - `link`: the destination of a written-out link into a guide.
 * - `definition`, `html`: that of a definition, or of an HTML link.
 * - `gap`: the name in `missing-capability(Name)`.
 * - `promotion`: the value of `promotion:`.
 */
export interface Entry extends Place {
  readonly kind: 'bracket' | 'label' | 'link' | 'definition' | 'html' | 'gap' | 'promotion';
  readonly text: string;
}

/** A stretch of a file, lines and columns from 0. */
export interface Place {
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

/** An entry where it stands in the text that it was just read from. */
export interface EntryInText {
  readonly kind: Entry['kind'];
  readonly text: string;
  /** The label, destination or name, without what surrounds it. */
  readonly range: TextRange;
  /** What a rename would replace: a citation's name, a destination's fragment. */
  readonly name: TextRange;
  /** The level in a label. */
  readonly level?: TextRange;
  /** Whether it is a label in a table's cell, which a pipe would end. */
  readonly isInTable: boolean;
}

/** What a file says of its ladder, in order, as {@link findEntries}; none for most files. */
export function entriesOf(
  document: DocumentModel,
  index: LadderIndex,
  links: Pick<GuideLinks, 'guideAt'>,
): readonly Entry[] {
  return findEntries(document, index, links).map(({ kind, text, range }) => ({
    kind,
    text,
    ...placeOf(document.source, range),
  }));
}

/**
 * Finds all that a document says of its ladder, what it means left open.
 *
 * @param document Parsed with the names of this ladder's levels.
 */
export function findEntries(
  document: DocumentModel,
  index: LadderIndex,
  links: Pick<GuideLinks, 'guideAt'>,
): readonly EntryInText[] {
  const { source, references, definitions, frontMatter } = document;
  const labelled = (kind: 'bracket' | 'label', label: SourceLabel, isInTable: boolean) => {
    const cited = readCitationLabel(label, index);
    const range = labelRange(label, 0, label.text.length);
    return cited === undefined
      ? []
      : [{ kind, text: label.text, range, name: cited.name.range, level: cited.level.range, isInTable }];
  };
  const leading = (kind: 'link' | 'definition' | 'html', url: string, range: TextRange) => {
    const target = guideTargetOf(url, links);
    return target === undefined
      ? []
      : [{ kind, text: url, range, name: fragmentIn(source, range, target.fragment), isInTable: false }];
  };
  const promotion = frontMatter?.promotion;
  return [
    ...(promotion === undefined
      ? []
      : [
          {
            kind: 'promotion' as const,
            text: promotion.text,
            range: promotion.range,
            name: promotion.range,
            isInTable: false,
          },
        ]),
    ...references.flatMap(({ label, isInTable }) => labelled('bracket', label, isInTable)),
    ...definitions.flatMap(({ label }) => labelled('label', label, false)),
    ...document.links.flatMap(({ url, destination }) => leading('link', url, destination)),
    ...definitions.flatMap(({ url, destination }) => leading('definition', url, destination)),
    ...htmlLinks(document).flatMap(({ url, range }) => leading('html', url, range)),
    // Only a promotion document can leave a gap.
    ...(promotion === undefined ? [] : readDisables(document)).flatMap(({ rules }) =>
      rules.flatMap((rule) => (rule.id === 'missing-capability' ? gap(source, rule) : [])),
    ),
  ].sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function gap(
  source: SourceText,
  {
    id,
    argument,
    range,
  }: { readonly id: string; readonly argument: string | undefined; readonly range: TextRange },
): readonly EntryInText[] {
  const start = range.start + id.length + 1;
  const name = { start, end: start + (argument ?? '').length };
  return source.slice(name) === argument
    ? [{ kind: 'gap', text: argument, range: name, name, isInTable: false }]
    : [];
}

/** The destinations of HTML links: `<a href="../guides/m1-to-m2.md#hiring">`. */
function htmlLinks({
  source,
  blocks,
}: DocumentModel): readonly { readonly url: string; readonly range: TextRange }[] {
  return blocks
    .flatMap(({ runs }) => runs)
    .filter(({ kind }) => kind === 'html')
    .flatMap(({ range }) =>
      // A tag without a destination is read to its end at once, be it that of the text, and what it holds with it.
      [...source.slice(range).matchAll(/<a\b(?:[^>]*?\shref\s*=\s*(["'])|[^>]*)/giu)].flatMap(
        ({ 0: lead, 1: quote, index }) => {
          const start = range.start + index + lead.length;
          const end = quote === undefined ? -1 : source.text.indexOf(quote, start);
          return end < 0 || end > range.end
            ? []
            : [{ url: source.text.slice(start, end), range: { start, end } }];
        },
      ),
    );
}

function placeOf(source: SourceText, { start, end }: TextRange): Place {
  const from = source.positionAt(start);
  const to = source.positionAt(end);
  return { line: from.line, column: from.column, endLine: to.line, endColumn: to.column };
}
