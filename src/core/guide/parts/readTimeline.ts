import type { RootContent, TableCell } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { type Passage, passageOf, plainText } from '../../markdown/plainText';
import type { SourceText, TextRange } from '../../text/sourceText';
import { cellItems, cellListItems } from '../blocks/cellItems';
import {
  isBlockquote,
  isEmphasis,
  isHeading,
  isHtml,
  isList,
  isParagraph,
  isStrong,
  isTable,
  isThematicBreak,
  phrasesOf,
  tableRows,
} from '../blocks/nodeTypes';
import { listOf, paragraphIn, quoteOf } from '../blocks/paragraphs';
import {
  isQuestion,
  listPassages,
  locate,
  paragraphsOf,
  paragraphText,
  quotedLists,
} from '../blocks/passages';
import { contentOf, isBoldLine, labelsText, type Section } from '../blocks/sections';
import { withoutOrnament } from '../headingNumbers';
import { takeWhile, theOnly } from '../lists';
import type { Timeline } from '../model';
import { isImportant, withoutLead } from './importantLead';

const ones = 'one|two|three|four|five|six|seven|eight|nine';
const word = `(?:(?:twenty|thirty)(?:-(?:${ones}))?|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen|${ones})`;
const amount = String.raw`(?:\d+(?:[.,]\d+)?[½¼¾]?|[½¼¾]|${word}(?:\s+and\s+a\s+half|\s+\(\d+\))?)(?:\s*\+|\s+or\s+more\b)?\s*`;
const unit = '(?:years?|yrs?|months?|mos?|quarters?|seasons?|semesters?|weeks?)';
/** Most texts tell no time, which is told at once. */
const namesUnit = new RegExp(`${unit}\\b`, 'i');
const joiner = String.raw`\s*(?:-{1,3}|[‐‑–—]|-?to-?|or)\s*`;
const between = `between\\s+${amount}(?:\\s*${unit})?\\s+and\\s+${amount}\\s*${unit}\\b`;
const firstAmount = String.raw`(?<![\p{L}\p{N}.])${amount}`;
const secondAmount = `(?:\\s*${unit})?${joiner}${amount}`;
const span = new RegExp(
  [
    between,
    `\\ban?\\s+${unit}\\s+(?:or\\s+(?:two|three|so)|and\\s+a\\s+half)\\b`,
    `${firstAmount}(?:${secondAmount})?[\\s-]*${unit}\\b`,
  ].join('|'),
  'iu',
);

/**
 * "5+ winters", "two academic years", "6,000-8,000 hours": where the year has seasons, and where hours are logged,
 * people count these, but they tell of much else, so that they count only where no other time is told.
 */
const seasonal = new RegExp(
  String.raw`${firstAmount}(?:${joiner}${amount})?(?:(?:full|whole|growing)\s+)?(?:(?:academic|school)\s+years|winters|summers|seasons|(?:school\s+)?terms|semesters|trimesters|(?<=\d[.,]?\d{3}\s*\+?\s*)hours)\b`,
  'iu',
);

/** From one figure to another; where a sentence has both a range and a single figure, the range is meant. */
const range = new RegExp(`${between}|${firstAmount}${secondAmount}[\\s-]*${unit}\\b`, 'iu');
const abbreviation =
  /\b(?:[Aa]pprox|[Cc]a|c|[Cc]irca|vs|[Ee]\.g|[Ii]\.e|[Aa]vg|[Mm]in|[Mm]ax|[Ee]st|[Ii]ncl|[Nn]o)\.$/;
/** Made when it is first needed: the start of VS Code waits for what is made with the module. */
let sentences: Intl.Segmenter | undefined;

/** The typical time, the reasons for it, and the caveat that closes the section. */
export function readTimeline(sections: readonly Section[], source: SourceText): Timeline | undefined {
  if (sections.length === 0) {
    return undefined;
  }
  const blocks = sections.flatMap((section) =>
    beforeFooter(contentOf(section)).flatMap(quotedLists).flatMap(unnested).flatMap(unkeyed),
  );
  const listed = reasonsIn(sections, blocks);
  const inTables = listed.length > 0 ? [] : blocks.flatMap(reasonRows);
  const lastList = blocks.findLastIndex((block) => isList(block) || (inTables.length > 0 && isTable(block)));
  // In a section that begins with a list its items tell everything, the time included.
  const inList = isList(blocks[0]) ? listed.find(tellsTime) : undefined;
  const summary = inList ?? summaryIn(blocks, source);
  const caveat =
    caveatIn(blocks, lastList, summary) ?? withoutLead(listed.find(({ text }) => isImportant(text)));
  return {
    summary,
    typical: summary && (typicalTime(summary.text) ?? seasonsIn(summary.text)),
    reasons: [...listed, ...inTables].filter((reason) => reason !== inList && reason.range !== caveat?.range),
    caveat,
  };
}

/** A list that tells the time, or says "Reasons:", and holds a list of reasons, as the lines and lists that stand in it. */
function unnested(block: RootContent): readonly RootContent[] {
  const items = isList(block) ? block.children : [];
  const tellsTimeFirst = ([first]: readonly RootContent[]): boolean =>
    first !== undefined && typicalTime(plainText(first)) !== undefined;
  const label = theOnly(items)?.children[0];
  const isLabelled = label !== undefined && plainText(label).endsWith(':');
  return items.some(({ children }) => children.some(isList)) &&
    (isLabelled || items.some(({ children }) => tellsTimeFirst(children)))
    ? items.flatMap(({ children }) => children)
    : [block];
}

/** The first words of a row that say what stands behind them. */
const reasonKey = /^(?:why|reasons?|because|factors?|drivers?|what takes)\b.{0,30}$/iu;
const caveatKey = /^(?:caveats?|important|please note|notes?|but|mind|remember)[:!.]?$/iu;

/**
 * A table of two columns without a header, with a row for the time, one or several for the reasons, of which the first
 * says so or each, and perhaps one for the caveat, as the other rows, a list and a quote.
 */
function unkeyed(block: RootContent): readonly RootContent[] {
  const [header] = tableRows(block);
  const words = header === undefined ? '' : plainText(header);
  if (!isTable(block) || header?.children.length !== 2 || (words !== '' && !tellsTime({ text: words }))) {
    return [block];
  }
  let key = '';
  const reasons: TableCell[] = [];
  const caveats: TableCell[] = [];
  const others = block.children.filter(({ children: [first, cell] }) => {
    key = (first && plainText(first)) || key;
    const group = reasonKey.test(key) ? reasons : caveatKey.test(key) ? caveats : undefined;
    if (cell === undefined || plainText(cell) === '') {
      return true;
    }
    group?.push(cell);
    return group === undefined;
  });
  return reasons.length > 0 && others.some((row) => tellsTime({ text: plainText(row) }))
    ? [
        { ...block, children: others },
        listOf(reasons.flatMap((cell) => cellListItems(cell, reasons.length === 1))),
        ...caveats.map((cell) => quoteOf(paragraphIn(cell.children))),
      ]
    : [block];
}

function rowsOf(block: RootContent): readonly Passage[] {
  return isTable(block) ? block.children.flatMap((row) => passageOf([row]) ?? []) : [];
}

/** The lists under the heading itself; where it has none, those of its subsections. */
function reasonsIn(sections: readonly Section[], blocks: readonly RootContent[]): readonly Passage[] {
  const lists = blocks.filter(isList);
  const own = lists.filter((list) => sections.some((section) => section.blocks.includes(list)));
  return (own.length > 0 ? own : lists).flatMap(listPassages);
}

const reasonWord =
  /\b(?:reasons?|why|because|factors?|causes?|drivers?|takes? (?:so long|time)|time is for|makes it so)\b/i;

/**
 * The rows of a table whose header says that it gives reasons: what stands in the columns headed so. Where all
 * rows tell times, they are none.
 */
function reasonRows(block: RootContent): readonly Passage[] {
  const [header, ...rows] = tableRows(block);
  const cells = header?.children ?? [];
  const columns = cells.map((cell) => cells.length === 1 || reasonWord.test(plainText(cell)));
  const reasons = rows.flatMap(({ children }): readonly Passage[] => {
    const cells = children.filter((cell, column) => columns[column] && plainText(cell) !== '');
    const [only, found] = [theOnly(cells), passageOf(cells)];
    return only !== undefined
      ? cellItems(only, rows.length === 1)
      : found === undefined
        ? []
        : [{ ...found, text: cells.map(plainText).join(': ') }];
  });
  return reasons.every(tellsTime) ? [] : reasons;
}

function tellsTime({ text }: Pick<Passage, 'text'>): boolean {
  return typicalTime(text) !== undefined;
}

/** A line across the page behind the last section parts it from what concerns the page, not the step; so may a label. */
function beforeFooter(blocks: readonly RootContent[]): readonly RootContent[] {
  return takeWhile(blocks, (block, index) => {
    const next = blocks[index + 1];
    const isCaveatBelow = next !== undefined && isCaveat(next) && !ofPage.test(plainText(next));
    return !(
      index > 0 &&
      ((isThematicBreak(block) && next !== undefined && !isCaveatBelow) ||
        (labelsList(block, next) && ofPage.test(plainText(block))))
    );
  });
}

/** "**Changes to this page**" */
const ofPage =
  /^(?:changes? (?:to|in|log)|change ?log|history|versions?\b|revisions?\b|see also|related|links?\b|contacts?\b|who\b|further\b)/iu;

/** Whether a block says that it is important, or is set off as a caveat is. */
function isCaveat(block: RootContent): boolean {
  const [first] = paragraphsOf([block]);
  return (
    first !== undefined && (isStrongLine(block) || isImportant(first.text) || ofStaying.test(first.text))
  );
}

/** What a caveat says, and no line about the page does. */
const ofStaying =
  /\b(?:stay(?:s|ed|ing)?(?! in touch)|remain(?:ed|s(?! an?\b))?|plateaus?|stopped climbing|not for everyone|(?:the )?only way (?:up|on|forward)|none of (?:this|it)\b|no (?:rush|hurry)|(?:a|no) race)\b/i;

function isStrongLine(block: RootContent): boolean {
  return isBlockquote(block) || (isParagraph(block) && isStrong(block.children[0]));
}

/** The span of time that a text tells, as it is written there: "3-5 years". */
function typicalTime(text: string): string | undefined {
  return typicalRange(text) ?? (namesUnit.test(text) ? span.exec(text)?.[0] : undefined);
}

/** The same where it leads from one figure to another. */
export function typicalRange(text: string): string | undefined {
  return namesUnit.test(text) ? range.exec(text)?.[0] : undefined;
}

/** The seasons that a sentence gives as what is usual, or with its first words; not those that have passed or recur. */
function seasonsIn(sentence: string): string | undefined {
  const { index = 0, 0: time } = seasonal.exec(sentence) ?? {};
  return time !== undefined &&
    !condition.test(sentence) &&
    !/\b(?:every|each|per|last|past|first|next|other|these|those|all|both)\s+$/iu.test(
      sentence.slice(0, index),
    ) &&
    (pace.test(sentence) || index < 8)
    ? time
    : undefined;
}

function tellsSeasons({ text }: Pick<Passage, 'text'>): boolean {
  return seasonal.test(text) && sentencesOf(text).some((sentence) => seasonsIn(sentence) !== undefined);
}

const pace =
  /\b(?:usual|typical|normal|general)(?:ly)?\b|\b(?:most|median|average|rarely|seldom|at least|takes?|needs?|spend|wait|expect|plan on|allow)\b/i;

/** The sentence of some text that tells how long the step takes, where no section does. */
export function timeIn(blocks: readonly RootContent[], source: SourceText): Timeline | undefined {
  const passages = paragraphsOf(blocks).filter(({ text }) => typicalRange(text) !== undefined);
  const found = passages.flatMap(({ text, range }) =>
    sentencesOf(text)
      .filter(
        (sentence) =>
          typicalRange(sentence) !== undefined && tellsPace(sentence, false) && ofStep.test(sentence),
      )
      .map((sentence) => ({ text: sentence, range: locate(source, range, sentence) })),
  );
  const summary = theOnly(found);
  return summary && { summary, typical: typicalTime(summary.text), reasons: [], caveat: undefined };
}

/**
 * "The step typically takes 2-3 years", "Most people spend three to five years at M1 before they move on"; what takes
 * its time at a level, such as a project, is not the step.
 */
const ofStep =
  /\b(?:step|transition|move|promotion|progression|journey|climb|path|change)\b.*\btakes?\b|(?:^|\b(?:it|this|people|most|of us|of you|everyone|nobody|few)) (?:\w+ly )?takes?\b|\b(?:it to take|spend\b.*\b(?:as|at|in)|(?:move(?:s|d)? (?:from|on|to|up)|progress|promoted)|(?:typical|usual|expected) (?:time|pace))\b/isu;

const tellsUsual = /\b(?:usual|typical|normal|general)(?:ly)?\b/i;

const fewMonths = /weeks?$|\b(?:one|two|three|four|five)\s+months?$/iu;

/** Who may apply, and what counts as time: that is no pace. */
const condition = /\b(?:appl(?:y|ies)|eligible|must have|counts? as|half[- ]time|part[- ]time|probation)\b/i;

/** "There is no fixed time." */
const noTime =
  /\bno (?:fixed|set|standard|minimum|usual|typical) (?:number of years|times?|timeline|timetable|period|pace|term)(?:\s*[.,;:–—]|$|\s+(?:at|as|for (?:the|this) (?:step|move|promotion|transition))\b)/iu;

/**
 * Whether a text tells how long a step takes: years, or half a year and more, as what is usual or as its
 * first words.
 *
 * @param isHinted Whether the heading suggests it, so that the figure is enough.
 */
export function tellsPace(text: string, isHinted: boolean): boolean {
  const time = typicalTime(text);
  if (time === undefined) {
    return noTime.test(text) || (isHinted && tellsSeasons({ text }));
  }
  const months = /months?|mos?$/iu.test(time) ? time.match(/\d+/gu) : null;
  const isShort = months === null ? fewMonths.test(time) : Math.max(...months.map(Number)) < 6;
  return (
    !isShort &&
    !condition.test(text) &&
    !/\b(?:every|each|per)\s+$/i.test(text.slice(0, text.indexOf(time))) &&
    (isHinted || pace.test(text) || text.indexOf(time) < 8)
  );
}

/** "Some have stayed at one lock for ten years", and not "Most stay at M1 for 3-5 years before they move to M2". */
function tellsOfStaying({ text }: Passage): boolean {
  return ofStaying.test(text) && !tellsUsual.test(text) && !ofStep.test(text);
}

function summaryIn(blocks: readonly RootContent[], source: SourceText): Passage | undefined {
  const paragraphs = paragraphsOf(blocks);
  const plain = paragraphs.filter(({ text }) => !isImportant(text));
  const reasons = blocks.findIndex(isList);
  const list = blocks.slice(0, Math.max(reasons, 0)).some(isParagraph) ? blocks[reasons] : undefined;
  const tells = (passage: Passage): boolean =>
    tellsTime(passage) &&
    // Behind the reasons, "ten years" may be those that somebody has stayed.
    (list === undefined || passage.range.start < rangeOf(list).start || !tellsOfStaying(passage));
  const passage =
    plain.find(tells) ??
    plain.find(({ text }) => noTime.test(text)) ??
    paragraphs.find(tells) ??
    blocks.flatMap(rowsOf).find(tellsTime) ??
    plain.find(tellsSeasons) ??
    plain[0];
  if (passage === undefined) {
    return undefined;
  }
  const all = sentencesOf(passage.text);
  const text =
    all.find((sentence) => typicalTime(sentence) !== undefined) ??
    all.find((sentence) => seasonsIn(sentence) !== undefined) ??
    all[0] ??
    passage.text;
  return { text, range: locate(source, passage.range, text) };
}

const behindLetter =
  /(?<=\p{Lu}\p{Ll}+[ -]\p{Lu}\.\s+)(?=(?:This|That|These|It|The|They|Reasons?|Why|We|You|Some|Most|There)\b)/u;

/** "… to get from g2 to g3. that's because:" */
const behindId = /(?<=\p{L}\d+\.\s+)(?=(?:this|that)\b)/u;

/** Nobody tells the time behind so much text, all of which the segmenter gives with each sentence. */
const longestText = 10_000;

/** The sentences of a text; the full stop of "approx. 2 years" ends none. */
function sentencesOf(text: string): readonly string[] {
  sentences ??= new Intl.Segmenter('en', { granularity: 'sentence' });
  const found: string[] = [];
  // The full stop behind "Band C" ends a sentence, which the segmenter takes for that of an initial.
  const segments = [...sentences.segment(text.slice(0, longestText))].flatMap(({ segment }) =>
    segment.split(behindLetter).flatMap((part) => part.split(behindId)),
  );
  for (const segment of segments) {
    const previous = found.at(-1);
    if (previous !== undefined && abbreviation.test(previous.trimEnd())) {
      found[found.length - 1] = previous + segment;
    } else {
      found.push(segment);
    }
  }
  return found.map((sentence) => sentence.trim());
}

/** What stands behind the reasons, or is marked as important: the words that put the time in its place. */
function caveatIn(
  blocks: readonly RootContent[],
  lastList: number,
  summary: Passage | undefined,
): Passage | undefined {
  const isAllText = blocks.every(isParagraph);
  const candidates = blocks.flatMap((block, index) => {
    const passages =
      isLabel(block, blocks[index + 1]) || isMark(block) || pointsElsewhere(block) || isSmallPrint(block)
        ? []
        : paragraphsOf([block]);
    const important = isMark(blocks[index - 1]) || passages.some(({ text }) => isImportant(text));
    const isSignature = index === blocks.length - 1 && isEmphasisedName(block);
    const marked = important || (isBoldLine(block) && !isSignature) || isBlockquote(block);
    // Where all is text, what warns or speaks of staying is more than the rest of it.
    const text = paragraphText(block);
    const behind = lastList >= 0 ? index > lastList : isAllText && (ofStaying.test(text) || warns.test(text));
    return passages.map((passage) => ({ passage, important, marked, behind }));
  });
  const free = candidates.filter(
    ({ passage }) => summary === undefined || !covers(passage.range, summary.range),
  );
  // What says that it is important is the caveat, else what is set off, else what stands behind the reasons.
  const chosen =
    [
      free.filter(({ important }) => important),
      free.filter(({ marked }) => marked),
      free.filter(({ behind }) => behind),
    ].find(({ length }) => length > 0) ?? [];
  const first = chosen[0]?.passage;
  const last = chosen.at(-1)?.passage;
  return first === undefined || last === undefined
    ? undefined
    : withoutLead({
        text: chosen.map(({ passage }) => passage.text).join('\n\n'),
        range: { start: first.range.start, end: last.range.end },
      });
}

/** "*Ruth Pemberton, Headteacher*": who signs, where nothing else is set off. */
function isEmphasisedName(block: RootContent): boolean {
  return isParagraph(block) && block.children.every(isEmphasis) && !/[.!?…]$/u.test(plainText(block));
}

/** "Finally, a warning: …", "Please note: …" */
const warns =
  /^(?:\p{L}+,\s+)?(?:an?\s+(?:word\s+of\s+)?(?:warning|caution|caveat)|(?:please\s+)?note|caution|warning|remember|keep\s+in\s+mind)\s*[:,–—]/iu;

/** "<sub>People team, internal</sub>": what is set smaller is the page's. */
function isSmallPrint(block: RootContent): boolean {
  const [first] = phrasesOf(block);
  return isHtml(first) && /^<(?:su[bp]|small)\b/iu.test(first.value);
}

/** "See also: …" */
function pointsElsewhere(block: RootContent): boolean {
  return /^see also\b/iu.test(paragraphText(block));
}

/** "Important" on a line of its own, as the title of a callout. */
function isMark(block: RootContent | undefined): boolean {
  const text = isBoldLine(block) || isHeading(block) ? plainText(block) : '';
  if (/^(?:and )?(?:the |an? )?(?:caveat|note)\s*:$/iu.test(paragraphText(block))) {
    return true;
  }
  return /^(?:important|caution|careful|attention|warning|caveat|(?:please )?note|remember)[.:!]?$/iu.test(
    withoutOrnament(text),
  );
}

/** "**Factors:**" over a list, "**It is not a race**" over a paragraph. */
function isLabel(block: RootContent, next: RootContent | undefined): boolean {
  return (
    labelsList(block, next) ||
    labelsText(block, next) ||
    (isParagraph(next) && isBoldLine(block) && isQuestion(plainText(block)))
  );
}

function labelsList(block: RootContent, next: RootContent | undefined): boolean {
  return isList(next) && isBoldLine(block);
}

function covers(outer: TextRange, inner: TextRange): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}
