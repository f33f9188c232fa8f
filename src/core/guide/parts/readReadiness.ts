import type { List, RootContent, Table } from 'mdast';
import { rangeOf } from '../../markdown/nodes';
import { type Passage, passageOf, plainText } from '../../markdown/plainText';
import { cellItems } from '../blocks/cellItems';
import { enumerated, itemParagraphs, longestEnumeration } from '../blocks/enumerations';
import { headerTexts, isBlockquote, isHeading, isList, isParagraph, isTable } from '../blocks/nodeTypes';
import {
  isListOrTable,
  isQuestion,
  listPassages,
  paragraphsOf,
  paragraphText,
  quotedLists,
  shortText,
  unquote,
  withoutBox,
} from '../blocks/passages';
import { boldLead, contentOf, isBoldLine, labelsText, labelText, type Section } from '../blocks/sections';
import { isClosingRule } from '../closingRule';
import type { PartKind, Readiness } from '../model';
import { hintsAt, isListOfReadiness, partOf } from '../sectionKinds';
import { withoutLead } from './importantLead';
import { asksAtBothLevels } from './readQuestion';

type Place = 'intro' | 'trackRecord' | 'selfAssessment' | 'other';

/**
 * What a guide says of being ready: its opening words, the track record, the questions and the rule
 * that closes them. The parts may be subsections, lines in bold, or sections of their own, so all
 * sections that speak of readiness are read in their order.
 */
export function readReadiness(sections: readonly Section[]): Readiness | undefined {
  if (sections.length === 0) {
    return undefined;
  }
  const found: Found = {
    summary: [],
    trackRecord: [],
    selfAssessment: [],
    closing: [],
    recordText: [],
    questionText: [],
  };
  for (const section of sections) {
    readSection(section, found);
  }
  const { trackRecord, selfAssessment, recordText, questionText } = found;
  const lastQuestion = selfAssessment.length > 0 ? -1 : questionText.findLastIndex(asks);
  return {
    summary: passageOf(
      found.summary.some((block) => !isAlert(block))
        ? found.summary.filter((block) => !isAlert(block))
        : found.summary,
    ),
    trackRecord: trackRecord.length > 0 ? trackRecord : itemParagraphs(recordText),
    selfAssessment:
      lastQuestion < 0 ? selfAssessment : questionText.filter(asks).flatMap(eachQuestion).map(withoutNumber),
    rule: withoutLead(
      ruleIn(found) ?? (lastQuestion < 0 ? behindRecord(found) : questionText[lastQuestion + 1]),
    ),
  };
}

/** The rule that closes the questions: what stands behind them is it rather than what a track record says of its own. */
function ruleIn({ selfAssessment, trackRecord, closing }: Found): Passage | undefined {
  const behind = (start: number): readonly Passage[] => closing.filter(({ range }) => range.start > start);
  const asked = selfAssessment[0]?.range.start ?? 0;
  const kept = trackRecord[0]?.range.start ?? 0;
  // What leads to the first list closes nothing where something else may.
  const behindFirst = behind(Math.min(asked, kept));
  return (
    behind(asked).find(tellsRule) ??
    behindFirst.find(tellsRule) ??
    behindFirst.find(isNoAside) ??
    closing.find(tellsRule) ??
    closing.find(isNoAside)
  );
}

/** Where no questions are asked, what stands behind the track record closes readiness. */
function behindRecord({ selfAssessment, trackRecord, recordText }: Found): Passage | undefined {
  const last = trackRecord.at(-1);
  return last === undefined || selfAssessment.length > 0
    ? undefined
    : paragraphsOf(recordText).find((passage) => passage.range.start > last.range.end && isNoAside(passage));
}

function isNoAside({ text }: Passage): boolean {
  return !/^\(.*\)$|^see also\b/isu.test(text);
}

/** What the blocks that were read so far say. */
interface Found {
  readonly summary: RootContent[];
  readonly trackRecord: Passage[];
  readonly selfAssessment: Passage[];
  /** What may be the rule that closes the questions. */
  readonly closing: Passage[];
  /** Text in the place of a track record, and of questions: it counts where no list of them is found. */
  readonly recordText: RootContent[];
  readonly questionText: Passage[];
}

function readSection(section: Section, found: Found): void {
  let place: Place = placeIn(section.part) ?? 'intro';
  let depth: number = section.heading.depth;
  let isBehindList = false;
  const content = contentOf(section).flatMap(quotedLists).flatMap(labelledLists);
  for (const [index, block] of content.entries()) {
    const next = content[index + 1];
    const announced = announcedPlace(block, next);
    const runIn = runInItems(block);
    if (runIn.place !== undefined && runIn.items.length > 0) {
      listFor(runIn.place, runIn.items, found)?.push(...runIn.items);
    } else if (isHeading(block)) {
      // A deeper heading groups what stands there; one of the same rank ends it.
      if (announced !== undefined || block.depth <= depth || place === 'intro') {
        place = announced ?? 'other';
        depth = block.depth;
      }
    } else if (announced !== undefined) {
      place = announced;
    } else if (isList(block)) {
      isBehindList = true;
      const items = itemsOf(block).map(({ text, range }) => ({ text: unquote(text), range }));
      place = placeByItems(items, place, leadsToList(content[index - 1], block), found);
      if (isBehindClose(block, items, place, found)) {
        continue;
      }
      const begun = place === 'intro' ? questionsBegin(items) : 0;
      if (begun > 0 && found.trackRecord.length + found.selfAssessment.length === 0) {
        takeItems(items.slice(0, begun), 'trackRecord', found);
        takeItems(items.slice(begun), 'selfAssessment', found);
        continue;
      }
      const assesses = place === 'intro' && found.trackRecord.length > 0 && isCheckList(block);
      takeItems(items, assesses ? 'selfAssessment' : place, found);
    } else if (isTable(block) && placeOfTable(block, place) !== undefined) {
      isBehindList = true;
      const questions = questionCells(block);
      const isRecord = placeOfTable(block, place) === 'trackRecord';
      found.selfAssessment.push(...questions);
      found.trackRecord.push(
        ...(isRecord && questions.length === 0 ? firstCells(block) : []),
        ...(isRecord && questions.length > 0 ? statementCells(block) : []),
      );
    } else if (place === 'intro' && isBehindList && !leadsToList(block, next)) {
      found.closing.push(...paragraphsOf([block]));
    } else if (!labelsText(block, next)) {
      takeText(block, place, leadsToList(block, next) || leadsItsList(block, next, place), found);
    }
  }
}

/** "Some things are worth writing down:", under a heading for nothing but the list that follows. */
function leadsItsList(block: RootContent, next: RootContent | undefined, place: Place): boolean {
  const text = paragraphText(block);
  return place === 'other' && isList(next) && (text.endsWith(':') || !/[.!?]\s+\p{Lu}/u.test(text));
}

/** Where in a list the questions begin that several statements and nothing else stand before; 0 where it is none such. */
function questionsBegin(items: readonly Passage[]): number {
  const first = items.findIndex(asks);
  return first > 1 && items.length - first > 1 && items.slice(first).every(asks) ? first : 0;
}

/** Statements behind questions and the words that close these: how the committee works, for instance. */
function isBehindClose(
  list: List,
  items: readonly Passage[],
  place: Place,
  { selfAssessment, closing }: Found,
): boolean {
  const isForOthers = place === 'other' && isCheckList(list) && closing.length > 0;
  return (
    (isForOthers || (place === 'selfAssessment' && closing.some(tellsRule))) &&
    selfAssessment.length > 0 &&
    selfAssessment.every(asks) &&
    !items.some(asks)
  );
}

/** A list of boxes to tick: behind a track record, statements that one asks oneself about. */
function isCheckList({ children }: List): boolean {
  return children.every(({ checked }) => typeof checked === 'boolean');
}

/** Where a list belongs: questions behind a track record assess, labelled statements behind questions are a record. */
function placeByItems(
  items: readonly Passage[],
  place: Place,
  isLabelled: boolean,
  { trackRecord, selfAssessment, recordText }: Found,
): Place {
  if (place === 'trackRecord' && trackRecord.length + recordText.length > 0 && items.every(asks)) {
    return 'selfAssessment';
  }
  const isRecord =
    place === 'selfAssessment' &&
    selfAssessment.length > 0 &&
    trackRecord.length === 0 &&
    isLabelled &&
    !items.some(asks);
  return isRecord ? 'trackRecord' : place;
}

function takeItems(items: readonly Passage[], place: Place, found: Found): void {
  const list = listFor(place, items, found);
  list?.push(...items);
  if (list === found.selfAssessment) {
    // The rule follows the questions; what led to them is none, unless it says so.
    found.closing.splice(0, found.closing.length, ...found.closing.filter(tellsRule));
  }
}

/** Takes a block that is no list and announces nothing, by the place in which it stands. */
function takeText(block: RootContent, place: Place, isLeadToList: boolean, found: Found): void {
  const { summary, trackRecord, selfAssessment, closing, recordText, questionText } = found;
  const passages = paragraphsOf([block]);
  switch (place) {
    case 'selfAssessment':
      if (!isLeadToList) {
        (selfAssessment.length > 0 || isRule(block) ? closing : questionText).push(...passages);
      }
      break;
    case 'trackRecord':
      if (
        !isLeadToList &&
        (isRule(block) || (trackRecord.length > 0 && (selfAssessment.length > 0 || isBoldSentence(block))))
      ) {
        closing.push(...passages);
      } else {
        recordText.push(block);
      }
      break;
    case 'intro':
      if (!isLeadToList && passages.length > 0 && runInItems(block).place === undefined) {
        summary.push(block);
      }
      break;
    case 'other':
      if (passages.length > 0 && isOpening(block, found)) {
        if (!isLeadToList) {
          summary.push(block);
        }
      } else {
        (passages.every(asksSeveral) ? questionText : closing).push(...passages);
      }
      break;
  }
}

/** "> [!NOTE] …": what is good to know beside what readiness is. */
function isAlert(block: RootContent): boolean {
  return isBlockquote(block) && /^\[!\w+\]/u.test(plainText(block));
}

/** "**Track record:** one thing; another", "Ask yourself: …? …?": what follows its label in the same paragraph. */
export function runInItems(block: RootContent): {
  readonly place?: 'trackRecord' | 'selfAssessment';
  readonly items: readonly Passage[];
} {
  const text = paragraphText(block);
  if (text.length > longestEnumeration) {
    return { items: [] };
  }
  const bold = boldLead(block);
  const [, plainLabel = '', behind = ''] = /^([^:.?!]{1,40}):\s+(.+)$/su.exec(text) ?? [];
  const { lead: label, rest } = bold?.setOff === true ? bold : { lead: plainLabel, rest: behind };
  const { questions, areAll } = questionsIn(rest);
  const asksOne = areAll && bold?.setOff === true && !asksAtBothLevels(text);
  const place = asksOne ? 'selfAssessment' : placeNamed(label);
  const parts = place === 'selfAssessment' ? questions : enumerated(rest);
  return place === undefined
    ? { items: [] }
    : { place, items: parts.map((part) => ({ text: part.trim(), range: rangeOf(block) })) };
}

/** The questions in a text, and whether they are several and all of it. */
function questionsIn(text: string): { readonly questions: readonly string[]; readonly areAll: boolean } {
  const questions = text.match(/[^.?!]+\?/gu) ?? [];
  return { questions, areAll: questions.length > 1 && questions.join('') === text };
}

/** A list of labels over lists of their own, and perhaps of plain lines, is those labels, lists and lines. */
function labelledLists(block: RootContent): readonly RootContent[] {
  const items = isList(block) ? block.children.map(({ children }) => children) : [];
  const isLabelled = ([label, list, ...others]: readonly RootContent[]): boolean =>
    label !== undefined && isList(list) && others.length === 0 && announcedPlace(label, list) !== undefined;
  const isLine = (item: readonly RootContent[]): boolean => !item.some(isList);
  return items.some(isLabelled) && items.every((item) => isLabelled(item) || isLine(item))
    ? items.flat()
    : [block];
}

/** The items of a list; questions that are grouped under items which are none come out of their groups. */
function itemsOf(list: List): readonly Passage[] {
  return list.children.flatMap((item) => {
    const nested = item.children.filter(isList).flatMap(listPassages);
    const own = passageOf(item.children.filter((child) => !isList(child)));
    const isGroup = nested.length > 0 && nested.every(asks) && own !== undefined && !asks(own);
    return isGroup ? nested : (withoutBox(passageOf(item.children)) ?? []);
  });
}

/** A list of questions that one asks oneself. */
export function asksOneself(block: RootContent): boolean {
  const items = isList(block) ? itemsOf(block) : [];
  return (
    items.length > 1 &&
    items.every(asks) &&
    items.filter(({ text }) => /\b(?:I|me|my|we|our|you|your)\b/i.test(text)).length * 2 > items.length
  );
}

/** Where the rows of a table belong: its first header may say so. */
function placeOfTable(table: Table, place: Place): 'trackRecord' | 'selfAssessment' | undefined {
  const [first = ''] = headerTexts(table);
  return (
    placeNamed(first) ?? placeIn(place) ?? (questionCells(table).length > 1 ? 'selfAssessment' : undefined)
  );
}

/** What each row of a table is about, behind its number. */
function firstCells(table: Table): readonly Passage[] {
  const rows = itemRows(table);
  const isCounted = rows.every(([number]) => /^\d+\.?$/u.test(number?.[0]?.text ?? ''));
  return rows.flatMap((cells) => cells[isCounted ? 1 : 0] ?? []);
}

/** What the cells of each row below the header list. */
function itemRows({ children: [, ...rows] }: Table): readonly (readonly (readonly Passage[])[])[] {
  return rows.map(({ children }) => children.map((cell) => cellItems(cell, rows.length === 1)));
}

/** What stands in the first column beside a column of questions. */
function statementCells(table: Table): readonly Passage[] {
  const header = headerTexts(table).map(placeNamed);
  return header.includes('selfAssessment') ? firstCells(table) : [];
}

function questionCells(table: Table): readonly Passage[] {
  return itemRows(table).flat(2).filter(asks);
}

/** Whether a block stands before all that readiness consists of, whatever its heading: "5.1 Requirement". */
function isOpening(block: RootContent, { summary, trackRecord, selfAssessment }: Found): boolean {
  return summary.length + trackRecord.length + selfAssessment.length === 0 && !isRule(block);
}

function asksSeveral({ text }: Passage): boolean {
  return questionsIn(text).areAll;
}

function eachQuestion({ text, range }: Passage): readonly Passage[] {
  const { questions, areAll } = questionsIn(text);
  return (areAll ? questions : [text]).map((question) => ({ text: question.trim(), range }));
}

/** "Q1. Do I …?" */
function withoutNumber({ text, range }: Passage): Passage {
  return { text: text.replace(/^(?:Q(?:uestion )?)?\d{1,2}[.):]\s+/iu, ''), range };
}

function asks({ text }: Passage): boolean {
  return isQuestion(text);
}

function placeNamed(title: string): 'trackRecord' | 'selfAssessment' | undefined {
  return placeIn(partOf(title));
}

function placeIn(part: PartKind | Place | undefined): 'trackRecord' | 'selfAssessment' | undefined {
  return isListOfReadiness(part) ? part : undefined;
}

/** What a heading or a label announces: a list, behind a sentence perhaps, or questions as paragraphs. */
function announcedPlace(block: RootContent, next: RootContent | undefined): Place | undefined {
  const label =
    labelText(block) ??
    (isList(next) ? (boldLead(block)?.lead ?? shortText(block, 40, /[.!?;]/u)) : undefined);
  const leads = isListOrTable(next) || isParagraph(next);
  return label !== undefined && (isHeading(block) || leads)
    ? (placeNamed(label) ?? (isTable(next) && hintsAt('trackRecord', label) ? 'trackRecord' : undefined))
    : undefined;
}

/** A list without a label is told by its items: questions assess, statements are the record. */
function listFor(
  place: Place,
  items: readonly Passage[],
  lists: Readonly<Record<'trackRecord' | 'selfAssessment', Passage[]>>,
): Passage[] | undefined {
  if (isListOfReadiness(place)) {
    return lists[place];
  }
  const questions = items.filter(asks).length;
  const list = questions * 2 > items.length ? lists.selfAssessment : lists.trackRecord;
  return list.length === 0 ? list : undefined;
}

function isRule(block: RootContent): boolean {
  return paragraphsOf([block]).some(tellsRule);
}

/** What is bold as a whole and no label. */
function isBoldSentence(block: RootContent): boolean {
  return isBoldLine(block) && /[.!]$/u.test(paragraphText(block));
}

function tellsRule({ text }: Passage): boolean {
  return isClosingRule(text);
}

/**
 * "You are ready when:", "**Your record.** Gather:", "**On file:** what to keep" or a bold line in front of a list is the
 * list's, not the summary's.
 */
function leadsToList(block: RootContent | undefined, next: RootContent | undefined): boolean {
  const { lead = '', rest = '' } = boldLead(block) ?? {};
  return (
    isList(next) &&
    (labelText(block) !== undefined || rest.endsWith(':') || (lead.endsWith(':') && !/[.!?]$/u.test(rest)))
  );
}
