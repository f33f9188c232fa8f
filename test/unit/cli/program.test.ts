import assert from 'node:assert/strict';
import { execFile, spawn, spawnSync } from 'node:child_process';
import { chmodSync, closeSync, cpSync, mkdirSync, openSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { builds } from '../../../scripts/lib/bundles.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { readText } from '../support/files';
import { copyOfSample, emptyFolder, folderOf } from './folders';
import { type Result, run } from './run';

/** The other tests of the command line call it in their own process. */
suite('the program as it ships', () => {
  let program: string;

  suiteSetup(async () => {
    const folder = emptyFolder();
    program = path.join(folder, 'dist', 'cli.js');
    const cli = builds({ production: true }).find(({ outfile }) => outfile?.endsWith('cli.js'));
    await build({ ...cli, outfile: program });
    cpSync(path.join(root, 'guides'), path.join(folder, 'guides'), { recursive: true });
  });

  /** @param uid The user to run it as; whoever runs the tests where there is none. */
  function start(args: readonly string[], cwd: string, uid?: number): Promise<Result> {
    return new Promise((resolve) => {
      const options = uid === undefined ? { cwd } : { cwd, uid };
      execFile(process.execPath, [program, ...args], options, (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
      });
    });
  }

  /** Starts it with nobody who reads what it prints. */
  function startUnread(args: readonly string[], cwd: string): Promise<Pick<Result, 'status' | 'err'>> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [program, ...args], { cwd });
      child.stdout.destroy();
      let err = '';
      child.stderr.on('data', (data) => {
        err += String(data);
      });
      child.on('close', (status) => resolve({ status: status ?? -1, err }));
    });
  }

  test('outlines, checks and compares by the built-in ladder, with the same output and status', async () => {
    const sample = copyOfSample('built-in-ladder');
    for (const { args, cwd, status } of [
      { args: ['outline'], cwd: root, status: 0 },
      { args: ['outline', 'nowhere'], cwd: root, status: 2 },
      { args: ['check'], cwd: sample, status: 1 },
      { args: ['compare', 'M1', 'M2'], cwd: sample, status: 0 },
      { args: ['compare', 'M1', 'M7'], cwd: sample, status: 2 },
      { args: ['check', '--sideways'], cwd: sample, status: 2 },
      { args: ['--version'], cwd: sample, status: 0 },
    ]) {
      const started = await start(args, cwd);
      assert.equal(started.status, status, args.join(' '));
      assert.deepEqual(started, await run(args, cwd));
    }
  });

  test('says nothing when nobody reads on', async () => {
    const sample = copyOfSample('built-in-ladder');
    assert.deepEqual(await startUnread(['outline', 'guides'], root), { status: 0, err: '' });
    assert.deepEqual(await startUnread(['check'], sample), { status: 1, err: '' });
  });

  test('tells in one line that it cannot print, with status 2', () => {
    const readOnly = openSync(path.join(root, 'README.md'), 'r');
    const { status, stderr } = spawnSync(process.execPath, [program, 'outline', 'guides'], {
      cwd: root,
      stdio: ['ignore', readOnly, 'pipe'],
      encoding: 'utf8',
    });
    closeSync(readOnly);
    assert.match(stderr, /^career-ladder: cannot print: .+\n$/u);
    assert.equal(status, 2);
  });

  test('prints what it can where files and folders must not be read', async function () {
    if (process.platform === 'win32') {
      this.skip();
    }
    const guide = readText('guides/m1-to-m2.md');
    const document = '---\npromotion: M1 to M2\n---\n\nIn 2025 we did 3 things. [M2: Systems and Scale]\n';
    const folder = folderOf({ 'guides/m1-to-m2.md': guide, 'case.md': document, 'secret.md': document });
    mkdirSync(path.join(folder, 'locked'));
    chmodSync(path.join(folder, 'locked'), 0);
    chmodSync(path.join(folder, 'secret.md'), 0);
    const nobody = process.getuid?.() === 0 ? 65534 : undefined;
    const err =
      'career-ladder: cannot read locked: not allowed to read it\ncareer-ladder: cannot read secret.md: not allowed to read it\n';
    const outlined = await start(['outline', '.'], folder, nobody);
    assert.match(outlined.out, /^Track M/);
    assert.deepEqual([outlined.status, outlined.err], [2, err]);
    const checked = await start(['check'], folder, nobody);
    assert.match(checked.out, /\n1 promotion document and 1 guide checked: 3 warnings\.\n$/);
    assert.deepEqual([checked.status, checked.err], [2, err]);
  });
});
