// The windows that the extension tests run in: each folder of test/extension that holds tests is one,
// and of test/bench/windows, for the benchmark.
//
// Its name is that of the sample that is opened (a folder of test/samples), unless a window.json in it
// says otherwise: `{ "folders": ["built-in-ladder", "own-guides"], "settings": {…} }`. A folder that is
// no sample is looked for beside the window.json; "(empty)" is a new, empty one. No folder at all is a
// window without one, several make a workspace. Tests may write: they get copies.
import { cp, mkdir, readdir, readFile, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { root, samples } from './paths.mjs';
import { PlainError } from './plainError.mjs';

/**
 * @typedef {object} TestWindow
 * @property {string} name
 * @property {string} place its folder
 * @property {readonly string[]} files with its suites
 * @property {readonly string[]} folders
 * @property {Record<string, unknown>} settings of the user
 */

/**
 * @param {string} from the folder that holds the windows', from the root
 * @returns {Promise<TestWindow[]>}
 */
export async function testWindows(from) {
  const home = path.join(root, from);
  const entries = await readdir(home, { withFileTypes: true });
  const windows = await Promise.all(
    entries.filter((entry) => entry.isDirectory()).map(({ name }) => read(home, name)),
  );
  return windows.filter(({ files }) => files.length > 0);
}

/**
 * @param {string} home
 * @param {string} name
 * @returns {Promise<TestWindow>}
 */
async function read(home, name) {
  const place = path.join(home, name);
  const entries = await readdir(place, { recursive: true });
  const configured = entries.includes('window.json')
    ? JSON.parse(await readFile(path.join(place, 'window.json'), 'utf8'))
    : {};
  return {
    name,
    place,
    files: entries
      .filter((entry) => entry.endsWith('.test.ts'))
      .sort()
      .map((entry) => path.join(place, entry)),
    folders: configured.folders ?? [name],
    settings: configured.settings ?? {},
  };
}

/**
 * Copies what a window opens.
 *
 * @param {TestWindow} window
 * @param {string} target a new folder
 * @returns {Promise<string | undefined>} the folder or workspace file to open
 */
export async function layOut(window, target) {
  const folders = await Promise.all(window.folders.map((folder) => copy(window.place, folder, target)));
  if (folders.length <= 1) {
    return folders[0];
  }
  const workspace = path.join(target, `${window.name}.code-workspace`);
  await writeFile(workspace, JSON.stringify({ folders: folders.map((folder) => ({ path: folder })) }));
  return workspace;
}

/**
 * @param {string} place
 * @param {string} folder
 * @param {string} target
 */
async function copy(place, folder, target) {
  if (folder === '(empty)') {
    const empty = path.join(target, 'empty');
    await mkdir(empty, { recursive: true });
    return empty;
  }
  for (const source of [path.join(samples, folder), path.join(place, folder)]) {
    if (await isFolder(source)) {
      const copied = path.join(target, path.basename(folder));
      await cp(source, copied, { recursive: true });
      return copied;
    }
  }
  throw new PlainError(
    `${path.relative(root, place)} wants to open "${folder}", which is no folder of test/samples.`,
  );
}

/** @param {string} place */
async function isFolder(place) {
  return stat(place).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
