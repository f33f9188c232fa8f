// Runs the suites inside the extension host, Node's or the web worker's.
import 'mocha/mocha.js';

// The browser build of mocha asks for none of Node's modules, so one build serves both hosts.
mocha.setup({ ui: 'tdd', reporter: 'spec', timeout: 60_000, forbidOnly: onlyForbidden });

/** Loads and runs the suites; the harness reads the line that begins with "tally". */
export async function runSuites(load: () => void): Promise<void> {
  try {
    load();
  } catch (error) {
    console.error('The suites could not be loaded:', error);
    tell({ passed: 0, failed: 1, pending: 0, failures: [`The suites could not be loaded: ${error}`] });
    throw error;
  }
  const failures = await new Promise<number>((resolve) => {
    // Not `mocha.run`, which looks at the address of a web page.
    const runner = Mocha.prototype.run.call(mocha, resolve);
    const failures: string[] = [];
    runner.on('fail', (test: Mocha.Test, error: Error) => {
      // A message may hold a whole document.
      failures.push(`${test.fullTitle()}: ${error.message.slice(0, 2000)}`);
    });
    runner.once('end', () => {
      const { passes, failures: failed, pending } = runner.stats ?? { passes: 0, failures: 1, pending: 0 };
      tell({ passed: passes, failed, pending, failures });
    });
  });
  if (failures > 0) {
    throw new Error(`${failures} failed.`);
  }
}

function tell(tally: {
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly failures: readonly string[];
}): void {
  console.log(`tally ${JSON.stringify(tally)}`);
}
