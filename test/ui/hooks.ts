import { endWithNpm, exitOnSignals } from '../../scripts/lib/runMain.mjs';
import { closeBrowser } from './workbench';

exitOnSignals();
endWithNpm();

/** What mocha does after the last suite. */
export const mochaHooks = { afterAll: closeBrowser };
