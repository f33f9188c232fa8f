// What esbuild makes of src/.
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';

/**
 * The esbuild options of every file in dist/, or in the folder that stands for it.
 *
 * @param {{ production: boolean, dist?: string }} options
 * @returns {import('esbuild').BuildOptions[]}
 */
export function builds({ production, dist = 'dist' }) {
  /** @type {import('esbuild').BuildOptions} */
  const shared = {
    absWorkingDir: root,
    bundle: true,
    // Names in other scripts as they are written, not escaped: 7 KB less.
    charset: 'utf8',
    format: 'cjs',
    logLevel: 'warning',
    metafile: true,
    minify: production,
    plugins: [{ name: 'unused YAML', setup: leaveOutUnusedYaml }],
    sourcemap: production ? false : 'linked',
    target: 'es2022',
  };
  return [
    {
      ...shared,
      entryPoints: ['src/extension.ts'],
      outfile: path.join(dist, 'extension.js'),
      // One bundle for the Node and the web worker extension host. The "worker" condition keeps
      // decode-named-character-reference from picking its DOM build, which a worker cannot run.
      platform: 'browser',
      conditions: ['worker'],
      mainFields: ['module', 'main'],
      external: ['vscode'],
    },
    {
      ...shared,
      entryPoints: ['src/cli/main.ts'],
      outfile: path.join(dist, 'cli.js'),
      platform: 'node',
      mainFields: ['module', 'main'],
      banner: { js: '#!/usr/bin/env node' },
    },
    {
      ...shared,
      // What runs in the comparison's own page, with its stylesheet.
      entryPoints: [
        { in: 'src/webview/compare/main.ts', out: 'compare' },
        { in: 'src/webview/compare/compare.css', out: 'compare' },
      ],
      outdir: dist,
      platform: 'browser',
      format: 'iife',
    },
  ];
}

/**
 * js-yaml makes its tables of tags as it loads, for loading and writing, and esbuild cannot tell that nothing
 * needs them where YAML is only parsed: 16 KB. So each is told to have no effect but its value.
 *
 * @param {import('esbuild').PluginBuild} build
 */
function leaveOutUnusedYaml({ onLoad }) {
  const made = /^(var [\w$]+ = )((?:new |[\w$.]+\(|\{\n\t\.\.\.)[\s\S]*?);$(?=\n[^\s)\]}])/gm;
  onLoad({ filter: /[\\/]js-yaml\.mjs$/ }, async ({ path: file }) => ({
    contents: (await readFile(file, 'utf8')).replace(made, '$1/* @__PURE__ */ (() => ($2))();'),
  }));
}
