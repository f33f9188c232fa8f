import type { RootContent } from 'mdast';
import { groupBy } from '../../groupBy';
import { rangeOf } from '../../markdown/nodes';
import { plainText } from '../../markdown/plainText';
import { nameKey } from '../../names';
import type { SourceText } from '../../text/sourceText';
import { isHeading, isList } from '../blocks/nodeTypes';
import { linesOf, lineText } from '../blocks/paragraphs';
import { contentOf } from '../blocks/sections';
import type { TransitionChapter } from '../chapters';
import type { PartKind, StrayTitle } from '../model';
import { partOf, wordsBesidesPart } from '../sectionKinds';

/**
 * Where the name of a part stands by itself that no section is: "\## Common Pitfalls", "**Common Pitfalls**", or
 * indented so far that it belongs to an item.
 *
 * @param kinds The parts that were not found.
 * @param taken Where the names of capabilities stand.
 */
export function strayTitles(
  { intro, sections }: TransitionChapter,
  kinds: readonly PartKind[],
  taken: ReadonlySet<number>,
  source: SourceText,
): Readonly<Partial<Record<PartKind, StrayTitle>>> {
  if (kinds.length === 0) {
    return {};
  }
  const found: (StrayTitle & { readonly kind: PartKind })[] = [];
  // The highest rank below that of titles.
  const depth = sections.reduce((least, { heading }) => Math.min(least, Math.max(heading.depth, 2)), 6);
  const blocks = [intro, ...sections.map(contentOf)].flat();
  const add = (block: RootContent, isInItem: boolean): void => {
    const range = rangeOf(block);
    const title = taken.has(range.start) ? '' : titleIn(block, source);
    const kind = title === '' ? undefined : partOf(title);
    if (kind !== undefined && kinds.includes(kind) && (wordsBesidesPart(title) === 0 || usual.test(title))) {
      found.push({ kind, title, isInItem, depth, range });
    }
  };
  for (const [index, block] of blocks.entries()) {
    if (isList(block)) {
      for (const heading of block.children.flatMap(({ children }) => children.slice(1).filter(isHeading))) {
        add(heading, true);
      }
    } else if (!isHeading(block) && index + 1 < blocks.length) {
      add(block, false);
    }
  }
  // What stands more than once is something that each capability tells.
  const times = groupBy(found, ({ title }) => nameKey(title));
  const once = found.filter(({ title }) => times.get(nameKey(title))?.length === 1);
  return Object.fromEntries(once.reverse().map(({ kind, ...stray }) => [kind, stray]));
}

/** What guides mostly call parts by more than what tells them. */
const usual = /^(?:(?:key )?capabilities(?: to develop)?|demonstrating readiness)$/iu;

/** The words of a block's first line that may be meant as a heading, without its marks; empty where there are none. */
function titleIn(block: RootContent, source: SourceText): string {
  const { start } = rangeOf(block);
  const end = source.text.indexOf('\n', start);
  return end - start > longestLine
    ? ''
    : (meantTitle.exec(firstLine(block, source.text.charAt(start)))?.[1] ?? '');
}

function firstLine(block: RootContent, mark: string): string {
  switch (block.type) {
    case 'heading':
      return plainText(block);
    case 'paragraph':
      return lineText(linesOf(block)[0] ?? []);
    case 'code':
      // What is fenced is shown on purpose.
      return mark === '`' || mark === '~' ? '' : (block.value.split('\n')[0] ?? '');
    default:
      return '';
  }
}

/** A few words in bold, with spaces before the end of the line perhaps. */
const longestLine = 80;
/** A few words behind marks that look like those of a heading. */
const meantTitle =
  /^[#＃=\\\s\u200B-\u200D\uFEFF]*(\p{L}[\p{L}\p{N}’'&,/-]*(?: [\p{L}\p{N}’'&,/-]+){0,5})\s*:?[#=\s]*$/u;
