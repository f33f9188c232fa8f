import { hasWords, wordsOf } from '../../core/compare/rowFilter';
import { fold } from '../../core/text/fold';
import { highlight, ShownText } from './highlight';

/** What is shown of the rows. */
export interface RowChoice {
  readonly filter: string;
  readonly onlyDifferent: boolean;
}

interface Section {
  readonly heading: ShownText;
  readonly rows: readonly Row[];
}

/** What each section consists of, found when it is first drawn. */
const sections = new WeakMap<HTMLTableSectionElement, Section>();

/**
 * Shows the rows that are chosen, the words in them highlighted, and hides the others; tells how many of all
 * are shown.
 */
export function chooseRows(
  table: HTMLTableElement,
  { filter, onlyDifferent }: RowChoice,
): { readonly shown: number; readonly all: number } {
  const words = wordsOf(filter);
  const isFiltered = words.length > 0;
  table.classList.toggle('filtered', isFiltered);
  const texts: ShownText[] = [];
  let shown = 0;
  let all = 0;
  for (const section of table.tBodies) {
    const before = shown;
    const { heading, rows } = partsOf(section);
    for (const row of rows) {
      const isShown = !(onlyDifferent && row.isSame) && (!isFiltered || hasWords(row.text, words));
      row.show(isShown);
      row.openFolds(isFiltered && isShown && !hasWords(row.openText, words));
      if (isFiltered && isShown) {
        texts.push(...row.texts);
      }
      all += 1;
      shown += isShown ? 1 : 0;
    }
    show(section, shown > before);
    if (isFiltered && shown > before) {
      texts.push(heading);
    }
  }
  highlight(texts, words);
  return { shown, all };
}

function partsOf(section: HTMLTableSectionElement): Section {
  const known = sections.get(section);
  if (known !== undefined) {
    return known;
  }
  const heading = new ShownText(section.querySelector('.fold') ?? section);
  const rows = [...section.querySelectorAll<HTMLTableRowElement>('tr[data-row]')].map(
    (row) => new Row(row, heading.text),
  );
  const parts = { heading, rows };
  sections.set(section, parts);
  return parts;
}

/** A row of the table, whose text is read when somebody first looks for words. */
class Row {
  readonly isSame: boolean;
  readonly #row: HTMLTableRowElement;
  readonly #heading: string;
  readonly #folds: readonly HTMLDetailsElement[];
  #words: { readonly all: string; readonly open: string } | undefined;
  #texts: readonly ShownText[] | undefined;

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

  /** Where it says that; empty cells say nothing. */
  get texts(): readonly ShownText[] {
    this.#texts ??= [...this.#row.querySelectorAll('.label, td:not(:has(> .nothing))')].map(
      (part) => new ShownText(part),
    );
    return this.#texts;
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
    if (this.#words === undefined) {
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
      this.#words = {
        all: fold([this.#heading, label, ...all].join(' ')),
        open: fold([this.#heading, label, ...open].join(' ')),
      };
    }
    return this.#words;
  }
}

function show(element: HTMLElement, isShown: boolean): void {
  if (element.hidden === isShown) {
    element.hidden = !isShown;
  }
}
