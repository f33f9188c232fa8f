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

  remember(id: string, isExpanded: boolean, atFirst: boolean): void {
    if (isExpanded === atFirst) {
      this.#kept.delete(id);
    } else {
      this.#kept.set(id, isExpanded);
    }
    this.#state.update(this.#key, Object.fromEntries(this.#kept));
  }
}
