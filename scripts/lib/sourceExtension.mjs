// Makes the checkout an installed extension of a VS Code, so that what is built is what runs.
import { utimes, watchFile } from 'node:fs';
import {
  copyFile,
  cp,
  link as hardLink,
  mkdir,
  readdir,
  readFile,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import path from 'node:path';
import { root } from './paths.mjs';

/** What an extension consists of once it is packaged, beside its programs. */
const parts = ['package.json', 'media', 'guides', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/**
 * Fills a folder of installed extensions with links into the checkout. They are links to its parts, so
 * that a VS Code which deletes the extension deletes links.
 *
 * @param {string} extensions
 */
export async function installFromSource(extensions) {
  const { publisher, name, version } = JSON.parse(await readFile(path.join(root, 'package.json'), 'utf8'));
  const id = `${publisher}.${name}`;
  await mkdir(extensions, { recursive: true });
  const earlier = (await readdir(extensions)).filter((entry) => entry.startsWith(`${id}-`));
  // VS Code looks into the folder again where this list of its own is missing.
  const known = ['extensions.json', '.obsolete'];
  await Promise.all(
    [...earlier, ...known].map((entry) => rm(path.join(extensions, entry), { recursive: true, force: true })),
  );
  const folder = path.join(extensions, `${id}-${version}`);
  await mkdir(folder);
  await Promise.all(parts.map((part) => link(path.join(root, part), path.join(folder, part))));
  await linkPrograms(path.join(folder, 'dist'));
}

/**
 * Programs are linked as files are, not as places: VS Code tells by the place of a program which extension
 * runs, and follows symbolic links. A build writes into the same files.
 *
 * @param {string} target
 */
async function linkPrograms(target) {
  const source = path.join(root, 'dist');
  await mkdir(target);
  for (const name of await readdir(source)) {
    const [from, to] = [path.join(source, name), path.join(target, name)];
    // Another disk knows no such links.
    await hardLink(from, to).catch(() => copyFile(from, to));
  }
}

/**
 * Adds the small extension that opens the ladder in a window that nobody has seen yet.
 *
 * @param {string} extensions
 */
export async function installLadderOpener(extensions) {
  const source = path.join(root, 'scripts', 'openLadder');
  await cp(source, path.join(extensions, 'career-ladder.open-ladder-1.0.0'), { recursive: true });
}

/**
 * VS Code reads a manifest again only when the list of installed extensions is newer than its cache: makes
 * it newer whenever the manifest changes, so that the next reload of the page shows the change.
 *
 * @param {string} extensions
 */
export function followManifest(extensions) {
  const list = path.join(extensions, 'extensions.json');
  watchFile(path.join(root, 'package.json'), { interval: 500, persistent: false }, () => {
    const now = new Date();
    utimes(list, now, now, () => {});
  });
}

/**
 * @param {string} source
 * @param {string} target
 */
async function link(source, target) {
  const found = await stat(source).catch(() => undefined);
  if (found === undefined) {
    return;
  }
  try {
    await symlink(source, target, found.isDirectory() ? 'junction' : 'file');
  } catch {
    // Windows lets only some users link files.
    await cp(source, target, { recursive: true });
  }
}
