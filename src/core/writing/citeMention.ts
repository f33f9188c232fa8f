import type { LevelNames } from '../citations/levelNames';
import { type CitationTarget, writeCitation } from '../citations/writeCitation';
import type { Mention } from '../document/mentions';
import { commentsIn } from '../markdown/comments';
import type { SourceText } from '../text/sourceText';
import type { TextEdit } from '../text/textEdit';
import { spaceBehind } from './spaceBehind';

export interface MentionEdit extends TextEdit {
  /** What the name becomes: the text without what keeps it apart from its neighbours. */
  readonly citation: string;
}

/**
 * The edit that puts a citation for a capability's name in prose; undefined where it would break a link or
 * marks, or where the name stands behind another level's.
 */
export function citeMention(
  { range, isInLink, isInTable, isPlain, opensBlock }: Mention,
  target: CitationTarget,
  { text }: SourceText,
  levels: LevelNames,
): MentionEdit | undefined {
  const level = levelBefore(text, range.start, levels);
  if (isInLink || !isPlain || (level !== undefined && !level.ids.includes(target.level))) {
    return undefined;
  }
  const named = level?.isPart === true ? level.start : range.start;
  // A citation that something right behind it keeps from being one, as a footnote does, may have its signal.
  // Other editors escape the brackets of text that they write as Markdown.
  const closing = /^(?:[ \t]*\\?#(\d+))?(\\?)\]/u.exec(text.slice(range.end, range.end + longestSignal));
  const opening = /\\?\[$/u.exec(text.slice(Math.max(0, named - 2), named))?.[0];
  const isBracketed = closing !== null && opening === `${closing[2]}[`;
  const start = isBracketed ? named - opening.length : named;
  const end = isBracketed ? range.end + closing[0].length : range.end;
  const signal = isBracketed && closing[1] !== undefined ? { signal: Number(closing[1]) } : {};
  const space = spaceBehind(text.charAt(start - 1));
  const written = text.slice(range.start, range.end);
  // They may silence the very mention that they stand in.
  const comments = commentsIn(written).map((comment) => written.slice(comment.start, comment.end));
  // With its colon it would be the definition of a link, unless marks open the line.
  const opensLine = (opensBlock || named < range.start) && !/[^\s>]/u.test(text.charAt(start - 1));
  const colon = opensLine && text.charAt(end) === ':' ? 1 : 0;
  const behind = (colon === 0 ? /^[([]/u : /^\S/u).test(text.charAt(end + colon)) ? ' ' : '';
  const citation = writeCitation({ ...target, ...signal }, isInTable);
  return {
    range: { start, end: end + colon },
    text: `${space}${[citation, ...comments].join(' ')}${behind}`,
    citation,
  };
}

interface LevelBefore {
  readonly ids: readonly string[];
  readonly start: number;
  /** Whether it can go into a citation of the name: `M2: ` and, in brackets, also `M2 ` and `M2 - `. */
  readonly isPart: boolean;
}

/** The level that stands right before a name already, on its line. */
function levelBefore(text: string, at: number, levels: LevelNames): LevelBefore | undefined {
  // Documents are checked after each keystroke, and may be long. In their source names are longer, by escapes.
  const near = text.slice(Math.max(0, at - 2 * levels.longest - longestSeparator), at);
  const line = near.slice(near.search(/[^\r\n]*$/u));
  const separator = /[*_]*[ \t]*[:–—-]?[*_]*[ \t]*$/u.exec(line)?.[0] ?? '';
  const named = levels.endOf(line.slice(0, line.length - separator.length));
  if (named === undefined) {
    return undefined;
  }
  const start = at - line.length + named.start;
  const isBracketed = text.charAt(start - 1) === '[' && !/[*_]/u.test(separator);
  // What another word stands before may be a part of what the author says: "as a Senior Manager: …".
  const isApart = named.isId || !/[\p{L}\p{N}][ \t]*$/u.test(text.slice(Math.max(0, start - 3), start));
  return {
    ids: named.levels.map(({ id }) => id),
    start,
    isPart: isBracketed || (isApart && /^[ \t]*:[ \t]*$/u.test(separator)),
  };
}

const longestSeparator = 12;
const longestSignal = 10;
