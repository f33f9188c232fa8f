import { build } from 'esbuild';
import { builds } from '../../scripts/lib/bundles.mjs';
import type { Row } from './rows';

/** The extension's size, minified, and whose bytes they are. */
export async function bundle(): Promise<readonly Row[]> {
  const extension = builds({ production: true }).find(({ outfile }) => outfile?.endsWith('extension.js'));
  const { metafile } = await build({ ...extension, metafile: true, write: false });
  const [output] = Object.values(metafile.outputs);
  const bytes = new Map<string, number>();
  for (const [input, { bytesInOutput }] of Object.entries(output?.inputs ?? {})) {
    const owner = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(input)?.[1] ?? 'src (our own)';
    bytes.set(owner, (bytes.get(owner) ?? 0) + bytesInOutput);
  }
  const packages = [...bytes].filter(([, size]) => size > 5000).sort(([, a], [, b]) => b - a);
  return [
    { name: 'bundle, minified', value: kilobytes(output?.bytes ?? 0), unit: 'KB', goal: 300, detail: '' },
    ...packages.map(([name, size]) => ({
      name: `  of it ${name}`,
      value: kilobytes(size),
      unit: 'KB',
      goal: undefined,
      detail: '',
    })),
  ];
}

function kilobytes(bytes: number): number {
  return Math.round(bytes / 100) / 10;
}
