import type { RootContent } from 'mdast';
import { collapse, type Passage } from '../markdown/plainText';
import type { FundamentalQuestion } from './model';
import { listPassages, paragraphsOf, unquote } from './passages';

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

/**
 * The fundamental question before and after, from blocks that may hold it among other text.
 *
 * @param own Whether the blocks stand under a heading that announces the question.
 */
export function readQuestion(blocks: readonly RootContent[], own: boolean): FundamentalQuestion | undefined {
  for (const passage of paragraphsOf(blocks)) {
    const pair = own || /\bquestion/iu.test(passage.text) ? parseQuestions(passage.text) : undefined;
    if (pair !== undefined) {
      return { ...pair, range: passage.range };
    }
  }
  return own ? readPassages(blocks) : undefined;
}

/** Both questions out of one paragraph's text. */
export function parseQuestions(text: string): { readonly from: string; readonly to: string } | undefined {
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

/** Two questions of a list or of paragraphs, each perhaps behind "At M1:" or "Before:". */
function readPassages(blocks: readonly RootContent[]): FundamentalQuestion | undefined {
  const passages: readonly Passage[] = blocks.flatMap((block) =>
    block.type === 'list' ? listPassages(block) : paragraphsOf([block]),
  );
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
    : { from: unquote(collapse(from)), to: unquote(collapse(to)) };
}
