import { type Diagnostic, type ExtensionContext, Uri } from 'vscode';
import type { RuleId } from '../core/rules';

/** A rule as a diagnostic's code, which leads to the rule's section in the README. */
export function ruleCode(
  rule: RuleId,
  { extensionUri }: Pick<ExtensionContext, 'extensionUri'>,
): NonNullable<Diagnostic['code']> {
  return { value: rule, target: Uri.joinPath(extensionUri, 'README.md').with({ fragment: rule }) };
}

/** The rule that a diagnostic of ours was found by. */
export function ruleOf({ code, source }: Diagnostic): string | undefined {
  return source === 'Career Ladder' && typeof code === 'object' ? String(code.value) : undefined;
}
