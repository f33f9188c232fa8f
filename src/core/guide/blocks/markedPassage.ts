import {
  joinBlocks,
  type MarkedBlock,
  type MarkedText,
  markedBlocks,
  slice,
} from '../../markdown/markedText';
import { parseMarkdown } from '../../markdown/parseMarkdown';
import type { SourceText } from '../../text/sourceText';
import type { Guide, GuidePlace } from '../model';

/**
 * What a guide says at a place, with its Markdown's marks.
 *
 * @param text The plain text that was read there; it stays as it is, without marks where it is not found.
 */
export function markedPassage({ guide, range }: GuidePlace, text: string): MarkedText {
  const blocks = blocksOf(guide.source).filter(
    (block) => block.text !== '' && block.range.start < range.end && range.start < block.range.end,
  );
  const whole = blocks.find((block) => block.text === text) ?? joinBlocks(blocks);
  const start = whole.text.indexOf(text);
  return start < 0 ? { text, marks: [] } : slice(whole, { start, end: start + text.length });
}

/** Whether some text of a guide links to an address, written just like this. */
export function hasLink({ source }: Guide, url: string): boolean {
  return blocksOf(source).some(({ marks }) => marks.some((mark) => mark.kind === 'link' && mark.url === url));
}

/** Most guides are never shown but in an editor, so they are read for this when first asked for. */
const blocksOfSources = new WeakMap<SourceText, readonly MarkedBlock[]>();

function blocksOf(source: SourceText): readonly MarkedBlock[] {
  const known = blocksOfSources.get(source);
  if (known !== undefined) {
    return known;
  }
  const blocks = markedBlocks(parseMarkdown(source.text).root);
  blocksOfSources.set(source, blocks);
  return blocks;
}
