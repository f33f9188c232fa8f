import {
  Diagnostic,
  DiagnosticRelatedInformation,
  type Disposable,
  type ExtensionContext,
  Location,
  languages,
  type TextDocument,
  Uri,
  workspace,
} from 'vscode';
import { checkPromotion } from '../../core/diagnostics/checkPromotion';
import type { Finding } from '../../core/diagnostics/finding';
import type { RuleSettings } from '../../core/rules';
import type { SourceText } from '../../core/text/sourceText';
import { registerAll } from '../disposables';
import type { Ladders } from '../guides/ladders';
import { toRange } from '../positions';
import { ruleCode } from '../ruleCodes';
import { diagnosticSeverities } from '../severities';
import type { Promotions } from './promotions';

/** How long typing must pause before a document is checked again, in milliseconds. */
const typingPause = 200;

/** Registers the diagnostics on promotion documents that are open. */
export function registerPromotionProblems(
  context: ExtensionContext,
  ladders: Ladders,
  promotions: Promotions,
): Disposable {
  const collection = languages.createDiagnosticCollection('careerLadder.promotions');
  const waiting = new Map<TextDocument, ReturnType<typeof setTimeout>>();

  const check = async (document: TextDocument): Promise<void> => {
    const { version } = document;
    const promotion = await promotions.get(document);
    if (document.isClosed || document.version !== version) {
      return;
    }
    if (promotion === undefined) {
      collection.delete(document.uri);
      return;
    }
    const { source } = promotion.document;
    const findings = checkPromotion(promotion, ruleSettings(document));
    collection.set(
      document.uri,
      findings.map((finding) => toDiagnostic(finding, source, context)),
    );
  };
  const checkLater = (document: TextDocument, pause: number): void => {
    if (document.languageId !== 'markdown') {
      return;
    }
    clearTimeout(waiting.get(document));
    waiting.set(
      document,
      setTimeout(() => {
        waiting.delete(document);
        check(document);
      }, pause),
    );
  };
  const checkAll = (): void => {
    for (const document of workspace.textDocuments) {
      checkLater(document, 0);
    }
  };
  checkAll();
  return registerAll([
    collection,
    ladders.onDidRead(checkAll),
    workspace.onDidOpenTextDocument((document) => checkLater(document, 0)),
    workspace.onDidChangeTextDocument(({ document }) => checkLater(document, typingPause)),
    workspace.onDidCloseTextDocument((document) => {
      clearTimeout(waiting.get(document));
      waiting.delete(document);
      collection.delete(document.uri);
    }),
    workspace.onDidChangeConfiguration((event) => {
      if (event.affectsConfiguration('careerLadder.rules')) {
        checkAll();
      }
    }),
    {
      dispose: () => {
        for (const timer of waiting.values()) {
          clearTimeout(timer);
        }
      },
    },
  ]);
}

/** The severities that the user has chosen for a document. */
export function ruleSettings({ uri }: TextDocument): RuleSettings {
  return workspace.getConfiguration('careerLadder', uri).get<RuleSettings>('rules', {});
}

function toDiagnostic(
  { rule, range, severity, message, related }: Finding,
  source: SourceText,
  context: ExtensionContext,
): Diagnostic {
  const diagnostic = new Diagnostic(toRange(source, range), message, diagnosticSeverities[severity]);
  diagnostic.source = 'Career Ladder';
  diagnostic.code = ruleCode(rule, context);
  if (related !== undefined) {
    const { guide } = related;
    diagnostic.relatedInformation = [
      new DiagnosticRelatedInformation(
        new Location(Uri.parse(guide.path, true), toRange(guide.source, related.range)),
        guide.source.slice(guide.source.lineAt(related.range.start)).trim(),
      ),
    ];
  }
  return diagnostic;
}
