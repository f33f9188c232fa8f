// Runs the suites of test/extension inside VS Code, window by window.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { downloadAndUnzipVSCode, runTests, TestRunFailedError } from '@vscode/test-electron';
import { root, scratch } from './paths.mjs';
import { PlainError } from './plainError.mjs';
import { secondsSince } from './progress.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';
import { bundleTests } from './testBundle.mjs';
import { layOut, testWindows } from './testWindows.mjs';
import { codeVersions } from './versions.mjs';

/**
 * @param {object} options
 * @param {import('./versions.mjs').CodeVersionName} options.version
 * @param {'node' | 'web'} options.host
 * @param {string} options.from the folder that holds the windows', from the root
 * @param {string | undefined} options.window only this one
 * @param {boolean} options.desktop in the desktop VS Code, which is downloaded
 * @returns {Promise<boolean>} whether all tests passed
 */
export async function testExtension({ version, host, from, window: only, desktop }) {
  const windows = (await testWindows(from)).filter(({ name }) => only === undefined || name === only);
  if (windows.length === 0) {
    throw new PlainError(`No folder of ${from} ${only === undefined ? 'holds tests' : `is named ${only}`}.`);
  }
  const { vscode } = codeVersions[version];
  const vscodeExecutablePath = desktop ? await downloadDesktop(vscode) : headlessCode;
  const failed = [];
  for (const window of windows) {
    const start = performance.now();
    const title = `VS Code ${vscode}, ${host} extension host, window ${window.name}`;
    console.log(`\n${title}`);
    const outfile = path.join(root, 'out', `${host}-${version}`, `${window.name}.js`);
    const scene = temporaryFolder('window');
    try {
      const opened = await layOut(window, scene);
      const checked = checkFolder(opened);
      await bundleTests({ files: window.files, outfile, version: vscode, host, checked });
      await runTests({
        vscodeExecutablePath,
        extensionDevelopmentPath: root,
        extensionTestsPath: outfile,
        launchArgs: [
          ...(opened === undefined ? [] : [opened]),
          `--user-data-dir=${path.join(scene, 'user')}`,
          `--extensions-dir=${path.join(scene, 'extensions')}`,
          ...(desktop ? [] : [`--code-version=${version}`, `--extension-host=${host}`]),
          ...(desktop ? [] : [`--settings=${JSON.stringify(window.settings)}`]),
        ],
      });
    } catch (error) {
      failed.push(window.name);
      if (!(error instanceof TestRunFailedError)) {
        console.error(error instanceof PlainError ? error.message : error);
      }
    } finally {
      await rm(scene, { recursive: true, force: true, maxRetries: 5 });
    }
    console.log(`${failed.includes(window.name) ? '✗' : '✓'} ${title}  ${secondsSince(start)}`);
  }
  return failed.length === 0;
}

const headlessCode = fileURLToPath(new URL('headlessCode.mjs', import.meta.url));

/**
 * What the command line finds in the folder of a window, for tests that hold the editor against it.
 *
 * @param {string | undefined} opened
 * @returns {string} as JSON; nothing for a window without a folder, or with several
 */
function checkFolder(opened) {
  if (opened === undefined || opened.endsWith('.code-workspace')) {
    return '[]';
  }
  const program = path.join(root, 'dist', 'cli.js');
  const args = [program, 'check', '--format', 'json', '--fail-on', 'never'];
  const { status, stdout, stderr } = spawnSync(process.execPath, args, {
    cwd: opened,
    encoding: 'utf8',
    maxBuffer: Number.POSITIVE_INFINITY,
  });
  // The settings of a window may hold, on purpose, what the program tells of with status 2.
  assert.match(stderr, status === 2 ? /^(?:career-ladder: \.vscode\/settings\.json: .*\n)+$/u : /^$/u);
  assert.ok(status === 0 || status === 2, `career-ladder check ended with status ${status}`);
  return stdout;
}

/**
 * @param {string} version
 * @returns {Promise<string>} the program
 */
async function downloadDesktop(version) {
  try {
    return await downloadAndUnzipVSCode({ version, cachePath: path.join(scratch, 'desktop') });
  } catch (error) {
    const reason = error instanceof Error ? error.message : error;
    throw new PlainError(`The desktop VS Code ${version} could not be downloaded: ${reason}`);
  }
}
