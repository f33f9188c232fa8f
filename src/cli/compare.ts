import { indexOf } from '../core/citations/ladderIndex';
import { compareLevels } from '../core/compare/compareLevels';
import type { Comparison } from '../core/compare/comparison';
import { comparisonJson } from '../core/compare/comparisonJson';
import { comparisonMarkdown } from '../core/compare/comparisonMarkdown';
import { comparisonPage } from '../core/compare/comparisonPage';
import { comparisonText } from '../core/compare/comparisonText';
import { levelsNamed } from '../core/compare/levelsNamed';
import type { Ladder } from '../core/ladder/model';
import { printableJson } from '../core/text/printable';
import { Failures } from './failures';
import { Ladders } from './ladders';
import { Measures } from './measures';
import { displayPath } from './paths';
import type { Output, Surroundings } from './surroundings';
import { terminalStyle } from './terminalStyle';
import { UsageError } from './usageError';

/** How a comparison can be printed. */
export const compareFormats = ['text', 'markdown', 'html', 'json'] as const;

/** What the command's options say. */
export interface CompareOptions {
  /** Where the ladder is, whatever the settings say. */
  readonly guides?: readonly string[];
  readonly format: (typeof compareFormats)[number];
}

/** The width of the text where nobody looks at a terminal. */
const usualWidth = 100;

/** How each format is written. */
const writers: Readonly<Record<CompareOptions['format'], (comparison: Comparison, out: Output) => string>> = {
  text: (comparison, out) => comparisonText(comparison, terminalStyle(out), out.columns || usualWidth),
  markdown: comparisonMarkdown,
  html: (comparison) => comparisonPage(comparison, shownPath),
  json: (comparison) => printableJson(comparisonJson(comparison, shownPath)),
};

/**
 * Prints levels side by side.
 *
 * @param names Ids or titles of levels.
 * @returns The exit status: 0, or 2 where something could not be read.
 */
export async function compare(
  names: readonly string[],
  options: CompareOptions,
  { out, err, builtInGuides }: Surroundings,
): Promise<number> {
  const failures = new Failures();
  const ladder = await readChosenLadder(options.guides, new Ladders(failures, builtInGuides), failures);
  if (ladder.levels.length === 0) {
    failures.report(err);
    if (failures.any) {
      return 2;
    }
    throw new UsageError('no guides there: no Markdown file names two levels or a level’s capabilities');
  }
  const { levels, faults } = levelsNamed(names, indexOf(ladder));
  if (faults.length > 0 || levels.length < 2) {
    failures.report(err);
    throw new UsageError(
      faults.length > 0 ? faults.join('\ncareer-ladder: ') : 'name two different levels or more',
    );
  }
  const comparison = compareLevels(
    ladder,
    levels.map(({ id }) => id),
  );
  out.write(`${writers[options.format](comparison, out)}\n`);
  failures.report(err);
  return failures.any ? 2 : 0;
}

/** The ladder at some paths or, without any, the one that the editor would show for the working directory. */
async function readChosenLadder(
  paths: readonly string[] | undefined,
  ladders: Ladders,
  failures: Failures,
): Promise<Ladder> {
  if (paths !== undefined) {
    return (await ladders.at(paths)).ladder;
  }
  const here = { file: 'any.md', folder: undefined };
  return (await new Measures(failures, ladders, undefined).of(here)).ladder;
}

/** Guides are known by their absolute paths; the built-in ones, which are no files of the reader's, by a URI. */
function shownPath(path: string): string {
  return path.startsWith('career-ladder:') ? path : displayPath(path);
}
