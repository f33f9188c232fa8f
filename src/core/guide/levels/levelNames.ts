import { lazily } from '../../lazily';
import { firstOf, theOnly } from '../lists';
import { romansOf } from './countedLevels';
import { boundedId, mayHoldId } from './levelIds';
import { asTitle, asTitleInParentheses, designation, tidy, withoutParentheses } from './levelTitles';

/** A level as a phrase names it: "M1", "Engineering Manager", "M1 (Engineering Manager)". */
export interface LevelName {
  readonly id: string | undefined;
  readonly title: string | undefined;
}

/** What a level is called by: its id, else its title. */
export function nameOf({ id, title }: LevelName): string {
  return id ?? title ?? '';
}

/** No title of a guide or level is longer; on longer lines the patterns here would take their time. */
export const longestLine = 300;

/** A level's id, in a pattern of a form that names a level. */
export const idGroup = `(?<id>${boundedId})`;
/** The title beside it. A colon within a word is part of a title, as in "Entwickler:in". */
export const titleGroup = String.raw`(?<title>(?:[^():]|:(?=\S))+?)`;
/** The forms in which a phrase can be a level's name and nothing else. */
export const wholeForms = forms(
  `^${idGroup}$`,
  `^${idGroup}\\s*\\((?<inner>.+)\\)$`,
  `^${idGroup}\\s*[:,·–—-]\\s+(?<title>.+)$`,
  `^(?<title>.+?)\\s*\\(${idGroup}\\)$`,
  `^(?<title>.+?)\\s*[,/–—]\\s*${idGroup}$`,
);
const spacedForms = forms(`^${idGroup}\\s+${titleGroup}$`);
/** Every id in a text. */
export const anyId = lazily(() => new RegExp(boundedId, 'gu'));

/** Reads a phrase that is the name of a level with its id and nothing else: "M1", "M1 (Title)", "M1: Title", "Title (M1)". */
export function wholeLevelName(phrase: string): LevelName | undefined {
  if (phrase.length > longestLine || !mayHoldId(phrase)) {
    return undefined;
  }
  return firstMatch(tidy(phrase), wholeForms);
}

/** Reads a phrase that names one level with its id, perhaps among other words: "Current (M1)" in a table's header. */
export function levelNameWithin(phrase: string): LevelName | undefined {
  if (phrase.length > longestLine || !mayHoldId(phrase)) {
    return undefined;
  }
  const text = tidy(phrase);
  return firstMatch(text, wholeForms) ?? spacedName(text) ?? onlyId(text);
}

/** The id that a text holds, where it holds no other. */
function onlyId(text: string): LevelName | undefined {
  const id = theOnly(text.match(anyId()) ?? []);
  return id === undefined ? undefined : { id, title: undefined };
}

/** Reads a phrase that is one of these names, whatever their form: "Level 3 (Analyst)", "Analyst (Level 3)", or "m1" where M1 is meant. */
export function knownLevelName(phrase: string, names: readonly string[]): LevelName | undefined {
  const text = tidy(phrase).replace(/^(?:At|As(?: an?)?)\s+(?=\p{Lu})/u, '');
  for (const name of names) {
    const rest = text.slice(name.length);
    if (text.toLowerCase().startsWith(name.toLowerCase()) && /^(?:$|\s*[(:]|\s+[–—-]\s)/u.test(rest)) {
      const [, inner, behind] = /^(?:\s*\((.+)\)|\s+[–—-]\s+(.+))$/u.exec(rest) ?? [];
      return { id: name, title: inner ?? asTitle(behind) };
    }
    if (text.endsWith(`(${name})`) && designation(text) === name) {
      return { id: name, title: asTitle(withoutParentheses(text)) };
    }
  }
  const short = /^[IVX]+$/u.test(text) ? names[romansOf(names).indexOf(text)] : undefined;
  return short === undefined ? undefined : { id: short, title: undefined };
}

/** "M1 Engineering Manager", where what follows the id can be a title. */
export function spacedName(text: string): LevelName | undefined {
  const name = firstMatch(text, spacedForms);
  return name?.title === undefined ? undefined : name;
}

type Forms = () => readonly RegExp[];

/** The forms in which something is written, as patterns. */
export function forms(...patterns: readonly string[]): Forms {
  return lazily(() => patterns.map((pattern) => new RegExp(pattern, 'u')));
}

/** The level that the groups `id` and `title` give, in the first of some forms that a text has. */
export function firstMatch(text: string, forms: Forms): LevelName | undefined {
  const groups = firstOf(forms(), (form) => form.exec(text)?.groups);
  return groups && { id: groups.id, title: asTitle(groups.title) ?? asTitleInParentheses(groups.inner) };
}
