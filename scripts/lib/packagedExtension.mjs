// Installs the packaged extension into a VS Code, as a user would.
import { execFile } from 'node:child_process';
import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { provideCodeServer } from './codeServer.mjs';
import { root } from './paths.mjs';
import { PlainError } from './plainError.mjs';

/** @returns {Promise<string>} what `npm run package` writes */
export async function packageFile() {
  const { name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const file = path.join(root, `${name}-${version}.vsix`);
  await access(file).catch(() => {
    throw new PlainError(`${file} is missing: npm run package makes it.`);
  });
  return file;
}

/**
 * @param {string} extensions
 * @returns {Promise<void>}
 */
export async function installPackage(extensions) {
  const code = await provideCodeServer('newest');
  await promisify(execFile)(code.node, [
    path.join(code.folder, 'out', 'server-main.js'),
    ...['--install-extension', await packageFile(), '--extensions-dir', extensions],
    ...['--server-data-dir', `${extensions}-data`, '--accept-server-license-terms'],
  ]);
}
