import { type DefinitionLink, type Disposable, DocumentLink, languages, Range } from 'vscode';
import { type Citation, citedCapability } from '../core/document/citation';
import type { GuidePlace } from '../core/guide/model';
import { citationAt } from '../core/promotion/openDocument';
import type { SourceText, TextRange } from '../core/text/sourceText';
import { registerAll } from './disposables';
import { locationOf } from './guidePlaces';
import { toRange } from './positions';
import type { Promotions } from './promotions/promotions';

/** Registers what leads from a citation to the place in the guide that it names. */
export function registerDefinitions(promotions: Promotions): Disposable {
  return registerAll([
    languages.registerDefinitionProvider(
      { language: 'markdown' },
      {
        provideDefinition: async (document, position) => {
          const offset = document.offsetAt(position);
          const open = await promotions.read(document);
          const citation = open && citationAt(open, offset);
          return open === undefined || citation === undefined
            ? undefined
            : definitionOf(citation, open.document.source, offset);
        },
      },
    ),
    registerLinks(promotions),
  ]);
}

/** Registers the links anew with each change of the ladders: of its own accord VS Code asks again only where one types. */
function registerLinks(promotions: Promotions): Disposable {
  const register = (): Disposable =>
    languages.registerDocumentLinkProvider(
      { language: 'markdown' },
      {
        provideDocumentLinks: async (document) => {
          const open = await promotions.read(document);
          return open === undefined
            ? []
            : open.citations.flatMap((citation) => linkOf(citation, open.document.source));
        },
      },
    );
  let registration = register();
  let hasLadders = false;
  return registerAll([
    { dispose: () => registration.dispose() },
    promotions.ladders.onDidChange(() => {
      if (hasLadders) {
        // In this order there is no moment without links.
        const former = registration;
        registration = register();
        former.dispose();
      }
      // Who asks before there are any waits for them.
      hasLadders = true;
    }),
  ]);
}

function definitionOf(citation: Citation, source: SourceText, offset: number): DefinitionLink[] {
  const onSignal =
    citation.form === 'bracket' &&
    citation.signal !== undefined &&
    offset >= citation.signal.range.start &&
    offset <= citation.signal.range.end;
  const place = placeOf(citation, onSignal);
  if (place === undefined) {
    return [];
  }
  const { uri, range } = locationOf(place);
  const targetRange = new Range(range.start, range.start);
  return [
    {
      originSelectionRange: toRange(source, withoutBrackets(citation)),
      targetUri: uri,
      targetRange,
      targetSelectionRange: targetRange,
    },
  ];
}

function linkOf(citation: Citation, source: SourceText): readonly DocumentLink[] {
  // A written-out link is one already.
  const place = citation.form === 'bracket' ? placeOf(citation, true) : undefined;
  if (place === undefined) {
    return [];
  }
  const { uri, range } = locationOf(place);
  const link = new DocumentLink(
    toRange(source, withoutBrackets(citation)),
    uri.with({ fragment: `L${range.start.line + 1},${range.start.character + 1}` }),
  );
  link.tooltip = 'Open Guide';
  return [link];
}

/** The signal that a citation narrows itself to, else the capability's heading. */
function placeOf(citation: Citation, toSignal: boolean): GuidePlace | undefined {
  const capability = citedCapability(citation);
  if (capability === undefined) {
    return undefined;
  }
  const { guide, range } = capability.source;
  const number = toSignal && citation.meaning.kind === 'capability' ? citation.meaning.signal : undefined;
  const signal = number === undefined ? undefined : capability.signals[number - 1];
  return { guide, range: signal?.range ?? range };
}

/** VS Code's own links leave the brackets out: ranges that are equal are shown as one. */
function withoutBrackets({ range, form }: Citation): TextRange {
  return form === 'bracket' ? { start: range.start + 1, end: range.end - 1 } : range;
}
