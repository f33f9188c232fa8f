// Bundles the unit tests with what they test, for `npm run test:unit`: one pass of esbuild is cheaper than
// to translate each module where it is loaded, and the result runs faster. Packages stay outside.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';
import { root, scratch } from './lib/paths.mjs';

const tests = path.join(root, 'test', 'unit');
const files = await readdir(tests, { recursive: true });
const outdir = path.join(scratch, 'unit');
await rm(outdir, { recursive: true, force: true });

try {
  await build({
    entryPoints: [...files.filter((file) => file.endsWith('.test.ts')), path.join('support', 'seed.ts')].map(
      // All in one folder: from there esbuild reckons the way to modules that stay outside.
      (file) => ({ in: path.join(tests, file), out: file.slice(0, -'.ts'.length).replaceAll(path.sep, '-') }),
    ),
    outdir,
    outExtension: { '.js': '.mjs' },
    absWorkingDir: root,
    bundle: true,
    // These know where they are.
    external: [path.join(root, 'scripts', '*')],
    format: 'esm',
    logLevel: 'warning',
    packages: 'external',
    platform: 'node',
    sourcemap: true,
    splitting: true,
    target: 'es2023',
  });
} catch {
  // esbuild has said what is wrong, and where.
  process.exitCode = 1;
}
