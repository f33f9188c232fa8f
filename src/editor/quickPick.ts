import { type QuickInputButton, type QuickPickItem, type QuickPickOptions, window } from 'vscode';
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

export interface SeveralOptions {
  readonly title: string;
  readonly placeholder: string;
  /** Stands in the title, and closes the list. */
  readonly button: QuickInputButton | undefined;
}

/** Lets the user choose several lines, by descriptions too, or the button; undefined where the list is closed. */
export function pickSeveral<Item extends QuickPickItem>(
  items: readonly Item[],
  { title, placeholder, button }: SeveralOptions,
): Promise<readonly Item[] | 'button' | undefined> {
  const picker = window.createQuickPick();
  const shown = items.map(plainItem);
  picker.title = title;
  picker.placeholder = placeholder;
  picker.buttons = button === undefined ? [] : [button];
  picker.canSelectMany = true;
  picker.matchOnDescription = true;
  picker.items = shown;
  picker.selectedItems = shown.filter(({ picked }) => picked);
  const chosen = new Promise<readonly Item[] | 'button' | undefined>((resolve) => {
    const end = (answer: readonly Item[] | 'button'): void => {
      resolve(answer);
      picker.hide();
    };
    picker.onDidAccept(() =>
      end(items.filter((_, at) => picker.selectedItems.some((one) => one === shown[at]))),
    );
    picker.onDidTriggerButton(() => end('button'));
    picker.onDidHide(() => {
      resolve(undefined);
      picker.dispose();
    });
  });
  picker.show();
  return chosen;
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
