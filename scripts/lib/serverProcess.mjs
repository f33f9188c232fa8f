// Runs the server half of VS Code and ends it with everything that it forked.
import { spawn, spawnSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { logFile } from './paths.mjs';
import { PlainError } from './plainError.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/**
 * @typedef {object} ServerOptions
 * @property {string} data folder for the server's and the user's data
 * @property {string} extensions folder of installed extensions
 * @property {string} ports a port, a range to find a free one in, or 0 for any
 * @property {Record<string, unknown>} settings the user's settings to begin with, over the clean ones
 * @property {string} [token] that the browser has to know; without it everyone on this machine is let in
 * @property {boolean} [automation] lets the page name an extension under development and its tests
 * @property {string} log name of the log file
 *
 * @typedef {object} Server
 * @property {number} port
 * @property {string} log
 * @property {(line: string) => void} note writes to the log
 * @property {Promise<void>} ended settles when the server is gone, by itself or stopped
 * @property {() => Promise<void>} stop
 */

/** A window without greetings, chat, telemetry or network chatter. */
const cleanWindow = {
  'chat.commandCenter.enabled': false,
  'chat.disableAIFeatures': true,
  'extensions.autoCheckUpdates': false,
  'extensions.autoUpdate': false,
  'extensions.ignoreRecommendations': true,
  // As on the desktop; in a browser VS Code saves by itself, a second after the last key.
  'files.autoSave': 'off',
  'git.openRepositoryInParentFolders': 'never',
  'security.workspace.trust.enabled': false,
  'telemetry.telemetryLevel': 'off',
  'update.mode': 'none',
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
};

/**
 * @param {import('./codeServer.mjs').CodeServer} code
 * @param {ServerOptions} options
 * @returns {Promise<Server>} once it listens
 */
export async function startServer(code, options) {
  const { data, extensions, settings, token, automation = false } = options;
  const user = path.join(data, 'data', 'User');
  const log = logFile(options.log);
  await Promise.all(
    [user, extensions, path.dirname(log)].map((folder) => mkdir(folder, { recursive: true })),
  );
  await writeFile(
    path.join(user, 'settings.json'),
    `${JSON.stringify({ ...cleanWindow, ...settings }, undefined, 2)}\n`,
    { flag: 'wx' },
  ).catch(ignoreExisting);
  const sockets = temporaryFolder('server');
  const child = spawn(
    code.node,
    [
      path.join(code.folder, 'out', 'server-main.js'),
      ...['--host', '127.0.0.1', '--port', options.ports],
      ...(token === undefined ? ['--without-connection-token'] : ['--connection-token', token]),
      ...['--server-data-dir', data, '--extensions-dir', extensions],
      ...['--accept-server-license-terms', '--disable-telemetry', '--telemetry-level', 'off'],
      ...['--disable-update-check', '--disable-getting-started-override'],
      ...(automation ? ['--enable-smoke-test-driver'] : []),
    ],
    // A group of its own, so that it can be ended together with the hosts that it forks.
    {
      detached: process.platform !== 'win32',
      // It leaves sockets behind, in the one place or the other.
      env: { ...outsideCode(process.env), TMPDIR: sockets, XDG_RUNTIME_DIR: sockets },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const ended = /** @type {Promise<void>} */ (new Promise((resolve) => child.once('exit', () => resolve())));
  const endWithUs = () => signalGroup(child, 'SIGKILL');
  // Before anything that it writes to is removed.
  process.prependOnceListener('exit', endWithUs);
  void ended.then(() => process.off('exit', endWithUs));

  // Missing native modules make it print stack traces that mean nothing: all of that is for the log.
  const file = createWriteStream(log);
  child.stdout.pipe(file, { end: false });
  child.stderr.pipe(file, { end: false });

  const port = await /** @type {Promise<number>} */ (
    new Promise((resolve, reject) => {
      let printed = '';
      child.stdout.on('data', (data) => {
        printed += data;
        const listening = /Extension host agent listening on (\d+)/.exec(printed);
        if (listening !== null) {
          resolve(Number(listening[1]));
        }
      });
      const fail = () => reject(new PlainError(`VS Code's server did not start; what it said is in ${log}.`));
      child.once('error', fail);
      child.once('exit', fail);
    })
  );
  return {
    port,
    log,
    note: (line) => file.write(`${line}\n`),
    ended,
    stop: async () => {
      signalGroup(child, 'SIGTERM');
      await Promise.race([ended, delay(2000, undefined, { ref: false })]);
      // What it forked may outlive it.
      signalGroup(child, 'SIGKILL');
      await ended;
    },
  };
}

/**
 * The server must not take itself for a child of the VS Code in whose terminal we may run.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
function outsideCode(environment) {
  const inherited = /^(VSCODE_|ELECTRON_|NODE_OPTIONS$)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !inherited.test(name)));
}

/** @param {unknown} error */
function ignoreExisting(error) {
  if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) {
    throw error;
  }
}

/**
 * @param {import('node:child_process').ChildProcess} child
 * @param {'SIGTERM' | 'SIGKILL'} signal
 */
function signalGroup(child, signal) {
  if (child.pid === undefined) {
    return;
  }
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(child.pid), '/T', '/F'], { stdio: 'ignore' });
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // It is gone already.
  }
}
