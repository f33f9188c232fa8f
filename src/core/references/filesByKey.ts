/**
 * Files by the keys under which something in them is looked for, which are told from a file's content when
 * somebody asks. Putting a file in and asking cost what the file holds and what is found, however many files
 * there are.
 */
export class FilesByKey<Content, Found> {
  readonly #contents = new Map<string, Content>();
  readonly #found = new Map<string, Map<string, Found>>();
  /** The keys under which a file is found. */
  readonly #keys = new Map<string, readonly string[]>();
  /** The files whose keys have still to be told. */
  readonly #unfiled = new Set<string>();
  readonly #look: (content: Content, path: string) => ReadonlyMap<string, Found>;

  /** @param look What is to be found of a file's content, by key. */
  constructor(look: (content: Content, path: string) => ReadonlyMap<string, Found>) {
    this.#look = look;
  }

  get paths(): readonly string[] {
    return [...this.#contents.keys()];
  }

  has(path: string): boolean {
    return this.#contents.has(path);
  }

  put(path: string, content: Content): void {
    this.remove(path);
    this.#contents.set(path, content);
    this.#unfiled.add(path);
  }

  remove(path: string): void {
    for (const key of this.#keys.get(path) ?? []) {
      const files = this.#found.get(key);
      files?.delete(path);
      if (files?.size === 0) {
        this.#found.delete(key);
      }
    }
    this.#keys.delete(path);
    this.#contents.delete(path);
    this.#unfiled.delete(path);
  }

  /** Tells all keys anew, since what they depend on besides the contents has changed. */
  refile(): void {
    this.#found.clear();
    this.#keys.clear();
    for (const path of this.#contents.keys()) {
      this.#unfiled.add(path);
    }
  }

  /** What is found under a key, by file. */
  under(key: string): ReadonlyMap<string, Found> {
    for (const path of this.#unfiled) {
      this.#file(path);
    }
    this.#unfiled.clear();
    return this.#found.get(key) ?? new Map();
  }

  #file(path: string): void {
    const content = this.#contents.get(path);
    const found = content === undefined ? new Map<string, Found>() : this.#look(content, path);
    this.#keys.set(path, [...found.keys()]);
    for (const [key, one] of found) {
      this.#found.set(key, (this.#found.get(key) ?? new Map<string, Found>()).set(path, one));
    }
  }
}
