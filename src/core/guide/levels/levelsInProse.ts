import { lazily } from '../../lazily';
import { compiled, escapedForPattern } from '../../text/pattern';
import { count, isCountedName, spokenRung } from './countedLevels';
import { boundedId, isLevelId, mayHoldId } from './levelIds';
import type { LevelName } from './levelNames';
import type { LevelPair } from './levelPairs';
import { asTitle } from './levelTitles';

/** Running text speaks of its levels within so much of it, and longer text would take the patterns their time. */
const longestText = 2000;
const titledId = (id: string): RegExp => compiled(`(${id})\\s*\\(([^)]*)\\)`, 'gu');
/** "a Senior Engineer (L5)": words with capitals in front of an id in parentheses, and the article before them. */
const idBehindTitle = (id: string): RegExp =>
  compiled(
    `(\\b[Aa]n? )?${id === boundedId ? '' : noTail}(\\p{Lu}[^\\s().,;:]*(?: (?:of |and )?\\p{Lu}[^\\s().,;:]*)*) \\((${id})\\)`,
    'gu',
  );
/** "Senior Data Engineer, Platform (DP-4)" does not call the level "Platform". */
const noTail = '(?<!,\\s(?:\\p{Lu}\\S*\\s)*)';
const spokenId = lazily(() => new RegExp(`\\b(?:At|As an?) (?:level )?(${boundedId})[ ,]`, 'gu'));
const side = `(${boundedId})(?:\\s*\\(([^)]*)\\))?`;
const step = lazily(() => new RegExp(`\\bfrom\\s+${side}\\s+to\\s+${side}`, 'giu'));

/**
 * The pairs of ids that running text joins as a step: "from M1 (Engineering Manager) to M2".
 * Text that merely mentions two levels yields nothing.
 */
export function stepsInText(text: string): readonly LevelPair[] {
  const found = /\bfrom\s+\S*\d/i.test(text) ? text.slice(0, longestText).matchAll(step()) : [];
  return [...found].map(([, from, fromTitle, to, toTitle]) => ({
    from: { id: from, title: asTitle(fromTitle) },
    to: { id: to, title: asTitle(toTitle) },
  }));
}

/**
 * The levels that running text gives titles in parentheses: "M1 (Engineering Manager) and M2 (…) differ".
 *
 * @param ids What the levels go by where these have not the form of ids: "Grade 8".
 */
export function titledInText(text: string, ids: readonly string[]): readonly LevelName[] {
  const found = text.includes('(') ? text.slice(0, longestText).matchAll(titledId(idIn(ids))) : [];
  return [...found].map(([, id, title]) => ({
    id,
    title: asTitle(title),
  }));
}

/**
 * The levels whose ids stand in parentheses behind their titles: "an Engineering Manager (M1)", not "Managers (M1)".
 *
 * @param ids As for `titledInText`.
 */
export function titlesBeforeIds(text: string, ids: readonly string[]): readonly LevelName[] {
  const found = text.includes('(') ? text.slice(0, longestText).matchAll(idBehindTitle(idIn(ids))) : [];
  return [...found].map(([, article, title = '', id]) => ({
    id,
    title:
      article === undefined && title.endsWith('s') ? undefined : asTitle(title.replace(wordBeforeTitle, '')),
  }));
}

/** A pattern for an id in running text, or for one of these where they are counts: "Grade 8". */
function idIn(ids: readonly string[]): string {
  return ids.every(isLevelId) || !ids.every(isCountedName)
    ? boundedId
    : `(?<![\\p{L}\\p{N}])(?:${ids.map(escapedForPattern).join('|')})`;
}

/** What begins a sentence has its capital for that alone. */
const wordBeforeTitle = /^(?:The|As|At|In|For|From|To|Our|Your|Every|Each|Most|Many|One)\s+(?:an?\s+)?/u;

/** The ids, or words with counts, by which running text speaks of levels: "At M1, … At M2, …"; each once. */
export function idsSpokenOf(text: string): readonly string[] {
  const start = text.slice(0, longestText);
  const found = mayHoldId(text) ? [...start.matchAll(spokenId())] : [];
  const ids = found.flatMap(([, id]) => id ?? []);
  const counted = (): readonly string[] =>
    [...start.matchAll(spokenCount())].flatMap(([, name]) => name ?? []);
  return [...new Set(ids.length > 0 ? ids : counted())];
}

/** "At Step 3, …": such words count elsewhere as well, and so name levels only where text speaks of them as such. */
const spokenCount = lazily(() => new RegExp(`\\bAt (${spokenRung} ${count}),`, 'gu'));

/** Those of some names that are titles of the two levels, where both are among them. */
export function namesBoth(
  names: readonly LevelName[],
  ids: readonly string[],
): readonly LevelName[] | undefined {
  const titled = names.filter(({ id, title }) => title !== undefined && ids.includes(id ?? ''));
  return ids.every((id) => titled.some((name) => name.id === id)) ? titled : undefined;
}
