/** Whether a text may hold a mark that `withoutTextMarks` reads. */
export function mayHoldTextMark(text: string): boolean {
  return signs.some((sign) => text.includes(sign)) && anyTextMark.test(text);
}

const anyTextMark =
  /\[\[|==[^\s=]|%%|\{\/\*|:(?:material|octicons|fontawesome|simple)-|:arrow_right:| =\d*x\d*\)|^\\$/mu;

/** Each mark has one of these, which most texts are told by at once to have none. */
const signs = [
  '[[',
  '=',
  '%%',
  '{/*',
  ':material-',
  ':octicons-',
  ':fontawesome-',
  ':simple-',
  ':arrow_',
  '\\',
];

/** "[[Playtests|tests]]", "[[Playtests]]", "![[plan.png]]" (Obsidian, wikis); "[[1]]" is the number of a note. */
const wikiLink = /(!?)(?<![\w)\]])\[\[(?!\s|\d{1,3}\])([^[\]|]+)(?:\|([^[\]|]+))?\]\]/gu;

/** What a link shows. Wikis of GitHub have it before the name of the page: "[[Ladder|Career-Ladder]]". */
function shownOf(_: string, embeds: string, first: string, second = first): string {
  const isPage = /^\p{Lu}\S*$/u.test(second) && `-${second}`.endsWith(`-${first.replaceAll(' ', '-')}`);
  return embeds !== '' ? '' : isPage ? first : second;
}

/** "[[Home]] › [[Careers]]": a line that leads elsewhere, unless each link has words for this place. */
export function leadsElsewhere(text: string): boolean {
  return onlyLinks.test(text) && /\[\[[^[\]|]+\]\]/u.test(text);
}

const onlyLinks = /^(?:[^\p{L}[\]]*\[\[[^[\]]+\]\]){2,}[^\p{L}[\]]*$/u;

/** "==pillar=="; "a == b" compares. */
const highlight = /(?<![=\w])==([^\s=]|[^\s=][^=]*[^\s=])==(?![=\w])/gu;

/** "%% a remark %%" (Obsidian), "{/* a remark *\/}" (MDX), "![plan](plan.png =600x)" (Azure), a backslash for no text */
const hidden = /^\\$|(?<!\S)(?:%%[^%]+%%|\{\/\*[^*]*\*\/\}|!\[[^[\]]*\]\([^\s()]+ =\d*x\d*\))(?!\S)/gu;

const arrow = /:(?:material-|octicons-|fontawesome-solid-)?arrow[-_]right(?:-[a-z\d-]+)?:/gu;
/** ":material-stairs-up:", ":octicons-check-16:{ .green }" */
const icon = /:(?:material|octicons|fontawesome|simple)-[a-z\d-]+:(?:\{[^{}]*\})?/gu;

/** A text as notebooks and the makers of sites show it, with links, highlights and icons for their marks. */
export function withoutTextMarks(text: string): string {
  return text
    .replace(wikiLink, shownOf)
    .replace(highlight, '$1')
    .replace(hidden, '')
    .replace(arrow, '→')
    .replace(icon, '');
}
