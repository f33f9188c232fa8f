import type { Passage } from '../../markdown/plainText';
import { standInMark, standInWord, standInWordAlone } from '../../text/standIns';

/** One of the words, with a remark behind it perhaps, or one of the marks; or what HTML would take for a tag. */
const standIn = new RegExp(
  String.raw`^[*_([]{0,2}(?:${standInWord}(?:\s*(?::|\(|\s[–—-]\s).*)?|${standInMark}|<[^<>]*>)[\s.!?*_)\]]{0,3}$`,
  'isu',
);
/** Most texts begin otherwise, which is told at once. */
const begins = /^[*_([tT….‹<]/u;
/** The same within Markdown, where "<n>" is no tag of HTML. */
const standInWithin = new RegExp(
  String.raw`${standInWordAlone}|(?<=\s)(?:${standInMark}|<(?!(?:[abipqsu]|em|strong|br|span|su[bp]|small|mark|code|kbd|abbr|del|ins|wbr|font|time|cite)\b)\p{L}[\p{L}\p{N} -]*>)(?=\s)`,
  'u',
);

/** The first of some passages, where all of them only stand in for what has still to be written. */
export function placeholderFor(passages: readonly Passage[]): Passage | undefined {
  return passages.every(({ text }) => begins.test(text) && standIn.test(text)) ? passages[0] : undefined;
}

/** What stands in for words in a sentence: "in TBD". */
export function placeholderIn(text: string): string | undefined {
  return standInWithin.exec(text)?.[0];
}
