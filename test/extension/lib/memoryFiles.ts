import {
  Disposable,
  EventEmitter,
  type FileChangeEvent,
  FileChangeType,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';

/** A text or its bytes; a size, for a file that nobody should read; or what reading the file ends with. */
type Content = string | Uint8Array | number | FileSystemError;

/**
 * A file system in memory that nobody can search, registered under its scheme. It notes what is asked of
 * it, and can hold reads back.
 */
export class MemoryFiles implements FileSystemProvider {
  readonly #files = new Map<string, Content>();
  readonly #changed = new EventEmitter<FileChangeEvent[]>();
  readonly onDidChangeFile = this.#changed.event;
  /** What was asked since it was last emptied, as `readFile /path`. */
  readonly asked: string[] = [];
  #held: { readonly matches: (path: string) => boolean; readonly released: Promise<void> } | undefined;

  constructor(
    readonly scheme: string,
    options: { readonly isReadonly?: boolean } = {},
  ) {
    workspace.registerFileSystemProvider(scheme, this, options);
  }

  uri(path: string): Uri {
    return Uri.from({ scheme: this.scheme, path });
  }

  /** Puts files there, or takes them away, and tells so in one go. */
  put(files: Readonly<Record<string, Content | undefined>>): void {
    const events = Object.entries(files).map(([path, content]) => {
      const type =
        content === undefined
          ? FileChangeType.Deleted
          : this.#files.has(path)
            ? FileChangeType.Changed
            : FileChangeType.Created;
      if (content === undefined) {
        this.#files.delete(path);
      } else {
        this.#files.set(path, content);
      }
      return { type, uri: this.uri(path) };
    });
    this.#changed.fire(events);
  }

  /** Takes a file away and tells nobody. */
  lose(path: string): void {
    this.#files.delete(path);
  }

  /** Lets reads of some files, or of what is in some folders, wait until the answer is called. */
  hold(matches: (path: string) => boolean): () => void {
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    this.#held = { matches, released };
    return () => {
      this.#held = undefined;
      release();
    };
  }

  /** Which Markdown files were read since `asked` was last emptied, sorted. */
  get read(): readonly string[] {
    return this.asked
      .filter((question) => /^readFile .*\.md$/u.test(question))
      .map((question) => question.slice('readFile '.length))
      .sort((one, other) => (one < other ? -1 : 1));
  }

  stat({ path }: Uri): FileStat {
    this.asked.push(`stat ${path}`);
    const content = this.#files.get(path);
    if (content === undefined && this.#entries(path).length === 0) {
      throw FileSystemError.FileNotFound(path);
    }
    const size =
      typeof content === 'number'
        ? content
        : typeof content === 'string' || content instanceof Uint8Array
          ? content.length
          : 0;
    return { type: content === undefined ? FileType.Directory : FileType.File, ctime: 0, mtime: 0, size };
  }

  async readDirectory({ path }: Uri): Promise<[string, FileType][]> {
    this.asked.push(`readDirectory ${path}`);
    const entries = this.#entries(path);
    await this.#release(path);
    return entries;
  }

  async readFile({ path }: Uri): Promise<Uint8Array> {
    this.asked.push(`readFile ${path}`);
    await this.#release(path);
    const content = this.#files.get(path);
    if (content instanceof FileSystemError) {
      throw content;
    }
    if (content instanceof Uint8Array) {
      return content;
    }
    if (typeof content !== 'string') {
      throw FileSystemError.FileNotFound(path);
    }
    return new TextEncoder().encode(content);
  }

  writeFile({ path }: Uri, content: Uint8Array): void {
    this.put({ [path]: new TextDecoder().decode(content) });
  }

  watch(): Disposable {
    return new Disposable(() => undefined);
  }

  createDirectory(): void {}
  delete(): void {}
  rename(): void {}

  async #release(path: string): Promise<void> {
    if (this.#held?.matches(path) === true) {
      await this.#held.released;
    }
  }

  /** A folder called `loop` is linked to the one that it stands in. */
  #entries(path: string): [string, FileType][] {
    const folder = path.replace(/(?:\/loop)+$/u, '').replace(/\/?$/u, '/');
    const names = [...this.#files.keys()]
      .filter((file) => file.startsWith(folder))
      .map((file) => file.slice(folder.length));
    return [...new Set(names.map((name) => name.split('/')[0] ?? ''))].map((name) => [
      name,
      names.includes(name)
        ? FileType.File
        : name === 'loop'
          ? FileType.Directory | FileType.SymbolicLink
          : FileType.Directory,
    ]);
  }
}
