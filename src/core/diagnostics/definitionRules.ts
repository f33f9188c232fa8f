import { destinationOf } from '../citations/destinationOf';
import { citedCapability } from '../document/citation';
import { isProse } from '../document/destinations';
import type { DocumentModel } from '../document/documentModel';
import type { Definition } from '../document/model';
import { guideTargetOf, readCitationLabel } from '../document/readCitations';
import { definingIdentifier } from '../document/sourceLabel';
import { firstOfEach } from '../groupBy';
import type { Capability } from '../ladder/model';
import type { Promotion } from '../promotion/readPromotion';
import type { TextRange } from '../text/sourceText';
import { insertion, type TextEdit } from '../text/textEdit';
import { continuesText } from '../writing/continuesText';
import { type Observation, replacement } from './finding';

/** `stale-definition` and `swallowed-citation`: the definitions whose labels are citations. */
export function checkDefinitions(promotion: Promotion): readonly Observation[] {
  const { document, index } = promotion;
  const cited = new Set(document.references.map(definingIdentifier));
  // Of several definitions of a label the first counts.
  const counting = new Set(firstOfEach(document.definitions, ({ identifier }) => identifier));
  return document.definitions.flatMap((definition): readonly Observation[] => {
    const label = readCitationLabel(definition.label, index);
    if (label === undefined || label.meaning.kind === 'incomplete') {
      return [];
    }
    if (isProse(definition.url)) {
      return [swallowed(definition, promotion)];
    }
    const capability = citedCapability(label);
    return capability !== undefined && counting.has(definition) && cited.has(definition.identifier)
      ? stale(definition, capability, promotion)
      : [];
  });
}

function swallowed({ range, colon }: Definition, { document }: Promotion): Observation {
  const { source } = document;
  const isSpaced = /\s/u.test(source.text.charAt(colon.end));
  return {
    rule: 'swallowed-citation',
    range: { start: range.start, end: colon.end },
    message:
      'To Markdown this is the definition of a link, and nothing of it is shown. Put a space for the colon.',
    suggestions: [
      {
        title: 'Put a space for the colon',
        text: `${source.slice({ start: range.start, end: colon.start })} ${source.slice({ start: colon.end, end: range.end }).trim()}`,
        // Worked out for whoever takes it: documents are checked after each keystroke.
        get edits() {
          const blank = blankLineBehind(range, document);
          return [{ range: colon, text: isSpaced ? '' : ' ' }, ...(blank === undefined ? [] : [blank])];
        },
      },
    ],
  };
}

/**
 * Keeps what stands on the next line apart from the paragraph that comes to stand here: a definition would be
 * text in it, a line of dashes would make it a heading. Prose goes on as its author wrote it.
 */
function blankLineBehind({ end }: TextRange, document: DocumentModel): TextEdit | undefined {
  const { source, blocks } = document;
  const above = source.lineAt(end);
  const [lineBreak] = /^(?:\r\n|\n|\r)/u.exec(source.text.slice(above.end, above.end + 2)) ?? [];
  if (lineBreak === undefined) {
    return undefined;
  }
  const line = source.lineAt(above.end + lineBreak.length);
  const [marks = ''] = /^[ \t>]*/u.exec(source.slice(line)) ?? [];
  const isProse = blocks.some(
    ({ kind, range }) =>
      kind === 'paragraph' &&
      range.start === line.start + marks.length &&
      !/^=+\s*$/u.test(source.slice({ start: range.start, end: line.end })),
  );
  return isProse || !continuesText(line, above, document)
    ? undefined
    : insertion(end, lineBreak + marks.trimEnd());
}

function stale(
  { url, destination }: Definition,
  capability: Capability,
  promotion: Promotion,
): readonly Observation[] {
  const wanted = destinationOf(capability, promotion.links);
  return wanted === undefined ||
    wanted === url ||
    leadsTo(capability, url, promotion) ||
    isElsewhere(url, promotion)
    ? []
    : [
        {
          rule: 'stale-definition',
          range: destination,
          message: `“${capability.name}” is described at ${wanted}, and this leads elsewhere. Change it to that.`,
          suggestions: [replacement(`Change to ${wanted}`, destination, wanted)],
          related: capability.source,
          capability,
        },
      ];
}

function leadsTo(capability: Capability, url: string, { links, index }: Promotion): boolean {
  const anchor = guideTargetOf(url, links)?.anchor;
  return anchor?.kind === 'capability' && index.described(anchor.capability) === capability;
}

/** A web page may well be the guide's; nothing here can tell. */
function isElsewhere(url: string, { links }: Promotion): boolean {
  const [path = ''] = url.split('#');
  return /^(?:[a-z][a-z\d+.-]*:|\/\/)/iu.test(url) && links.guideAt(path) === undefined;
}
