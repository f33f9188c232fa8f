// What every script's main function needs around it.
import { constants } from 'node:os';
import { PlainError } from './plainError.mjs';

/**
 * Runs a script's main function and turns its failure into a line and an exit code.
 *
 * @param {() => Promise<number | undefined>} main
 */
export async function runMain(main) {
  exitOnSignals();
  try {
    process.exitCode = (await main()) ?? 0;
  } catch (error) {
    console.error(error instanceof PlainError ? error.message : error);
    process.exitCode = 1;
  }
}

/** Whoever starts a process ends it on our exit; left to itself, a signal would skip that. */
export function exitOnSignals() {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.once(signal, () => process.exit(128 + constants.signals[signal]));
  }
}

/** Exits when the process that started us is gone, however it went. */
export function endWithParent() {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) {
      process.exit(1);
    }
  }, 500).unref();
}

/** Under npm there is a shell in between, which dies of a signal without passing it on. */
export function endWithNpm() {
  if (process.env.npm_lifecycle_event !== undefined) {
    endWithParent();
  }
}
