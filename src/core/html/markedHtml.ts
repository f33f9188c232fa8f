import type { Mark, MarkedText } from '../markdown/markedText';
import { type Html, html } from './html';

/** The tag that opens a link to an address as its author wrote it; undefined for one that is to be mere text. */
export type LinkTag = (url: string) => Html | undefined;

/** Marked text as HTML: emphasis, strong emphasis, code and links. All else there may be in it is text. */
export function markedHtml({ text, marks }: MarkedText, linkTag: LinkTag): Html {
  const pieces: Html[] = [];
  const open: { readonly end: number; readonly closing: Html }[] = [];
  let at = 0;
  const writeUntil = (offset: number): void => {
    pieces.push(html`${text.slice(at, offset)}`);
    at = offset;
  };
  const closeUntil = (offset: number): void => {
    for (let last = open.at(-1); last !== undefined && last.end <= offset; last = open.at(-1)) {
      writeUntil(last.end);
      pieces.push(last.closing);
      open.pop();
    }
  };
  for (const mark of marks) {
    const tags = tagsOf(mark, linkTag);
    if (tags !== undefined) {
      closeUntil(mark.start);
      writeUntil(mark.start);
      pieces.push(tags.opening);
      open.push({ end: mark.end, closing: tags.closing });
    }
  }
  closeUntil(text.length);
  writeUntil(text.length);
  return html`${pieces}`;
}

/** The opening tag of a link that leads out of the workspace to where no harm is; undefined for any other. */
export function outwardLinkTag(url: string): Html | undefined {
  return /^(?:https?:\/\/|mailto:)/iu.test(url) ? html`<a href="${url}" title="${url}">` : undefined;
}

/** Whether an address leads to a file, or to a place in the same one: it names no scheme and no host. */
export function isRelative(url: string): boolean {
  return url !== '' && !/^(?:[a-z][a-z\d+.-]*:|[\\/]{2})/iu.test(url);
}

function tagsOf(
  mark: Mark,
  linkTag: LinkTag,
): { readonly opening: Html; readonly closing: Html } | undefined {
  switch (mark.kind) {
    case 'emphasis':
      return { opening: html`<em>`, closing: html`</em>` };
    case 'strong':
      return { opening: html`<strong>`, closing: html`</strong>` };
    case 'code':
      return { opening: html`<code>`, closing: html`</code>` };
    case 'link': {
      const opening = linkTag(mark.url);
      return opening && { opening, closing: html`</a>` };
    }
  }
}
