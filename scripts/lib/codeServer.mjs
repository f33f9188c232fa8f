// Brings a VS Code from the npm registry into .vscode-test/.
import { chmod, copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { installApart, npm } from './npm.mjs';
import { codeVersions } from './versions.mjs';

/**
 * @typedef {object} CodeServer
 * @property {string} node the Node that runs it
 * @property {string} folder with its out/ and node_modules/
 * @property {string} version of VS Code
 * @property {boolean} installed whether it had to be downloaded just now
 */

/**
 * @param {import('./versions.mjs').CodeVersionName} name
 * @returns {Promise<CodeServer>}
 */
export async function provideCodeServer(name) {
  const { vscode, codeServer, node } = codeVersions[name];
  const { folder, installed } = await installApart(
    `code-server-${codeServer}`,
    `code-server@${codeServer}`,
    async (draft) => {
      // Its own dependencies are locked in a file of their own.
      await npm(['install', '--ignore-scripts', '--omit=dev'], serverFolder(draft));
      if (name === 'oldest') {
        await lendSearch(serverFolder(draft));
      }
    },
  );
  const runtime = await provideNode(node);
  return {
    node: runtime.node,
    folder: serverFolder(folder),
    version: vscode,
    installed: installed || runtime.installed,
  };
}

/** @param {string} folder */
function serverFolder(folder) {
  return path.join(folder, 'node_modules', 'code-server', 'lib', 'vscode');
}

/**
 * Old releases fetch their search binary from elsewhere when they are installed; the newest carries
 * one for every platform.
 *
 * @param {string} server
 */
async function lendSearch(server) {
  const newest = await provideCodeServer('newest');
  const program = process.platform === 'win32' ? 'rg.exe' : 'rg';
  const carried = path.join(newest.folder, 'node_modules', '@vscode', 'ripgrep-universal', 'bin');
  const lent = path.join(carried, `${process.platform}-${process.arch}`, program);
  const bin = path.join(server, 'node_modules', '@vscode', 'ripgrep', 'bin');
  await mkdir(bin, { recursive: true });
  await copyFile(lent, path.join(bin, program));
  await chmod(path.join(bin, program), 0o755);
}

/**
 * The Node of a major version: the one that runs us where it fits, else one from the registry.
 *
 * @param {number} major
 */
async function provideNode(major) {
  if (Number.parseInt(process.versions.node, 10) === major) {
    return { node: process.execPath, installed: false };
  }
  const windows = process.platform === 'win32';
  const spec = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const { folder, installed } = await installApart(`node-${major}`, `${spec}@${major}`);
  const node = path.join(folder, 'node_modules', spec, 'bin', windows ? 'node.exe' : 'node');
  return { node, installed };
}
