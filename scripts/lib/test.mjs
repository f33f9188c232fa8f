// Checks everything, one step after the other, and adds up what passed and what failed.
import { spawn } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { provideBrowser } from './browser.mjs';
import { provideCodeServer } from './codeServer.mjs';
import { npmProgram } from './npm.mjs';
import { root, scratch } from './paths.mjs';
import { installDependencies } from './prepare.mjs';
import { secondsSince, step } from './progress.mjs';
import { runMain } from './runMain.mjs';
import { countInto, readTallies } from './tally.mjs';
import { codeVersions } from './versions.mjs';

const { newest, oldest } = codeVersions;

/** How mocha is to run here: counting, and refusing to leave out what a forgotten `.only` would. */
const counted = ['--', '--reporter', 'scripts/lib/tallyReporter.mjs', '--forbid-only'];

// Properties are tried as often as their tests say; `npm run test:unit` alone is content with less.
process.env.CAREER_LADDER_THOROUGH = '1';

await runMain(async () => {
  const start = performance.now();
  await installDependencies();

  const results = [
    await check('type check', ['typecheck']),
    await check('lint', ['lint']),
    await check('unit tests', ['test:unit', ...counted]),
    // The package holds a production build, so the build for the tests comes after it.
    await check('package', ['package']),
    await check('build', ['build']),
    await attempt(`VS Code ${newest.vscode} and ${oldest.vscode} are here`, async () => {
      await provideCodeServer('newest');
      await provideCodeServer('oldest');
    }),
    await attempt('a browser is here', provideBrowser),
    await check(`extension tests in VS Code ${newest.vscode}`, ['test:extension', '--', '--version=newest']),
    await check(`extension tests in VS Code ${oldest.vscode}`, ['test:extension', '--', '--version=oldest']),
    await check(`extension tests in VS Code ${newest.vscode}, web worker`, [
      'test:extension',
      '--',
      '--host=web',
    ]),
    await check(`window tests in VS Code ${newest.vscode}`, ['test:ui', ...counted]),
  ];

  const total = results.flat().reduce(add);
  const skipped = total.pending === 0 ? '' : `, ${total.pending} skipped`;
  if (total.failures.length > 0) {
    console.log(`\nWhat failed:\n${total.failures.map(told).join('\n')}`);
  }
  console.log(`\nAll of it took ${secondsSince(start)}${skipped}.`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  return total.failed === 0 ? 0 : 1;
});

/**
 * Runs a script of package.json. Where it runs tests they count one by one, else it counts as one.
 *
 * @param {string} title
 * @param {readonly string[]} args of `npm run`
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
async function check(title, args) {
  const start = performance.now();
  console.log(`\n── ${title}`);
  const file = path.join(scratch, 'tally');
  await mkdir(scratch, { recursive: true });
  const succeeded = await npmRun(args, countInto(file));
  const tests = readTallies(file).reduce(add, { passed: 0, failed: 0, pending: 0, failures: [] });
  const counted = tests.passed + tests.failed > 0 ? tests : outcome(succeeded, 'see above');
  // A run that breaks down has no failed test to show for it.
  const result = !succeeded && counted.failed === 0 ? add(counted, outcome(false, 'it broke down')) : counted;
  report(title, result, start);
  return { ...result, failures: result.failures.map((failure) => `${title}: ${failure}`) };
}

/**
 * @param {string} failure
 * @returns {string} its first lines: where something else was expected, they tell what
 */
function told(failure) {
  return `✗ ${failure
    .split('\n', 20)
    .map((line) => line.slice(0, 300))
    .join('\n    ')}`;
}

/**
 * @param {string} title
 * @param {() => Promise<unknown>} work
 * @returns {Promise<import('./tally.mjs').Tally>}
 */
async function attempt(title, work) {
  try {
    console.log('');
    await step(title, work);
    return outcome(true, title);
  } catch (error) {
    const failure = `${title}: ${error instanceof Error ? error.message : error}`;
    console.log(`✗ ${failure}`);
    return outcome(false, failure);
  }
}

/**
 * @param {string} title
 * @param {import('./tally.mjs').Tally} result
 * @param {number} start
 */
function report(title, { passed, failed }, start) {
  const count = passed + failed === 1 ? '' : `: ${passed} of ${passed + failed} passed`;
  console.log(`${failed === 0 ? '✓' : '✗'} ${title}${count}  ${secondsSince(start)}`);
}

/**
 * @param {readonly string[]} args
 * @param {Record<string, string>} environment
 * @returns {Promise<boolean>}
 */
function npmRun(args, environment) {
  const { program, first, shell } = npmProgram();
  const child = spawn(program, [...first, 'run', '--silent', ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    shell,
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const endWithUs = () => child.kill();
  process.once('exit', endWithUs);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      process.off('exit', endWithUs);
      resolve(code === 0);
    });
  });
}

/**
 * @param {boolean} passed
 * @param {string} what was tried, and why it failed
 * @returns {import('./tally.mjs').Tally}
 */
function outcome(passed, what) {
  return passed
    ? { passed: 1, failed: 0, pending: 0, failures: [] }
    : { passed: 0, failed: 1, pending: 0, failures: [what] };
}

/**
 * @param {import('./tally.mjs').Tally} one
 * @param {import('./tally.mjs').Tally} other
 * @returns {import('./tally.mjs').Tally}
 */
function add(one, other) {
  return {
    passed: one.passed + other.passed,
    failed: one.failed + other.failed,
    pending: one.pending + other.pending,
    failures: [...one.failures, ...other.failures],
  };
}
