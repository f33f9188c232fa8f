// Installs what is missing, builds, and serves a VS Code to people.
import { randomBytes } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { provideCodeServer } from './codeServer.mjs';
import { samples, scratch } from './paths.mjs';
import { PlainError } from './plainError.mjs';
import { buildExtension, installDependencies } from './prepare.mjs';
import { step } from './progress.mjs';
import { endWithNpm, runMain } from './runMain.mjs';
import { startServer } from './serverProcess.mjs';
import { followManifest, installFromSource, installLadderOpener } from './sourceExtension.mjs';
import { codeVersions } from './versions.mjs';

const usualPort = 3377;

const help = `Usage: npm start -- [--sample NAME] [--port N]

Serves VS Code ${codeVersions.newest.vscode} on this machine, with the extension as it is in this checkout.
After a change: npm run build, then reload the page.

  --sample NAME  the folder of test/samples to open (built-in-ladder)
  --port N       the port to listen on (${usualPort}); where it is taken, the next free one
  --help         this text`;

await runMain(async () => {
  const options = readOptions();
  if (options.help) {
    console.log(help);
    return 0;
  }
  const folder = await sampleFolder(options.sample);
  const ports = portsFrom(options.port);
  await installDependencies();
  await buildExtension();
  const { vscode } = codeVersions.newest;
  const code = await provideCodeServer('newest', (install) => step(`installed VS Code ${vscode}`, install));
  const home = path.join(scratch, 'start');
  const extensions = path.join(home, 'extensions');
  const token = randomBytes(16).toString('hex');
  const server = await step(`started VS Code ${vscode}`, async () => {
    await installFromSource(extensions);
    await installLadderOpener(extensions);
    return startServer(code, {
      data: home,
      extensions,
      ports,
      token,
      // The sample's README says what there is to see.
      settings: { 'workbench.startupEditor': 'readme' },
      log: 'start',
    });
  });
  followManifest(extensions);
  if (server.port !== Number(options.port)) {
    console.log(`  (port ${options.port} is taken)`);
  }
  const url = new URL(`http://127.0.0.1:${server.port}/`);
  url.search = new URLSearchParams({ tkn: token, folder }).toString().replaceAll('%2F', '/');
  console.log(`\n${url.href}\n\nOpen it in a browser. Ctrl-C stops it.`);
  return untilStopped(server);
});

/** @returns {{ help: boolean, sample: string, port: string }} */
function readOptions() {
  try {
    return parseArgs({
      options: {
        help: { type: 'boolean', short: 'h', default: false },
        sample: { type: 'string', default: 'built-in-ladder' },
        port: { type: 'string', default: String(usualPort) },
      },
    }).values;
  } catch (error) {
    throw new PlainError(
      `${error instanceof Error ? error.message : error} (npm start -- --help tells more)`,
    );
  }
}

/**
 * @param {string} name
 * @returns {Promise<string>}
 */
async function sampleFolder(name) {
  const entries = await readdir(samples, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  if (!names.includes(name)) {
    throw new PlainError(`There is no sample "${name}"; the samples are ${names.sort().join(', ')}.`);
  }
  return path.join(samples, name);
}

/**
 * @param {string} text
 * @returns {string} the port with a range of others to fall back to
 */
function portsFrom(text) {
  const port = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (!(port >= 1 && port <= 65_535)) {
    throw new PlainError(`--port takes a number from 1 to 65535, not "${text}".`);
  }
  return `${port}-${Math.min(port + 100, 65_535)}`;
}

/**
 * @param {import('./serverProcess.mjs').Server} server
 * @returns {Promise<number>}
 */
async function untilStopped(server) {
  endWithNpm();
  const stopped = Promise.race(
    /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']).map(
      (signal) =>
        new Promise((resolve) => process.removeAllListeners(signal).on(signal, () => resolve(true))),
    ),
  );
  if (await Promise.race([stopped, server.ended])) {
    await server.stop();
    console.log('Stopped.');
    return 0;
  }
  throw new PlainError(`VS Code's server ended by itself; what it said is in ${server.log}.`);
}
