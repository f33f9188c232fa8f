import type { Paragraph, PhrasingContent, RootContent, Table } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { collapse, type Passage, passageOf, plainText } from '../../markdown/plainText';
import { arrowPattern, arrowSigns } from '../arrows';
import {
  headerTexts,
  isBlockquote,
  isEmphasis,
  isParagraph,
  isStrong,
  isTable,
  isText,
  phrasesOf,
  tableRows,
} from '../blocks/nodeTypes';
import { lineText } from '../blocks/paragraphs';
import { isQuestion, listPassages, paragraphsOf, unquote } from '../blocks/passages';
import { isBoldLine } from '../blocks/sections';
import { countedPattern, isRung } from '../levels/countedLevels';
import { idPattern, isLevelId } from '../levels/levelIds';
import { theOnly, theTwo } from '../lists';
import type { FundamentalQuestion } from '../model';

/** Nobody hides the question in a longer paragraph, and the patterns here would take their time with it. */
const longestPassage = 2000;
/** Somebody who tells a story around two questions says more than the fundamental question takes. */
const longestBesides = 80;
const longestOneLine = 500;
const mark = `["'“”„‟‘’‚«»‹›]`;
const end = `(?=[\\s.,;:!)]|$)`;

/** Two quoted questions around "to"; the marks may also stand inside the questions ("my team's"). */
const quotedPair = new RegExp(
  `\\bfrom:?\\s+${mark}(.+?)${mark}[,;]?\\s+(?:in)?to:?\\s+${mark}(?:(.+?\\?)${mark}${end}|(.+?)${mark}${end})`,
  'iu',
);
/** The same without quotation marks, as emphasis leaves it. */
const barePair = new RegExp(
  `\\bfrom:?\\s+(.+?\\?)[,;]?\\s+(?:(?:in)?to:?|${arrowPattern})\\s+(.+?\\?)`,
  'iu',
);
const quotedQuestion = new RegExp(`(?<![\\p{L}\\p{N}])${mark}\\s*(.+?\\?)\\s*${mark}${end}`, 'giu');
const arrowPair = new RegExp(`([^:.${arrowSigns}]+\\?)["'”’»]?\\s*${arrowPattern}\\s*(.+?\\?)`, 'u');

/** "At M1: …? At M2: …?", or "Ask at Grade 5: …?", each question perhaps in quotation marks. */
const perLevel = new RegExp(`(?:^|\\s)${asked('first', 'from')}\\s+${asked('second', 'to')}\\s*$`, 'u');

function asked(level: string, question: string): string {
  return `(?:(?:At|As\\s+an?|(?:Ask|(?:\\p{L}+\\s+)?[Qq]uestion)\\s+(?:at|in|as\\s+an?|for))\\s+)?(?<${level}>(?=\\p{L}{2})${countedPattern}|${idPattern})\\s*[:,–—-]\\s+(?<${question}>[^?]+\\?["'”’»]?)`;
}

/** "Before: …?", "New question → …?" */
const oneLabel = String.raw`(?:\d[\d.]*\s+)?\p{L}[^:?.${arrowSigns}]{0,40}(?::|\s*${arrowPattern})\s+([^?:${arrowSigns}]+\?)`;
const twoLabels = new RegExp(`^${oneLabel}\\s+${oneLabel}$`, 'u');

/**
 * The fundamental question before and after, from blocks that may hold it among other text.
 *
 * @param place Under which heading the blocks stand: one that announces the question, the core shift's,
 *   where two questions side by side can be no others, or any other.
 */
export function readQuestion(
  blocks: readonly RootContent[],
  place: 'question' | 'shift' | 'other',
): FundamentalQuestion | undefined {
  const passages = blocks
    .flatMap((block) => passagesOf(block, place))
    .filter(({ text }) => text.length <= longestPassage);
  // "Yesterday you asked: …? Tomorrow you ask: …?"
  const parse = (text: string): Questions | undefined =>
    place !== 'other' || /\bask(?:s|ed)?\b/i.test(text) ? parseSideBySide(text) : parsePerLevel(text);
  for (const { text, range } of passages) {
    const speaksOfIt = place === 'question' || /\bquestion/i.test(text);
    const found = (speaksOfIt ? parseQuestions(text) : undefined) ?? parse(text);
    if (found !== undefined) {
      return { ...found, range };
    }
  }
  for (const [index, passage] of passages.entries()) {
    const next = passages[index + 1];
    const both = next === undefined ? undefined : parse(`${passage.text} ${next.text}`);
    if (both !== undefined && next !== undefined) {
      return { ...both, range: { start: passage.range.start, end: next.range.end } };
    }
  }
  switch (place) {
    case 'question':
      return readPassages(passages);
    case 'shift':
      return readSetOff(blocks) ?? readEmphasised(blocks);
    default:
      return (
        readPassages(blocks.filter(isQuestionTable).flatMap((table) => passagesOf(table, 'question'))) ??
        readOneLine(blocks)
      );
  }
}

/** Two questions that emphasis sets off in one paragraph, whatever stands around them. */
function readEmphasised(blocks: readonly RootContent[]): FundamentalQuestion | undefined {
  const found = blocks.flatMap((block) => {
    const two = theTwo(phrasesOf(block).filter(isSetOffQuestion));
    return two === undefined
      ? []
      : [{ ...pair(plainText(two[0]), plainText(two[1])), range: rangeOf(block) }];
  });
  return theOnly(found);
}

/** "“Is it fun?” gives way to “Does the game get better?”": two questions and few words besides, in one paragraph alone. */
function readOneLine(blocks: readonly RootContent[]): FundamentalQuestion | undefined {
  const passages = blocks.flatMap((block) =>
    isParagraph(block) ? emphasisQuoted(block) : paragraphsOf([block]),
  );
  const short = passages.filter(({ text }) => text.length <= longestOneLine);
  const found = short.flatMap(({ text, range }) => {
    const besides = text.replace(quotedQuestion, '');
    const both =
      besides.length <= longestBesides && tellsChange.test(besides) ? parseSideBySide(text) : undefined;
    return both === undefined ? [] : [{ ...both, range }];
  });
  return theOnly(found);
}

/** What parts the later question from the earlier, and not from one that somebody else asks. */
const tellsChange = new RegExp(
  `${arrowPattern}|\\b(?:chang|shift|turn|becom|evolv|grows? in|mov(?:es|ing)|yield|way to|replac|supersede|(?:in|the|takes?) place|instead|rather|no longer|from|used to|was|were|before|after|once|now|today|then|at \\p{L}+\\d+|as an? )`,
  'iu',
);

/** "Question you ask as an M1 | Question you ask as an M2" over a single row, or "At M1 you ask | At M2 you ask". */
function isQuestionTable(block: RootContent): block is Table {
  const [, ...rows] = tableRows(block);
  const labels = headerTexts(block);
  return (
    rows.length === 1 &&
    (labels.some((label) => /\bquestions?\b/i.test(label)) ||
      (labels.length > 1 && labels.every((label) => /\b(?:you|I|we) ask\b/i.test(label))))
  );
}

/**
 * Two questions that stand alone, each as a quotation, in a table of one row or one for each level, or behind a
 * line that leads to it; a third leaves it open which are meant.
 */
function readSetOff(blocks: readonly RootContent[]): FundamentalQuestion | undefined {
  return readPassages(
    blocks.flatMap((block, index) =>
      standsAlone(block, blocks[index - 1]) ? passagesOf(block, 'question') : [],
    ),
  );
}

function standsAlone(block: RootContent, previous: RootContent | undefined): boolean {
  return (
    isBlockquote(block) ||
    (isTable(block) && (block.children.length === 2 || asksPerRow(block))) ||
    isBoldLine(block) ||
    (isParagraph(previous) && plainText(previous).endsWith(':'))
  );
}

/** Two rows, each a level and its question. */
function asksPerRow({ children: [, ...rows] }: Table): boolean {
  return (
    rows.length === 2 &&
    rows.every(
      ({ children }) => children.map((cell) => plainText(cell).includes('?')).join() === 'false,true',
    )
  );
}

/** The passages among which the question may be; emphasis that sets a question off counts as quotation marks. */
function passagesOf(block: RootContent, place: 'question' | 'shift' | 'other'): readonly Passage[] {
  switch (block.type) {
    case 'list':
      return listPassages(block);
    case 'table':
      return place === 'question'
        ? block.children
            .slice(1)
            .flatMap(({ children }) => children.flatMap((cell) => passageOf([cell]) ?? []))
        : [];
    case 'heading':
      return [{ text: plainText(block), range: rangeOf(block) }];
    case 'paragraph':
      return place === 'question' ? paragraphsOf([block]) : emphasisQuoted(block);
    default:
      return paragraphsOf([block]);
  }
}

function emphasisQuoted(block: Paragraph): readonly Passage[] {
  const asked = block.children.filter(isSetOffQuestion);
  const questions = asked.length === 0 ? setOffFromTo(block) : asked;
  if (questions.length !== 2) {
    return paragraphsOf([block]);
  }
  const texts = block.children.map((child) =>
    questions.includes(child)
      ? `“${unquote(plainText(child))}”`
      : isText(child)
        ? child.value
        : plainText(child),
  );
  return [{ text: collapse(texts.join('')), range: rangeOf(block) }];
}

/** "The question moves from *does it work* to *will it last*": what has no question mark is a question by these words. */
function setOffFromTo({ children }: Paragraph): readonly PhrasingContent[] {
  const phrases = theTwo(children.filter(isSetOff));
  if (phrases === undefined) {
    return [];
  }
  const [from, to] = phrases;
  const before = lineText(children.slice(0, children.indexOf(from)));
  const between = lineText(children.slice(children.indexOf(from) + 1, children.indexOf(to)));
  return /\bquestion\b[^.?!]*\b(?:chang|shift|mov|turn|evolv|go|grow)\w*\s+from$/isu.test(before) &&
    /^(?:in)?to$/iu.test(between)
    ? phrases
    : [];
}

/** "“What will nobody ask again?” takes the place of “Did I get through my queue?”": the later one stands first. */
const replaces =
  /\b(?:takes? the place of|in place of|replac(?:es?|ing)|instead of|rather than|supersedes)\b/i;

function isSetOff(child: PhrasingContent): boolean {
  return isEmphasis(child) || isStrong(child);
}

function isSetOffQuestion(child: PhrasingContent): boolean {
  return isSetOff(child) && isQuestion(plainText(child));
}

/** Two quoted questions and no third, or two that labels of their own introduce: "Before: …? After: …?" */
function parseSideBySide(text: string): Questions | undefined {
  const [from, to, ...more] = [...text.matchAll(quotedQuestion)];
  if (from !== undefined && to !== undefined) {
    const between = text.slice(from.index + from[0].length, to.index);
    if (more.length > 0 || /^[\s,;]*(?:and|or|und|oder|et|ou)?\s*$/iu.test(between)) {
      return undefined;
    }
    return replaces.test(between) ? pair(to[1], from[1]) : pair(from[1], to[1]);
  }
  const labelled = twoLabels.exec(text);
  return parsePerLevel(text) ?? (labelled === null ? undefined : pair(labelled[1], labelled[2]));
}

/** A quotation mark, and no apostrophe within a word. */
const anyMark = new RegExp(`(?<!\\p{L})${mark}|${mark}(?!\\p{L})`, 'u');

interface Questions {
  readonly from: string;
  readonly to: string;
}

/** Both questions out of one paragraph's text. */
function parseQuestions(text: string): Questions | undefined {
  const quoted = quotedPair.exec(text);
  if (quoted !== null) {
    return pair(quoted[1], quoted[2] ?? quoted[3]);
  }
  const plain = barePair.exec(text);
  if (plain !== null && !anyMark.test(`${plain[1]}${plain[2]}`)) {
    return pair(plain[1], plain[2]);
  }
  const [first, second] = theTwo([...text.matchAll(quotedQuestion)]) ?? [];
  if (first !== undefined && second !== undefined) {
    return pair(first[1], second[1]);
  }
  const bare = plain ?? arrowPair.exec(text);
  return bare === null ? undefined : pair(bare[1], bare[2]);
}

/** Whether a text asks one question at each of two levels. */
export function asksAtBothLevels(text: string): boolean {
  return text.length <= longestPassage && parsePerLevel(text) !== undefined;
}

function parsePerLevel(text: string): Questions | undefined {
  // Most texts ask nothing twice, which is told at once.
  const groups = text.indexOf('?') < text.lastIndexOf('?') ? perLevel.exec(text)?.groups : undefined;
  return groups === undefined ||
    groups.first === groups.second ||
    ![groups.first ?? '', groups.second ?? ''].every((name) => isLevelId(name) || isRung(name))
    ? undefined
    : pair(quotedOrWhole(groups.from), quotedOrWhole(groups.to));
}

/** The question in "the question is “…?”". */
function quotedOrWhole(text = ''): string {
  return theOnly([...text.matchAll(quotedQuestion)])?.[1] ?? text;
}

/** Two questions of a list or of paragraphs, each perhaps behind "Before:" and "After:". */
function readPassages(passages: readonly Passage[]): FundamentalQuestion | undefined {
  const [from, to] = theTwo(passages.filter(({ text }) => isQuestion(text))) ?? [];
  return from === undefined || to === undefined
    ? undefined
    : { ...pair(ask(from), ask(to)), range: { start: from.range.start, end: to.range.end } };
}

/** "At M1: …?", "M1 → …?" */
const label = new RegExp(`^[^:?"“‘']{1,40}?(?::|\\s${arrowPattern})\\s+`, 'u');

function ask({ text }: Passage): string {
  return quotedOrWhole(text.replace(label, ''));
}

function pair(from = '', to = ''): Questions {
  return { from: withoutMarks(from), to: withoutMarks(to) };
}

/** What may lead to a question that stands alone: "→ …?", "to “…?”". */
const lead = new RegExp(`^(?:${arrowPattern}\\s*|(?:from|to)\\s+(?=${mark}))`, 'iu');

/** A question without the marks around it, nor the one that a search cut off from its partner. */
function withoutMarks(question: string): string {
  const inner = unquote(
    collapse(question)
      .replace(lead, '')
      .replace(/^(?:from|to)\s+(?=\p{Lu})/u, ''),
  );
  const [first] = inner;
  return first !== undefined &&
    new RegExp(mark, 'u').test(first) &&
    !new RegExp(mark, 'u').test(inner.slice(1))
    ? inner.slice(1)
    : inner;
}
