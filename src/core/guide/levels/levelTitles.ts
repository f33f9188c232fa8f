import { lazily } from '../../lazily';
import { withoutOrnament } from '../headingNumbers';
import { boundedId, idPattern } from './levelIds';

/** "Museum Guide": who guides people, where other guides are documents. */
export const guideWord = String.raw`(?<!\b(?:tour|museum|mountain|nature|city|travel|trail|river|ski|safari|gallery|park|hiking|climbing|wilderness|expedition|heritage)\s)\bguide\b`;
/** "Ladder", "Progression"; "Ladder Operator" and "Progression Coach" are roles. */
const ladderWord = String.raw`\b(?:ladder|progression|framework|roadmap)\b(?! (?:assistant|coach|engineer|lead|manager|officer|operator|specialist|technician)\b)`;

/** Words that qualify a column or a document, or count something else, rather than name a level. */
const notATitle = new RegExp(
  [
    String.raw`^(?:what|where|when|who|how|why|you|we|they|today|current|currently|now|then|tomorrow|future|later|target|next|before|after|from|to|level(?! (?:\d|[ivx]+\b|[a-z]\b))|at|as|draft|version|expectations?|(?:day|week|month|quarter|half|year|sprint|phase|stage|step|part|chapter|release|milestone) \d.*)\b`,
    String.raw`\b(?:guidelines|rubric|handbook)\b`,
    guideWord,
    ladderWord,
  ].join('|'),
  'iu',
);

const leadingId = lazily(() => new RegExp(`^${boundedId}`, 'u'));

/** A text as a level's title; undefined where it cannot be one. */
export function asTitle(text: string | undefined): string | undefined {
  const whole = text === undefined ? '' : tidy(text).replace(/^the\s+(?=\p{Lu})/iu, '');
  // "PM Career Guide — Lead Product Manager": what stands behind the guide's own name.
  const title = notATitle.test(whole) ? whole.replace(/^.*(?:\s[–—|/·-]|,)\s+/u, '') : whole;
  const words = title.split(' ').length;
  return title !== '' &&
    words <= 8 &&
    /^[\p{Lu}\p{Lo}]/u.test(title) &&
    !/[.?!;|→。？！；]|:(?!\S)/u.test(title.replace(/\b(?:Sr|Jr)\./gu, '')) &&
    !leadingId().test(title) &&
    !notATitle.test(title)
    ? title
    : undefined;
}

/** The same in parentheses behind an id, where nothing but a title stands: it may be "Lead: Platform". */
export function asTitleInParentheses(text: string | undefined): string | undefined {
  const halves = text?.split(/:\s+/u) ?? [];
  const isColoned =
    halves.length === 2 && halves.every((half) => asTitle(half) === half && isTitleCase(half));
  return asTitle(text) ?? (isColoned && text !== undefined ? tidy(text) : undefined);
}

const smallWords = /^(?:of|and|for|the|in|to|a|an|with|at|on|de|von)$/iu;

/** Whether all words but the small ones have capitals, where their script has such, as titles are written. */
export function isTitleCase(text: string): boolean {
  return text
    .split(' ')
    .every((word) => /^[^\p{L}]*(?:[\p{Lu}\p{Lo}]|$)/u.test(word) || smallWords.test(word));
}

/** "Writer (II)", "Analyst (Grade 7)", "Executive Officer (EO)": what stands for an id, a count, a word with one, or initials. */
export function designation(name: string): string | undefined {
  const inner = /\(((?:\p{Lu}\p{L}*[ -])?(?:\d{1,3}|[IVX]+|\p{Lu})|\p{Lu}{2,5}|\p{Lu}{1,3}\d{1,2})\)$/u.exec(
    name,
  )?.[1];
  return inner !== undefined && /\d$/u.test(inner) ? inner : asTitle(inner);
}

/** "Writer" for "Writer (II)". */
export function withoutParentheses(name: string): string {
  return name.replace(/\s*\([^()]*\)$/u, '');
}

/** "Engineer [L4]", which is "Engineer (L4)" otherwise set. */
const idInBrackets = new RegExp(`\\[(${idPattern})\\]`, 'gu');

/** "Senior Engineer 🌱". Many pictures are to match in one way only: else they would take ages. */
const pictureBehind = /\s*(?:(?!\d)(?:\p{Extended_Pictographic}|\p{Emoji_Modifier}|\u200D|\uFE0F)\s*)+$/u;

/** A phrase without marks, ornaments and needless white space. */
export function tidy(text: string): string {
  const own = withoutOrnament(text);
  // Most phrases end in a plain letter, which is told at once.
  const trimmed = own.charCodeAt(own.length - 1) < 0x80 ? own : own.replace(pictureBehind, '');
  if (!/[{[*`_]|\s\s|[^\S ]|[:：]$/u.test(trimmed)) {
    return trimmed;
  }
  return trimmed
    .replace(/\s*\{#[^\s{}]+\}\s*$/u, '')
    .replace(/\s*[:：]\s*$/u, '')
    .replace(idInBrackets, '($1)')
    .replace(/[*`]+|(?<![\p{L}\p{N}])_+|_+(?![\p{L}\p{N}])/gu, '')
    .replace(/\s+/gu, ' ')
    .trim();
}
