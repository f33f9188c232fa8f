// Builds dist/: the extension (one bundle for desktop and web) and the command line.
// `--production` minifies, `--watch` rebuilds on change, `--meta FILE` also writes esbuild's metafile.
import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { build, context } from 'esbuild';
import { builds } from './lib/bundles.mjs';

const { values: options } = parseArgs({
  options: { production: { type: 'boolean' }, watch: { type: 'boolean' }, meta: { type: 'string' } },
});

const configurations = builds({ production: options.production ?? false });
if (options.watch) {
  for (const configuration of configurations) {
    await (await context(configuration)).watch();
  }
  console.log('Watching src/ …');
} else {
  try {
    const results = await Promise.all(configurations.map((configuration) => build(configuration)));
    if (options.meta !== undefined) {
      await writeFile(options.meta, JSON.stringify(results.map((result) => result.metafile)));
    }
  } catch {
    // esbuild has said what is wrong, and where.
    process.exitCode = 1;
  }
}
