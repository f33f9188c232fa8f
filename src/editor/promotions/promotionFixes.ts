import {
  CodeAction,
  CodeActionKind,
  type Diagnostic,
  type Disposable,
  languages,
  Position,
  type TextDocument,
  WorkspaceEdit,
} from 'vscode';
import { checkPromotion } from '../../core/diagnostics/checkPromotion';
import type { Finding, Suggestion } from '../../core/diagnostics/finding';
import { fixAll } from '../../core/diagnostics/fixAll';
import type { Promotion } from '../../core/document/readPromotion';
import type { SourceText } from '../../core/text/sourceText';
import { ruleOf, ruleSettings } from '../diagnostics';
import { toRange, workspaceEdit } from '../positions';
import type { Promotions } from './promotions';

/** Registers the quick fixes for what is reported on promotion documents. */
export function registerPromotionFixes(promotions: Promotions): Disposable {
  return languages.registerCodeActionsProvider(
    { language: 'markdown' },
    {
      provideCodeActions: async (document, range, { diagnostics }) => {
        const ours = diagnostics.filter((diagnostic) => ruleOf(diagnostic) !== undefined);
        const promotion = ours.length === 0 ? undefined : await promotions.get(document);
        if (promotion === undefined) {
          return [];
        }
        const findings = checkPromotion(promotion, ruleSettings(document.uri));
        return ours
          .filter((diagnostic) => range.intersection(diagnostic.range) !== undefined)
          .flatMap((diagnostic) => fixesFor(diagnostic, findings, document, promotion));
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

function fixesFor(
  diagnostic: Diagnostic,
  findings: readonly Finding[],
  document: TextDocument,
  promotion: Promotion,
): readonly CodeAction[] {
  const { source } = promotion.document;
  const rule = ruleOf(diagnostic);
  const finding = findings.find(
    (one) =>
      one.rule === rule &&
      one.message === diagnostic.message &&
      toRange(source, one.range).isEqual(diagnostic.range),
  );
  if (finding === undefined) {
    return [];
  }
  const mends = finding.suggestions.map((suggestion, index) => {
    const action = toAction(suggestion, document, source);
    action.diagnostics = [diagnostic];
    action.isPreferred = index === 0;
    return action;
  });
  const all = fixAll(finding.rule, findings, promotion);
  return [
    ...mends,
    ...(all === undefined ? [] : [toAction(all, document, source)]),
    silenceHere(diagnostic, finding, document),
  ];
}

function toAction(suggestion: Suggestion, document: TextDocument, source: SourceText): CodeAction {
  const action = new CodeAction(suggestion.title, CodeActionKind.QuickFix);
  action.edit = workspaceEdit(document.uri, suggestion.edits, source);
  return action;
}

/** A comment that silences the finding where it stands. */
function silenceHere(diagnostic: Diagnostic, finding: Finding, document: TextDocument): CodeAction {
  const action = new CodeAction(`Silence “${finding.rule}” here`, CodeActionKind.QuickFix);
  const edit = new WorkspaceEdit();
  const { line } = diagnostic.range.start;
  const { text } = document.lineAt(line);
  const rule =
    finding.rule === 'missing-capability' && finding.capability !== undefined
      ? `missing-capability(${finding.capability.name})`
      : finding.rule;
  const inFrontMatter = isInFrontMatter(document, line);
  const comment = inFrontMatter
    ? `# career-ladder-disable-line ${rule}`
    : `<!-- career-ladder-disable-line ${rule} -->`;
  edit.insert(document.uri, new Position(line, text.trimEnd().length), ` ${comment}`);
  action.edit = edit;
  action.diagnostics = [diagnostic];
  return action;
}

function isInFrontMatter(document: TextDocument, line: number): boolean {
  for (let above = 1; above <= line; above += 1) {
    if (/^---\s*$/u.test(document.lineAt(above).text)) {
      return false;
    }
  }
  return true;
}
