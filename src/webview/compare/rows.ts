import { rowFilter, searchable } from '../../core/compare/rowFilter';

/** What is shown of the rows. */
export interface RowChoice {
  readonly filter: string;
  readonly onlyDifferent: boolean;
}

/** The rows of each section, found when it is first drawn. */
const rowsOfSections = new WeakMap<HTMLTableSectionElement, readonly Row[]>();

/** Shows the rows that are chosen and hides the others; tells how many of all are shown. */
export function chooseRows(
  table: HTMLTableElement,
  { filter, onlyDifferent }: RowChoice,
): { readonly shown: number; readonly all: number } {
  const words = filter.trim();
  const matches = words === '' ? undefined : rowFilter(words);
  table.classList.toggle('filtered', matches !== undefined);
  let shown = 0;
  let all = 0;
  for (const section of table.tBodies) {
    const before = shown;
    for (const row of rowsOf(section)) {
      const isShown = !(onlyDifferent && row.isSame) && (matches?.(row.text) ?? true);
      row.show(isShown);
      row.openFolds(matches !== undefined && isShown && !matches(row.openText));
      all += 1;
      shown += isShown ? 1 : 0;
    }
    show(section, shown > before);
  }
  return { shown, all };
}

function rowsOf(section: HTMLTableSectionElement): readonly Row[] {
  const known = rowsOfSections.get(section);
  if (known !== undefined) {
    return known;
  }
  const heading = section.querySelector('.fold')?.textContent ?? '';
  const rows = [...section.querySelectorAll<HTMLTableRowElement>('tr[data-row]')].map(
    (row) => new Row(row, heading),
  );
  rowsOfSections.set(section, rows);
  return rows;
}

/** A row of the table, whose text is read when somebody first looks for words. */
class Row {
  readonly isSame: boolean;
  readonly #row: HTMLTableRowElement;
  readonly #heading: string;
  readonly #folds: readonly HTMLDetailsElement[];
  #texts: { readonly all: string; readonly open: string } | undefined;

  constructor(row: HTMLTableRowElement, heading: string) {
    this.#row = row;
    this.#heading = heading;
    this.#folds = [...row.querySelectorAll('details')];
    this.isSame = row.dataset.same !== undefined;
  }

  /** What it says, its section's heading included. */
  get text(): string {
    return this.#read().all;
  }

  /** What of it can be read without opening a fold. */
  get openText(): string {
    return this.#read().open;
  }

  show(isShown: boolean): void {
    show(this.#row, isShown);
  }

  /** Opens the folds in which words were found; closes those that were opened for that. */
  openFolds(isFoundInside: boolean): void {
    for (const fold of this.#folds) {
      if (isFoundInside && !fold.open) {
        fold.dataset.found = '';
        fold.open = true;
      } else if (!isFoundInside && fold.dataset.found !== undefined) {
        fold.removeAttribute('data-found');
        fold.open = false;
      }
    }
  }

  #read(): { readonly all: string; readonly open: string } {
    if (this.#texts === undefined) {
      const label = this.#row.querySelector('.label')?.textContent ?? '';
      const cells = [...this.#row.querySelectorAll('td')].filter(
        (cell) => cell.querySelector('.nothing') === null,
      );
      const open = cells.flatMap((cell) =>
        [...cell.querySelectorAll('p, li, summary')]
          .filter((part) => part.localName === 'summary' || part.closest('details') === null)
          .map((part) => part.textContent ?? ''),
      );
      const all = cells.map((cell) => cell.textContent ?? '');
      this.#texts = {
        all: searchable([this.#heading, label, ...all].join(' ')),
        open: searchable([this.#heading, label, ...open].join(' ')),
      };
    }
    return this.#texts;
  }
}

function show(element: HTMLElement, isShown: boolean): void {
  if (element.hidden === isShown) {
    element.hidden = !isShown;
  }
}
