import {
  type Disposable,
  EventEmitter,
  FileSystemError,
  FileType,
  RelativePattern,
  type TextDocument,
  Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import { reasonOf } from '../../core/reasonOf';
import { isFolder } from '../files/isFolder';
import { isOutOfSight, mayBeFolder } from '../files/paths';
import type { Log } from '../log';
import { isIgnoreFile, isMarkdownFile, listMarkdown, type MarkdownFiles } from './markdownFiles';

/** Promotion documents and notes are prose; a file as large as this is something else. */
export const largestFile = 2_000_000;

/**
 * What has happened to the files: one has changed or come, a file or folder is gone, only listing them
 * anew will tell, or all read otherwise.
 */
export type FileChange =
  | { readonly file: string }
  | { readonly gone: string }
  | { readonly list: true }
  | { readonly everything: true };

/**
 * The Markdown files of the window's folders, by their URIs, and the documents open in its editors. Nothing is
 * listed or watched before `start`.
 */
export class WorkspaceFiles implements Disposable {
  readonly #log: Log;
  readonly #changed = new EventEmitter<FileChange>();
  readonly #listed = new Set<string>();
  #subscriptions: readonly Disposable[] = [];
  #watchers: readonly Disposable[] = [];
  #folders: ReadonlyMap<WorkspaceFolder, MarkdownFiles> = new Map();
  /** Whether it has been told that the files must be listed anew, and they have not been so far. */
  #isOutdated = false;

  /** Fires for what happens on disk and in editors, once per file. */
  readonly onDidChange = this.#changed.event;

  constructor(log: Log) {
    this.#log = log;
  }

  /** The files, as far as they have been listed. */
  get paths(): Iterable<string> {
    return this.#listed;
  }

  has(path: string): boolean {
    return this.#listed.has(path);
  }

  /** The Markdown files that Git ignores, which are left out. */
  get ignored(): readonly Uri[] {
    return [...this.#folders.values()].flatMap((folder) => folder.ignored);
  }

  /** Begins to follow what happens. */
  start(): void {
    this.#subscriptions = [
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
      workspace.onDidChangeWorkspaceFolders(() => this.#outdated()),
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration('files.exclude')) {
          this.#outdated();
        }
        if (event.affectsConfiguration('files.encoding')) {
          this.#changed.fire({ everything: true });
        }
      }),
    ];
  }

  /** Lists the folders' files anew and watches them; tells which have come and which have gone. */
  async list(): Promise<readonly string[]> {
    this.#isOutdated = false;
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
    const differing = [
      ...[...now].filter((path) => !this.#listed.has(path)),
      ...[...this.#listed].filter((path) => !now.has(path)),
    ];
    this.#listed.clear();
    for (const path of now) {
      this.#listed.add(path);
    }
    return differing;
  }

  /** Forgets the files that are gone themselves or with a folder above them, and tells which. */
  forget(gone: ReadonlySet<string>): readonly string[] {
    const forgotten = goneAmong(this.#listed, gone);
    for (const path of forgotten) {
      this.#listed.delete(path);
    }
    return forgotten;
  }

  /**
   * The documents whose text counts while they are open: of listed files, of files that have been changed,
   * and those outside of all folders. A clean one of any other file shows what is ignored, or was deleted.
   */
  openDocuments(): ReadonlyMap<string, TextDocument> {
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

  /** The text of a listed file as it is on disk. */
  async readListed(path: string): Promise<string | undefined> {
    return this.#listed.has(path) ? this.#read(path) : undefined;
  }

  /** The text of any file as it is now, in its editor or on disk; undefined where it cannot be read. Never rejects. */
  async textOf(path: string): Promise<string | undefined> {
    return this.openTextOf(path) ?? this.#read(path);
  }

  /** The text of a file in its editor; undefined where it is open in none. */
  openTextOf(path: string): string | undefined {
    return this.openDocuments().get(path)?.getText();
  }

  dispose(): void {
    for (const disposable of [...this.#subscriptions, ...this.#watchers, this.#changed]) {
      disposable.dispose();
    }
  }

  #changedIn({ languageId, uri }: TextDocument): void {
    if (languageId === 'markdown' && isDocument(uri)) {
      this.#changed.fire({ file: uri.toString() });
    }
  }

  #outdated(): void {
    this.#isOutdated = true;
    this.#changed.fire({ list: true });
  }

  #watch(folder: WorkspaceFolder): readonly Disposable[] {
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(folder, '**'));
    return [
      watcher,
      watcher.onDidChange((uri) => {
        if (isIgnoreFile(uri)) {
          this.#outdated();
        } else if (this.#listed.has(uri.toString())) {
          this.#changed.fire({ file: uri.toString() });
        }
      }),
      watcher.onDidCreate((uri) => this.#created(uri)),
      watcher.onDidDelete((uri) => {
        if (isIgnoreFile(uri)) {
          this.#outdated();
        } else if (!isOutOfSight(uri)) {
          this.#changed.fire({ gone: uri.toString() });
        }
      }),
    ];
  }

  async #created(uri: Uri): Promise<void> {
    if (isIgnoreFile(uri)) {
      this.#outdated();
    } else if (isMarkdownFile(uri)) {
      if (this.#admits(uri)) {
        this.#listed.add(uri.toString());
        this.#changed.fire({ file: uri.toString() });
      }
    } else if (!this.#isOutdated && mayBeFolder(uri) && (await isFolder(uri))) {
      // VS Code tells of a folder that was moved here, and not of the files in it.
      this.#outdated();
    }
  }

  /** Whether a Markdown file is one of those to know; any is, as long as its folder has not been listed. */
  #admits(uri: Uri): boolean {
    const folder = workspace.getWorkspaceFolder(uri);
    const files = folder === undefined ? undefined : this.#folders.get(folder);
    return files === undefined || files.admits(uri);
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
      const bytes = await workspace.fs.readFile(uri);
      return isUtf8(bytes, uri) ? new TextDecoder().decode(bytes) : await workspace.decode(bytes, { uri });
    } catch (error) {
      // A file that is gone is simply gone.
      if (!(error instanceof FileSystemError && error.code === 'FileNotFound')) {
        this.#log.channel.warn(`Left out ${uri.path}: ${reasonOf(error)}`);
      }
      return undefined;
    }
  }
}

const noFiles: MarkdownFiles = { files: [], ignored: [], admits: () => false };

/** Whether VS Code would read a file as UTF-8 without a doubt. It can tell for every file, but takes its time. */
function isUtf8([first, second]: Uint8Array, uri: Uri): boolean {
  const settings = workspace.getConfiguration('files', { uri, languageId: 'markdown' });
  const isUtf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  return (
    !isUtf16 &&
    settings.get('autoGuessEncoding') !== true &&
    /^utf8(?:bom)?$/u.test(settings.get('encoding', 'utf8'))
  );
}

/** What somebody writes, not what a comparison or an output shows. */
function isDocument({ scheme }: Uri): boolean {
  return (
    scheme === 'file' ||
    scheme === 'untitled' ||
    (workspace.workspaceFolders ?? []).some(({ uri }) => uri.scheme === scheme)
  );
}

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
