import { lazily } from '../lazily';
import { arrowPattern, arrowSigns } from './arrows';
import { withoutOrnament } from './sectionKinds';

/** A level as a phrase names it: "M1", "Engineering Manager", "M1 (Engineering Manager)". */
export interface LevelName {
  readonly id: string | undefined;
  readonly title: string | undefined;
}

export interface LevelPair {
  readonly from: LevelName;
  readonly to: LevelName;
}

/** No title of a guide or level is longer; on longer lines the patterns here would take their time. */
const longestLine = 300;
/** Running text speaks of its levels within so much of it, and longer text would take the patterns their time. */
const longestText = 2000;
const idLetters = String.raw`(?:\p{Lu}{2,5}-)?\p{Lu}\p{L}{0,5}`;
/** "M2", "SWE_3", "SRE-L4"; halves and parts of a level are "L5.5", "P3-1", "TL1-A" and "E4b". */
export const idPattern = String.raw`${idLetters}_?\d{1,3}(?:\.\d{1,2}|-\d|-\p{Lu}|[a-e])?`;
/** Tells most characters at once that no id begins there. */
const mayBeCapital = String.raw`(?=[A-Z\u{c0}-\u{10ffff}])`;
const boundedId = String.raw`${mayBeCapital}(?<![\p{L}\p{N}_])${idPattern}(?![\p{L}\p{N}]|\.\d)`;
const id = `(?<id>${boundedId})`;
/** A colon within a word is part of a title, as in "Entwickler:in". */
const title = String.raw`(?<title>(?:[^():]|:(?=\S))+?)`;
/** The forms in which a phrase can be a level's name and nothing else. */
const wholeForms = forms(
  `^${id}$`,
  `^${id}\\s*\\((?<title>.+)\\)$`,
  `^${id}\\s*[:,–—-]\\s+(?<title>.+)$`,
  `^(?<title>.+?)\\s*\\(${id}\\)$`,
  `^(?<title>.+?)\\s*[,/–—]\\s*${id}$`,
);
/** The forms in which a level can end the left half of a pair, and begin the right one. */
const leftForms = forms(`${id}\\s*\\(${title}\\)$`, `${id}$`);
const rightForms = forms(
  `^${id}\\s*\\(${title}\\)`,
  `^${title}\\s*\\(${id}\\)`,
  `^${title}\\s*[,/]\\s*${id}`,
  `^${id}(?:\\s*[:,–—-])?\\s+${title}$`,
  `^${id}`,
);
const spacedForms = forms(`^${id}\\s+${title}$`);
/** Where both titles of a pair stand: in parentheses behind it, around it, or simply behind it. */
const titlesForms = forms(
  `${idPattern}\\s*\\((?<titles>[^()]+)\\)$`,
  `^(?<titles>.+?)\\s*\\(${idPattern}[^()]*${idPattern}\\)$`,
  `${idPattern}\\s*[:,|]\\s+(?<titles>.+)$`,
);
const parenthesesForms = forms(`${idPattern}\\s*\\(`, `\\(${idPattern}\\)`);
const anyId = lazily(() => new RegExp(boundedId, 'gu'));
const leadingId = lazily(() => new RegExp(`^${boundedId}`, 'u'));
const titledId = lazily(() => new RegExp(`(${boundedId})\\s*\\(([^)]*)\\)`, 'gu'));
/** "a Senior Engineer (L5)": words with capitals in front of an id in parentheses, and the article before them. */
const idBehindTitle = lazily(
  () =>
    new RegExp(
      `(\\b[Aa]n? )?(\\p{Lu}[^\\s().,;:]*(?: (?:of |and )?\\p{Lu}[^\\s().,;:]*)*) \\((${boundedId})\\)`,
      'gu',
    ),
);
const spokenId = lazily(() => new RegExp(`\\b(?:At|As an?) (?:level )?(${boundedId})[ ,]`, 'gu'));
const side = `(${boundedId})(?:\\s*\\(([^)]*)\\))?`;
const step = lazily(() => new RegExp(`\\bfrom\\s+${side}\\s+to\\s+${side}`, 'giu'));
/** What stands between the two levels of a pair: `to`, `into`, an arrow, or a dash or `>` between spaces. */
const joiners = new RegExp(`\\s+(?:in)?to\\s+|\\s*${arrowPattern}\\s*|\\s+(?:-{1,3}|[–—>])\\s+`, 'giu');
const anyArrow = new RegExp(`[${arrowSigns}>]`, 'u');
/** A dash without spaces joins two ids, nothing else: "M1–M2". */
const tightPair = new RegExp(`(?<from>${boundedId})\\s*[-‐‑–—]\\s*(?<to>${boundedId})`, 'u');

/** Words that qualify a column or a document, or count something else, rather than name a level. */
const notATitle =
  /^(?:what|where|when|who|how|why|today|current|currently|now|then|tomorrow|future|later|target|next|before|after|from|to|level(?! (?:\d|[ivx]+\b|[a-z]\b))|at|as|draft|version|expectations?|(?:day|week|month|quarter|half|year|sprint|phase|stage|step|part|chapter|release|milestone) \d.*)\b|\b(?:guide|guidelines|ladder|progression|framework|roadmap|rubric|handbook)\b/iu;

const wholeId = new RegExp(`^${idPattern}$`, 'u');

const leadingLetters = new RegExp(`^${idLetters}`, 'u');

/** Whether the whole text has the form of a level's id: a capital, letters, a number. */
export function isLevelId(text: string): boolean {
  return wholeId.test(text);
}

/** The letters of an id, which name its track: "M" of "M2"; empty for a level known by a title alone. */
export function trackOf(id: string): string {
  return isLevelId(id) ? (leadingLetters.exec(id)?.[0] ?? '') : '';
}

/** Reads a phrase that names one level with its id, such as a table's header cell. */
export function parseLevelName(phrase: string): LevelName | undefined {
  if (phrase.length > longestLine || !mayHoldId(phrase)) {
    return undefined;
  }
  const text = tidy(phrase);
  return firstMatch(text, wholeForms) ?? spacedName(text) ?? onlyId(text);
}

/** The id that a text holds, where it holds no other. */
function onlyId(text: string): LevelName | undefined {
  const [only, ...others] = text.match(anyId()) ?? [];
  return only === undefined || others.length > 0 ? undefined : { id: only, title: undefined };
}

/** Reads a phrase that gives one of these names: "Level 3 (Analyst)", "Analyst (Level 3)", or "m1" where M1 is meant. */
export function knownLevelName(phrase: string, names: readonly string[]): LevelName | undefined {
  const text = tidy(phrase).replace(/^(?:At|As an?)\s+(?=\p{Lu})/u, '');
  for (const name of names) {
    const rest = text.slice(name.length);
    if (text.toLowerCase().startsWith(name.toLowerCase()) && /^(?:$|\s*[(:])/u.test(rest)) {
      return { id: name, title: /^\s*\((.+)\)$/u.exec(rest)?.[1] };
    }
    if (text.endsWith(`(${name})`) && designation(text) === name) {
      return { id: name, title: asTitle(withoutParentheses(text)) };
    }
  }
  return undefined;
}

/** "M1", "M1 (Title)", "M1: Title", "Title (M1)" and nothing beside it. */
export function nameWithId(phrase: string): LevelName | undefined {
  if (phrase.length > longestLine || !mayHoldId(phrase)) {
    return undefined;
  }
  return firstMatch(tidy(phrase), wholeForms);
}

/** Reads two levels, at least their ids, out of a line such as a guide's title. */
export function parsePairOfIds(line: string): LevelPair | undefined {
  if (line.length > longestLine || !mayHoldId(line)) {
    return undefined;
  }
  const text = tidy(line);
  for (const { left, right } of splits(text)) {
    const from = leftName(left);
    const to = rightName(right);
    if (from !== undefined && to !== undefined && from.id !== to.id) {
      return withTitlesAround(text, { from, to });
    }
  }
  const { from, to } = tightPair.exec(text)?.groups ?? {};
  return from !== undefined && to !== undefined && from !== to
    ? withTitlesAround(text, { from: { id: from, title: undefined }, to: { id: to, title: undefined } })
    : undefined;
}

/** What may stand before the levels without a mark: "Progression Guide Level 4 to …", "Moving from …". */
const guideLead = /^(?:.*\s)?from\s+|^(?:(?:career|progression|growth|promotion)\s+)*guide\s+/iu;

/** What a guide may call itself behind them: "Level 4 to Level 5 Progression Guide". */
const guideWords = /(?:\s+(?:career|progression|growth|promotion|guide))*\s+guide$/iu;

/** Reads a line that is two titles and nothing else: "Engineering Manager → Senior Engineering Manager". */
export function parsePairOfTitles(line: string): LevelPair | undefined {
  if (line.length > longestLine) {
    return undefined;
  }
  const text = tidy(line);
  // Behind a colon stand the levels; or a motto, where it follows a number: "Level 3 → Level 4: On your own"; or
  // what the page is: "Writer to Senior Writer: A Growth Guide".
  return (
    countedPair(text) ??
    titlesIn(text.replace(/^.*:\s+/u, '')) ??
    titlesIn(text.replace(/(?<=[\dIVX]):\s.*$|:\s[^:]*\bguide$/iu, ''))
  );
}

const count = String.raw`(?:\d{1,3}|[IVX]+|\p{Lu})(?![\p{L}\p{N}])`;
const counted = lazily(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}-])(?<from>(?<word>\\p{Lu}\\p{L}*[ -])${count})(?:${joiners.source})(?<to>\\k<word>${count})`,
      'u',
    ),
);

/** One word with two counts, wherever it stands: "Paramedics | Tier 2 → Tier 3", "Career Path P-4 to P-5". */
function countedPair(line: string): LevelPair | undefined {
  const { from, to } = counted().exec(line)?.groups ?? {};
  const [low, high] = [asTitle(from), asTitle(to)];
  return low === undefined || high === undefined || low === high
    ? undefined
    : { from: { id: undefined, title: low }, to: { id: undefined, title: high } };
}

function titlesIn(line: string): LevelPair | undefined {
  const text = line.replace(guideLead, '').replace(guideWords, '');
  for (const { left, right, joiner } of splits(text)) {
    const ids = [designation(left), designation(right)];
    const have = ids[0] !== undefined && ids[1] !== undefined && ids[0] !== ids[1];
    const from = asTitle(have ? withoutParentheses(left) : withoutAside(left));
    const to = asTitle(have ? withoutParentheses(right) : withoutAside(right));
    if (
      joiner !== 'into' &&
      joiner !== '>' &&
      from !== undefined &&
      to !== undefined &&
      (have || from !== to) &&
      (anyArrow.test(joiner) || (isTitleCase(from) && isTitleCase(to)))
    ) {
      const [low, high] = have ? ids : [];
      return { from: { id: low, title: from }, to: { id: high, title: to } };
    }
  }
  return undefined;
}

/** "Writer (II)", "Analyst (Grade 7)", "Executive Officer (EO)": what stands for an id, a count, a word with one, or initials. */
function designation(name: string): string | undefined {
  return asTitle(/\(((?:\p{Lu}\p{L}*[ -])?(?:\d{1,3}|[IVX]+|\p{Lu})|\p{Lu}{2,5})\)$/u.exec(name)?.[1]);
}

function withoutParentheses(name: string): string {
  return name.replace(/\s*\([^()]*\)$/u, '');
}

/** "Band 5 (Nurse Educator)": what has a number goes by it, and the words in parentheses are its title. */
function withoutAside(name: string): string {
  return name.replace(/(?<=\d)\s*\([^()]*\)$/u, '');
}

/** Two ids of one track in small letters, "l4 to l5", with the capitals they are known by. */
export function parsePairOfSmallIds(line: string): LevelPair | undefined {
  const small = /(?<![\p{L}\p{N}])\p{Ll}{1,3}\d{1,2}(?![\p{L}\p{N}])/gu;
  const pair = parsePairOfIds(line.slice(0, longestLine).replace(small, (id) => id.toUpperCase()));
  return pair?.from.id !== undefined &&
    pair.to.id !== undefined &&
    trackOf(pair.from.id) === trackOf(pair.to.id)
    ? pair
    : undefined;
}

/** Two levels whose titles, ids or both a line gives. */
export function parsePair(line: string): LevelPair | undefined {
  return parsePairOfIds(line) ?? parsePairOfTitles(line);
}

/**
 * The pairs of ids that running text joins as a step: "from M1 (Engineering Manager) to M2".
 * Text that merely mentions two levels yields nothing.
 */
export function stepsInText(text: string): readonly LevelPair[] {
  const found = /\bfrom\s/i.test(text) ? text.slice(0, longestText).matchAll(step()) : [];
  return [...found].map(([, from, fromTitle, to, toTitle]) => ({
    from: { id: from, title: asTitle(fromTitle) },
    to: { id: to, title: asTitle(toTitle) },
  }));
}

/** The levels that running text gives titles in parentheses: "M1 (Engineering Manager) and M2 (…) differ". */
export function titledInText(text: string): readonly LevelName[] {
  const found = text.includes('(') ? text.slice(0, longestText).matchAll(titledId()) : [];
  return [...found].map(([, id, title]) => ({
    id,
    title: asTitle(title),
  }));
}

/** The levels whose ids stand in parentheses behind their titles: "an Engineering Manager (M1)", not "Managers (M1)". */
export function titlesBeforeIds(text: string): readonly LevelName[] {
  return [...text.slice(0, longestText).matchAll(idBehindTitle())].map(([, article, title = '', id]) => ({
    id,
    title:
      article === undefined && title.endsWith('s') ? undefined : asTitle(title.replace(wordBeforeTitle, '')),
  }));
}

/** What begins a sentence has its capital for that alone. */
const wordBeforeTitle = /^(?:The|As|At|In|For|From|To|Our|Your|Every|Each|Most|Many|One)\s+(?:an?\s+)?/u;

/** The ids by which running text speaks of levels: "At M1, … At M2, …"; each once. */
export function idsSpokenOf(text: string): readonly string[] {
  const found = mayHoldId(text) ? text.slice(0, longestText).matchAll(spokenId()) : [];
  return [...new Set([...found].flatMap(([, id]) => id ?? []))];
}

/** Most lines hold no digit, which is told at once. */
function mayHoldId(line: string): boolean {
  return /\d/u.test(line);
}

function* splits(text: string): Generator<{ left: string; right: string; joiner: string }> {
  for (const joiner of text.matchAll(joiners)) {
    const left = text.slice(0, joiner.index).trim();
    const right = text.slice(joiner.index + joiner[0].length).trim();
    if (left !== '' && right !== '') {
      yield { left, right, joiner: joiner[0].trim().toLowerCase() };
    }
  }
}

/** The level that a line's left half ends with. */
function leftName(left: string): LevelName | undefined {
  const own = afterLead(left);
  return firstMatch(own, wholeForms) ?? firstMatch(left, leftForms) ?? spacedName(own);
}

/** "M1 Engineering Manager", where what follows the id can be a title. */
function spacedName(text: string): LevelName | undefined {
  const name = firstMatch(text, spacedForms);
  return name?.title === undefined ? undefined : name;
}

/** The level that a line's right half begins with. */
function rightName(right: string): LevelName | undefined {
  return firstMatch(right, rightForms);
}

const lead = new RegExp(`^(?:.*\\s)?from\\s+|^[^:]*(?<!${idPattern}):\\s+`, 'iu');

/** What follows a lead such as "Progression Guide:" or "Moving from". */
function afterLead(left: string): string {
  return left.replace(lead, '');
}

/**
 * Titles for both levels may stand in parentheses behind the pair, or around it. What follows the
 * second id alone is as often a motto as a title ("L4 → L5: Becoming senior"): without parentheses
 * it counts only where the first level has a title too.
 */
function withTitlesAround(text: string, pair: LevelPair): LevelPair {
  const titles = titlesForms()
    .map((form) => parsePairOfTitles(form.exec(text)?.groups?.titles ?? ''))
    .find((found) => found !== undefined);
  if (titles !== undefined) {
    return {
      from: { id: pair.from.id, title: titles.from.title },
      to: { id: pair.to.id, title: titles.to.title },
    };
  }
  const inParentheses = parenthesesForms().some((form) => form.test(text));
  return pair.from.title === undefined && !inParentheses
    ? { from: pair.from, to: { id: pair.to.id, title: undefined } }
    : pair;
}

/** The text as a level's title; undefined where it cannot be one. */
function asTitle(text: string | undefined): string | undefined {
  const whole = text === undefined ? '' : tidy(text).replace(/^the\s+(?=\p{Lu})/iu, '');
  // "PM Career Guide — Lead Product Manager": what stands behind the guide's own name.
  const title = notATitle.test(whole) ? whole.replace(/^.*(?:\s[–—|/·-]|,)\s+/u, '') : whole;
  const words = title.split(' ').length;
  return title !== '' &&
    words <= 8 &&
    /^\p{Lu}/u.test(title) &&
    !/[.?!;|→]|:(?!\S)/u.test(title.replace(/\b(?:Sr|Jr)\./gu, '')) &&
    !leadingId().test(title) &&
    !notATitle.test(title)
    ? title
    : undefined;
}

const smallWords = /^(?:of|and|for|the|in|to|a|an|with|at|on|de|von)$/iu;

function isTitleCase(text: string): boolean {
  return text.split(' ').every((word) => /^[^\p{L}]*\p{Lu}|^\d+$/u.test(word) || smallWords.test(word));
}

/** "Engineer [L4]", which is "Engineer (L4)" otherwise set. */
const idInBrackets = new RegExp(`\\[(${idPattern})\\]`, 'gu');

function tidy(text: string): string {
  const trimmed = withoutOrnament(text);
  if (!/[{[*`_]|\s\s|[^\S ]|[:：]$/u.test(trimmed)) {
    return trimmed;
  }
  return trimmed
    .replace(/\s*\{#[\w-]+\}\s*$/u, '')
    .replace(/\s*[:：]\s*$/u, '')
    .replace(idInBrackets, '($1)')
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}

type Forms = () => readonly RegExp[];

function forms(...patterns: readonly string[]): Forms {
  return lazily(() => patterns.map((pattern) => new RegExp(pattern, 'u')));
}

function firstMatch(text: string, forms: Forms): LevelName | undefined {
  for (const form of forms()) {
    const groups = form.exec(text)?.groups;
    if (groups !== undefined) {
      return { id: groups.id, title: asTitle(groups.title) };
    }
  }
  return undefined;
}
