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
import type { SourceText } from '../../core/text/sourceText';
import { ruleOf, ruleSettings } from '../diagnostics';
import { toRange } from '../positions';
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
        const { source } = promotion.document;
        const findings = checkPromotion(promotion, ruleSettings(document.uri));
        return ours
          .filter((diagnostic) => range.intersection(diagnostic.range) !== undefined)
          .flatMap((diagnostic) => fixesFor(diagnostic, findings, document, source));
      },
    },
    { providedCodeActionKinds: [CodeActionKind.QuickFix] },
  );
}

function fixesFor(
  diagnostic: Diagnostic,
  findings: readonly Finding[],
  document: TextDocument,
  source: SourceText,
): readonly CodeAction[] {
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
    const action = new CodeAction(suggestion.title, CodeActionKind.QuickFix);
    action.diagnostics = [diagnostic];
    action.edit = editOf([suggestion], document, source);
    action.isPreferred = index === 0;
    return action;
  });
  return [
    ...mends,
    ...fixAll(finding, findings, document, source),
    silenceHere(diagnostic, finding, document),
  ];
}

/** One action for all findings of the same rule, each mended by its best suggestion. */
function fixAll(
  { rule }: Finding,
  findings: readonly Finding[],
  document: TextDocument,
  source: SourceText,
): readonly CodeAction[] {
  const suggestions = findings
    .filter((finding) => finding.rule === rule)
    .flatMap(({ suggestions: [best] }) => best ?? []);
  if (suggestions.length < 2) {
    return [];
  }
  const action = new CodeAction(`Fix all ${suggestions.length} of “${rule}”`, CodeActionKind.QuickFix);
  action.edit = editOf(suggestions, document, source);
  return [action];
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

function editOf(
  suggestions: readonly Suggestion[],
  document: TextDocument,
  source: SourceText,
): WorkspaceEdit {
  const edit = new WorkspaceEdit();
  for (const { range, text } of suggestions.flatMap(({ edits }) => edits)) {
    edit.replace(document.uri, toRange(source, range), text);
  }
  return edit;
}
