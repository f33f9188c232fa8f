/** How long changes may put off what follows them, in milliseconds. */
export const longestPause = 3000;

/** How long to wait for changes to pause, so that many are one piece of work and none waits for ever. */
export class Postponement {
  #deadline: number | undefined;

  /**
   * @param pause How long there must be no other change, in milliseconds.
   * @param now The time of this change.
   * @returns How long to wait from now on.
   */
  next(pause: number, now: number): number {
    this.#deadline ??= now + longestPause;
    return Math.min(pause, Math.max(0, this.#deadline - now));
  }

  /** Begins anew: what has been put off is being done. */
  end(): void {
    this.#deadline = undefined;
  }
}
