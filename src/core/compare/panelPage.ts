import { type Html, html } from '../html/html';
import type { Ladder, Level } from '../ladder/model';
import type { Comparison } from './comparison';
import type { TableOptions } from './comparisonTable';
import { comparisonTitle, type TablePart, tableHead, tableParts } from './comparisonTable';
import type { ShownComparison } from './panelMessages';
import { tableStyle } from './tableStyle';

/** All that the panel shows, in the parts that it can change one by one. */
export interface PanelContent {
  readonly shown: ShownComparison;
  readonly heading: string;
  readonly pickers: Html;
  readonly tableHead: Html;
  readonly parts: readonly TablePart[];
}

/** What the page around the content needs to know. */
export interface PanelFrame {
  readonly revision: number;
  /** The addresses of the page's own script and stylesheet, and the nonce that lets just them in. */
  readonly script: string;
  readonly style: string;
  readonly nonce: string;
}

/** With more levels than these, choosing them one by one helps nobody. */
const mostPickers = 4;

/** What the panel shows of a comparison. */
export function panelContent(
  comparison: Comparison,
  ladder: Ladder,
  shown: ShownComparison,
  options: TableOptions,
): PanelContent {
  return {
    shown,
    heading: comparisonTitle(comparison),
    pickers: pickers(comparison, ladder),
    tableHead: tableHead(comparison, options),
    parts: tableParts(comparison, options),
  };
}

/** The panel's page. */
export function panelPage(
  { shown, heading, pickers: pickerMarkup, tableHead: head, parts }: PanelContent,
  { revision, script, style, nonce }: PanelFrame,
): string {
  const policy = `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'nonce-${nonce}'`;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width">
<title>${heading}</title>
<style nonce="${nonce}">${tableStyle}</style>
<link nonce="${nonce}" rel="stylesheet" href="${style}">
</head>
<body data-revision="${revision}" data-shown="${JSON.stringify(shown)}">
<header>
<h1 id="heading" class="unseen">${heading}</h1>
<div id="pickers" role="group" aria-label="Levels">${pickerMarkup}</div>
<div id="tools" role="search">
<span id="search"><input type="search" id="filter" placeholder="Filter by words" aria-label="Filter rows by words" spellcheck="false" autocomplete="off"><output id="count" for="filter different"></output></span>
<label><input type="checkbox" id="different"> Only what differs</label>
<button type="button" id="folds">Fold all</button>
</div>
</header>
<main>
<table class="comparison" aria-labelledby="heading">${head}${parts.map(({ markup }) => markup)}</table>
<p id="nothing" hidden><span id="reason"></span> <button type="button" id="clear">Show all rows</button></p>
</main>
<script nonce="${nonce}" src="${script}"></script>
</body>
</html>
`.toString();
}

function pickers({ asked }: Comparison, ladder: Ladder): Html {
  const few = asked.length <= mostPickers;
  return html`${few && asked.map((level, index) => picker(level, index, ladder))}<button type="button" class="action" data-action="swap"${
    asked.length < 2 && html` disabled`
  }>Swap</button><button type="button" class="action" data-action="choose">Choose levels…</button>`;
}

function picker(chosen: Level, index: number, { tracks }: Ladder): Html {
  return html`<select data-place="${index}" aria-label="Level ${index + 1}">${tracks.map(
    (track) =>
      html`<optgroup label="${track.id === '' ? 'Levels' : `Track ${track.id}`}">${track.levels.map(
        ({ id, title }) =>
          html`<option value="${id}"${id === chosen.id && html` selected`}>${id}${
            title !== undefined && title !== id && ` ${title}`
          }</option>`,
      )}</optgroup>`,
  )}</select>`;
}
