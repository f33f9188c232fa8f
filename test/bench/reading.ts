import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';
import { builds } from '../../scripts/lib/bundles.mjs';
import { scratch } from '../../scripts/lib/paths.mjs';
import { compare } from './compare';
import type { reader } from './reader';
import type { Row } from './rows';

type Reader = typeof reader;

/** What reading costs, of guides by themselves and of many in one file. */
export async function reading(root: string): Promise<readonly Row[]> {
  const shipped = await shippedReader(root);
  return [...readingOne(root, shipped), readingMany(root, shipped)];
}

/** The reader as the extension ships it: what runs these files adds to the time of every function, and doubles the parse. */
async function shippedReader(root: string): Promise<Reader> {
  const [extension] = builds({ production: true });
  const outfile = path.join(scratch, 'bench', 'reader.mjs');
  await build({
    ...extension,
    entryPoints: [path.join(root, 'test', 'bench', 'reader.ts')],
    format: 'esm',
    outfile,
  });
  return (await import(pathToFileURL(outfile).href)).reader;
}

/** Reading a guide against parsing alone: the same parser, extensions and text. */
function readingOne(root: string, { readGuide, parseMarkdown }: Reader): readonly Row[] {
  return ['guides/m1-to-m2.md', 'guides/m2-to-m3.md'].map((file) => {
    const text = readFileSync(path.join(root, file), 'utf8');
    assert.equal(readGuide(file, parseMarkdown(text))?.transitions.length, 1);
    const { ratio, spread, times } = compare(
      () => readGuide(file, parseMarkdown(text)),
      () => parseMarkdown(text),
      21,
    );
    return {
      name: `read ${file} (${Math.round(text.length / 1000)} kB) / bare remark-parse`,
      value: ratio,
      unit: '×',
      goal: 1.3,
      detail: `${spread.map((one) => one.toFixed(2)).join('–')} ×; ${times.map((one) => one.toFixed(2)).join(' / ')} ms`,
    };
  });
}

/** Reading twenty steps that stand in one file against the same in twenty: it grows with the text and no faster. */
function readingMany(root: string, { readGuide, parseMarkdown }: Reader): Row {
  const text = readFileSync(path.join(root, 'guides/m1-to-m2.md'), 'utf8');
  const guides = Array.from({ length: 20 }, (_, index) =>
    text.replaceAll('M2', `M${index + 2}`).replaceAll('M1', `M${index + 1}`),
  );
  const all = guides.join('\n');
  const read = (one: string): number | undefined => readGuide('', parseMarkdown(one))?.transitions.length;
  assert.equal(read(all), guides.length);
  const { ratio, spread, times } = compare(
    () => read(all),
    () => guides.forEach(read),
    7,
  );
  return {
    name: `read ${guides.length} guides in one file (${Math.round(all.length / 1000)} kB) / in files of their own`,
    value: ratio,
    unit: '×',
    // More memory in one go costs some; what grows with the square of the text would take ten times as long.
    goal: 2,
    detail: `${spread.map((one) => one.toFixed(2)).join('–')} ×; ${times.map((one) => one.toFixed(0)).join(' / ')} ms`,
  };
}
