import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import type { Guide } from '../../../src/core/guide/model';
import { readGuide } from '../../../src/core/guide/readGuide';
import { buildLadder } from '../../../src/core/ladder/buildLadder';
import type { Ladder } from '../../../src/core/ladder/model';
import { parseMarkdown } from '../../../src/core/markdown/parseMarkdown';

/** The files below a folder of the checkout whose names end so. */
export function filesBelow(folder: string, end: string): readonly string[] {
  return readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(end))
    .map((file) => path.join(folder, file));
}

/** The Markdown files below a folder of the checkout, or the one file. */
export function markdownFiles(place: string): readonly string[] {
  return statSync(path.join(root, place)).isDirectory() ? filesBelow(place, '.md') : [place];
}

export function readText(file: string): string {
  return readFileSync(path.join(root, file), 'utf8');
}

/** A text as a guide; undefined where it is none. */
export function guideOf(text: string, name = 'guide.md'): Guide | undefined {
  return readGuide(name, parseMarkdown(text));
}

const ladders = new Map<string, Ladder>();

/** The ladder of the guides below a folder of the checkout, read once. */
export function ladderOf(place: string): Ladder {
  const known = ladders.get(place);
  if (known !== undefined) {
    return known;
  }
  const ladder = buildLadder(markdownFiles(place).flatMap((file) => guideOf(readText(file), file) ?? []));
  ladders.set(place, ladder);
  return ladder;
}
