/** What the panel's page asks of the extension. */
export type PanelRequest =
  /** It has drawn `revision` and can be sent changes. */
  | { readonly type: 'ready'; readonly revision: number }
  | { readonly type: 'open'; readonly path: string; readonly line: number }
  /** To follow a link of the guide at a path to a file, its address as the guide writes it. */
  | { readonly type: 'follow'; readonly path: string; readonly url: string }
  | { readonly type: 'cite'; readonly level: string; readonly name: string }
  /** A place in the promotion document whose evidence is shown. */
  | { readonly type: 'evidence'; readonly start: number; readonly end: number }
  /** To compare these levels instead. */
  | { readonly type: 'levels'; readonly levels: readonly string[] }
  /** To let the user choose the levels. */
  | { readonly type: 'choose' };

/** What the extension tells the panel's page: the state of the comparison, only its changed parts as markup. */
export interface PanelUpdate {
  readonly type: 'show';
  readonly revision: number;
  /** The revision that it changes; 0 where all parts come along. */
  readonly base: number;
  readonly shown: ShownComparison;
  readonly heading: string;
  readonly pickers: string;
  readonly tableHead: string;
  /** The ids of all parts, in order. */
  readonly order: readonly string[];
  readonly parts: readonly { readonly id: string; readonly markup: string }[];
}

/** What is compared: enough to compare it again after a reload of the window. */
export interface ShownComparison {
  readonly levels: readonly string[];
  /** The key of the ladder that they belong to. */
  readonly ladder: string;
}

/** What the page keeps while it is hidden, and over a reload. */
export interface PanelState extends ShownComparison {
  readonly filter: string;
  readonly onlyDifferent: boolean;
  /** The ids of the sections that are folded. */
  readonly folded: readonly string[];
  /** The same while rows are filtered by words: all lie open until they are folded in turn. */
  readonly foldedFiltered: readonly string[];
  /** The cells whose folds lie open. */
  readonly opened: readonly string[];
  readonly scroll: number;
}

/** A message from the page, if it is one that it can send. */
export function panelRequestOf(message: unknown): PanelRequest | undefined {
  if (!isRecord(message)) {
    return undefined;
  }
  const { type, path, line, url, level, name, start, end, levels, revision } = message;
  switch (type) {
    case 'ready':
      return isCount(revision) ? { type, revision } : undefined;
    case 'open':
      return typeof path === 'string' && isCount(line) ? { type, path, line } : undefined;
    case 'follow':
      return typeof path === 'string' && typeof url === 'string' ? { type, path, url } : undefined;
    case 'cite':
      return typeof level === 'string' && typeof name === 'string' ? { type, level, name } : undefined;
    case 'evidence':
      return isCount(start) && isCount(end) ? { type, start, end } : undefined;
    case 'levels':
      return isTexts(levels) ? { type, levels } : undefined;
    case 'choose':
      return { type };
    default:
      return undefined;
  }
}

/** A message from the extension, if it is one that it can send. */
export function panelUpdateOf(message: unknown): PanelUpdate | undefined {
  if (!isRecord(message)) {
    return undefined;
  }
  const { type, revision, base, heading, pickers, tableHead, order, parts } = message;
  const shown = shownComparisonOf(message.shown);
  return type === 'show' &&
    isCount(revision) &&
    isCount(base) &&
    shown !== undefined &&
    typeof heading === 'string' &&
    typeof pickers === 'string' &&
    typeof tableHead === 'string' &&
    isTexts(order) &&
    Array.isArray(parts) &&
    parts.every(isPart)
    ? { type, revision, base, shown, heading, pickers, tableHead, order, parts }
    : undefined;
}

/** What was compared, from a state that the page kept. */
export function shownComparisonOf(value: unknown): ShownComparison | undefined {
  return isRecord(value) && isTexts(value.levels) && typeof value.ladder === 'string'
    ? { levels: value.levels, ladder: value.ladder }
    : undefined;
}

/** A state that the page kept, as far as it makes sense. */
export function panelStateOf(value: unknown, shown: ShownComparison): PanelState {
  const { filter, onlyDifferent, folded, foldedFiltered, opened, scroll } = isRecord(value) ? value : {};
  return {
    ...shown,
    filter: typeof filter === 'string' ? filter : '',
    onlyDifferent: onlyDifferent === true,
    folded: isTexts(folded) ? folded : [],
    foldedFiltered: isTexts(foldedFiltered) ? foldedFiltered : [],
    opened: isTexts(opened) ? opened : [],
    scroll: isCount(scroll) ? scroll : 0,
  };
}

function isPart(value: unknown): value is { readonly id: string; readonly markup: string } {
  return isRecord(value) && typeof value.id === 'string' && typeof value.markup === 'string';
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string');
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
