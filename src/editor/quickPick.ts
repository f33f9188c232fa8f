import { type QuickPickItem, type QuickPickOptions, window } from 'vscode';
import { iconless } from '../core/text/iconless';

// VS Code draws icons for what looks like `$(name)` in the lines of a list, and they name what stands in the
// workspace: so every list is shown from here, or of lines that were made here.

/** Lets the user choose one of some lines; undefined where nothing is chosen. */
export async function pickOne<Item extends QuickPickItem>(
  items: readonly Item[],
  options: QuickPickOptions,
): Promise<Item | undefined> {
  const shown = items.map(plainItem);
  const chosen = await window.showQuickPick(shown, options);
  return chosen && items[shown.indexOf(chosen)];
}

/** Lets the user choose several lines; undefined where the list is closed. */
export async function pickSeveral<Item extends QuickPickItem>(
  items: readonly Item[],
  options: QuickPickOptions,
): Promise<readonly Item[] | undefined> {
  const shown = items.map(plainItem);
  const chosen = await window.showQuickPick(shown, { ...options, canPickMany: true });
  return chosen?.flatMap((one) => items[shown.indexOf(one)] ?? []);
}

/** A line that shows its text as it is written. */
export function plainItem<Item extends QuickPickItem>(item: Item): Item {
  const { label, description, detail } = item;
  return {
    ...item,
    label: iconless(label),
    ...(description === undefined ? {} : { description: iconless(description) }),
    ...(detail === undefined ? {} : { detail: iconless(detail) }),
  };
}
