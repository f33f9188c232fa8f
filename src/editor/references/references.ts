import { type Disposable, EventEmitter, LogLevel, type TextDocument, Uri, window, workspace } from 'vscode';
import type { Guide } from '../../core/guide/model';
import { entriesOf } from '../../core/references/entries';
import { claimsInText, fileLadder, type ReadingLadder } from '../../core/references/fileLadder';
import { indexFiles } from '../../core/references/indexFiles';
import { ReferenceIndex } from '../../core/references/referenceIndex';
import type { Subject } from '../../core/references/subject';
import type { LadderSnapshot, Ladders } from '../guides/ladders';
import type { Log } from '../log';
import type { Promotions } from '../promotions/promotions';
import { type Changes, PendingChanges } from './pendingChanges';
import { largestFile, WorkspaceFiles } from './workspaceFiles';

/** How long the index may take before the view shows that it is being made, in milliseconds. */
const patience = 1000;

/** As many changed files as these are read to the end at once. */
const fewFiles = 20;

/**
 * Who cites what in the window's files and open documents: read in the background once the workspace turns out
 * to have guides, or something needs it, and kept up to date from then on. What stands in an editor counts, saved or not.
 */
export class References implements Disposable {
  readonly #ladders: Ladders;
  readonly #promotions: Promotions;
  readonly #log: Log;
  readonly #changed = new EventEmitter<undefined>();
  readonly #subscriptions: Disposable[] = [];
  readonly #index = new ReferenceIndex(() => undefined);
  readonly #files: WorkspaceFiles;
  readonly #changes = new PendingChanges(() => this.#flush());
  #snapshot: LadderSnapshot | undefined;
  /** The guides of all folders: a file of one may link to those of another. */
  #guides: readonly Guide[] = [];
  #concerns = '';
  #isStarted = false;
  #isComplete = false;
  #isDisposed = false;
  /** Counts how often every file was to be read anew. */
  #edition = 0;
  #work: Promise<void> = Promise.resolve();

  /** Fires when the index has been made, and after each change of it. */
  readonly onDidChange = this.#changed.event;

  constructor(ladders: Ladders, promotions: Promotions, log: Log) {
    this.#ladders = ladders;
    this.#promotions = promotions;
    this.#log = log;
    this.#files = new WorkspaceFiles(log);
    this.#subscriptions.push(
      this.#files,
      this.#files.onDidChange((change) => this.#changes.add(change)),
      ladders.onDidChange((snapshot) => {
        this.#relate(snapshot);
        // Who works with guides of their own will ask soon.
        if (snapshot.shown.some(({ isBuiltIn }) => !isBuiltIn)) {
          this.#start();
        }
      }),
    );
  }

  /** The index, if it tells all about a subject by now; otherwise it is brought on, and fires when it does. */
  peek(subject: Subject): ReferenceIndex | undefined {
    this.#start();
    if (!this.#isComplete) {
      return undefined;
    }
    if (this.#index.unreadOf(subject).length === 0) {
      return this.#index;
    }
    this.get(subject).then(() => this.#changed.fire(undefined));
    return undefined;
  }

  /** The index once it tells all about a subject, with all that has changed until now. Never rejects. */
  async get(subject: Subject): Promise<ReferenceIndex> {
    this.#start();
    if (this.#changes.isAny) {
      this.#flush();
    }
    this.#enqueue(() => this.#readAbout(subject));
    for (let work: unknown; work !== this.#work; ) {
      work = this.#work;
      await work;
    }
    return this.#index;
  }

  /** The text of a file as it is now, in its editor or on disk; undefined where it cannot be read. */
  textOf(path: string): Promise<string | undefined> {
    return this.#files.textOf(path);
  }

  /** The text of a file in its editor; undefined where it is open in none. */
  openTextOf(path: string): string | undefined {
    return this.#files.openTextOf(path);
  }

  /** A file's ladder. */
  ladderOf(path: string): ReadingLadder | undefined {
    const uri = Uri.parse(path, true);
    const named = this.#snapshot?.ladderOf(uri);
    return (
      named &&
      fileLadder(path, named.ladder, {
        top: workspace.getWorkspaceFolder(uri)?.uri.toString(),
        isBuiltIn: named.isBuiltIn,
        guides: this.#guides,
      })
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const disposable of [...this.#subscriptions, this.#changes, this.#changed]) {
      disposable.dispose();
    }
  }

  #start(): void {
    if (this.#isStarted) {
      return;
    }
    this.#isStarted = true;
    this.#files.start();
    this.#changes.add({ list: true, everything: true });
    this.#flush();
  }

  /** Looks up in the new ladders what is known; only where they concern other files is anything read. */
  #relate(snapshot: LadderSnapshot): void {
    if (this.#snapshot === undefined || snapshot === this.#snapshot) {
      return;
    }
    this.#use(snapshot);
    this.#changed.fire(undefined);
  }

  #use(snapshot: LadderSnapshot): void {
    this.#snapshot = snapshot;
    this.#guides = [...new Set(snapshot.shown.flatMap(({ ladder }) => ladder.guides))];
    this.#index.relate((path) => this.ladderOf(path));
    const concerns = JSON.stringify(
      snapshot.shown.map(({ key, ladder, isBuiltIn }) => [
        key,
        fileLadder(key, ladder, { top: undefined, isBuiltIn, guides: this.#guides }).concern.key,
      ]),
    );
    if (this.#concerns !== '' && concerns !== this.#concerns) {
      this.#changes.add({ everything: true });
    }
    this.#concerns = concerns;
  }

  #flush(): void {
    const changes = this.#changes.take();
    if (changes.everything) {
      // What is being read will be read again.
      this.#edition += 1;
    }
    const edition = this.#edition;
    this.#enqueue(() => this.#bringUpToDate(changes, () => this.#isDisposed || edition !== this.#edition));
  }

  #enqueue(work: () => Promise<void>): void {
    this.#work = this.#work
      .then(work)
      .catch((error: unknown) => this.#log.channel.error(`The index could not be made: ${error}`));
    showIfSlow(this.#work);
  }

  /** Reads the files that may say something of a subject, and have not been read so far. */
  async #readAbout(subject: Subject): Promise<void> {
    const begin = performance.now();
    const unread = this.#index.unreadOf(subject);
    if (unread.length > 0) {
      const read = await this.#readFiles(unread, subject);
      this.#log.channel.debug(`Looked through ${count(read, 'file')} in ${secondsSince(begin)}.`);
    }
  }

  async #readFiles(
    paths: readonly string[],
    depth: 'claims' | 'entries' | Subject,
    isStopped = () => this.#isDisposed,
  ): Promise<number> {
    return indexFiles(
      paths,
      this.#index,
      {
        read: (path) => this.#files.readListed(path),
        ladderOf: (path) => this.ladderOf(path),
      },
      depth,
      isStopped,
    );
  }

  async #bringUpToDate(changes: Changes, isStopped: () => boolean): Promise<void> {
    const begin = performance.now();
    if (this.#snapshot === undefined) {
      this.#use(await this.#ladders.get());
    }
    // What is known of files that are no longer there is read anew as well: that they are gone may have been
    // among what was stopped before.
    const files = new Set(changes.everything ? [...this.#files.paths, ...this.#index.paths] : []);
    const differing = [
      ...this.#files.forget(changes.gone),
      ...(changes.list ? await this.#files.list() : []),
    ];
    for (const path of differing) {
      if (!this.#files.has(path)) {
        this.#index.remove(path);
      }
    }
    for (const path of [...differing, ...changes.files]) {
      files.add(path);
    }
    if (files.size === 0 && !changes.list && !changes.everything) {
      return;
    }
    const open = this.#files.openDocuments();
    if (changes.list || changes.everything) {
      for (const path of open.keys()) {
        files.add(path);
      }
    }
    const documents = [...files].flatMap((path) => open.get(path) ?? []);
    const closed = [...files].filter((path) => !open.has(path));
    // What changes by hand is read at once, what changes by the thousand when it is asked for.
    const read = await this.#readFiles(closed, closed.length > fewFiles ? 'claims' : 'entries', isStopped);
    for (const document of documents) {
      await this.#readOpen(document);
    }
    if (isStopped()) {
      return;
    }
    this.#tell(changes, read + documents.length, secondsSince(begin));
    this.#isComplete = true;
    this.#changed.fire(undefined);
  }

  async #readOpen(document: TextDocument): Promise<void> {
    const path = document.uri.toString();
    const text = document.getText();
    const concerned = this.ladderOf(path);
    const mayConcern =
      text.length <= largestFile &&
      concerned !== undefined &&
      claimsInText(path, text, concerned) !== undefined;
    const open = mayConcern ? await this.#promotions.read(document) : undefined;
    // Both may have changed meanwhile; then they are read again.
    const ladder = this.ladderOf(path);
    this.#index.put(
      path,
      open === undefined || ladder === undefined ? [] : entriesOf(open.document, ladder.index, ladder.links),
    );
  }

  #tell({ list, everything }: Changes, read: number, time: string): void {
    const { channel } = this.#log;
    if (!list && !everything) {
      channel.debug(`Read ${count(read, 'changed file')} in ${time}.`);
      return;
    }
    const { ignored } = this.#files;
    channel.info(
      [
        `Read ${count(read, 'Markdown file')} in ${time};`,
        `${count(new Set(this.#index.paths).size, 'file speaks', 'files speak')} of the ladder.`,
        ...(ignored.length > 0
          ? [`${count(ignored.length, 'more is', 'more are')} ignored by Git, and left out.`]
          : []),
      ].join(' '),
    );
    if (channel.logLevel === LogLevel.Trace || channel.logLevel === LogLevel.Debug) {
      for (const { path } of ignored) {
        channel.debug(`Left out ${path}: Git ignores it.`);
      }
    }
  }
}

/** Lets the view show that something is going on if it takes long. */
function showIfSlow(work: Promise<void>): void {
  const timer = setTimeout(
    () => window.withProgress({ location: { viewId: 'careerLadder.ladder' } }, () => work),
    patience,
  );
  work.finally(() => clearTimeout(timer));
}

function secondsSince(begin: number): string {
  return `${((performance.now() - begin) / 1000).toFixed(2)} s`;
}

function count(amount: number, singular: string, plural = `${singular}s`): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? singular : plural}`;
}
