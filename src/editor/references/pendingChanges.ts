import type { Disposable } from 'vscode';
import { Postponement } from '../../core/postponement';

/** How long changes must pause before they are taken, in milliseconds. */
const pause = 300;

/** What has to be read again. */
export interface Changes {
  readonly files: ReadonlySet<string>;
  /** Files and folders that are gone. */
  readonly gone: ReadonlySet<string>;
  /** Which files there are. */
  readonly list: boolean;
  /** Every file, whether it has changed or not. */
  readonly everything: boolean;
}

/** Collects changes until they pause, so that ten thousand at once are one piece of work. */
export class PendingChanges implements Disposable {
  readonly #onPause: () => void;
  readonly #postponement = new Postponement();
  #files = new Set<string>();
  #gone = new Set<string>();
  #list = false;
  #everything = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param onPause Called when changes have paused; it takes them. */
  constructor(onPause: () => void) {
    this.#onPause = onPause;
  }

  /** Whether there are changes that nobody has taken. */
  get isAny(): boolean {
    return this.#timer !== undefined;
  }

  add(change: {
    readonly file?: string;
    readonly gone?: string;
    readonly list?: true;
    readonly everything?: true;
  }): void {
    if (change.file !== undefined) {
      this.#files.add(change.file);
    }
    if (change.gone !== undefined) {
      this.#gone.add(change.gone);
    }
    this.#list ||= change.list === true;
    this.#everything ||= change.everything === true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#onPause, this.#postponement.next(pause, Date.now()));
  }

  /** Hands over what has been collected, and begins anew. */
  take(): Changes {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#postponement.end();
    const taken = { files: this.#files, gone: this.#gone, list: this.#list, everything: this.#everything };
    this.#files = new Set();
    this.#gone = new Set();
    this.#list = false;
    this.#everything = false;
    return taken;
  }

  dispose(): void {
    clearTimeout(this.#timer);
  }
}
