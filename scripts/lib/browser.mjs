// Finds a Chromium to drive, or installs one.
import { execFile, spawnSync } from 'node:child_process';
import { accessSync, constants, existsSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { installApart } from './npm.mjs';
import { PlainError } from './plainError.mjs';
import { temporaryFolder } from './temporaryFolder.mjs';

/**
 * @typedef {object} Browser
 * @property {string} executable
 * @property {Record<string, string>} environment what it needs to find its libraries
 */

/** @returns {Promise<Browser>} */
export async function provideBrowser() {
  const named = process.env.CHROME_PATH;
  if (named !== undefined && named !== '') {
    if (!isExecutable(named)) {
      throw new PlainError(`CHROME_PATH names ${named}, which is no program.`);
    }
    return { executable: named, environment: {} };
  }
  const present = findInstalled();
  if (present !== undefined) {
    return { executable: present, environment: {} };
  }
  if (installFromDebian()) {
    const installed = findInstalled();
    if (installed !== undefined) {
      return { executable: installed, environment: {} };
    }
  }
  if (process.platform === 'linux' && process.arch === 'x64') {
    return unpackFromNpm();
  }
  throw new PlainError(
    'These tests need Chrome, Chromium or Edge: install one, or name it in the environment variable CHROME_PATH.',
  );
}

/** @returns {string | undefined} */
function findInstalled() {
  const names = [
    'chromium',
    'chromium-browser',
    'google-chrome',
    'google-chrome-stable',
    'microsoft-edge',
    'chrome',
  ];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => folder !== '');
  const onPath = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  const programFolders = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
    (name) => process.env[name] ?? [],
  );
  const usual = {
    darwin: ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    ),
    win32: programFolders.flatMap((folder) => [
      path.join(folder, 'Google', 'Chrome', 'Application', 'chrome.exe'),
      path.join(folder, 'Microsoft', 'Edge', 'Application', 'msedge.exe'),
    ]),
  };
  const places =
    process.platform === 'darwin' || process.platform === 'win32' ? usual[process.platform] : onPath;
  return places.find(isExecutable);
}

/** @param {string} file */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** @returns {boolean} whether Debian's Chromium is there now */
function installFromDebian() {
  if (process.platform !== 'linux' || spawnSync('apt-get', ['--version'], { stdio: 'ignore' }).status !== 0) {
    return false;
  }
  const [program = 'apt-get', ...first] = process.getuid?.() === 0 ? ['apt-get'] : ['sudo', '-n', 'apt-get'];
  const run = (/** @type {string[]} */ ...args) =>
    spawnSync(program, [...first, ...args], {
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      stdio: 'ignore',
    }).status === 0;
  // The lists may be missing on a fresh machine; where they are not, an offline update fails harmlessly.
  run('update');
  return run('install', '-y', '--no-install-recommends', 'chromium');
}

/** @returns {Promise<Browser>} */
async function unpackFromNpm() {
  const folder = await installApart('chromium-153', '@sparticuz/chromium@153');
  const entry = path.join(folder, 'node_modules', '@sparticuz', 'chromium', 'build', 'index.js');
  const unpacked = path.join(folder, 'unpacked');
  await mkdir(unpacked, { recursive: true });
  // It unpacks itself into the temporary folder, and what libraries it needs only where it takes the
  // machine for a bare container: a process of its own is told both.
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [
      '--input-type=module',
      '--eval',
      `const { default: chromium } = await import(${JSON.stringify(pathToFileURL(entry).href)});
      const { FONTCONFIG_PATH, LD_LIBRARY_PATH } = process.env;
      console.log(JSON.stringify({
        executable: await chromium.executablePath(),
        environment: { FONTCONFIG_PATH, LD_LIBRARY_PATH },
      }));`,
    ],
    {
      env: {
        ...process.env,
        TMPDIR: unpacked,
        AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x',
        // It brings a font of its own, with which it dies of a character that the font lacks.
        ...(existsSync('/etc/fonts/fonts.conf') ? { FONTCONFIG_PATH: '/etc/fonts' } : {}),
      },
    },
  );
  return JSON.parse(stdout);
}

/** @returns {Promise<import('playwright-core').Browser>} */
export async function launchBrowser() {
  const { executable, environment } = await provideBrowser();
  const { chromium } = await import('playwright-core');
  const launched = await chromium.launch({
    executablePath: executable,
    env: {
      .../** @type {Record<string, string>} */ (process.env),
      ...environment,
      // Chromium leaves something behind each time.
      TMPDIR: temporaryFolder('browser'),
    },
    args: [
      // Chromium refuses to sandbox what root starts.
      ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });
  // A headless shell ends with its last page.
  await launched.newPage();
  return launched;
}
