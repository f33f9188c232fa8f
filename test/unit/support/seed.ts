import fc from 'fast-check';
import { exitOnSignals } from '../../../scripts/lib/runMain.mjs';
import { isThorough, leftOut, runs } from './effort';

// The same texts in every run, so that what passes on one machine passes on the next. FAST_CHECK_SEED=1, 2, …
// tries others: the way to go looking for what is still wrong.
fc.configureGlobal({ seed: Number(process.env.FAST_CHECK_SEED ?? 20_251_121), numRuns: runs(100) });

// So that what is to be removed on exit is removed.
exitOnSignals();

/** What mocha does after the last test. */
export function mochaGlobalTeardown(): void {
  if (!isThorough) {
    console.log(`\n${leftOut}`);
  }
}
