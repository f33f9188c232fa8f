import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Row } from './rows';

/** Our own share of activation, as the extension's marks tell it in a real window on an empty folder. */
export async function activation(root: string): Promise<readonly Row[]> {
  const script = path.join(root, 'scripts', 'testExtension.mjs');
  const { stdout } = await promisify(execFile)(process.execPath, [script, '--window', 'empty-folder'], {
    cwd: root,
  });
  const [, json] = /^\s*activation (\{.*\})$/m.exec(stdout) ?? [];
  assert.ok(json, `no figures in:\n${stdout}`);
  const { milliseconds, read } = JSON.parse(json);
  return [
    { name: 'activation, our own part', value: milliseconds, unit: 'ms', goal: undefined, detail: '' },
    { name: 'guides read before anything asks', value: read, unit: '', goal: 0, detail: '' },
  ];
}
