import path from 'node:path';
import { scratch } from '../../scripts/lib/paths.mjs';
import { Workbench, type WorkbenchOptions } from './workbench';

/**
 * Opens a window before the tests of a suite and closes it after them. Where one of them fails, what the
 * window looked like then is kept in .vscode-test/screenshots.
 */
export function useWorkbench(options: WorkbenchOptions): () => Workbench {
  let workbench: Workbench | undefined;
  suiteSetup(async function () {
    this.timeout(60_000);
    workbench = await Workbench.open(options);
  });
  teardown(async function () {
    const test = this.currentTest;
    if (test?.state === 'failed') {
      const name = test.fullTitle().replaceAll(/[^\w-]+/g, '-');
      await workbench?.screenshot(path.join(scratch, 'screenshots', `${name}.png`));
      // A box or a list that is still open would take the keys of the next test.
      await workbench?.press('Escape', 'Escape');
    }
  });
  suiteTeardown(async () => {
    await workbench?.close();
  });
  return () => {
    if (workbench === undefined) {
      throw new Error('The window is open only while the tests of the suite run.');
    }
    return workbench;
  };
}
