import { Disposable } from 'vscode';

/** One Disposable for several, as every feature hands back. */
export function registerAll(disposables: readonly Disposable[]): Disposable {
  return Disposable.from(...disposables);
}
