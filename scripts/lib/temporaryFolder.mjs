// What a run puts away for the time being, all in one folder that goes with the run.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** @type {string | undefined} */
let folderOfRun;

/**
 * @param {string} name what its own name begins with
 * @returns {string} a new folder, which is removed at the latest when this process exits
 */
export function temporaryFolder(name) {
  folderOfRun ??= newFolder();
  return mkdtempSync(path.join(folderOfRun, `${name}-`));
}

/** @returns {string} */
function newFolder() {
  // A socket below the folder that macOS has for this would have a longer path than a socket may have.
  const place = process.platform === 'darwin' ? '/tmp' : tmpdir();
  const folder = mkdtempSync(path.join(realpathSync(place), 'career-ladder-'));
  process.once('exit', () => rmSync(folder, { recursive: true, force: true, maxRetries: 10 }));
  return folder;
}
