import { lazily } from '../../lazily';
import { rememberingTexts } from '../../remembering';
import { arrowPattern, arrowSigns } from '../arrows';
import { count, countedWord, isRung, withoutCapitals } from './countedLevels';
import { boundedId, idPattern, mayHoldId, trackOf } from './levelIds';
import {
  firstMatch,
  forms,
  idGroup,
  type LevelName,
  longestLine,
  nameOf,
  spacedName,
  titleGroup,
  wholeForms,
} from './levelNames';
import { asTitle, designation, guideWord, isTitleCase, tidy, withoutParentheses } from './levelTitles';

/** The two levels of a step. */
export interface LevelPair {
  readonly from: LevelName;
  readonly to: LevelName;
}

/** What the two levels are called by. */
export function namesOf({ from, to }: LevelPair): readonly [string, string] {
  return [nameOf(from), nameOf(to)];
}

/** The forms in which a level can end the left half of a pair, and begin the right one. */
const leftForms = forms(`${idGroup}\\s*\\(${titleGroup}\\)$`, `${idGroup}$`);
const rightForms = forms(
  `^${idGroup}\\s*\\(${titleGroup}\\)`,
  `^${titleGroup}\\s*\\(${idGroup}\\)`,
  `^${titleGroup}\\s*[,/]\\s*${idGroup}`,
  `^${idGroup}(?:\\s*[:,·–—-])?\\s+${titleGroup}$`,
  `^${idGroup}`,
);
/** "Technician T2 to Lead Technician T3": both titles stand before their ids. */
const leftTitledForms = forms(`(?:^|[·|:–—]\\s+)${titleGroup}\\s+${idGroup}$`);
const rightTitledForms = forms(`^${titleGroup}\\s+${idGroup}$`);
/** Where both titles of a pair stand: in parentheses behind it, around it, or simply behind it. */
const titlesForms = forms(
  `${idPattern}\\s*\\((?<titles>[^()]+)\\)$`,
  `^(?<titles>.+?)\\s*\\(${idPattern}[^()]*${idPattern}\\)$`,
  `${idPattern}\\s*[:,|]\\s+(?<titles>.+)$`,
);
/** The same behind a dash, where a motto may stand as well. */
const behindDash = forms(`${idPattern}.+${idPattern}\\s+[–—-]\\s+(?<titles>.+)$`);
const parenthesesForms = forms(`${idPattern}\\s*\\(`, `\\(${idPattern}\\)`);
/** What stands between the two levels of a pair: `to`, `into`, an arrow, or a dash, `>`, `›` or `»` between spaces. */
const joiners = new RegExp(`\\s+(?:in)?to\\s+|\\s*${arrowPattern}\\s*|\\s+(?:-{1,3}|[–—>›»])\\s+`, 'giu');
const anyArrow = new RegExp(`[${arrowSigns}>›»]`, 'u');
/** A dash without spaces joins two ids, nothing else: "M1–M2". */
const tightPair = new RegExp(`(?<from>${boundedId})\\s*[-‐‑–—]\\s*(?<to>${boundedId})`, 'u');

/** Two levels whose titles, ids or both a line gives. */
export function parsePair(line: string): LevelPair | undefined {
  return parsePairOfIds(line) ?? parsePairOfTitles(line);
}

/** Reads two levels, at least their ids, out of a line such as a guide's title. */
export const parsePairOfIds = rememberingTexts((line): LevelPair | undefined => {
  if (line.length > longestLine || !mayHoldId(line)) {
    return undefined;
  }
  const text = tidy(line).replace(stroke(), ' to ');
  const bare = text.replace(wordBeforeId, '');
  return pairOfIdsIn(text) ?? (bare === text ? undefined : pairOfIdsIn(bare));
});

function pairOfIdsIn(text: string): LevelPair | undefined {
  for (const { left, right } of splits(text)) {
    const from = leftName(left);
    const to = rightName(right);
    if (from !== undefined && to !== undefined && from.id !== to.id) {
      return withTitlesAround(text, { from, to });
    }
    const titled = to === undefined ? titledPair(left, right) : undefined;
    if (titled !== undefined) {
      return titled;
    }
  }
  const { from, to } = tightPair.exec(text)?.groups ?? {};
  return from !== undefined && to !== undefined && from !== to
    ? withTitlesAround(text, { from: { id: from, title: undefined }, to: { id: to, title: undefined } })
    : undefined;
}

/** "TE-3 / TE-4", "L4 / L5": between a word with one number and the same with another. */
const stroke = lazily(
  () => /(?<=(?<![\p{L}\p{N}])(\p{Lu}\p{L}*[ -]?)\d{1,2})\s+\/\s+(?=\1\d{1,2}(?![\p{L}\p{N}]))/gu,
);

/** "Level L3 to Level L4" */
const wordBeforeId = new RegExp(`\\b(?:level|grade|band|tier|rank)\\s+(?=${boundedId})`, 'giu');

function titledPair(left: string, right: string): LevelPair | undefined {
  const from = firstMatch(afterLead(left), leftTitledForms);
  const to = firstMatch(right, rightTitledForms);
  // "Sprint S3 to Sprint S4": what has one word for both titles none.
  return from?.title === undefined || to?.title === undefined || from.id === to.id || from.title === to.title
    ? undefined
    : { from, to };
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

/** The level that a line's left half ends with. */
function leftName(left: string): LevelName | undefined {
  const own = afterLead(left);
  return firstMatch(own, wholeForms) ?? firstMatch(left, leftForms) ?? spacedName(own);
}

const lead = new RegExp(`^(?:.*\\s)?from\\s+|^[^:]*(?<!${idPattern}):\\s+`, 'iu');

/** What follows a lead such as "Progression Guide:" or "Moving from". */
function afterLead(left: string): string {
  return left.replace(lead, '');
}

/** The level that a line's right half begins with. */
function rightName(right: string): LevelName | undefined {
  return firstMatch(right, rightForms);
}

/**
 * Titles for both levels may stand in parentheses behind the pair, or around it. What follows the
 * second id alone is as often a motto as a title ("L4 → L5: Becoming senior"): without parentheses
 * it counts only where the first level has a title too.
 */
function withTitlesAround(text: string, pair: LevelPair): LevelPair {
  const [titles] = [titlesForms, behindDash]
    .flatMap((some) => some().map((form) => ({ some, found: form.exec(text)?.groups?.titles ?? '' })))
    .flatMap(({ some, found }) => {
      const named = parsePairOfTitles(found);
      return named === undefined || (some === behindDash && !areAlike(named.from.title, named.to.title))
        ? []
        : [named];
    });
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

/** What may stand before the levels without a mark: "Progression Guide Level 4 to …", "Moving from …". */
const guideLead = /^(?:.*\s)?from\s+|^(?:(?:career|progression|growth|promotion)\s+)*guide\s+/iu;

/** What a guide may call itself behind them: "Level 4 to Level 5 Progression Guide". */
const guideWords = new RegExp(
  String.raw`(?:\s+(?:career|progression|growth|promotion|guide))*\s+${guideWord}$`,
  'iu',
);

/** Reads a line that is two titles and nothing else: "Engineering Manager → Senior Engineering Manager". */
export const parsePairOfTitles = rememberingTexts((line): LevelPair | undefined => {
  if (line.length > longestLine) {
    return undefined;
  }
  const text = withoutCapitals(tidy(line)).replace(stroke(), ' to ');
  // Behind a colon stand the levels; or a motto, where it follows a number: "Level 3 → Level 4: On your own"; or
  // what the page is: "Writer to Senior Writer: A Growth Guide", "Writer to Senior Writer: a guide for colleagues".
  return (
    countedPair(text) ??
    titledCounts(text) ??
    titlesIn(text.replace(/^.*:\s+/u, '')) ??
    titlesIn(text.replace(/(?<=[\dIVX]):\s.*$|:\s[^:]*\bguide\b[^:]*$/iu, ''))
  );
});

const counted = lazily(
  () =>
    new RegExp(
      `(?<![\\p{L}\\p{N}-])(?<from>(?<word>${countedWord})${count})(?:${joiners.source})(?<to>\\k<word>${count})`,
      'u',
    ),
);

/**
 * One word with two counts, wherever it stands: "Paramedics | Tier 2 → Tier 3", "Career Path P-4 to P-5"; with both
 * titles behind or around them, these are ids: "SWE-3 to SWE-4: Engineer to Senior Engineer". Titles are alike,
 * mottos are not.
 */
function countedPair(line: string): LevelPair | undefined {
  const found = counted().exec(line);
  const { from, to } = found?.groups ?? {};
  if (found === null || from === undefined || to === undefined || from === to) {
    return undefined;
  }
  const behind = /^(?:\s*[:,|–—]\s+(.+)|\s*\((.+)\))$/su.exec(line.slice(found.index + found[0].length));
  const before = line.endsWith(`(${found[0]})`) ? line.slice(0, found.index - 1).trim() : '';
  const titles = titlesIn(behind?.[1] ?? behind?.[2] ?? before);
  const [low, high] = [asTitle(from), asTitle(to)];
  const isCount = low === undefined || high === undefined;
  if (
    titles !== undefined &&
    (areAlike(titles.from.title, titles.to.title)
      ? !isCount || areRoles(titles)
      : behind?.[2] !== undefined && !isCount && areRoles(titles))
  ) {
    return { from: { id: from, title: titles.from.title }, to: { id: to, title: titles.to.title } };
  }
  return isCount ? undefined : { from: { id: undefined, title: low }, to: { id: undefined, title: high } };
}

/** "Test Engineer to Quality Lead", not "Doing to Leading" or "Pilot to Rollout": both end as words for people do. */
function areRoles({ from, to }: LevelPair): boolean {
  return [from, to].every(({ title = '' }) => role.test(title));
}

const role =
  /(?:er|or|ist|ian|ant|ent|ate|ee|lead|head|chief|chair|partner|fellow|nurse|analyst|architect|principal)$/iu;

/** "Step 3 to Step 4": words that count other things as well, so that only the text can show these to be levels. */
export function parsePairOfCounts(line: string): LevelPair | undefined {
  const { from, to } =
    (line.length <= longestLine && counted().exec(withoutCapitals(tidy(line)))?.groups) || {};
  return from === undefined || to === undefined || from === to || !isRung(from)
    ? undefined
    : { from: { id: from, title: undefined }, to: { id: to, title: undefined } };
}

const counts = lazily(() => new RegExp(`(?<![\\p{L}\\p{N}-])(${countedWord})${count}`, 'gu'));

/** "IC-1: Engineer → IC-2: Senior Engineer", "Level 3 (Analyst) to Level 4 (Senior Analyst)": read as M1 and M2 would be. */
function titledCounts(line: string): LevelPair | undefined {
  const [low, ...others] = [...line.matchAll(counts())];
  const high = others.find(([name, word]) => word === low?.[1] && name !== low?.[0]);
  if (low === undefined || high === undefined || asTitle(low[0]) === undefined) {
    return undefined;
  }
  const between = line.slice(low.index + low[0].length, high.index);
  const behind = line.slice(high.index + high[0].length);
  const pair = parsePairOfIds(`${line.slice(0, low.index)}M1${between}M2${behind}`);
  return pair?.from.id === 'M1' &&
    pair.to.id === 'M2' &&
    pair.from.title !== undefined &&
    pair.to.title !== undefined
    ? { from: { id: low[0], title: pair.from.title }, to: { id: high[0], title: pair.to.title } }
    : undefined;
}

/**
 * Whether two names end alike, as "Engineer" and "Senior Engineer", or in capitals begin alike, as "Site Lead" and "Site
 * Manager": titles do, and mottos or what two pages are called hardly. Some scripts have no spaces.
 */
export function areAlike(one = '', other = ''): boolean {
  if (/^\p{Lo}/u.test(one) && other.endsWith(one)) {
    return true;
  }
  const [words, others] = [one.split(' '), other.split(' ')];
  return words.at(-1) === others.at(-1) || (words[0] === others[0] && isTitleCase(one) && isTitleCase(other));
}

function titlesIn(line: string): LevelPair | undefined {
  const text = line.replace(guideLead, '').replace(guideWords, '');
  for (const { left, right, joiner } of splits(text)) {
    const ids = [designation(left), designation(right)];
    const have = ids[0] !== undefined && ids[1] !== undefined && ids[0] !== ids[1];
    const [from, to] = [left, right].map((side) =>
      have ? asRole(withoutParentheses(side)) : asTitle(withoutAside(side)),
    );
    if (
      joiner !== 'into' &&
      from !== undefined &&
      to !== undefined &&
      (joiner !== '>' || areAlike(from, to)) &&
      // "Handbook › Careers" is the way to a page.
      (!/^[›»]$/u.test(joiner) || (/^[^›»]+ [^›»]+$/u.test(from) && to.endsWith(` ${from}`))) &&
      (have || from !== to) &&
      (anyArrow.test(joiner) || (isTitleCase(from) && isTitleCase(to)) || (have && areAlike(from, to)))
    ) {
      const [low, high] = have ? ids : [];
      return { from: { id: low, title: from }, to: { id: high, title: to } };
    }
  }
  return undefined;
}

/** "product manager (SEO)": beside what levels go by, their titles need no capitals. */
function asRole(name: string): string | undefined {
  return asTitle(name.charAt(0).toUpperCase() + name.slice(1)) === undefined ? undefined : name;
}

/** "Band 5 (Nurse Educator)": what has a number goes by it, and the words in parentheses are its title. */
function withoutAside(name: string): string {
  return name.replace(/(?<=\d)\s*\([^()]*\)$/u, '');
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
