// mocha's own report, and its counts for whoever adds them up.
import Mocha from 'mocha';
import { recordTally } from './tally.mjs';

class TallyReporter extends Mocha.reporters.Spec {
  /**
   * @param {import('mocha').Runner} runner
   * @param {import('mocha').MochaOptions} options
   */
  constructor(runner, options) {
    super(runner, options);
    runner.once('end', () => {
      const { passes, failures: failed, pending } = this.stats;
      const failures = this.failures.map(
        (test) => `${test.fullTitle()}: ${test.err?.message ?? 'no reason told'}`,
      );
      recordTally({ passed: passes, failed, pending, failures });
    });
  }
}

export default TallyReporter;
