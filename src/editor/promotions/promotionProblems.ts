import {
  Diagnostic,
  DiagnosticSeverity,
  type Disposable,
  type ExtensionContext,
  languages,
  type TextDocument,
  window,
  workspace,
} from 'vscode';
import { checkPromotion } from '../../core/diagnostics/checkPromotion';
import { ruleSettings, toDiagnostic } from '../diagnostics';
import { registerAll } from '../disposables';
import type { Ladders } from '../guides/ladders';
import { isElsewhere, isMereVersion } from './mereVersion';
import { longestDocument, type Promotions } from './promotions';

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
    if (isMereVersion(document)) {
      collection.delete(document.uri);
      return;
    }
    const promotion = await promotions.get(document);
    const isTooLong = promotion === undefined && (await promotions.isTooLong(document));
    if (document.isClosed || document.version !== version) {
      return;
    }
    if (promotion === undefined) {
      collection.set(document.uri, isTooLong ? [tooLong(document)] : []);
      return;
    }
    const { source } = promotion.document;
    const findings = checkPromotion(promotion, ruleSettings(document.uri));
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
    ladders.onDidChange(checkAll),
    workspace.onDidOpenTextDocument((document) => checkLater(document, 0)),
    workspace.onDidChangeTextDocument(({ document }) => checkLater(document, typingPause)),
    workspace.onDidCloseTextDocument((document) => {
      clearTimeout(waiting.get(document));
      waiting.delete(document);
      collection.delete(document.uri);
    }),
    window.tabGroups.onDidChangeTabs(() => {
      for (const document of workspace.textDocuments.filter(isElsewhere)) {
        checkLater(document, 0);
      }
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

function tooLong(document: TextDocument): Diagnostic {
  const diagnostic = new Diagnostic(
    document.lineAt(0).range,
    `This promotion document is longer than ${longestDocument / 1_000_000} million characters, too long to be checked. Split it, or check it with “career-ladder check”.`,
    DiagnosticSeverity.Information,
  );
  diagnostic.source = 'Career Ladder';
  return diagnostic;
}
