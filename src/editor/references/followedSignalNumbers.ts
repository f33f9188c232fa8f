import { type Disposable, EventEmitter, type TextDocumentChangeEvent, workspace } from 'vscode';
import type { Capability } from '../../core/ladder/model';
import { nameKey } from '../../core/names';
import {
  type FollowedSignals,
  followSignals,
  type MovedSignals,
  movedSignals,
  signalsAsNumbered,
} from '../../core/rename/signalNumbers';
import { registerAll } from '../disposables';
import type { LadderSnapshot, Ladders } from '../guides/ladders';

/**
 * Which signals were moved by typing in their guide, since the window was opened or the citations of a capability
 * were last brought up to date. A guide that changes on disk comes with its documents, from Git for instance, and
 * is taken as it is.
 */
export class FollowedSignalNumbers implements Disposable {
  readonly #settled = new EventEmitter<void>();
  /** Fires when the numbers of a capability are taken as they are. */
  readonly onDidSettle = this.#settled.event;
  readonly #subscriptions: Disposable;
  /** The documents whose last change was typed. */
  readonly #typed = new Set<string>();
  #followed: ReadonlyMap<string, FollowedSignals> = new Map();

  constructor(ladders: Ladders) {
    this.#subscriptions = registerAll([
      this.#settled,
      ladders.onDidChange((snapshot) => this.#follow(snapshot)),
      workspace.onDidChangeTextDocument((change) => this.#note(change)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#typed.delete(uri.toString())),
    ]);
  }

  /** The numbers of a capability's signals that mean others now. */
  movedOf(capability: Capability): MovedSignals {
    const followed = this.#followed.get(keyOf(capability));
    return followed === undefined ? new Map() : movedSignals(followed);
  }

  /** Takes the numbers of a capability's signals as those that citations mean. */
  settle(capability: Capability): void {
    this.#followed = new Map(this.#followed).set(keyOf(capability), signalsAsNumbered(capability.signals));
    this.#settled.fire();
  }

  dispose(): void {
    this.#subscriptions.dispose();
  }

  #note({ document, reason, contentChanges }: TextDocumentChangeEvent): void {
    const path = document.uri.toString();
    // VS Code may tell only after the first change that a document is unsaved, without a change. What is read anew
    // from disk leaves it as it was saved; so may undoing, for which there is a reason.
    if (document.isDirty || reason !== undefined) {
      this.#typed.add(path);
    } else if (contentChanges.length > 0) {
      this.#typed.delete(path);
    }
  }

  #follow({ shown }: LadderSnapshot): void {
    const capabilities = shown
      .filter(({ isBuiltIn }) => !isBuiltIn)
      .flatMap(({ ladder }) => ladder.levels.flatMap((level) => level.capabilities));
    const followed = new Map<string, FollowedSignals>();
    for (const capability of capabilities) {
      const { signals, source } = capability;
      const before = this.#followed.get(keyOf(capability));
      const isTyped = this.#typed.has(source.guide.path);
      followed.set(
        keyOf(capability),
        before?.signals === signals
          ? before
          : before !== undefined && isTyped
            ? followSignals(before, signals)
            : signalsAsNumbered(signals),
      );
    }
    for (const [key, before] of this.#followed) {
      // It may come back once what is being typed is whole.
      if (!followed.has(key) && movedSignals(before).size > 0) {
        followed.set(key, before);
      }
    }
    this.#followed = followed;
  }
}

/** Ladders that share a guide have its capabilities in common. */
function keyOf({ level, name, source }: Capability): string {
  return [source.guide.path, level, nameKey(name)].join('\n');
}
