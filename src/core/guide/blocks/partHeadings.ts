import type { Paragraph, RootContent } from 'mdast';
import { plainText } from '../../markdown/plainText';
import { isNumbered } from '../headingNumbers';
import { listKindOf } from '../listLabels';
import { recurring } from '../lists';
import type { PartKind } from '../model';
import { isOtherTitle, partOf, wordsBesidesPart } from '../sectionKinds';
import { sectionsUnder } from './boldHeadings';
import { isParagraph } from './nodeTypes';
import { boldLead, contentOf, isBoldLine, labelText, type SectionTree } from './sections';

/**
 * What stands in a guide, divided by the bold lines and the bold beginnings of paragraphs that announce its parts
 * where its headings announce few of them.
 */
export function withPartHeadings(body: SectionTree): SectionTree {
  const headed = new Set(body.sections.flatMap(({ part }) => part ?? [])).size;
  if (headed > mostHeaded) {
    return body;
  }
  const blocks = contentOf({ blocks: body.blocks, children: body.sections });
  const titles = titlesAmong(blocks, body.sections.length === 0 ? undefined : headed);
  return titles.length === 0 ? body : sectionsUnder(new Set(titles), blocks, 2);
}

/** A guide whose headings announce more of its parts than this has no others for them. */
const mostHeaded = 3;

/**
 * The paragraphs that are titles; none where fewer than two parts are announced so, or among headings no more than
 * by the headings.
 *
 * @param headed How many parts the headings announce; undefined where there are none.
 */
function titlesAmong(blocks: readonly RootContent[], headed: number | undefined): readonly RootContent[] {
  const titles = partTitles(blocks, headed !== undefined);
  const kinds = new Set(titles.map(({ kind }) => kind)).size;
  if (kinds < 2 || (headed !== undefined && kinds <= Math.max(headed, 2))) {
    return [];
  }
  // Where titles are in capitals, all lines in capitals are, and others are labels below them.
  return titles.filter(({ title }) => isInCapitals(title)).length > 1
    ? blocks.filter((block) => isBoldLine(block) && isInCapitals(plainText(block)))
    : [...titles.map(({ block }) => block), ...otherTitles(blocks, titles)];
}

function isInCapitals(title: string): boolean {
  return title === title.toUpperCase() && /\p{Lu}{2}/u.test(title);
}

/** A paragraph whose bold beginning announces a part. */
interface PartTitle {
  readonly block: Paragraph;
  readonly title: string;
  readonly kind: PartKind;
  readonly index: number;
}

/**
 * The paragraphs that announce parts. Names of capabilities and pitfalls hold the same words: those that recur,
 * that alone have a number or stand over a capability's lists are none, and of several for a part those are
 * meant that say the least besides.
 */
function partTitles(blocks: readonly RootContent[], onlyLines: boolean): readonly PartTitle[] {
  const announcing = blocks.flatMap((block, index) => announcedBy(block, index, onlyLines) ?? []);
  const areNumbered = announcing.filter(({ title }) => isNumbered(title)).length * 2 > announcing.length;
  const names = recurring(announcing.map(({ title }) => title));
  const candidates = announcing.filter(
    (one) =>
      (areNumbered || !isNumbered(one.title)) &&
      !names.has(one.title) &&
      (one.kind === 'capabilities' || !isOverSignals(blocks, one.index)),
  );
  const fewest = new Map<PartKind, number>();
  for (const { kind, title } of candidates) {
    fewest.set(kind, Math.min(fewest.get(kind) ?? 2, wordsBesidesPart(title)));
  }
  return candidates.filter(({ kind, title }) => wordsBesidesPart(title) === fewest.get(kind));
}

/** "**Glossary**", "**Change history**": what stands at the foot, behind the last part but for one made of bold lines. */
function otherTitles(blocks: readonly RootContent[], titles: readonly PartTitle[]): readonly RootContent[] {
  const last = titles.at(-1);
  return last === undefined || last.kind === 'pitfalls' || last.kind === 'capabilities'
    ? []
    : blocks.slice(last.index + 1).filter((block) => isBoldLine(block) && isOther(plainText(block)));
}

function isOther(line: string): boolean {
  return line.length <= 40 && !/[.:!?]/u.test(line) && isOtherTitle(line);
}

function announcedBy(block: RootContent, index: number, onlyLines: boolean): PartTitle | undefined {
  const lead = onlyLines ? undefined : boldLead(block);
  const title = isBoldLine(block) ? plainText(block) : lead?.setOff ? lead.lead : '';
  const kind = partOf(title);
  return isParagraph(block) && kind !== undefined ? { block, title, kind, index } : undefined;
}

/** Whether the next label behind a line is that of a capability's signals. */
function isOverSignals(blocks: readonly RootContent[], index: number): boolean {
  const label = blocks
    .slice(index + 1, index + 4)
    .map(labelText)
    .find((text) => text !== undefined);
  return label !== undefined && listKindOf(label) === 'signals' && partOf(label) === undefined;
}
