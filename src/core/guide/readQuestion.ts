import type { RootContent } from 'mdast';
import { collapse, type Passage } from '../markdown/plainText';
import type { FundamentalQuestion } from './model';
import { listPassages, paragraphsOf, unquote } from './passages';

/** Nobody hides the question in a longer paragraph, and the patterns here would take their time with it. */
const longestPassage = 2000;
const mark = `["'“”„‟‘’‚«»‹›]`;
const end = `(?=[\\s.,;:!)]|$)`;

/** Two quoted questions around "to"; the marks may also stand inside the questions ("my team's"). */
const quotedPair = new RegExp(
  `\\bfrom:?\\s+${mark}(.+?)${mark}[,;]?\\s+to:?\\s+${mark}(?:(.+?\\?)${mark}${end}|(.+?)${mark}${end})`,
  'iu',
);
/** The same without quotation marks, as emphasis leaves it. */
const barePair = /\bfrom:?\s+(.+?\?)[,;]?\s+(?:to:?|→|-+>)\s+(.+?\?)/iu;
const quotedQuestion = new RegExp(`(?<![\\p{L}\\p{N}])${mark}(.+?\\?)${mark}${end}`, 'giu');
const arrowPair = /([^:.→]+\?)["'”’»]?\s*(?:→|⟶|⇒|-+>|=+>)\s*(.+?\?)/u;

/** "At M1: …? At M2: …?", each question perhaps in quotation marks. */
const perLevel =
  /(?:^|\s)(?:At\s+)?(?<first>\p{Lu}\p{L}{0,5}\d{1,3})\s*[:,–—-]\s+(?<from>[^?]+\?["'”’»]?)\s+(?:At\s+)?(?<second>\p{Lu}\p{L}{0,5}\d{1,3})\s*[:,–—-]\s+(?<to>[^?]+\?["'”’»]?)\s*$/u;

/**
 * The fundamental question before and after, from blocks that may hold it among other text.
 *
 * @param own Whether the blocks stand under a heading that announces the question.
 */
export function readQuestion(blocks: readonly RootContent[], own: boolean): FundamentalQuestion | undefined {
  const passages = blocks.flatMap((block) =>
    block.type === 'list' ? listPassages(block) : paragraphsOf([block]),
  );
  for (const [index, passage] of passages.entries()) {
    if (passage.text.length > longestPassage) {
      continue;
    }
    const speaksOfIt = own || /\bquestion/iu.test(passage.text);
    const found = speaksOfIt ? parseQuestions(passage.text) : parsePerLevel(passage.text);
    if (found !== undefined) {
      return { ...found, range: passage.range };
    }
    const next = passages[index + 1];
    const both = next === undefined ? undefined : parsePerLevel(`${passage.text} ${next.text}`);
    if (both !== undefined && next !== undefined) {
      return { ...both, range: { start: passage.range.start, end: next.range.end } };
    }
  }
  return own ? readPassages(passages) : undefined;
}

/** Both questions out of one paragraph's text. */
export function parseQuestions(text: string): { readonly from: string; readonly to: string } | undefined {
  const levels = parsePerLevel(text);
  if (levels !== undefined) {
    return levels;
  }
  const quoted = quotedPair.exec(text);
  if (quoted !== null) {
    return pair(quoted[1], quoted[2] ?? quoted[3]);
  }
  const bare = barePair.exec(text) ?? arrowPair.exec(text);
  if (bare !== null) {
    return pair(bare[1], bare[2]);
  }
  const questions = [...text.matchAll(quotedQuestion)];
  return questions.length === 2 ? pair(questions[0]?.[1], questions[1]?.[1]) : undefined;
}

function parsePerLevel(text: string): { readonly from: string; readonly to: string } | undefined {
  const groups = perLevel.exec(text)?.groups;
  return groups === undefined || groups.first === groups.second
    ? undefined
    : pair(quotedOrWhole(groups.from), quotedOrWhole(groups.to));
}

/** The question in "the question is “…?”". */
function quotedOrWhole(text: string | undefined): string | undefined {
  const [only, ...others] = [...(text ?? '').matchAll(quotedQuestion)];
  return others.length === 0 ? (only?.[1] ?? text) : text;
}

/** Two questions of a list or of paragraphs, each perhaps behind "Before:" and "After:". */
function readPassages(passages: readonly Passage[]): FundamentalQuestion | undefined {
  const [from, to, ...more] = passages.filter((passage) => /\?["'”’»*_]*$/u.test(passage.text));
  const both =
    from === undefined || to === undefined || more.length > 0 ? undefined : pair(ask(from), ask(to));
  return both === undefined || from === undefined || to === undefined
    ? undefined
    : { ...both, range: { start: from.range.start, end: to.range.end } };
}

function ask({ text }: Passage): string {
  return text.replace(/^[^:?"“‘']{1,40}:\s+/u, '');
}

function pair(
  from: string | undefined,
  to: string | undefined,
): { readonly from: string; readonly to: string } | undefined {
  return from === undefined || to === undefined
    ? undefined
    : { from: withoutMarks(from), to: withoutMarks(to) };
}

/** A question without the marks around it, nor the one that a search cut off from its partner. */
function withoutMarks(question: string): string {
  const inner = unquote(collapse(question));
  const [first] = inner;
  return first !== undefined &&
    new RegExp(mark, 'u').test(first) &&
    !new RegExp(mark, 'u').test(inner.slice(1))
    ? inner.slice(1)
    : inner;
}
