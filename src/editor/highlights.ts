import { type Disposable, DocumentHighlight, DocumentHighlightKind, languages } from 'vscode';
import { citedCapability } from '../core/document/citation';
import { readCitationLabel } from '../core/document/readCitations';
import type { Capability } from '../core/ladder/model';
import type { OpenDocument } from '../core/promotion/openDocument';
import { rangeOfCitation } from '../core/references/siteAt';
import type { TextRange } from '../core/text/sourceText';
import { toRange } from './positions';
import type { OpenSites } from './references/openSite';

/** Registers what marks the other citations of the capability under the cursor, and their definitions. */
export function registerHighlights(sites: OpenSites): Disposable {
  return languages.registerDocumentHighlightProvider(
    { language: 'markdown' },
    {
      provideDocumentHighlights: async (document, position, token) => {
        const found = await sites.at(document, position, token);
        return found?.site.kind === 'capability'
          ? siblings(found.site.capability, found.open).map(
              (range) =>
                new DocumentHighlight(toRange(found.open.document.source, range), DocumentHighlightKind.Text),
            )
          : undefined;
      },
    },
  );
}

function siblings(
  capability: Capability,
  { citations, document, index }: OpenDocument,
): readonly TextRange[] {
  return [
    ...citations.filter((citation) => citedCapability(citation) === capability).map(rangeOfCitation),
    ...document.definitions.flatMap(({ label, range, colon }) => {
      const meaning = readCitationLabel(label, index)?.meaning;
      return (meaning?.kind === 'capability' || meaning?.kind === 'unknownSignal') &&
        meaning.capability === capability
        ? [{ start: range.start + 1, end: colon.start - 1 }]
        : [];
    }),
  ];
}
