import { outlineJson } from '../core/outline/outlineJson';
import { outlineText } from '../core/outline/outlineText';
import { printableJson } from '../core/text/printable';
import { Failures } from './failures';
import { readLadder } from './guideFiles';
import type { Surroundings } from './surroundings';
import { terminalStyle } from './terminalStyle';

/** How a ladder can be printed. */
export const outlineFormats = ['text', 'json'] as const;

/** What the command's options say. */
export interface OutlineOptions {
  readonly format: (typeof outlineFormats)[number];
}

/**
 * Prints the ladder that the given files and folders hold.
 *
 * @returns The exit status: 0, or 2 where something could not be read.
 */
export async function outline(
  paths: readonly string[],
  { format }: OutlineOptions,
  { out, err }: Surroundings,
): Promise<number> {
  const failures = new Failures();
  const ladder = await readLadder(paths.length > 0 ? paths : ['guides'], failures);
  const text =
    format === 'json' ? printableJson(outlineJson(ladder)) : outlineText(ladder, terminalStyle(out));
  if (text !== '') {
    out.write(`${text}\n`);
  }
  failures.report(err);
  if (format === 'text' && ladder.levels.length === 0 && !failures.any) {
    err.write(
      'career-ladder: no guides there: no Markdown file names two levels or a level’s capabilities\n',
    );
  }
  return failures.any ? 2 : 0;
}
