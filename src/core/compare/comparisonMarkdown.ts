import { levelLabel } from '../ladder/levelLabel';
import { escapeInline } from '../markdown/escapeMarkdown';
import { type Comparison, type ComparisonCell, type ComparisonRow, itemText, leadText } from './comparison';
import { rowLabel, sectionsOf } from './sections';

/** A comparison as one Markdown table, levels as its columns. */
export function comparisonMarkdown(comparison: Comparison): string {
  const { levels } = comparison;
  const titles = levels.map((level) => escapeInline(levelLabel(level)));
  const rows = sectionsOf(comparison).flatMap((section) =>
    section.rows.map((row, index) => {
      const label = escapeInline(rowLabel(row, comparison));
      const heading = index === 0 ? [`**${escapeInline(section.heading)}**`] : [];
      return [
        [...heading, ...(label === '' ? [] : [label])].join('<br>'),
        ...row.cells.map((cell) => cellText(cell, row.kind)),
      ];
    }),
  );
  return [['', ...titles], ['', ...levels].map(() => '---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** A table's cell has one line, so items stand behind line breaks. */
function cellText(cell: ComparisonCell | undefined, kind: ComparisonRow['kind']): string {
  if (cell === undefined) {
    return '';
  }
  const items = cell.items.map((item, index) => {
    const mark = kind === 'signals' ? `${index + 1}.` : '•';
    return `${mark} ${escapeInline(itemText(item))}`;
  });
  return [...(cell.text === '' ? [] : [escapeInline(leadText(cell, kind))]), ...items].join('<br>');
}
