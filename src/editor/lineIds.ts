import type { RenamedNode } from '../core/tree/renamedNodes';

/**
 * The ids under which VS Code knows the lines of a tree: a line whose name changes keeps the one it had, and with
 * it its place in the selection and whether it is open.
 */
export class LineIds {
  readonly #shown = new Map<string, string>();

  /** @param ids All ids of the tree as it is now. */
  follow(renamed: readonly RenamedNode[], ids: ReadonlySet<string>): void {
    for (const { former, id } of renamed) {
      this.#shown.set(id, this.#shown.get(former) ?? former);
    }
    for (const [id, shown] of this.#shown) {
      // What is gone needs none, and another line may have the name by now.
      if (!ids.has(id) || ids.has(shown)) {
        this.#shown.delete(id);
      }
    }
  }

  /** The id for a line, or for what stands below one. */
  idFor(id: string): string {
    for (let end = id.length; end > 0; end = id.lastIndexOf('/', end - 1)) {
      const shown = this.#shown.get(id.slice(0, end));
      if (shown !== undefined) {
        return shown + id.slice(end);
      }
    }
    return id;
  }
}
