import { type Diagnostic, languages, type Uri } from 'vscode';

/** The rule that a diagnostic of ours names. */
export function ruleOf({ code }: Diagnostic): unknown {
  return typeof code === 'object' ? code.value : code;
}

/** What the extension reports on a document by one rule. */
export function problems(uri: Uri, rule: string): readonly Diagnostic[] {
  return languages.getDiagnostics(uri).filter((diagnostic) => ruleOf(diagnostic) === rule);
}

export function messages(uri: Uri, rule: string): readonly string[] {
  return problems(uri, rule).map(({ message }) => message);
}
