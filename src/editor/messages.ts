import { window } from 'vscode';
import { unlinked } from '../core/text/unlinked';

// VS Code makes links of what looks like one of Markdown's in a message, links to commands among them, and
// messages name what stands in the workspace: so every message is shown from here.

/** Tells how something is; answers with the action that was chosen. */
export function inform(message: string, ...actions: readonly string[]): Thenable<string | undefined> {
  return window.showInformationMessage(unlinked(message), ...actions);
}

/** Tells why something was not done; answers with the action that was chosen. */
export function warn(message: string, ...actions: readonly string[]): Thenable<string | undefined> {
  return window.showWarningMessage(unlinked(message), ...actions);
}

/** Tells what went wrong. */
export function report(message: string): void {
  window.showErrorMessage(unlinked(message));
}
