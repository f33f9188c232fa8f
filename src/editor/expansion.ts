import type { Memento } from 'vscode';

/**
 * What the user opened and closed in a tree, by the ids of its lines, kept over reloads: VS Code forgets it.
 * Only what differs from how a line stands at first is kept.
 */
export class Expansion {
  readonly #state: Memento;
  readonly #key: string;
  readonly #kept: Map<string, boolean>;

  /** @param key Where it is kept in the workspace's state. */
  constructor(state: Memento, key: string) {
    this.#state = state;
    this.#key = key;
    this.#kept = new Map(Object.entries(state.get<Record<string, boolean>>(key, {})));
  }

  isExpanded(id: string, atFirst: boolean): boolean {
    return this.#kept.get(id) ?? atFirst;
  }

  /** Keeps for a line that goes on under another id, and for what is below it, what was kept before. */
  carry(former: string, id: string): void {
    for (const [kept, isExpanded] of [...this.#kept]) {
      if (kept === former || kept.startsWith(`${former}/`)) {
        this.#kept.delete(kept);
        this.#kept.set(id + kept.slice(former.length), isExpanded);
      }
    }
    this.#save();
  }

  remember(id: string, isExpanded: boolean, atFirst: boolean): void {
    if (isExpanded === atFirst) {
      this.#kept.delete(id);
    } else {
      this.#kept.set(id, isExpanded);
    }
    this.#save();
  }

  #save(): void {
    this.#state.update(this.#key, Object.fromEntries(this.#kept));
  }
}
