import { DiagnosticSeverity } from 'vscode';
import type { Severity } from '../core/rules';

/** The core's severities as VS Code's. */
export const diagnosticSeverities: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};
