import { window } from 'vscode';
import { reasonOf } from '../core/reasonOf';
import { iconless } from '../core/text/iconless';
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

/** How long the status bar tells what was done, in milliseconds. */
const noticeTime = 3000;

/**
 * Tells in the status bar, for a moment, what was done.
 *
 * @param icon The name of one of the product's icons.
 */
export function notice(icon: string, text: string): void {
  window.setStatusBarMessage(`$(${icon}) ${iconless(text)}`, noticeTime);
}

/**
 * Does what nobody waits for; where it fails, tells so. Never rejects.
 *
 * @param failure What was not done then: "The guide could not be opened".
 */
export async function attempt(failure: string, work: () => PromiseLike<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    report(`${failure}: ${reasonOf(error)}`);
  }
}

/** Tells what went wrong. */
export function report(message: string): void {
  window.showErrorMessage(unlinked(message));
}
