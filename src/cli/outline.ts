import { outlineJson } from '../core/outline/outlineJson';
import { outlineText } from '../core/outline/outlineText';
import { printableJson } from '../core/text/printable';
import { Failures } from './failures';
import { readLadder } from './guideFiles';
import { terminalStyle } from './terminalStyle';

/**
 * Prints the ladder that the given files and folders hold.
 *
 * @returns The exit status: 0, or 2 where something could not be read.
 */
export async function outline(paths: readonly string[], format: 'text' | 'json'): Promise<number> {
  const failures = new Failures();
  const ladder = await readLadder(paths.length > 0 ? paths : ['guides'], failures);
  const text =
    format === 'json'
      ? printableJson(outlineJson(ladder))
      : outlineText(ladder, terminalStyle(process.stdout));
  if (text !== '') {
    console.log(text);
  }
  failures.report();
  if (format === 'text' && ladder.levels.length === 0 && !failures.any) {
    console.error(
      'career-ladder: no guides there: no Markdown file names two levels or a level’s capabilities',
    );
  }
  return failures.any ? 2 : 0;
}
