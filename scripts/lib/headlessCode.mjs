#!/usr/bin/env node
// Stands in for the desktop VS Code under @vscode/test-electron: understands the arguments that it
// passes, runs the same tests in a VS Code from the npm registry, driven by a headless browser.
import path from 'node:path';
import { format, parseArgs } from 'node:util';
import { launchBrowser } from './browser.mjs';
import { provideCodeServer } from './codeServer.mjs';
import { PlainError } from './plainError.mjs';
import { endWithParent, runMain } from './runMain.mjs';
import { startServer } from './serverProcess.mjs';
import { recordTally } from './tally.mjs';
import { hostInWorker } from './webWorkerHost.mjs';

/** A window that has not finished by then hangs. */
const patience = 300_000;

endWithParent();
await runMain(async () => {
  const { values, positionals } = parseArgs({
    // VS Code has many more arguments than matter here.
    strict: false,
    allowPositionals: true,
    options: {
      'code-version': { type: 'string' },
      'extension-host': { type: 'string' },
      settings: { type: 'string' },
      extensionDevelopmentPath: { type: 'string' },
      extensionTestsPath: { type: 'string' },
      'user-data-dir': { type: 'string' },
      'extensions-dir': { type: 'string' },
    },
  });
  const version = values['code-version'] === 'oldest' ? 'oldest' : 'newest';
  const host = values['extension-host'] === 'web' ? 'web' : 'node';
  const extension = required(values.extensionDevelopmentPath, 'extensionDevelopmentPath');
  const tests = required(values.extensionTestsPath, 'extensionTestsPath');
  const server = await startServer(await provideCodeServer(version), {
    automation: true,
    data: required(values['user-data-dir'], 'user-data-dir'),
    extensions: required(values['extensions-dir'], 'extensions-dir'),
    ports: '0',
    settings: JSON.parse(typeof values.settings === 'string' ? values.settings : '{}'),
    log: `extension-tests-${version}-${host}-${path.basename(tests, '.js')}`,
  });
  const chromium = await launchBrowser();
  try {
    const page = await chromium.newPage({ viewport: { width: 1280, height: 800 } });
    // What the workbench itself complains of explains many a failure of the tests in it.
    page.on('console', (message) => server.note(`page ${message.type()}: ${message.text()}`));
    page.on('pageerror', (error) => server.note(`page error: ${error.message}`));
    /** @type {Promise<import('./tally.mjs').Tally>} */
    const finished = new Promise((resolve, reject) => {
      const fail = (/** @type {string} */ what) =>
        reject(new PlainError(`${what}; the server's log is ${server.log}.`));
      setTimeout(() => fail(`The tests did not finish within ${patience / 1000} s`), patience).unref();
      void server.ended.then(() => fail('The server ended'));
      page.once('crash', () => fail('The page crashed'));
      // The two functions by which the workbench tells its driver what happens. It does not always
      // come to say that it exits: the tests' own word that they are through is enough.
      void page.exposeFunction('codeAutomationExit', (/** @type {number} */ code) => {
        fail(`VS Code ended with ${code} before the tests did`);
      });
      void page.exposeFunction(
        'codeAutomationLog',
        (/** @type {string} */ type, /** @type {unknown[]} */ args) => {
          const message = format(...args);
          const [, said] = /^│ ?(.*)$/s.exec(message) ?? [];
          const [, tally] = /^tally (.*)$/.exec(said ?? '') ?? [];
          if (tally !== undefined) {
            resolve(JSON.parse(tally));
          } else if (said !== undefined) {
            console.log(said);
          } else {
            server.note(`${type}: ${message}`);
          }
        },
      );
    });
    const origin = `http://127.0.0.1:${server.port}`;
    const url = new URL(origin);
    if (host === 'web') {
      await hostInWorker(page, { origin, extension, tests });
    } else {
      const remote = `vscode-remote://127.0.0.1:${server.port}`;
      url.searchParams.set(
        'payload',
        JSON.stringify([
          ['extensionDevelopmentPath', `${remote}${extension}`],
          ['extensionTestsPath', `${remote}${tests}`],
          ['skipWelcome', 'true'],
        ]),
      );
    }
    const [opened] = positionals;
    if (opened !== undefined) {
      url.searchParams.set(opened.endsWith('.code-workspace') ? 'workspace' : 'folder', opened);
    } else {
      url.searchParams.set('ew', 'true');
    }
    await page.goto(url.href);
    const tally = await finished;
    recordTally(tally);
    if (tally.passed + tally.failed === 0) {
      throw new PlainError('No test ran.');
    }
    return tally.failed === 0 ? 0 : 1;
  } finally {
    await chromium.close();
    await server.stop();
  }
});

/**
 * @param {string | boolean | undefined} value
 * @param {string} name
 * @returns {string}
 */
function required(value, name) {
  if (typeof value !== 'string') {
    throw new PlainError(`--${name}=… is missing.`);
  }
  return value;
}
