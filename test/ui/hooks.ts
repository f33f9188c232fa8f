import { closeBrowser } from './workbench';

/** What mocha does after the last suite. */
export const mochaHooks = { afterAll: closeBrowser };
