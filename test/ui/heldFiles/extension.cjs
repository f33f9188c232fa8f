// An extension that lends folders of the disk under the scheme "held", and holds back what is read of a
// folder called "docs" until the file "release" lies beside it.
const { access, readdir, readFile, stat, writeFile } = require('node:fs/promises');
const { setTimeout: delay } = require('node:timers/promises');
const vscode = require('vscode');

exports.activate = ({ subscriptions }) => {
  const provider = {
    onDidChangeFile: new vscode.EventEmitter().event,
    watch: () => new vscode.Disposable(() => {}),
    stat: (uri) =>
      found(uri, async () => {
        const entry = await stat(uri.path);
        return { type: typeOf(entry), mtime: entry.mtimeMs, ctime: entry.ctimeMs, size: entry.size };
      }),
    readDirectory: (uri) =>
      found(uri, async () => {
        const entries = await readdir(uri.path, { withFileTypes: true });
        return entries.map((entry) => [entry.name, typeOf(entry)]);
      }),
    readFile: (uri) =>
      found(uri, async () => {
        await released(uri.path);
        return readFile(uri.path);
      }),
    writeFile: (uri, content) => writeFile(uri.path, content),
    createDirectory: () => {},
    delete: () => {},
    rename: () => {},
  };
  subscriptions.push(vscode.workspace.registerFileSystemProvider('held', provider));
};

async function released(path) {
  const [, folder] = /^(.*?)\/docs\//.exec(path) ?? [];
  while (folder !== undefined && !(await exists(`${folder}/release`))) {
    await delay(100);
  }
}

function exists(path) {
  return access(path).then(
    () => true,
    () => false,
  );
}

function typeOf(entry) {
  const { Directory, File, SymbolicLink } = vscode.FileType;
  const own = entry.isDirectory() ? Directory : entry.isFile() ? File : vscode.FileType.Unknown;
  return entry.isSymbolicLink() ? SymbolicLink : own;
}

async function found(uri, read) {
  try {
    return await read();
  } catch (error) {
    throw error.code === 'ENOENT' ? vscode.FileSystemError.FileNotFound(uri) : error;
  }
}
