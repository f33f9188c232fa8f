import assert from 'node:assert/strict';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { installPackage } from '../../scripts/lib/packagedExtension.mjs';
import { useWorkbench } from './useWorkbench';

suite('the package', () => {
  const workbench = useWorkbench({ sample: 'built-in-ladder', install: installPackage });

  test('holds what a user needs, and nothing else', async () => {
    const files = await filesOf(await installedFolder());
    const expected = [
      /^dist\/(cli|compare|extension)\.js$|^dist\/compare\.css$/,
      /^guides\/[\w-]+\.md$/,
      /^media\/[\w-]+\.(svg|png)$/,
      /^media\/snippets\.json$/,
    ];
    const named = ['package.json', 'readme.md', 'changelog.md', 'LICENSE.txt', '.vsixmanifest'];
    const strange = files.filter(
      (file) => !named.includes(file) && !expected.some((shape) => shape.test(file)),
    );
    assert.deepEqual(strange, []);
    for (const needed of [
      'package.json',
      'dist/cli.js',
      'dist/extension.js',
      'dist/compare.js',
      'dist/compare.css',
      'guides/m1-to-m2.md',
      'media/comparison-dark.svg',
      'media/comparison-light.svg',
      'media/snippets.json',
    ]) {
      assert.ok(files.includes(needed), needed);
    }
  });

  test('works once it is installed', async () => {
    await workbench().openView('Career Ladder');
    await workbench().treeItem(/M1/).first().waitFor();
  });

  async function installedFolder(): Promise<string> {
    const [folder = ''] = (await readdir(workbench().extensions)).filter((name) =>
      name.startsWith('career-ladder.'),
    );
    return path.join(workbench().extensions, folder);
  }
});

async function filesOf(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll(path.sep, '/'))
    .sort();
}
