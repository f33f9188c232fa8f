// Where things are.
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url));

/** Everything the scripts download or write for themselves; git ignores it. */
export const scratch = path.join(root, '.vscode-test');

export const samples = path.join(root, 'test', 'samples');

/**
 * @param {string} name
 * @returns {string} the log file of that name
 */
export function logFile(name) {
  return path.join(scratch, 'logs', `${name}.log`);
}
