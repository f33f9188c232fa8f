import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { builds } from '../../../scripts/lib/bundles.mjs';
import { root } from '../support/files';

interface Result {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

suite('career-ladder outline', () => {
  let folder: string;
  let program: string;

  suiteSetup(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'career-ladder-cli-'));
    program = path.join(folder, 'cli.js');
    const cli = builds({ production: false }).find(({ outfile }) => outfile?.endsWith('cli.js'));
    await build({ ...cli, outfile: program, sourcemap: false });
  });

  function run(args: readonly string[], cwd = root): Promise<Result> {
    return new Promise((resolve) => {
      execFile(process.execPath, [program, ...args], { cwd }, (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : 0, out, err });
      });
    });
  }

  test('prints a tree', async () => {
    const { status, out, err } = await run(['outline', 'guides']);
    assert.deepEqual([status, err], [0, '']);
    assert.match(out, /^Track M\n├─ M1 {2}Engineering Manager\n│ {2}└─ → M2 {2}Senior Engineering Manager\n/);
    assert.match(out, /│ {2}├─ 3\. Systems and Scale {2}5 signals, 5 practices\n/);
    assert.ok(!out.includes('\u001b'), 'no colours where nobody looks at a terminal');
  });

  test('prints JSON in the public format, paths relative to the working directory', async () => {
    const { status, out } = await run(['outline', path.join(root, 'guides'), '--format', 'json']);
    const outline = JSON.parse(out);
    assert.equal(status, 0);
    assert.deepEqual(outline.levels[0], {
      id: 'M1',
      title: 'Engineering Manager',
      track: 'M',
      capabilities: [],
      source: { path: 'guides/m1-to-m2.md', line: 1 },
    });
    assert.deepEqual(Object.keys(outline.levels[1].capabilities[0]), [
      'number',
      'name',
      'from',
      'summary',
      'expectations',
      'signals',
      'practices',
      'source',
    ]);
    assert.deepEqual(Object.keys(outline.transitions[0]), [
      'from',
      'to',
      'overview',
      'question',
      'shifts',
      'pitfalls',
      'trackRecord',
      'selfAssessment',
      'readiness',
      'timeline',
      'source',
    ]);
    assert.deepEqual(outline.problems, []);
  });

  test('reads the folder guides when called without a path', async () => {
    assert.equal((await run(['outline'])).out, (await run(['outline', 'guides'])).out);
  });

  test('names what it cannot read, prints the rest and exits with 2', async () => {
    const { status, out, err } = await run(['outline', 'nowhere', 'guides/m1-to-m2.md', 'gone.md']);
    assert.equal(status, 2);
    assert.match(out, /^Track M/);
    assert.equal(
      err,
      'career-ladder: cannot read gone.md: no such file or folder\ncareer-ladder: cannot read nowhere: no such file or folder\n',
    );
  });

  test('tells where problems are, and that they do not matter to the exit status', async () => {
    const broken = path.join(folder, 'broken');
    mkdirSync(broken);
    writeFileSync(path.join(broken, 'm1-to-m2.md'), '# Progression Guide: M1 to M2\n\n## Common Pitfalls\n');
    const { status, out } = await run(['outline', '.'], broken);
    assert.equal(status, 0);
    assert.match(out, /\nm1-to-m2\.md:3:1 information This section is empty: .* guide-section/);
  });

  test('says so when there is no guide', async () => {
    const empty = path.join(folder, 'no-guides');
    mkdirSync(empty);
    writeFileSync(path.join(empty, 'notes.md'), '# Notes\n');
    const { status, out, err } = await run(['outline', '.'], empty);
    assert.deepEqual([status, out], [0, '']);
    assert.match(err, /no guides there/);
    assert.equal(JSON.parse((await run(['outline', '.', '--format', 'json'], empty)).out).levels.length, 0);
  });

  test('refuses what it does not know with status 2', async () => {
    assert.equal((await run(['outline', '--format', 'yaml'])).status, 2);
    assert.equal((await run(['paint'])).status, 2);
    assert.equal((await run(['--version'])).status, 0);
  });
});
