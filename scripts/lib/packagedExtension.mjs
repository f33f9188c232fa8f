// Installs the packaged extension into a VS Code, as a user would.
import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { provideCodeServer } from './codeServer.mjs';
import { root } from './paths.mjs';
import { PlainError } from './plainError.mjs';

/** @returns {Promise<string>} the file that `npm run package` writes */
export async function packagePath() {
  const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  return path.join(root, `${name}-${version}.vsix`);
}

/**
 * @param {string} extensions folder of installed extensions
 * @returns {Promise<void>}
 */
export async function installPackage(extensions) {
  const file = await packagePath();
  await access(file).catch(() => {
    throw new PlainError(`${file} is missing: npm run package makes it.`);
  });
  const code = await provideCodeServer('newest');
  await promisify(execFile)(code.node, [
    path.join(code.folder, 'out', 'server-main.js'),
    ...['--install-extension', file, '--extensions-dir', extensions],
    ...['--server-data-dir', `${extensions}-data`, '--accept-server-license-terms'],
  ]);
}
