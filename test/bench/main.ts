// `npm run bench [-- --json]`: what things cost, as ratios within this very run.
import path from 'node:path';
import { parseArgs } from 'node:util';
import { activation } from './activation';
import { bundle } from './bundle';
import { filtering } from './filtering';
import { indexing } from './indexing';
import { keystrokes } from './keystrokes';
import { openAndClose } from './openAndClose';
import { panels } from './panels';
import { reading } from './reading';
import type { Row } from './rows';

const { values: options } = parseArgs({ options: { json: { type: 'boolean', default: false } } });
const root = path.resolve(import.meta.dirname, '../..');

run().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});

async function run(): Promise<void> {
  const rows: Row[] = [];
  for (const part of [
    () => activation(root),
    () => openAndClose(root),
    () => reading(root),
    keystrokes,
    indexing,
    () => filtering(root),
    () => panels(root),
    bundle,
  ]) {
    const found = await part();
    rows.push(...found);
    // All of it takes some minutes: what is known is told at once.
    for (const { name, value, unit } of found) {
      console.error(`✓ ${name}  ${Number(value.toFixed(2))} ${unit}`);
    }
  }
  console.error();
  console.log(options.json ? JSON.stringify(rows, undefined, 2) : table(rows));
}

function table(all: readonly Row[]): string {
  const lines = all.map(({ name, value, unit, goal, detail }) => [
    name,
    `${Number(value.toFixed(2))} ${unit}`,
    goal === undefined ? '' : `≤ ${goal} ${unit}`,
    goal === undefined ? '' : value <= goal ? 'reached' : 'missed',
    detail,
  ]);
  const header = ['work', 'figure', 'goal', '', 'spread; medians'];
  const widths = header.map((cell, column) =>
    Math.max(...[header, ...lines].map((line) => (line[column] ?? '').length), cell.length),
  );
  return [header, ...lines]
    .map((line) =>
      line
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
