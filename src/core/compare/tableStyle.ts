import { html } from '../html/html';

/**
 * How the table of a comparison looks, in a panel as on a page. Whoever uses it says what the colours
 * `--ground`, `--text`, `--muted`, `--line` and `--band` are, and may say what `--code`, `--code-text` and the
 * font `--mono` are.
 */
export const tableStyle = html`
.unseen { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.comparison { border-collapse: separate; border-spacing: 0; width: 100%; line-height: 1.5; }
.comparison > * > tr > * { box-sizing: border-box; padding: .5em .9em; text-align: start; vertical-align: top; overflow-wrap: break-word; }
.comparison thead > tr > * { position: sticky; top: 0; z-index: 2; background: var(--ground); border-bottom: 2px solid var(--text); font-weight: normal; }
.comparison thead td { width: var(--label, 10.5em); }
.comparison .id { display: block; font-size: 1.35em; font-weight: 600; line-height: 1.25; }
.comparison .title { color: var(--muted); }
.comparison tbody > tr > * { border-bottom: 1px solid var(--line); }
.comparison tbody > tr:last-child > * { border-bottom: 0; }
.comparison .heading > th { padding: 0; border-bottom: 0; font-weight: 600; }
.comparison .band { display: flex; flex-wrap: wrap; align-items: center; gap: .25em 1em; margin-top: 1.1em; padding: .4em .9em; background: var(--band); border-radius: 3px; }
.comparison h2 { min-width: 0; margin: 0; overflow-wrap: anywhere; font-size: 1.08em; font-weight: 600; line-height: inherit; }
.comparison th[scope="row"] { width: var(--label, 10.5em); color: var(--muted); font-weight: normal; font-size: .87em; line-height: 1.7; }
.comparison .actions { display: flex; flex-wrap: wrap; gap: .25em 1em; margin-inline-start: auto; }
.comparison .label { display: block; font-weight: 600; }
.comparison .place { display: block; overflow-wrap: anywhere; }
.comparison td { min-width: 13em; overflow-wrap: anywhere; }
.comparison thead td { min-width: 0; }
.comparison p, .comparison ul, .comparison ol { margin: 0; max-width: 68ch; }
.comparison p + p, .comparison p + ul, .comparison p + ol, .comparison p + details { margin-top: .5em; }
.comparison ul, .comparison ol { padding-inline-start: 1.5em; }
.comparison ul { list-style: disc; }
.comparison li + li { margin-top: .35em; }
.comparison li > p { margin-top: .35em; }
.comparison li::marker { color: var(--muted); }
.comparison code { padding: .1em .3em; border-radius: 3px; color: var(--code-text, inherit); background: var(--code, var(--band)); font-family: var(--mono, ui-monospace, monospace); font-size: .92em; overflow-wrap: anywhere; }
.comparison a { overflow-wrap: anywhere; }
.comparison summary { width: fit-content; color: var(--muted); cursor: pointer; }
.comparison details[open] > summary { margin-bottom: .35em; }
.comparison .figure { font-size: 1.25em; font-weight: 600; }
.comparison .nothing { color: var(--muted); }
.comparison .capability td p::first-letter { text-transform: uppercase; }
.comparison .question p { font-style: italic; font-size: 1.08em; }
@media (width >= 40em) {
  .comparison thead > tr > :first-child, .comparison th[scope="row"] { position: sticky; left: 0; background: var(--ground); }
  .comparison thead > tr > :first-child { z-index: 3; }
  .comparison th[scope="row"] { z-index: 1; }
  .comparison h2, .comparison .actions { position: sticky; }
  .comparison h2 { left: .9em; }
  .comparison .actions { right: .9em; }
}
@media (width < 40em) {
  .comparison, .comparison tbody, .comparison tr, .comparison tr > * { display: block; }
  .comparison thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  .comparison tbody > tr > * { border-bottom: 0; padding-block: .3em; }
  .comparison tbody > tr { border-bottom: 1px solid var(--line); padding-block: .35em; }
  .comparison tbody > tr:last-child, .comparison tbody > tr.heading { border-bottom: 0; }
  .comparison th[scope="row"] { width: auto; display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 1em; }
  .comparison td { min-width: 0; display: grid; grid-template-columns: 5.5em minmax(0, 1fr); column-gap: .8em; }
  .comparison td::before { content: attr(data-level); color: var(--muted); font-weight: 600; }
  .comparison td > :not(.unseen) { grid-column: 2; }
}
@media (width < 20em) {
  .comparison td, .comparison td::before { display: block; }
}
`;
