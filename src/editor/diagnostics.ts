import {
  Diagnostic,
  DiagnosticRelatedInformation,
  DiagnosticSeverity,
  type ExtensionContext,
  Uri,
  workspace,
} from 'vscode';
import type { Finding } from '../core/diagnostics/finding';
import { type RuleSettings, ruleSettingsOf, type Severity } from '../core/rules';
import type { SourceText } from '../core/text/sourceText';
import { locationOf } from './guidePlaces';
import { toRange } from './positions';

const source = 'Career Ladder';

/** A finding of the core as VS Code's, its code leading to the rule's section in the README. */
export function toDiagnostic(
  { rule, range, severity, message, related }: Finding,
  text: SourceText,
  { extensionUri }: Pick<ExtensionContext, 'extensionUri'>,
): Diagnostic {
  const diagnostic = new Diagnostic(toRange(text, range), message, severities[severity]);
  diagnostic.source = source;
  diagnostic.code = {
    value: rule,
    target: Uri.joinPath(extensionUri, 'README.md').with({ fragment: rule }),
  };
  if (related !== undefined) {
    const { guide } = related;
    diagnostic.relatedInformation = [
      new DiagnosticRelatedInformation(
        locationOf(related),
        guide.source.slice(guide.source.lineAt(related.range.start)).trim(),
      ),
    ];
  }
  return diagnostic;
}

/** The rule that a diagnostic of ours was found by; undefined for anybody else's. */
export function ruleOf(diagnostic: Diagnostic): string | undefined {
  const { code } = diagnostic;
  return diagnostic.source === source && typeof code === 'object' ? String(code.value) : undefined;
}

/** The severities that the user has chosen for a document. */
export function ruleSettings(uri: Uri): RuleSettings {
  return ruleSettingsOf(workspace.getConfiguration('careerLadder', uri).get('rules'));
}

const severities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
