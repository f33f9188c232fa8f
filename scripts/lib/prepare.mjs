// What has to be in place before anything else can run.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { needsDependencies, npm } from './npm.mjs';
import { root } from './paths.mjs';
import { PlainError } from './plainError.mjs';
import { step } from './progress.mjs';

/** Installs the project's own dependencies, where they are missing. */
export async function installDependencies() {
  if (await needsDependencies()) {
    // None of them needs its install script, and some would download or compile.
    await step('installed the dependencies', () => npm(['ci', '--include=dev', '--ignore-scripts'], root));
  }
}

export async function buildExtension() {
  await step('built the extension', async () => {
    const { code, output } = await run(process.execPath, [path.join(root, 'scripts', 'build.mjs')]);
    if (code !== 0) {
      throw new PlainError(`The extension could not be built:\n${output}`);
    }
  });
}

/**
 * @param {string} program
 * @param {readonly string[]} args
 * @returns {Promise<{ code: number, output: string }>}
 */
function run(program, args) {
  return new Promise((resolve) => {
    execFile(program, args, { cwd: root }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : 1, output: stdout + stderr });
    });
  });
}
