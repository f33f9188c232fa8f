// npm, called from scripts: quiet, quick to give up, and its failures in one line.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { access, mkdir, mkdtemp, readFile, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { logFile, root, scratch } from './paths.mjs';
import { PlainError } from './plainError.mjs';

const unreachable =
  /\b(ENOTFOUND|ECONNREFUSED|ECONNRESET|ETIMEDOUT|EAI_AGAIN|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET_TIMEOUT|ENOTCACHED)\b/;

/**
 * Runs npm in a folder. What it prints goes to a log file.
 *
 * @param {readonly string[]} args
 * @param {string} cwd
 */
export async function npm(args, cwd) {
  const log = logFile('npm');
  const quick = ['--no-audit', '--no-fund', '--no-update-notifier', '--fetch-retries=2'];
  const patience = [
    '--fetch-retry-mintimeout=500',
    '--fetch-retry-maxtimeout=3000',
    '--fetch-timeout=120000',
  ];
  const { code, output } = await capture([...args, ...quick, ...patience, '--prefix', cwd], cwd);
  await mkdir(path.dirname(log), { recursive: true });
  await writeFile(log, `npm ${args.join(' ')}\n${output}`);
  if (code === 0) {
    return;
  }
  const reason = unreachable.exec(output)?.[1];
  throw new PlainError(
    reason === undefined
      ? `"npm ${args.join(' ')}" failed; its output is in ${log}.`
      : `The npm registry could not be reached (${reason}), and something that it carries is missing here. Try again when you are online.`,
  );
}

/**
 * @param {readonly string[]} args
 * @param {string} cwd
 * @returns {Promise<{ code: number | null, output: string }>}
 */
function capture(args, cwd) {
  const { program, first, shell } = npmProgram();
  const child = spawn(program, [...first, ...args], {
    cwd,
    env: outsideNpm(process.env),
    shell,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let output = '';
    const keep = (/** @type {Buffer} */ data) => {
      output += data.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

/**
 * Under `npm start` the very npm that runs us is named; else the one on the PATH will do.
 *
 * @returns {{ program: string, first: readonly string[], shell: boolean }}
 */
export function npmProgram() {
  const cli = process.env.npm_execpath;
  return cli?.endsWith('.js')
    ? { program: process.execPath, first: [cli], shell: false }
    : { program: 'npm', first: [], shell: process.platform === 'win32' };
}

/**
 * An npm that runs inside `npm start` would take the outer project for its own.
 *
 * @param {NodeJS.ProcessEnv} environment
 */
function outsideNpm(environment) {
  const inherited = /^npm_(package|lifecycle|command|config_local_prefix|config_prefix)/;
  return Object.fromEntries(Object.entries(environment).filter(([name]) => !inherited.test(name)));
}

/**
 * Installs a package into a folder of its own under .vscode-test/, unless it is there. The folder
 * appears only when it is complete, so an interrupted install leaves no half of one.
 *
 * @param {string} name of the folder
 * @param {string} spec of the package, e.g. code-server@4.139.1
 * @param {(folder: string) => Promise<void>} [complete] what is left to do before it is usable
 * @returns {Promise<string>} the folder
 */
export async function installApart(name, spec, complete = async () => {}) {
  const folder = path.join(scratch, name);
  if (await isInstalled(name)) {
    return folder;
  }
  await mkdir(scratch, { recursive: true });
  const draft = await mkdtemp(path.join(scratch, `unfinished-${name}-`));
  const discard = () => rmSync(draft, { recursive: true, force: true });
  process.once('exit', discard);
  try {
    await writeFile(path.join(draft, 'package.json'), '{ "private": true }\n');
    // Their install scripts would compile or download what we do not need.
    await npm(['install', '--ignore-scripts', spec], draft);
    await complete(draft);
    await rename(draft, folder).catch(async (error) => {
      // Another run may have been faster.
      if (!(await isInstalled(name))) {
        throw error;
      }
    });
  } finally {
    discard();
    process.off('exit', discard);
  }
  return folder;
}

/**
 * @param {string} name of a folder under .vscode-test/
 * @returns {Promise<boolean>}
 */
export async function isInstalled(name) {
  return access(path.join(scratch, name, 'package.json')).then(
    () => true,
    () => false,
  );
}

/** @returns {Promise<boolean>} whether node_modules lacks anything that package-lock.json asks for */
export async function needsDependencies() {
  const wanted = await lockedPackages(path.join(root, 'package-lock.json'));
  const present = await lockedPackages(path.join(root, 'node_modules', '.package-lock.json'));
  return Object.entries(wanted).some(
    ([place, { version, optional }]) => place !== '' && !optional && version !== present[place]?.version,
  );
}

/**
 * @param {string} file
 * @returns {Promise<Record<string, { version?: string, optional?: boolean }>>}
 */
async function lockedPackages(file) {
  try {
    return JSON.parse(await readFile(file, 'utf8')).packages;
  } catch {
    return {};
  }
}
