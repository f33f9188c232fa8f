/** What tells the element with the focus from others, also once it has been drawn anew. */
export function focusKey(element: Element | null): string | undefined {
  if (!(element instanceof HTMLElement) || element === document.body) {
    return undefined;
  }
  if (element.id !== '') {
    return `#${CSS.escape(element.id)}`;
  }
  const data = Object.entries(element.dataset)
    .filter(([name]) => name !== 'start' && name !== 'end')
    .map(([name, value]) => `[data-${name}="${CSS.escape(value ?? '')}"]`)
    .join('');
  const row = element.closest<HTMLElement>('[data-row]')?.dataset.row;
  const place = row === undefined ? '' : `[data-row="${CSS.escape(row)}"] `;
  return data === '' && place === '' ? undefined : `${place}${element.localName}${data}`;
}

/** Gives the focus to what a key tells of, where nothing has it. */
export function restoreFocus(key: string | undefined): void {
  if (key !== undefined && (document.activeElement === null || document.activeElement === document.body)) {
    document.querySelector<HTMLElement>(key)?.focus({ preventScroll: true });
  }
}
