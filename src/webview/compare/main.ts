import {
  type PanelRequest,
  type PanelState,
  panelStateOf,
  panelUpdateOf,
  shownComparisonOf,
} from '../../core/compare/panelMessages';
import { wordsOf } from '../../core/compare/rowFilter';
import { draw } from './draw';
import { focusKey, restoreFocus } from './focus';
import { host } from './host';
import { chooseRows } from './rows';

const table = find<HTMLTableElement>('table');
const scroller = find<HTMLElement>('main');
const filter = find<HTMLInputElement>('#filter');
const different = find<HTMLInputElement>('#different');
const foldAll = find<HTMLButtonElement>('#folds');

let revision = Number(document.body.dataset.revision);
let state: PanelState = panelStateOf(
  host.getState(),
  shownComparisonOf(JSON.parse(document.body.dataset.shown ?? '')) ?? { levels: [], ladder: '' },
);

filter.value = state.filter;
different.checked = state.onlyDifferent;
let isInPlace = false;
/** What had the focus last; undefined once the reader has left it. */
let lastFocused: string | undefined;
show();
goBack();
keep({});
send({ type: 'ready', revision });

addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  const update = panelUpdateOf(data);
  if (update === undefined || update.revision <= revision) {
    return;
  }
  if (update.base !== 0 && update.base !== revision) {
    // Something was sent while nobody listened.
    send({ type: 'ready', revision });
    return;
  }
  draw(update, table);
  revision = update.revision;
  keep(update.shown);
  show();
});

filter.addEventListener('input', filterRows);
filter.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') {
    clearFilter();
  }
});
different.addEventListener('change', () => {
  keep({ onlyDifferent: different.checked });
  choose();
});
find('#clear').addEventListener('click', () => {
  different.checked = false;
  keep({ onlyDifferent: false });
  clearFilter();
  filter.focus();
});
foldAll.addEventListener('click', () => {
  keepFolded(isAnyOpen() ? sections().map(({ id }) => id) : []);
});
addEventListener('click', ({ target }) => {
  const button = target instanceof Element ? target.closest('button') : null;
  if (button !== null) {
    act(button.dataset);
  }
});
addEventListener('focusin', () => {
  lastFocused = focusKey(document.activeElement);
});
addEventListener('pointerdown', ({ target }) => {
  if (!(target instanceof Element && target.closest('button, input, select, label, summary, a'))) {
    lastFocused = undefined;
  }
});
// While a box of VS Code is open, the page forgets it.
addEventListener('focus', () => restoreFocus(lastFocused));
// Before VS Code, which knows nothing of links to files.
addEventListener(
  'click',
  (event) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null;
    if (link?.dataset.action === 'follow') {
      event.preventDefault();
      event.stopPropagation();
      act(link.dataset);
    }
  },
  true,
);
addEventListener('change', ({ target }) => {
  if (target instanceof HTMLSelectElement) {
    pick(Number(target.dataset.place), target.value);
  }
});
// The event of a fold does not rise from it, so it is caught on its way down.
addEventListener('toggle', ({ target }) => remember(target), true);
addEventListener(
  'scrollend',
  () => {
    if (isInPlace) {
      keep({ scroll: Math.round(scrolled().scrollTop) });
    }
  },
  true,
);
// The page may get its size after it was drawn.
addEventListener('resize', goBack);
for (const move of ['wheel', 'pointerdown', 'keydown']) {
  addEventListener(move, () => {
    isInPlace = true;
  });
}

function act({ action, fold: section, path, line, url, level, name, start, end }: DOMStringMap): void {
  if (section !== undefined) {
    const others = folded().filter((id) => id !== section);
    keepFolded(folded().includes(section) ? others : [...others, section]);
  } else if (action === 'open' && path !== undefined) {
    send({ type: 'open', path, line: Number(line) });
  } else if (action === 'follow' && path !== undefined && url !== undefined) {
    send({ type: 'follow', path, url });
  } else if (action === 'cite' && level !== undefined && name !== undefined) {
    send({ type: 'cite', level, name });
  } else if (action === 'evidence') {
    send({ type: 'evidence', start: Number(start), end: Number(end) });
  } else if (action === 'swap') {
    send({ type: 'levels', levels: [...state.levels].reverse() });
  } else if (action === 'choose') {
    send({ type: 'choose' });
  }
}

/** Compares another level in some place; one that stands in another place changes places with it. */
function pick(place: number, level: string): void {
  const before = state.levels[place] ?? '';
  send({
    type: 'levels',
    levels: state.levels.map((id, index) => (index === place ? level : id === level ? before : id)),
  });
}

/** Shows everything as it was left. */
function show(): void {
  const { length } = table.tHead?.rows[0]?.cells ?? [];
  table.style.setProperty('--columns', String(length - 1));
  for (const details of table.querySelectorAll('details')) {
    details.open = state.opened.includes(keyOf(details));
  }
  fold();
  choose();
}

function fold(): void {
  for (const section of sections()) {
    const isFolded = folded().includes(section.id);
    section.classList.toggle('folded', isFolded);
    section.querySelector('.fold')?.setAttribute('aria-expanded', String(!isFolded));
  }
  foldAll.textContent = isAnyOpen() ? 'Fold all' : 'Unfold all';
}

function isAnyOpen(): boolean {
  return sections().some(({ id }) => !folded().includes(id));
}

/** The sections that are folded now. What was found shows, even where all was folded before. */
function folded(): readonly string[] {
  return isFiltered() ? state.foldedFiltered : state.folded;
}

function keepFolded(ids: readonly string[]): void {
  keep(isFiltered() ? { foldedFiltered: ids } : { folded: ids });
  fold();
}

function isFiltered(): boolean {
  return wordsOf(state.filter).length > 0;
}

/** Shows the rows that have the words, from the first, or all of them. */
function filterRows(): void {
  const before = isFiltered();
  keep({ filter: filter.value });
  if (isFiltered() !== before) {
    keep({ foldedFiltered: [] });
    fold();
  }
  choose();
  if (isFiltered()) {
    scrolled().scrollTop = 0;
  }
}

function choose(): void {
  const { shown, all } = chooseRows(table, state);
  find('#count').textContent = isFiltered() || state.onlyDifferent ? `${shown} of ${all} rows` : '';
  find<HTMLElement>('#nothing').hidden = shown > 0;
  find('#reason').textContent = reasonForNothing(all);
  find<HTMLElement>('#clear').hidden = all === 0;
}

/** Why no row is shown. */
function reasonForNothing(all: number): string {
  if (all === 0) {
    return 'The ladder says nothing of these levels any more.';
  }
  if (filter.value.trim() === '') {
    return 'These levels do not differ.';
  }
  return state.onlyDifferent ? 'No row that differs has all these words.' : 'No row has all these words.';
}

function clearFilter(): void {
  filter.value = '';
  filterRows();
}

/** Keeps that a fold was opened or closed by hand. */
function remember(target: EventTarget | null): void {
  if (target instanceof HTMLDetailsElement && target.dataset.found === undefined) {
    const key = keyOf(target);
    const others = state.opened.filter((one) => one !== key);
    keep({ opened: target.open ? [...others, key] : others });
  }
}

function keyOf(details: HTMLDetailsElement): string {
  const cell = details.closest('td');
  return `${details.closest('tr')?.dataset.row}/${cell?.dataset.level}`;
}

function sections(): readonly HTMLTableSectionElement[] {
  return [...table.tBodies];
}

/** Scrolls to where the reader was; once there, or where they go on by themselves, never again. */
function goBack(): void {
  if (!isInPlace) {
    const pane = scrolled();
    pane.scrollTop = state.scroll;
    isInPlace = innerHeight > 0 && Math.abs(pane.scrollTop - state.scroll) < 2;
  }
}

/** What scrolls: the table's own part of the page or, where there is little room, the whole page. */
function scrolled(): Element {
  return getComputedStyle(scroller).overflowY === 'auto' ? scroller : (document.scrollingElement ?? scroller);
}

function keep(change: Partial<PanelState>): void {
  state = { ...state, ...change };
  host.setState(state);
}

function send(request: PanelRequest): void {
  host.postMessage(request);
}

/** An element that the page is made with. */
function find<Kind extends Element>(selector: string): Kind {
  const element = document.querySelector<Kind>(selector);
  if (element === null) {
    throw new Error(`The page lacks ${selector}.`);
  }
  return element;
}
