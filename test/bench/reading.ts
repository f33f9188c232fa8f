import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { readGuide } from '../../src/core/guide/readGuide';
import { parseMarkdown } from '../../src/core/markdown/parseMarkdown';
import { compare } from './compare';
import type { Row } from './rows';

/** Reading a guide against parsing alone: the same parser, extensions and text. */
export function reading(root: string): readonly Row[] {
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
