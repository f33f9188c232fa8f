import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';

/** What a suite tells in a real window, on a line of its own that begins with a word: JSON. */
export async function toldInWindow<Told>(
  root: string,
  word: string,
  window: string,
  from = 'test/extension',
): Promise<Told> {
  const script = path.join(root, 'scripts', 'testExtension.mjs');
  const args = [script, '--from', from, '--window', window];
  const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root });
  const [, json] = new RegExp(`^\\s*${word} (\\{.*\\})$`, 'm').exec(stdout) ?? [];
  assert.ok(json, `no figures in:\n${stdout}`);
  return JSON.parse(json);
}
