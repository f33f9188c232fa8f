import { html } from '../html/html';
import { listed } from '../text/listed';
import type { Comparison } from './comparison';
import { comparisonTable, comparisonTitle } from './comparisonTable';
import { tableStyle } from './tableStyle';

/**
 * A comparison as a page that stands alone: it loads nothing, needs no script and prints in full. Control
 * characters are dropped: HTML allows none, and it may be printed.
 *
 * @param shownPath How a guide's path is written.
 */
export function comparisonPage(comparison: Comparison, shownPath = (path: string): string => path): string {
  const { levels } = comparison;
  return html`<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="color-scheme" content="light dark">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${comparisonTitle(comparison)}</title>
<style>${tableStyle}${pageStyle}</style>
</head>
<body class="${levels.length > 2 ? 'wide' : 'narrow'}">
<header>
<h1>${comparisonTitle(comparison)}</h1>
<p>${levels.map(({ id, title }) => title ?? id).join(' · ')}</p>
</header>
<main>
${comparisonTable(comparison, { shownPath, interactive: false })}
</main>
<footer>
<p>Read from ${guidesOf(comparison).map(shownPath).join(', ')}.</p>
</footer>
</body>
</html>
`
    .toString()
    .replace(/[^\P{Cc}\n]/gu, '');
}

/** How the page is called as a file, on any system: "M1 and M2.html". */
export function pageFileName({ asked }: Pick<Comparison, 'asked'>): string {
  // A level may be called "Staff/Principal", which would be a folder, or what Windows allows in no name.
  const name = listed(asked.map(({ id }) => id)).replace(/[\p{Cc}"*/:<>?\\|]+/gu, '-');
  return `${name}.html`;
}

/** The paths of the guides that the cells were read from. */
function guidesOf({ rows }: Comparison): readonly string[] {
  return [...new Set(rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.place.guide.path ?? [])))];
}

/** The system's own colours, light or dark as the reader has it; on paper all folds lie open. */
const pageStyle = html`
:root {
  color-scheme: light dark;
  --ground: Canvas;
  --text: CanvasText;
  --muted: color-mix(in srgb, CanvasText 68%, Canvas);
  --line: color-mix(in srgb, CanvasText 16%, Canvas);
  --band: color-mix(in srgb, CanvasText 6%, Canvas);
}
body { margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 4rem); width: fit-content; max-width: 100%; box-sizing: border-box; background: var(--ground); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1 { margin: 0; font-size: 2rem; line-height: 1.2; letter-spacing: -.01em; text-wrap: balance; }
header p { margin: .35rem 0 2rem; color: var(--muted); }
footer { margin-top: 3rem; color: var(--muted); font-size: .87rem; }
@page { margin: 14mm; }
@page wide { size: landscape; }
@media print {
  :root { color-scheme: light; --label: 10em; }
  .wide { page: wide; }
  body { padding: 0; font-size: 9.5pt; width: auto; }
  header p { margin-bottom: .5rem; }
  .comparison thead > tr > * { position: static; }
  .comparison tbody > tr > * { padding: .35em .6em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
  .comparison thead > tr > * { padding-inline: .6em; }
  .comparison .band { padding-inline: .6em; }
  .comparison td { min-width: 0; }
  .comparison li { break-inside: avoid; }
  .comparison tr.shift, .comparison tr.capability, .comparison tr.question { break-inside: avoid; }
  .comparison .heading { break-inside: avoid; break-after: avoid; }
  details::details-content { content-visibility: visible; block-size: auto; }
  summary { list-style: none; }
  summary::-webkit-details-marker { display: none; }
}
`;
