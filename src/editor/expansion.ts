import { Disposable, type Memento, TreeItemCollapsibleState, type TreeView } from 'vscode';

/** A line of a tree. */
interface Line {
  readonly id: string;
  /** Whether it is open until somebody closes it. */
  readonly isExpanded: boolean;
  readonly children: readonly unknown[];
}

/**
 * What the user opened and closed in a tree, by the ids of its lines, kept over reloads: VS Code forgets it.
 * Only what differs from how a line stands at first is kept.
 */
export class Expansion {
  readonly #state: Memento;
  readonly #key: string;
  readonly #kept: Map<string, boolean>;

  /** @param state Where it is kept. */
  constructor(state: Memento, viewId: string) {
    this.#state = state;
    this.#key = `${viewId}.expansion`;
    this.#kept = new Map(Object.entries(state.get<Record<string, boolean>>(this.#key, {})));
  }

  /** Keeps what the user opens and closes in the view. */
  follow(view: TreeView<Line>): Disposable {
    return Disposable.from(
      view.onDidExpandElement(({ element }) => this.#remember(element, true)),
      view.onDidCollapseElement(({ element }) => this.#remember(element, false)),
    );
  }

  /** How a line is to be drawn. */
  stateOf({ id, isExpanded, children }: Line): TreeItemCollapsibleState {
    if (children.length === 0) {
      return TreeItemCollapsibleState.None;
    }
    return (this.#kept.get(id) ?? isExpanded)
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed;
  }

  /** Keeps for a line that goes on under another id, and for what is below it, what was kept before. */
  carry(former: string, id: string): void {
    const moved = [...this.#kept].filter(([kept]) => kept === former || kept.startsWith(`${former}/`));
    for (const [kept, isExpanded] of moved) {
      this.#kept.delete(kept);
      this.#kept.set(id + kept.slice(former.length), isExpanded);
    }
    if (moved.length > 0) {
      this.#save();
    }
  }

  #remember({ id, isExpanded }: Line, isNow: boolean): void {
    if (isNow === isExpanded) {
      this.#kept.delete(id);
    } else {
      this.#kept.set(id, isNow);
    }
    this.#save();
  }

  #save(): void {
    this.#state.update(this.#key, Object.fromEntries(this.#kept));
  }
}
