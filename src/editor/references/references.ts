import {
  type Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  LogLevel,
  RelativePattern,
  type TextDocument,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { entriesOf } from '../../core/references/entries';
import { claimsInText, fileLadder, type ReadingLadder } from '../../core/references/fileLadder';
import { indexFiles } from '../../core/references/indexFiles';
import { ReferenceIndex } from '../../core/references/referenceIndex';
import type { Subject } from '../../core/references/unreadFiles';
import type { LadderSnapshot, Ladders } from '../guides/ladders';
import type { Log } from '../log';
import type { Promotions } from '../promotions/promotions';
import { isIgnoreFile, isMarkdownFile, listMarkdown, type MarkdownFiles } from './markdownFiles';

/** Promotion documents and notes are prose; a file as large as this is something else. */
const largestFile = 2_000_000;
/** How long changes must pause before they are read, in milliseconds, and how long they may put it off. */
const pause = 300;
const longestPause = 3000;
/** How long the index may take before the view shows that it is being made, in milliseconds. */
const patience = 1000;

/** As many changed files as these are read to the end at once. */
const fewFiles = 20;

/** What has to be read again. */
interface Changes {
  readonly files: Set<string>;
  /** Files and folders that are gone. */
  readonly gone: Set<string>;
  /** Which files there are. */
  list: boolean;
  /** Every file, whether it has changed or not. */
  everything: boolean;
}

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
  #watchers: readonly Disposable[] = [];
  #folders: ReadonlyMap<WorkspaceFolder, MarkdownFiles> = new Map();
  readonly #listed = new Set<string>();
  #snapshot: LadderSnapshot | undefined;
  #concerns = '';
  #isStarted = false;
  #isComplete = false;
  #isDisposed = false;
  /** Counts how often every file was to be read anew. */
  #edition = 0;
  #changes = noChanges();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #deadline = 0;
  #work: Promise<void> = Promise.resolve();

  /** Fires when the index has been made, and after each change of it. */
  readonly onDidChange = this.#changed.event;

  constructor(ladders: Ladders, promotions: Promotions, log: Log) {
    this.#ladders = ladders;
    this.#promotions = promotions;
    this.#log = log;
    this.#subscriptions.push(
      ladders.onDidRead((snapshot) => {
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
    if (this.#timer !== undefined) {
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
  async textOf(path: string): Promise<string | undefined> {
    return this.#openDocuments().get(path)?.getText() ?? this.#read(path);
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
      })
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#timer);
    for (const disposable of [...this.#subscriptions, ...this.#watchers, this.#changed]) {
      disposable.dispose();
    }
  }

  #start(): void {
    if (this.#isStarted) {
      return;
    }
    this.#isStarted = true;
    this.#subscriptions.push(
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#changedIn(document);
        }
      }),
      workspace.onDidOpenTextDocument((document) => {
        if (document.isDirty || !this.#listed.has(document.uri.toString())) {
          this.#changedIn(document);
        }
      }),
      workspace.onDidCloseTextDocument((document) => this.#changedIn(document)),
      workspace.onDidChangeWorkspaceFolders(() => this.#later({ list: true })),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude')) {
          this.#later({ list: true });
        }
      }),
    );
    this.#later({ list: true, everything: true });
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
    this.#index.relate((path) => this.ladderOf(path));
    const concerns = JSON.stringify(
      snapshot.shown.map(({ key, ladder, isBuiltIn }) => [
        key,
        fileLadder(key, ladder, { top: undefined, isBuiltIn }).concern.key,
      ]),
    );
    if (this.#concerns !== '' && concerns !== this.#concerns) {
      this.#later({ everything: true });
    }
    this.#concerns = concerns;
  }

  #changedIn({ languageId, uri }: TextDocument): void {
    if (languageId === 'markdown' && isDocument(uri)) {
      this.#later({ file: uri.toString() });
    }
  }

  /**
   * The documents whose text counts while they are open: of listed files, of files that have been changed,
   * and those outside of all folders. A clean one of any other file shows what is ignored, or was deleted.
   */
  #openDocuments(): ReadonlyMap<string, TextDocument> {
    return new Map(
      workspace.textDocuments
        .filter(
          ({ isClosed, isDirty, languageId, uri }) =>
            !isClosed &&
            languageId === 'markdown' &&
            isDocument(uri) &&
            (isDirty || this.#listed.has(uri.toString()) || workspace.getWorkspaceFolder(uri) === undefined),
        )
        .map((document) => [document.uri.toString(), document]),
    );
  }

  #later(change: {
    readonly file?: string;
    readonly gone?: string;
    readonly list?: true;
    readonly everything?: true;
  }): void {
    const { files, gone } = this.#changes;
    if (change.file !== undefined) {
      files.add(change.file);
    }
    if (change.gone !== undefined) {
      gone.add(change.gone);
    }
    this.#changes.list ||= change.list === true;
    this.#changes.everything ||= change.everything === true;
    const now = Date.now();
    if (this.#timer === undefined) {
      this.#deadline = now + longestPause;
    }
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), Math.min(pause, Math.max(0, this.#deadline - now)));
  }

  #flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    const changes = this.#changes;
    this.#changes = noChanges();
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
    const { read } = await indexFiles(
      paths,
      this.#index,
      {
        read: async (path) => (this.#listed.has(path) ? this.#read(path) : undefined),
        ladderOf: (path) => this.ladderOf(path),
      },
      depth,
      isStopped,
    );
    return read;
  }

  async #bringUpToDate(changes: Changes, isStopped: () => boolean): Promise<void> {
    const begin = performance.now();
    if (this.#snapshot === undefined) {
      this.#use(await this.#ladders.get());
    }
    const files = new Set(changes.everything ? this.#listed : []);
    for (const path of goneAmong(this.#listed, changes.gone)) {
      this.#listed.delete(path);
      this.#index.remove(path);
      files.add(path);
    }
    if (changes.list) {
      for (const path of await this.#list()) {
        files.add(path);
      }
    }
    for (const path of changes.files) {
      files.add(path);
    }
    if (files.size === 0 && !changes.list) {
      return;
    }
    const open = this.#openDocuments();
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

  /** Lists the folders' files anew and watches them; tells which have come and which have gone. */
  async #list(): Promise<readonly string[]> {
    const folders = workspace.workspaceFolders ?? [];
    // Watched first: what comes while the files are listed is read afterwards.
    for (const watcher of this.#watchers) {
      watcher.dispose();
    }
    this.#watchers = folders.flatMap((folder) => this.#watch(folder));
    const before = new Set(this.#listed);
    const markdown = await Promise.all(folders.map(listMarkdown));
    this.#folders = new Map(folders.flatMap((folder, at) => [[folder, markdown[at] ?? noFiles]]));
    // What came meanwhile may have come too late for the list.
    const came = [...this.#listed].filter((path) => !before.has(path) && this.#admits(Uri.parse(path, true)));
    const now = new Set([...markdown.flatMap(({ files }) => files.map((uri) => uri.toString())), ...came]);
    const gone = [...this.#listed].filter((path) => !now.has(path));
    for (const path of gone) {
      this.#index.remove(path);
    }
    const differing = [...[...now].filter((path) => !this.#listed.has(path)), ...gone];
    this.#listed.clear();
    for (const path of now) {
      this.#listed.add(path);
    }
    return differing;
  }

  #watch(folder: WorkspaceFolder): readonly Disposable[] {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
    return [
      watcher,
      watcher.onDidChange((uri) => {
        if (isIgnoreFile(uri)) {
          this.#later({ list: true });
        } else if (this.#listed.has(uri.toString())) {
          this.#later({ file: uri.toString() });
        }
      }),
      watcher.onDidCreate((uri) => this.#created(uri)),
      watcher.onDidDelete((uri) => {
        if (isIgnoreFile(uri)) {
          this.#later({ list: true });
        } else if (!isOutOfSight(uri)) {
          this.#later({ gone: uri.toString() });
        }
      }),
    ];
  }

  async #created(uri: Uri): Promise<void> {
    if (isIgnoreFile(uri)) {
      this.#later({ list: true });
    } else if (isMarkdownFile(uri)) {
      if (this.#admits(uri)) {
        this.#listed.add(uri.toString());
        this.#later({ file: uri.toString() });
      }
    } else if (!this.#changes.list && mayBeFolder(uri) && (await isFolder(uri))) {
      // VS Code tells of a folder that was moved here, and not of the files in it.
      this.#later({ list: true });
    }
  }

  /** Whether a Markdown file is one of those to know; any is, as long as its folder has not been listed. */
  #admits(uri: Uri): boolean {
    const folder = workspace.getWorkspaceFolder(uri);
    const files = folder === undefined ? undefined : this.#folders.get(folder);
    return files === undefined || files.admits(uri);
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
      open === undefined || ladder === undefined ? [] : entriesOf(open.model, ladder.index, ladder.links),
    );
  }

  /** Never rejects; says why a file is left out. */
  async #read(path: string): Promise<string | undefined> {
    const uri = Uri.parse(path, true);
    try {
      const { size, type } = await workspace.fs.stat(uri);
      if ((type & FileType.File) === 0) {
        return undefined;
      }
      if (size > largestFile) {
        this.#log.channel.warn(`Left out ${uri.path}: it is larger than ${largestFile / 1_000_000} MB.`);
        return undefined;
      }
      return new TextDecoder().decode(await workspace.fs.readFile(uri));
    } catch (error) {
      // A file that is gone is simply gone.
      if (!(error instanceof FileSystemError && error.code === 'FileNotFound')) {
        this.#log.channel.warn(`Left out ${uri.path}: ${error instanceof Error ? error.message : error}`);
      }
      return undefined;
    }
  }

  #tell({ list, everything }: Changes, read: number, time: string): void {
    const { channel } = this.#log;
    if (!list && !everything) {
      channel.debug(`Read ${count(read, 'changed file')} in ${time}.`);
      return;
    }
    const ignored = [...this.#folders.values()].flatMap((folder) => folder.ignored);
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

const noFiles: MarkdownFiles = { files: [], ignored: [], admits: () => false };

function noChanges(): Changes {
  return { files: new Set(), gone: new Set(), list: false, everything: false };
}

/** What somebody writes, not what a comparison or an output shows. */
function isDocument({ scheme }: Uri): boolean {
  return (
    scheme === 'file' ||
    scheme === 'untitled' ||
    (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === scheme)
  );
}

/** The files that are gone themselves or with a folder above them. */
function goneAmong(listed: ReadonlySet<string>, gone: ReadonlySet<string>): readonly string[] {
  return gone.size === 0
    ? []
    : [...listed].filter((path) => {
        for (let place = path; place !== ''; place = place.slice(0, Math.max(0, place.lastIndexOf('/')))) {
          if (gone.has(place)) {
            return true;
          }
        }
        return false;
      });
}

/** A name without a suffix, or one such as "v1.2", outside of the folders that nobody writes documents in. */
function mayBeFolder(uri: Uri): boolean {
  return !/\.(?!\d)[^/.]+$/u.test(uri.path) && !isOutOfSight(uri);
}

function isOutOfSight({ path }: Uri): boolean {
  return /\/(?:\.git|node_modules)(?:\/|$)/u.test(path);
}

async function isFolder(uri: Uri): Promise<boolean> {
  try {
    return ((await workspace.fs.stat(uri)).type & FileType.Directory) !== 0;
  } catch {
    return false;
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
