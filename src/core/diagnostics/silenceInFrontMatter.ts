import { type FrontMatter, readFrontMatter } from '../document/frontMatter';
import { SourceText, type TextRange } from '../text/sourceText';
import { insertion, type TextEdit } from '../text/textEdit';
import { endOfContent, lineBreakOf } from '../writing/documentEnd';

/**
 * The edit that puts a comment into front matter which silences a rule on a line; undefined where every
 * comment there would be part of a value.
 *
 * @param rule The rule as a comment names it.
 */
export function silenceInFrontMatter(
  rule: string,
  line: TextRange,
  source: SourceText,
  frontMatter: FrontMatter,
): TextEdit | undefined {
  const [indent = ''] = /^[ \t]*/u.exec(source.slice(line)) ?? [];
  const here = `# career-ladder-disable-line ${rule}`;
  const ahead = `# career-ladder-disable-next-line ${rule}`;
  return [
    insertion(endOfContent(source, line.end), ` ${here}`),
    insertion(line.start, indent + ahead + lineBreakOf(source)),
    // Between the two lines of `promotion: >-` and its text nothing can stand.
    insertion(endOfContent(source, line.start), ` ${ahead}`),
  ].find((edit) => isComment(edit, source, frontMatter));
}

/** Whether what is inserted is a comment of its own, and all else is read as before. */
function isComment({ range, text }: TextEdit, source: SourceText, before: FrontMatter): boolean {
  const behind = source.text.slice(range.end, before.range.end);
  const after = readFrontMatter(new SourceText(source.text.slice(0, range.start) + text + behind));
  return (
    after !== undefined &&
    after.promotion?.text === before.promotion?.text &&
    after.error?.reason === before.error?.reason &&
    after.comments.length === before.comments.length + 1
  );
}
