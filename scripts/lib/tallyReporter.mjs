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
      const { passes, failures, pending } = this.stats;
      recordTally({ passed: passes, failed: failures, pending });
    });
  }
}

export default TallyReporter;
