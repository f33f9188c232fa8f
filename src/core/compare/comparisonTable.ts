import { type CitationTarget, writeCitation } from '../citations/writeCitation';
import { markedPassage } from '../guide/blocks/markedPassage';
import type { Guide, GuidePlace } from '../guide/model';
import { type Html, html } from '../html/html';
import { isRelative, markedHtml, outwardLinkTag } from '../html/markedHtml';
import type { Level } from '../ladder/model';
import { titleBesideId } from '../ladder/titleBesideId';
import { type MarkedText, paragraphs } from '../markdown/markedText';
import { listed } from '../text/listed';
import type { Comparison, ComparisonCell, ComparisonItem, ComparisonRow } from './comparison';
import { type ComparisonSection, rowLabel, sectionsOf } from './sections';

/** How a comparison is drawn as an HTML table. */
export interface TableOptions {
  /** How a guide's path is written. */
  readonly shownPath: (path: string) => string;
  /** Whether somebody answers clicks on places, citations, folds and links to files; else they are text. */
  readonly interactive: boolean;
  /** A further column, by the ids of rows. */
  readonly further?: { readonly heading: Html; readonly cellOf: (row: ComparisonRow) => Html | undefined };
}

/** A part of the table that can be put in place of its earlier self. */
export interface TablePart {
  readonly id: string;
  readonly markup: Html;
}

/** The table of a comparison; of the guides' Markdown just emphasis, code and links are more than text in it. */
export function comparisonTable(comparison: Comparison, options: TableOptions): Html {
  return html`<table class="comparison" data-levels="${comparison.levels.length}">
<caption class="unseen">${comparisonTitle(comparison)}</caption>
${tableHead(comparison, options)}
${tableParts(comparison, options).map(({ markup }) => markup)}
</table>`;
}

/** "M1, M2 and M3 compared" */
export function comparisonTitle({ levels }: Comparison): string {
  return levels.length === 0 ? 'Nothing compared' : `${listed(levels.map(({ id }) => id))} compared`;
}

/** The row of the levels. */
export function tableHead({ levels }: Comparison, { further }: TableOptions): Html {
  return html`<thead><tr><td></td>${levels.map(columnHeading)}${
    further && html`<th scope="col" class="further">${further.heading}</th>`
  }</tr></thead>`;
}

function columnHeading(level: Level): Html {
  const title = titleBesideId(level);
  return html`<th scope="col"><span class="id">${level.id}</span>${
    title !== undefined && html` <span class="title">${title}</span>`
  }</th>`;
}

/** The sections, each a group of rows. */
export function tableParts(comparison: Comparison, options: TableOptions): readonly TablePart[] {
  return sectionsOf(comparison).map((section) => ({
    id: partId(section.id),
    markup: sectionMarkup(section, comparison, options),
  }));
}

/** What may stand in an attribute that lists ids: no white space. */
function partId(id: string): string {
  return id.replace(/[^\w/-]/gu, (character) => `.${character.codePointAt(0)?.toString(16)}.`);
}

function sectionMarkup(section: ComparisonSection, comparison: Comparison, options: TableOptions): Html {
  const { interactive, further } = options;
  const columns = 1 + comparison.levels.length + (further === undefined ? 0 : 1);
  const id = partId(section.id);
  const citations = interactive ? citationsOf(section) : [];
  const heading = interactive
    ? html`<button type="button" class="fold" aria-expanded="true" aria-controls="${id}" data-fold="${id}">${section.heading}</button>`
    : section.heading;
  return html`<tbody id="${id}">
<tr class="heading"><th scope="rowgroup" colspan="${columns}"><div class="band"><h2>${heading}</h2>${
    citations.length > 0 &&
    html`<div class="actions">${citations.map((one) => citeButton(one, citations.length > 1))}</div>`
  }</div></th></tr>
${section.rows.map((row, index) => rowMarkup(row, index, section, comparison, options))}
</tbody>
`;
}

/** The capabilities that a section is about, one for each level that asks for it. */
function citationsOf({ rows }: ComparisonSection): readonly CitationTarget[] {
  return (rows[0]?.cells ?? []).flatMap((cell) => cell?.citation ?? []);
}

function citeButton({ level, name }: CitationTarget, isOneOfSeveral: boolean): Html {
  const citation = writeCitation({ level, name });
  return html`<button type="button" class="action" data-action="cite" data-level="${level}" data-name="${name}" title="Copy ${citation}">Copy citation${isOneOfSeveral && ` for ${level}`}<span class="unseen"> ${citation}</span></button>`;
}

function rowMarkup(
  row: ComparisonRow,
  index: number,
  { heading, rows }: ComparisonSection,
  comparison: Comparison,
  options: TableOptions,
): Html {
  const { further } = options;
  const label = rowLabel(row, comparison);
  const spoken = rows.length > 1 ? `${heading} ${index + 1}` : heading;
  return html`<tr class="${row.kind}" data-row="${partId(row.id)}"${!row.differs && html` data-same`}><th scope="row">${
    label === '' ? html`<span class="unseen">${spoken}</span>` : html`<span class="label">${label}</span>`
  }${placesMarkup(row, options)}</th>${row.cells.map((cell, column) =>
    cellMarkup(cell, row, comparison.levels[column]?.id ?? '', options),
  )}${further && html`<td class="further" data-level="Evidence">${further.cellOf(row)}</td>`}</tr>
`;
}

/** Where the cells of a row were read from, each line once. */
function placesOf({ cells }: ComparisonRow): readonly GuidePlace[] {
  const byLine = new Map<string, GuidePlace>();
  for (const cell of cells) {
    if (cell !== undefined) {
      byLine.set(`${cell.place.guide.path}:${lineOf(cell.place)}`, cell.place);
    }
  }
  return [...byLine.values()];
}

function placesMarkup(row: ComparisonRow, options: TableOptions): readonly Html[] {
  const places = placesOf(row);
  const isOfOneGuide = new Set(places.map(({ guide }) => guide.path)).size < 2;
  return places.map((place) => placeMarkup(place, isOfOneGuide, options));
}

function placeMarkup(
  place: GuidePlace,
  isOfOneGuide: boolean,
  { shownPath, interactive }: TableOptions,
): Html {
  const { path } = place.guide;
  const line = lineOf(place);
  const file = shownPath(path).split(/[\\/]/u).at(-1) ?? '';
  return interactive
    ? html`<button type="button" class="place" data-action="open" data-path="${path}" data-line="${line}" title="Open ${shownPath(path)} at line ${line}" aria-label="Open ${file}, line ${line}">${!isOfOneGuide && `${file}, `}line ${line}</button>`
    : html`<span class="place">${file}:${line}</span>`;
}

function lineOf({ guide, range }: GuidePlace): number {
  return guide.source.lineNumberAt(range.start);
}

function cellMarkup(
  cell: ComparisonCell | undefined,
  row: ComparisonRow,
  level: string,
  options: TableOptions,
): Html {
  return html`<td data-level="${level}">${
    cell === undefined || (cell.text === '' && cell.items.length === 0)
      ? html`<span class="nothing" aria-hidden="true">–</span><span class="unseen">nothing said</span>`
      : html`${textMarkup(cell, row, options)}${listMarkup(cell, row, options)}`
  }</td>`;
}

function textMarkup({ text, place }: ComparisonCell, { kind }: ComparisonRow, options: TableOptions): Html {
  return html`${paragraphs(markedPassage(place, text)).map(
    (one) =>
      html`<p${kind === 'timeline' && html` class="figure"`}>${guideMarkup(one, place.guide, options)}</p>`,
  )}`;
}

function listMarkup(
  { items }: ComparisonCell,
  { kind }: ComparisonRow,
  options: TableOptions,
): Html | undefined {
  if (items.length === 0) {
    return undefined;
  }
  const points = items.map((item) => html`<li>${itemMarkup(item, options)}</li>`);
  switch (kind) {
    case 'signals':
    case 'self-assessment':
      return html`<ol>${points}</ol>`;
    case 'practices':
      return fold(`${items.length} ${items.length === 1 ? 'way' : 'ways'}`, points);
    case 'timeline':
      return fold('What the time brings', points);
    default:
      return html`<ul>${points}</ul>`;
  }
}

function fold(summary: string, points: readonly Html[]): Html {
  return html`<details><summary>${summary}</summary><ul>${points}</ul></details>`;
}

function itemMarkup({ name, text, place }: ComparisonItem, options: TableOptions): Html {
  const [first, ...others] = paragraphs(markedPassage(place, text)).map((one) =>
    guideMarkup(one, place.guide, options),
  );
  const title =
    name !== undefined &&
    html`<strong>${guideMarkup(unbold(markedPassage(place, name)), place.guide, options)}</strong>`;
  return html`${title}${title && first && ' '}${first}${others.map((one) => html`<p>${one}</p>`)}`;
}

/** A name that is bold as such needs no marks that say so. */
function unbold({ text, marks }: MarkedText): MarkedText {
  return { text, marks: marks.filter(({ kind }) => kind !== 'strong') };
}

/** What a guide says, with links that lead to other sites or, where somebody answers clicks, to files. */
function guideMarkup(marked: MarkedText, { path }: Guide, { interactive }: TableOptions): Html {
  return markedHtml(
    marked,
    (url) =>
      outwardLinkTag(url) ??
      (interactive && isRelative(url)
        ? html`<a href="#" data-action="follow" data-path="${path}" data-url="${url}" title="${url}">`
        : undefined),
  );
}
