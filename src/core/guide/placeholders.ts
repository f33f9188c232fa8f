import type { Passage } from '../markdown/plainText';

/** What authors put where something has still to be written, with a remark behind it perhaps. TODO is one of these words here, no note of ours. */
const standIn =
  /^[*_([]{0,2}(?:(?:todo|tbd)(?:\s*(?::|\(|\s[–—-]\s).*)?|…|\.{3,}|‹[^‹›]*›|<[^<>]*>)[\s.!?*_)\]]{0,3}$/isu;
/** Most texts begin otherwise, which is told at once. */
const begins = /^[*_([tT….‹<]/u;
/** The same in Markdown, where "<n>" is no tag of HTML. */
const standInWithin =
  /(?<![\p{L}\p{N}_])(?:TODO|TBD)(?![\p{L}\p{N}_])|(?<=\s)(?:…|\.{3,}|‹[^‹›]*›|<(?!(?:[abipqsu]|em|strong|br|span|su[bp]|small|mark|code|kbd|abbr|del|ins|wbr|font|time|cite)\b)\p{L}[\p{L}\p{N} -]*>)(?=\s)/u;

/** The first of some passages, where all of them only stand in for what has still to be written. */
export function placeholderFor(passages: readonly Passage[]): Passage | undefined {
  return passages.every(({ text }) => begins.test(text) && standIn.test(text)) ? passages[0] : undefined;
}

/** What stands in for words in a sentence: "in TBD". */
export function placeholderIn(text: string): string | undefined {
  return standInWithin.exec(text)?.[0];
}
