import { indexOf, type LadderIndex } from '../citations/ladderIndex';
import type { Guide, GuidePlace } from '../guide/model';
import type { Capability, Ladder, Level, Transition } from '../ladder/model';
import type { Passage } from '../markdown/plainText';
import { nameKey } from '../names';
import type { TextRange } from '../text/sourceText';
import { arrangeColumns, type Columns } from './columns';
import type { Comparison, ComparisonCell, ComparisonItem, ComparisonRow, RowKind } from './comparison';

/**
 * Sets levels side by side: what changes with each step between them, and what each asks for.
 *
 * @param ids Ids of levels, in the order in which they are to stand; those that the ladder lacks do not count.
 */
export function compareLevels(ladder: Ladder, ids: readonly string[]): Comparison {
  const columns = arrangeColumns(ladder, ids);
  const index = indexOf(ladder);
  const arrivals = arrivalsOf(columns, ladder);
  return {
    ...columns,
    rows: [
      ...questionRows(columns, arrivals, ladder),
      ...columns.steps.flatMap((step) => shiftRows(step, columns)),
      ...capabilityRows(columns, index),
      ...arrivalRows('pitfalls', 'Common pitfalls', arrivals, ladder, pitfallsCell),
      ...arrivalRows('timeline', 'Typical time', arrivals, ladder, timelineCell),
      ...arrivalRows('self-assessment', 'Questions to ask yourself', arrivals, ladder, selfAssessmentCell),
    ],
  };
}

type Cells = readonly (ComparisonCell | undefined)[];

/** For each column the steps that lead to it: those compared or, where none touches the level, all there are. */
function arrivalsOf({ levels, steps }: Columns, ladder: Ladder): readonly (readonly Transition[])[] {
  return levels.map((level) =>
    (isApart(level, steps) ? ladder.transitions : steps).filter(({ to }) => to === level.id),
  );
}

/** Whether no step leads to the level or from it, so that it is compared by all that it asks for. */
function isApart({ id }: Level, steps: readonly Transition[]): boolean {
  return steps.every(({ from, to }) => from !== id && to !== id);
}

function row(kind: RowKind, name: string, cells: Cells, id: string): ComparisonRow {
  return { id: `${kind}/${id}`, kind, name, step: undefined, cells, differs: differ(cells) };
}

function differ(cells: Cells): boolean {
  const said = cells.map((cell) =>
    JSON.stringify([cell?.text, cell?.items.map(({ name, text }) => [name, text])]),
  );
  return new Set(said).size > 1;
}

function questionRows(
  { levels, steps }: Columns,
  arrivals: readonly (readonly Transition[])[],
  ladder: Ladder,
): readonly ComparisonRow[] {
  const name = 'Fundamental question';
  const ofSteps = steps.flatMap((step): readonly ComparisonRow[] => {
    const { question, guide } = step;
    return question === undefined ? [] : [stepRow('question', name, step, levels, { ...question, guide })];
  });
  const cells = levels.map((level, column) => {
    if (!isApart(level, steps)) {
      return undefined;
    }
    const to = arrivals[column]?.find(({ question }) => question !== undefined);
    const from = ladder.transitions.find((step) => step.from === level.id && step.question !== undefined);
    const { question, guide } = to ?? from ?? {};
    return question === undefined || guide === undefined
      ? undefined
      : textCell(to === undefined ? question.from : question.to, { guide, range: question.range });
  });
  return [...ofSteps, ...unlessEmpty(row('question', name, cells, 'levels'))];
}

function shiftRows(step: Transition, { levels }: Columns): readonly ComparisonRow[] {
  const { guide } = step;
  return step.shifts.map((shift, index) =>
    stepRow('shift', 'Core shift', step, levels, { ...shift, guide }, `/${index + 1}`),
  );
}

/** What is so before a step and after it, in the columns of its two levels; of others it says nothing. */
function stepRow(
  kind: RowKind,
  name: string,
  step: Transition,
  levels: readonly Level[],
  { from, to, guide, range }: GuidePlace & { readonly from: string; readonly to: string },
  ordinal = '',
): ComparisonRow {
  const place = { guide, range };
  const cells = levels.map(({ id }) => {
    const text = id === step.from ? from : id === step.to ? to : '';
    return text === '' ? undefined : textCell(text, place);
  });
  return { ...row(kind, name, cells, `${step.from} to ${step.to}${ordinal}`), step, differs: from !== to };
}

function capabilityRows(columns: Columns, index: LadderIndex): readonly ComparisonRow[] {
  const names = new Map<string, string>();
  for (const { name } of comparedCapabilities(columns, index)) {
    const key = nameKey(name);
    names.set(key, names.get(key) ?? name);
  }
  return [...names].flatMap(([key, name]) => {
    const rowOf = (kind: RowKind, cellOf: (level: Level) => ComparisonCell | undefined): ComparisonRow =>
      row(kind, name, columns.levels.map(cellOf), key);
    const own = (level: Level): Capability | undefined => index.capability(level.id, name);
    return [
      rowOf('capability', (level) => expectationCell(level, name, columns, index)),
      ...unlessEmpty(rowOf('signals', (level) => listCell(own(level), ({ signals }) => signals))),
      ...unlessEmpty(rowOf('practices', (level) => listCell(own(level), ({ practices }) => practices))),
    ];
  });
}

/**
 * What the levels ask for that are reached, or that stand apart: the level that is only left asks for
 * nothing new. Where one that stands apart has no capabilities, what others say of it.
 */
function comparedCapabilities({ levels, steps }: Columns, { ladder }: LadderIndex): readonly Capability[] {
  const all = ladder.levels.flatMap(({ capabilities }) => capabilities);
  return ladder.levels
    .filter((level) => levels.includes(level))
    .flatMap((level) => {
      const apart = isApart(level, steps);
      if (apart && level.capabilities.length === 0) {
        return all.filter(({ expectations }) => expectations.some((one) => one.level === level.id));
      }
      return apart || steps.some(({ to }) => to === level.id) ? level.capabilities : [];
    });
}

/** What a capability means at a level: what its own guide says of it, or that of another level. */
function expectationCell(
  level: Level,
  name: string,
  { levels }: Columns,
  index: LadderIndex,
): ComparisonCell | undefined {
  const own = index.capability(level.id, name);
  const namesakes = index.named(name);
  const compared = namesakes.filter((one) => levels.some(({ id }) => id === one.level));
  const said =
    (own && (expectationAt(level, own) ?? summaryOf(own))) ??
    [...compared, ...namesakes].flatMap((one) => expectationAt(level, one) ?? [])[0];
  const cell = said ?? (own && textCell('', own.source));
  return cell && { ...cell, citation: own && { level: level.id, name: own.name } };
}

function expectationAt({ id }: Level, { descriptions }: Capability): ComparisonCell | undefined {
  return descriptions.flatMap(({ guide, capability }) =>
    capability.expectations
      .filter(({ level }) => level === id)
      .map(({ text, range }) => textCell(text, { guide, range })),
  )[0];
}

/** What a capability means where its guide does not tell levels apart. */
function summaryOf({ expectations, summary, source }: Capability): ComparisonCell | undefined {
  return expectations.length > 0 || summary === undefined
    ? undefined
    : textCell(summary.text, { guide: source.guide, range: summary.range });
}

function listCell(
  capability: Capability | undefined,
  listOf: (capability: Capability) => readonly Passage[],
): ComparisonCell | undefined {
  if (capability === undefined) {
    return undefined;
  }
  const { level, name, source } = capability;
  const cell = itemsCell('', itemsOf(listOf(capability), source.guide));
  return cell && { ...cell, citation: { level, name } };
}

/** What is said about getting to the levels: a row or, where several steps lead to the same one, one for each step. */
function arrivalRows(
  kind: RowKind,
  name: string,
  arrivals: readonly (readonly Transition[])[],
  ladder: Ladder,
  cellOf: (step: Transition) => ComparisonCell | undefined,
): readonly ComparisonRow[] {
  if (arrivals.every(({ length }) => length < 2)) {
    const cells = arrivals.map(([step]) => step && cellOf(step));
    return unlessEmpty(row(kind, name, cells, 'levels'));
  }
  return ladder.transitions.flatMap((step) => {
    const cells = arrivals.map((steps) => (steps.includes(step) ? cellOf(step) : undefined));
    return unlessEmpty({ ...row(kind, name, cells, `${step.from} to ${step.to}`), step });
  });
}

function pitfallsCell({ pitfalls, guide }: Transition): ComparisonCell | undefined {
  return itemsCell(
    '',
    pitfalls.map(({ name, text, range }) => ({ name, text, place: { guide, range } })),
  );
}

function timelineCell({ timeline, guide }: Transition): ComparisonCell | undefined {
  const { summary, typical, reasons = [] } = timeline ?? {};
  return itemsCell(
    typical ?? summary?.text ?? '',
    itemsOf(reasons, guide),
    summary && { guide, range: summary.range },
  );
}

function selfAssessmentCell({ readiness, guide }: Transition): ComparisonCell | undefined {
  return itemsCell('', itemsOf(readiness?.selfAssessment ?? [], guide));
}

function itemsOf(passages: readonly Passage[], guide: Guide): readonly ComparisonItem[] {
  return passages.map(({ text, range }) => ({ name: undefined, text, place: { guide, range } }));
}

/** A cell of a text and a list, whose place holds both; undefined where there is neither. */
function itemsCell(
  text: string,
  items: readonly ComparisonItem[],
  lead?: GuidePlace,
): ComparisonCell | undefined {
  const places = [...(lead === undefined ? [] : [lead]), ...items.map(({ place }) => place)];
  const [first] = places;
  return (
    first && {
      text,
      items,
      place: { guide: first.guide, range: span(places.map(({ range }) => range)) },
      citation: undefined,
    }
  );
}

function textCell(text: string, place: GuidePlace): ComparisonCell {
  return { text, items: [], place, citation: undefined };
}

function span(ranges: readonly TextRange[]): TextRange {
  return {
    start: Math.min(...ranges.map(({ start }) => start)),
    end: Math.max(...ranges.map(({ end }) => end)),
  };
}

function unlessEmpty(one: ComparisonRow): readonly ComparisonRow[] {
  return one.cells.some((cell) => cell !== undefined) ? [one] : [];
}
