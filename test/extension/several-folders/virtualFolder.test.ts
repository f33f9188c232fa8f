import assert from 'node:assert/strict';
import {
  EventEmitter,
  type FileChangeEvent,
  type FileStat,
  FileSystemError,
  type FileSystemProvider,
  FileType,
  Uri,
  workspace,
} from 'vscode';
import { problems } from '../lib/diagnostics';
import { eventually } from '../lib/eventually';

/** A file system that nobody can search: it knows names and contents, and that is all. */
class UnsearchableFiles implements FileSystemProvider {
  readonly #files = new Map<string, string>();
  readonly onDidChangeFile = new EventEmitter<FileChangeEvent[]>().event;

  constructor(files: Readonly<Record<string, string>>) {
    this.#files = new Map(Object.entries(files));
  }

  stat({ path }: Uri): FileStat {
    const text = this.#files.get(path);
    if (text === undefined && this.readDirectory(Uri.from({ scheme: 'unsearchable', path })).length === 0) {
      throw FileSystemError.FileNotFound(path);
    }
    return {
      type: text === undefined ? FileType.Directory : FileType.File,
      ctime: 0,
      mtime: 0,
      size: text?.length ?? 0,
    };
  }

  readDirectory({ path }: Uri): [string, FileType][] {
    const prefix = path.endsWith('/') ? path : `${path}/`;
    const names = [...this.#files.keys()]
      .filter((file) => file.startsWith(prefix))
      .map((file) => file.slice(prefix.length));
    return [...new Set(names.map((name) => name.split('/')[0] ?? ''))].map((name) => [
      name,
      names.includes(name) ? FileType.File : FileType.Directory,
    ]);
  }

  readFile({ path }: Uri): Uint8Array {
    const text = this.#files.get(path);
    if (text === undefined) {
      throw FileSystemError.FileNotFound(path);
    }
    return new TextEncoder().encode(text);
  }

  watch() {
    return { dispose() {} };
  }
  createDirectory() {}
  writeFile() {}
  delete() {}
  rename() {}
}

suite('a folder that cannot be searched', () => {
  test('is walked for guides', async () => {
    const guide = '/ladder/guides/deep/m1-to-m2.md';
    const provider = new UnsearchableFiles({
      [guide]: '# Progression Guide: M1 to M2\n\n## Key Capabilities\n\n### Depth\n',
      '/ladder/notes.md': '# Progression Guide: M5 to M6\n',
    });
    workspace.registerFileSystemProvider('unsearchable', provider, { isReadonly: true });
    const uri = Uri.from({ scheme: 'unsearchable', path: guide });
    workspace.updateWorkspaceFolders(workspace.workspaceFolders?.length ?? 0, 0, {
      uri: Uri.from({ scheme: 'unsearchable', path: '/ladder' }),
      name: 'virtual',
    });
    await workspace.openTextDocument(uri);
    await eventually(() => {
      assert.equal(problems(uri, 'guide-capability').length, 1);
    });
  });
});
