import { type Comparison, type ComparisonCell, itemText } from './comparison';

/**
 * A comparison as plain data, one cell for each level, null where the guides say nothing; lines count from 1.
 * It is what `career-ladder compare --format json` prints: a public format, changed only by adding.
 *
 * @param shownPath How a guide's path is written.
 */
export function comparisonJson({ levels, rows }: Comparison, shownPath = (path: string): string => path) {
  return {
    levels: levels.map(({ id, title }) => ({ id, title: title ?? null })),
    rows: rows.map(({ kind, name, cells }) => ({
      kind,
      name,
      cells: cells.map((cell) => cellJson(cell, shownPath)),
    })),
  };
}

function cellJson(cell: ComparisonCell | undefined, shownPath: (path: string) => string) {
  if (cell === undefined) {
    return null;
  }
  const { text, items, place } = cell;
  const { guide, range } = place;
  return {
    text,
    items: items.map(itemText),
    source: { path: shownPath(guide.path), line: guide.source.lineNumberAt(range.start) },
  };
}
