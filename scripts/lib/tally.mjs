// Counts tests across processes: each run appends its own counts to a file that the first one named.
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';

/** Names the file. */
const variable = 'CAREER_LADDER_TALLY';

/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} pending
 * @property {readonly string[]} failures what failed and why, the first line by itself
 */

/**
 * @param {string} file
 * @returns {Record<string, string>} the environment in which runs count into the file
 */
export function countInto(file) {
  writeFileSync(file, '');
  return { [variable]: file };
}

/** @returns {boolean} whether somebody counts, so that every test has to run */
export function isCounted() {
  return process.env[variable] !== undefined;
}

/** @param {Tally} tally */
export function recordTally(tally) {
  const file = process.env[variable];
  if (file !== undefined) {
    appendFileSync(file, `${JSON.stringify(tally)}\n`);
  }
}

/**
 * @param {string} file
 * @returns {Tally[]}
 */
export function readTallies(file) {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}
