import { execFile, spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { build } from 'esbuild';
import { builds } from '../../../scripts/lib/bundles.mjs';
import { root } from '../support/files';

/** What a call of the program came to. */
export interface Result {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The command line, built once more for the tests, with the built-in guides beside it. */
export class Program {
  readonly #file: string;

  private constructor(file: string) {
    this.#file = file;
  }

  static async build(): Promise<Program> {
    const folder = emptyFolder();
    const file = path.join(folder, 'dist', 'cli.js');
    const cli = builds({ production: false }).find(({ outfile }) => outfile?.endsWith('cli.js'));
    await build({ ...cli, outfile: file, sourcemap: false });
    cpSync(path.join(root, 'guides'), path.join(folder, 'guides'), { recursive: true });
    return new Program(file);
  }

  /** @param uid The user to run it as; whoever runs the tests where there is none. */
  run(args: readonly string[], cwd = root, uid?: number): Promise<Result> {
    return new Promise((resolve) => {
      const options = uid === undefined ? { cwd } : { cwd, uid };
      execFile(process.execPath, [this.#file, ...args], options, (error, out, err) => {
        resolve({ status: typeof error?.code === 'number' ? error.code : error === null ? 0 : -1, out, err });
      });
    });
  }

  /** Runs it with nobody who reads what it prints. */
  runUnread(args: readonly string[], cwd = root): Promise<Pick<Result, 'status' | 'err'>> {
    return new Promise((resolve) => {
      const child = spawn(process.execPath, [this.#file, ...args], { cwd });
      child.stdout.destroy();
      let err = '';
      child.stderr.on('data', (data) => {
        err += String(data);
      });
      child.on('close', (status) => resolve({ status: status ?? -1, err }));
    });
  }
}

/** A folder that nothing else uses, and that any user may read. */
export function emptyFolder(): string {
  const folder = mkdtempSync(path.join(realpathSync(tmpdir()), 'career-ladder-cli-'));
  chmodSync(folder, 0o755);
  return folder;
}

/** A new folder with the files given, by path and text. */
export function folderOf(files: Readonly<Record<string, string>>): string {
  const folder = emptyFolder();
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  }
  return folder;
}

/** A copy of one of the sample workspaces, away from the checkout and its guides. */
export function copyOfSample(name: string): string {
  const folder = emptyFolder();
  cpSync(path.join(root, 'test/samples', name), folder, { recursive: true });
  return folder;
}
