import { destinationOf, destinationsOf } from '../citations/destinationOf';
import { citedCapability } from '../document/citation';
import type { Definition } from '../document/model';
import { definingIdentifier } from '../document/sourceLabel';
import type { Capability } from '../ladder/model';
import { collapse } from '../markdown/plainText';
import type { Promotion } from '../promotion/readPromotion';
import type { SourceText, TextRange } from '../text/sourceText';
import type { TextEdit } from '../text/textEdit';
import { endOfContent, endOfDocument, isCitationDefinition, lineBreakOf } from './documentEnd';

/** What it takes for the citations of a document to be links. */
export interface DefinitionUpdate {
  /** None where every definition is as it should be. */
  readonly edits: readonly TextEdit[];
  /** The capabilities that are cited and to whose guide no path leads. */
  readonly unreachable: readonly Capability[];
}

/** What a label that is cited should be defined as. */
interface Wanted {
  readonly label: string;
  /** undefined where no definition can be written; what is there then stays. */
  readonly destination: string | undefined;
  /** Where it may lead as well: other guides may describe the same capability. */
  readonly others: readonly string[];
}

/**
 * The edits that give every label among the citations its one definition: those there are are updated in
 * place, those no longer used are removed, missing ones are added at the end in the order of first use.
 * Only definitions whose labels are citations are touched, and none that is prose.
 */
export function updateDefinitions(promotion: Promotion): DefinitionUpdate {
  const { document, index } = promotion;
  const wanted = wantedDefinitions(promotion);
  const kept = new Map<string, Definition>();
  const surplus: Definition[] = [];
  for (const definition of document.definitions.filter((one) => isCitationDefinition(one, index))) {
    const { identifier } = definition;
    if (wanted.has(identifier) && !kept.has(identifier)) {
      kept.set(identifier, definition);
    } else {
      surplus.push(definition);
    }
  }
  const missing = [...wanted].flatMap(([identifier, { label, destination }]) =>
    kept.has(identifier) || destination === undefined ? [] : `[${label}]: ${destination}`,
  );
  return {
    edits: [
      ...[...kept].flatMap(([identifier, definition]) => update(definition, wanted.get(identifier))),
      ...rewriteEnd(missing, surplus, promotion),
    ],
    unreachable: unreachable(promotion),
  };
}

/** The labels that are cited, by what CommonMark compares, in the order of first use. */
function wantedDefinitions({ citations, links }: Promotion): ReadonlyMap<string, Wanted> {
  const wanted = new Map<string, Wanted>();
  for (const citation of citations) {
    const identifier = citation.form === 'bracket' ? definingIdentifier(citation.reference) : '';
    if (citation.form === 'bracket' && !wanted.has(identifier)) {
      const { label, isInTable } = citation.reference;
      const capability = citedCapability(citation);
      wanted.set(identifier, {
        label: collapse(isInTable ? label.text.replaceAll('\\|', '|') : label.text),
        destination: capability && destinationOf(capability, links),
        others: capability === undefined ? [] : destinationsOf(capability, links),
      });
    }
  }
  return wanted;
}

function unreachable({ citations, links }: Promotion): readonly Capability[] {
  const cited = citations.flatMap((citation) =>
    citation.form === 'bracket' ? (citedCapability(citation) ?? []) : [],
  );
  return [...new Set(cited)].filter((capability) => destinationOf(capability, links) === undefined);
}

function update(
  { url, range, destination, label }: Definition,
  wanted: Wanted | undefined,
): readonly TextEdit[] {
  const text = wanted?.destination;
  if (text === undefined || text === url || wanted?.others.includes(url)) {
    return [];
  }
  const isUnclear = destination.start === range.start;
  return [isUnclear ? { range, text: `[${collapse(label.text)}]: ${text}` } : { range: destination, text }];
}

/** Removes definitions, and adds others at the end of the document. */
function rewriteEnd(
  missing: readonly string[],
  surplus: readonly Definition[],
  { document, index }: Promotion,
): readonly TextEdit[] {
  const { source, definitions } = document;
  const gone = new Set(surplus.filter(({ isNested }) => !isNested));
  const textEnd = endOfDocument(document);
  let end = textEnd;
  let last: Definition | undefined;
  // Those that go at the end itself go together, with the blank lines between them.
  const atEnd = new Set<Definition>();
  for (const definition of definitions.toReversed()) {
    if (definition.isNested || endOfContent(source, definition.range.end) !== end) {
      break;
    }
    if (!gone.has(definition)) {
      last = definition;
      break;
    }
    atEnd.add(definition);
    end = endOfContent(source, definition.range.start);
  }
  const removals = surplus
    .filter((definition) => !atEnd.has(definition))
    .map(({ range }) => ({ range: wholeLines(range, source), text: '' }));
  if (missing.length === 0 && atEnd.size === 0) {
    return removals;
  }
  const lineBreak = lineBreakOf(source);
  const isBlock = last !== undefined && isCitationDefinition(last, index);
  const rest = source.text.slice(textEnd);
  const added = missing.length === 0 ? '' : lineBreak.repeat(isBlock ? 1 : 2) + missing.join(lineBreak);
  const breaks = rest.trim() === '' ? 1 : 2;
  const gap = /^[ \t\r\n]*/u.exec(rest)?.[0].match(/\r\n|\n|\r/gu)?.length ?? 0;
  return [
    ...removals,
    { range: { start: end, end: textEnd }, text: added + lineBreak.repeat(Math.max(0, breaks - gap)) },
  ];
}

/** The lines that a range fills, with the line break behind them; the range alone where it opens a list item. */
function wholeLines(range: TextRange, source: SourceText): TextRange {
  const { text } = source;
  const { start } = source.lineAt(range.start);
  if (!/^[ \t>]*$/u.test(text.slice(start, range.start))) {
    return range;
  }
  const restOfLine = /[ \t]*(?:\r\n|\n|\r)?/uy;
  restOfLine.lastIndex = range.end;
  return { start, end: range.end + (restOfLine.exec(text)?.[0].length ?? 0) };
}
