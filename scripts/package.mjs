// Makes the .vsix file: a production build, a manifest and a README for users.
import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createVSIX, listFiles, PackageManager } from '@vscode/vsce';
import { build } from 'esbuild';
import { builds } from './lib/bundles.mjs';
import { packagePath } from './lib/packagedExtension.mjs';
import { root, scratch } from './lib/paths.mjs';
import { runMain } from './lib/runMain.mjs';

const stage = path.join(scratch, 'package');

await runMain(async () => {
  await rm(stage, { recursive: true, force: true });
  // .vscodeignore says which files those are.
  const files = await listFiles({ cwd: root, packageManager: PackageManager.None });
  for (const file of [...files, '.vscodeignore']) {
    await mkdir(path.dirname(path.join(stage, file)), { recursive: true });
    await cp(path.join(root, file), path.join(stage, file));
  }
  await Promise.all(
    builds({ production: true, dist: path.join(stage, 'dist') }).map((configuration) => build(configuration)),
  );
  await change('package.json', (text) => {
    const { scripts, devDependencies, dependencies, ...manifest } = JSON.parse(text);
    return JSON.stringify(manifest, undefined, 2);
  });
  // VS Code shows an extension's README without the files around it: a picture from among them would
  // be an empty frame.
  await change('README.md', (text) => text.replaceAll(/^!\[[^\]]*\]\((?!https:)[^)]*\)\n+/gm, ''));
  await change('.vscodeignore', () => '');
  await createVSIX({
    cwd: stage,
    packagePath: await packagePath(),
    dependencies: false,
    allowMissingRepository: true,
    rewriteRelativeLinks: false,
  });
  return 0;
});

/**
 * @param {string} file
 * @param {(text: string) => string} edit
 */
async function change(file, edit) {
  const staged = path.join(stage, file);
  const text = await readFile(staged, 'utf8').catch(() => undefined);
  if (text !== undefined) {
    await writeFile(staged, edit(text));
  }
}
