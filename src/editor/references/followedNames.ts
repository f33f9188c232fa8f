import type { Disposable } from 'vscode';
import type { Capability, Ladder } from '../../core/ladder/model';
import { type FormerName, type FormerNames, followNames, formerNamesOf } from '../../core/rename/formerNames';
import type { LadderSnapshot, Ladders } from '../guides/ladders';

/** What a ladder was when it was last read, and what its capabilities were called before. */
interface Followed {
  readonly ladder: Ladder;
  readonly names: FormerNames;
}

/** What the capabilities of the workspace's ladders were called since the window was opened. */
export class FollowedNames implements Disposable {
  readonly #subscription: Disposable;
  #followed: ReadonlyMap<string, Followed> = new Map();

  constructor(ladders: Ladders) {
    this.#subscription = ladders.onDidChange((snapshot) => this.#follow(snapshot));
  }

  /** What a capability was called before. Ladders that share its guide know the same, which counts once. */
  of(capability: Capability): readonly FormerName[] {
    const known = [...this.#followed.values()].map(({ names }) => formerNamesOf(names, capability));
    return known.find((names) => names.length > 0) ?? [];
  }

  dispose(): void {
    this.#subscription.dispose();
  }

  #follow({ shown }: LadderSnapshot): void {
    this.#followed = new Map(
      shown
        .filter(({ isBuiltIn }) => !isBuiltIn)
        .map(({ key, ladder }) => {
          const before = this.#followed.get(key);
          const names = before === undefined ? new Map() : followNames(before.names, before.ladder, ladder);
          return [key, { ladder, names }];
        }),
    );
  }
}
