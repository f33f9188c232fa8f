import type { List, RootContent, Table } from 'mdast';
import { type Passage, passageOf, plainText } from '../../markdown/plainText';
import type { SourceText, TextRange } from '../../text/sourceText';
import { isBlockquote, isList, isParagraph, isStrong, isTable } from './nodeTypes';
import { linesOf, lineText, paragraphOf, startOf, withStart } from './paragraphs';

/** The items of a list that show any text, without their bullets, numbers and task boxes. */
export function listPassages(list: List): readonly Passage[] {
  return list.children.flatMap((item) => withoutBox(passageOf(item.children)) ?? []);
}

/** "☐ Do I …?", "[] Do I …?": a task box that Markdown does not know. */
export function withoutBox(passage: Passage | undefined): Passage | undefined {
  return passage !== undefined && drawnBox.test(passage.text)
    ? { ...passage, text: passage.text.replace(drawnBox, '') }
    : passage;
}

const drawnBox = /^(?:[☐☑☒□▢◻❏]\uFE0F?|\[[ xX]?\])\s*(?=\S)/u;

/** Where `text` stands within a stretch of source; the whole stretch where Markdown marks break it up. */
export function locate(source: SourceText, within: TextRange, text: string): TextRange {
  const at = source.slice(within).indexOf(text);
  return at < 0 ? within : { start: within.start + at, end: within.start + at + text.length };
}

/** The paragraphs among some blocks, those inside block quotes and alerts included. */
export function paragraphsOf(blocks: readonly RootContent[]): readonly Passage[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case 'paragraph':
        return passageOf([block]) ?? [];
      case 'blockquote':
        return paragraphsOf(block.children.map(withoutAlertTitle)).flatMap(withoutAlertMark);
      default:
        return [];
    }
  });
}

/** Text without quotation marks around the whole of it. */
export function unquote(text: string): string {
  const quoted = /^(?:"(.+)"|“(.+)”|„(.+)[“”]|‘(.+)’|'(.+)'|«\s*(.+?)\s*»)[.]?$/su.exec(text.trim());
  return quoted?.slice(1).find((inner) => inner !== undefined) ?? text.trim();
}

/** What a block quote or an alert holds; every other block as it is. */
export function quotedBlocks(block: RootContent): readonly RootContent[] {
  return isBlockquote(block) ? block.children.map(withoutAlertLine) : [block];
}

function withoutAlertLine(block: RootContent): RootContent {
  return isParagraph(block) && alertMark.test(startOf(block.children))
    ? { ...block, children: [...withStart(block.children, (start) => start.replace(alertMark, ''))] }
    : block;
}

/** "**Note**" on a line of its own, perhaps behind a picture, as GitHub's alerts were first written. */
function withoutAlertTitle(block: RootContent): RootContent {
  const [title = [], ...lines] = isParagraph(block) ? linesOf(block) : [];
  return lines.length > 0 && title.some(isStrong) && alertTitle.test(lineText(title))
    ? paragraphOf(lines)
    : block;
}

const alertTitle = /^\P{L}*(?:note|tip|warning|caution|important)$/iu;

const alertMark = /^\[!\w+\]\s*/u;

/** The first line of a GitHub alert, "[!IMPORTANT]", is a mark and no text. */
function withoutAlertMark(passage: Passage): readonly Passage[] {
  const text = passage.text.replace(alertMark, '');
  return text === '' ? [] : [{ text, range: passage.range }];
}

/** A paragraph's plain text; empty for every other block, and where there is none. */
export function paragraphText(block: RootContent | undefined): string {
  return isParagraph(block) ? plainText(block) : '';
}

/** The text of a paragraph that is no longer than a label and has none of some marks. */
export function shortText(block: RootContent, longest: number, marks: RegExp): string | undefined {
  const text = paragraphText(block);
  return text !== '' && text.length <= longest && !marks.test(text) ? text : undefined;
}

/** Whether a text ends in a question mark, perhaps with other marks behind it. */
export function isQuestion(text: string): boolean {
  return /\?[^\p{L}\p{N}]*$/u.test(text);
}

/** Whether a block is a list or a table, in which authors write the same things. */
export function isListOrTable(block: RootContent | undefined): block is List | Table {
  return isList(block) || isTable(block);
}

/** Whether a block shows text in paragraphs or lists: no heading, no table. */
export function isTextBlock(block: RootContent): boolean {
  return ['paragraph', 'list', 'blockquote'].includes(block.type) && plainText(block) !== '';
}

/** What a block quote holds, where that is a list with what stands around it. */
export function quotedLists(block: RootContent): readonly RootContent[] {
  return isBlockquote(block) && block.children.some(isList) ? quotedBlocks(block) : [block];
}
