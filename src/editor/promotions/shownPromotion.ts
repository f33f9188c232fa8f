import {
  commands,
  type Disposable,
  EventEmitter,
  type Memento,
  type TextDocument,
  Uri,
  window,
  workspace,
} from 'vscode';
import type { Promotion } from '../../core/promotion/readPromotion';
import { registerAll } from '../disposables';
import type { Ladders } from '../guides/ladders';
import { documentInFront, hasOwnTab, tabGroupOf } from '../tabs';
import { isMereVersion } from './mereVersion';
import type { Promotions } from './promotions';

/** How long typing must pause before what is shown follows, in milliseconds. */
const typingPause = 200;

const stateKey = 'careerLadder.promotion';

/** A promotion document as it was read last. */
export interface Shown {
  readonly document: TextDocument;
  readonly promotion: Promotion;
  /** Whether it is the one in front: in the active editor, be that text or a preview. */
  readonly isActive: boolean;
}

/**
 * The promotion document that views speak of: the one in front, as text or drawn, else the one that was there
 * last as long as a tab holds it, so that neither a look into a guide nor a reload takes it away, else one that
 * can be seen. What it is only compared with, as it was committed, is none of these. Follows what is typed.
 */
export class ShownPromotion implements Disposable {
  readonly #promotions: Promotions;
  readonly #state: Memento;
  readonly #changed = new EventEmitter<Shown | undefined>();
  readonly #subscriptions: Disposable;
  #current: Shown | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Counts the updates: only the latest may speak. */
  #update = 0;

  readonly onDidChange = this.#changed.event;

  /** @param state Where it is kept which document was there last. */
  constructor(promotions: Promotions, ladders: Ladders, state: Memento) {
    this.#promotions = promotions;
    this.#state = state;
    this.#subscriptions = registerAll([
      ladders.onDidChange(() => this.#later(0)),
      window.onDidChangeActiveTextEditor(() => this.#later(0)),
      window.tabGroups.onDidChangeTabs(() => this.#later(0)),
      window.tabGroups.onDidChangeTabGroups(() => this.#later(0)),
      workspace.onDidOpenTextDocument((document) => this.#concerns(document) && this.#later(0)),
      workspace.onDidCloseTextDocument((document) => this.#concerns(document) && this.#later(0)),
      workspace.onDidChangeTextDocument(
        ({ document }) => this.#concerns(document) && this.#later(typingPause),
      ),
    ]);
    this.#later(0);
  }

  get current(): Shown | undefined {
    return this.#current;
  }

  dispose(): void {
    clearTimeout(this.#timer);
    this.#update += 1;
    this.#subscriptions.dispose();
    this.#changed.dispose();
  }

  #concerns(document: TextDocument): boolean {
    return document === this.#current?.document || document === documentInFront();
  }

  #later(pause: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#follow(), pause);
  }

  async #follow(): Promise<void> {
    this.#update += 1;
    const update = this.#update;
    const next = await this.#next();
    if (update !== this.#update || isSame(next, this.#current)) {
      return;
    }
    this.#current = next;
    commands.executeCommand('setContext', 'careerLadder.promotionShown', next !== undefined);
    this.#changed.fire(next);
    const uri = next?.document.uri.toString();
    if (uri !== undefined && uri !== this.#state.get(stateKey)) {
      this.#state.update(stateKey, uri);
    }
  }

  async #next(): Promise<Shown | undefined> {
    const active = await this.#read(documentInFront(), true);
    if (active !== undefined) {
      return active;
    }
    const last = await this.#last();
    const visible = window.visibleTextEditors.map((editor) => editor.document);
    for (const document of last === undefined ? visible : [last, ...visible]) {
      const other = await this.#read(document, false);
      if (other !== undefined) {
        return other;
      }
    }
    return undefined;
  }

  /** The document that was there last, if a tab holds it. */
  async #last(): Promise<TextDocument | undefined> {
    const last = this.#current?.document;
    if (last?.isClosed === false) {
      return tabGroupOf(last) === undefined ? undefined : last;
    }
    // After a reload VS Code reads what stands in a tab only once somebody looks at it.
    const kept: unknown = this.#state.get(stateKey);
    const uri = typeof kept === 'string' ? Uri.parse(kept) : undefined;
    if (uri === undefined || uri.scheme === 'untitled' || !hasOwnTab({ uri })) {
      return undefined;
    }
    try {
      return await workspace.openTextDocument(uri);
    } catch {
      // Its file is gone, or cannot be read: VS Code says so in its tab.
      return undefined;
    }
  }

  async #read(document: TextDocument | undefined, isActive: boolean): Promise<Shown | undefined> {
    if (document === undefined || isMereVersion(document)) {
      return undefined;
    }
    const promotion = await this.#promotions.get(document);
    return promotion && { document, promotion, isActive };
  }
}

/** Whether nothing is to be said anew: a document is read once for each version and ladder. */
function isSame(one: Shown | undefined, other: Shown | undefined): boolean {
  return one?.promotion === other?.promotion && one?.isActive === other?.isActive;
}
