// Brings a VS Code from the npm registry into .vscode-test/.
import { chmod, copyFile, mkdir, rename } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installApart, isInstalled, npm } from './npm.mjs';
import { codeVersions } from './versions.mjs';

/**
 * @typedef {object} CodeServer
 * @property {string} node the Node that runs it
 * @property {string} folder with its out/ and node_modules/
 */

/**
 * @param {import('./versions.mjs').CodeVersionName} name
 * @param {<T>(install: () => Promise<T>) => Promise<T>} [installing] stands around what takes a while
 * @returns {Promise<CodeServer>}
 */
export async function provideCodeServer(name, installing = (install) => install()) {
  const { codeServer, node } = codeVersions[name];
  const folder = `code-server-${codeServer}`;
  const provide = async () => {
    const server = serverFolder(
      await installApart(folder, `code-server@${codeServer}`, async (draft) => {
        // Its own dependencies are locked in a file of their own.
        await npm(['install', '--ignore-scripts', '--omit=dev'], serverFolder(draft));
        if (name === 'oldest') {
          await lendSearch(serverFolder(draft));
        }
      }),
    );
    await lendLog(server);
    return { folder: server, node: await provideNode(node) };
  };
  const present = (await isInstalled(folder)) && (isOurNode(node) || (await isInstalled(nodeFolder(node))));
  return present ? provide() : installing(provide);
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
 * The log's native part is built on installing, from sources that nothing here could compile.
 *
 * @param {string} server
 */
async function lendLog(server) {
  const index = path.join(server, 'node_modules', '@vscode', 'spdlog', 'index.js');
  // Replaced as a whole: other checkouts may share the file.
  const draft = `${index}.${process.pid}`;
  await copyFile(fileURLToPath(new URL('spdlogStandIn.cjs', import.meta.url)), draft);
  await rename(draft, index);
}

/**
 * The Node of a major version: the one that runs us where it fits, else one from the registry.
 *
 * @param {number} major
 * @returns {Promise<string>}
 */
async function provideNode(major) {
  if (isOurNode(major)) {
    return process.execPath;
  }
  const windows = process.platform === 'win32';
  const name = `node-${windows ? 'win' : process.platform}-${process.arch}`;
  const folder = await installApart(nodeFolder(major), `${name}@${major}`);
  return path.join(folder, 'node_modules', name, 'bin', windows ? 'node.exe' : 'node');
}

/** @param {number} major */
function isOurNode(major) {
  return Number.parseInt(process.versions.node, 10) === major;
}

/** @param {number} major */
function nodeFolder(major) {
  return `node-${major}`;
}
