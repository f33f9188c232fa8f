import type { PanelUpdate } from '../../core/compare/panelMessages';
import { focusKey, restoreFocus } from './focus';

/**
 * Puts what has changed into the page and leaves everything else as it stands, the focus and the place
 * included.
 */
export function draw(update: PanelUpdate, table: HTMLTableElement): void {
  const focused = focusKey(document.activeElement);
  document.title = update.heading;
  setText(document.querySelector('#heading'), update.heading);
  setMarkup(document.querySelector('#pickers'), update.pickers);
  const head = sectionOf(update.tableHead, 'thead');
  if (head !== null && table.tHead !== null && !table.tHead.isEqualNode(head)) {
    table.tHead.replaceWith(head);
  }
  const bodies = new Map([...table.tBodies].map((body) => [body.id, body]));
  for (const { id, markup } of update.parts) {
    const body = sectionOf(markup, 'tbody');
    if (body !== null) {
      bodies.get(id)?.replaceWith(body);
      bodies.set(id, body);
    }
  }
  const wanted = update.order.flatMap((id) => bodies.get(id) ?? []);
  for (const body of [...table.tBodies]) {
    if (!wanted.includes(body)) {
      body.remove();
    }
  }
  wanted.forEach((body, index) => {
    if (table.tBodies[index] !== body) {
      table.insertBefore(body, table.tBodies[index] ?? null);
    }
  });
  restoreFocus(focused);
}

function setText(element: Element | null, text: string): void {
  if (element !== null && element.textContent !== text) {
    element.textContent = text;
  }
}

function setMarkup(element: Element | null, markup: string): void {
  if (element === null) {
    return;
  }
  const fresh = element.cloneNode() as Element;
  fresh.innerHTML = markup;
  if (!fresh.isEqualNode(element)) {
    element.replaceChildren(...fresh.childNodes);
  }
  // What was picked and did not come about is taken back.
  for (const select of element.querySelectorAll('select')) {
    select.value = select.querySelector<HTMLOptionElement>('option[selected]')?.value ?? '';
  }
}

/** The part of a table that some markup of the extension's describes. */
function sectionOf<Name extends 'thead' | 'tbody'>(
  markup: string,
  name: Name,
): HTMLElementTagNameMap[Name] | null {
  const template = document.createElement('template');
  template.innerHTML = `<table>${markup}</table>`;
  return template.content.querySelector(name);
}
