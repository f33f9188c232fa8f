// Bundles extension tests for an extension host.
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { build } from 'esbuild';
import { root } from './paths.mjs';
import { isCounted } from './tally.mjs';

const { resolve } = createRequire(import.meta.url);
const support = path.join(root, 'test', 'extension', 'lib');

/**
 * @param {object} options
 * @param {readonly string[]} options.files
 * @param {string} options.outfile
 * @param {string} options.version of VS Code
 * @param {'node' | 'web'} options.host
 * @param {string} options.checked what `career-ladder check` prints as JSON for the folder that is opened
 */
export async function bundleTests({ files, outfile, version, host, checked }) {
  const suites = files.map((file) => `require(${JSON.stringify(file)});`).join('\n');
  await build({
    stdin: {
      // The suites load when they are asked for, so that one that fails to is told like any failure.
      contents: `import { runSuites } from './run.ts';
        export const run = () => runSuites(() => {\n${suites}\n});`,
      resolveDir: support,
      sourcefile: 'tests.ts',
    },
    absWorkingDir: root,
    bundle: true,
    conditions: ['worker'],
    define: {
      checkedByCommandLine: checked,
      expectedHost: JSON.stringify(host),
      expectedVersion: JSON.stringify(version),
      onlyForbidden: String(isCounted()),
    },
    external: ['vscode'],
    format: 'cjs',
    inject: [path.join(support, 'console.ts'), path.join(support, 'process.ts')],
    logLevel: 'warning',
    outfile,
    platform: 'browser',
    plugins: [{ name: 'stand-ins', setup: standIn }],
    sourcemap: 'inline',
    // Only `require` knows the module that VS Code makes up.
    supported: { 'dynamic-import': false },
    target: 'es2022',
  });
}

/**
 * Packages that a web worker can run in the place of Node's modules; both hosts get the same.
 *
 * @param {import('esbuild').PluginBuild} build
 */
function standIn({ onResolve, onLoad }) {
  const namespace = 'stand-in';
  onResolve({ filter: /^(node:assert\/strict|mocha\/mocha\.js)$/ }, ({ path: name }) => ({
    path: name,
    namespace,
  }));
  onLoad({ filter: /^node:assert/, namespace }, () => ({
    contents: `module.exports = require(${JSON.stringify(resolve('assert/'))}).strict;`,
    resolveDir: root,
  }));
  // In its own place this file counts as a module, because of the package it lies in, and then
  // exports into whatever surrounds it.
  onLoad({ filter: /^mocha/, namespace }, async () => ({
    contents: await readFile(resolve('mocha/mocha.js'), 'utf8'),
    resolveDir: root,
  }));
}
