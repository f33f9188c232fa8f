import { type CheckedFile, checkedGuide, checkedPromotion, mayBePromotion } from '../core/check/checkedFile';
import { checkJson } from '../core/check/checkJson';
import { checkText } from '../core/check/checkText';
import { type FailOn, isFailure } from '../core/check/failOn';
import { mapLimited } from '../core/mapLimited';
import { printableJson } from '../core/text/printable';
import { Failures } from './failures';
import { type GivenFile, givenFiles } from './givenFiles';
import { absoluteName, type FoundLadder, Ladders } from './ladders';
import { Measures } from './measures';
import { readWithFrontMatter } from './readWithFrontMatter';
import type { Output, Surroundings } from './surroundings';
import { terminalStyle } from './terminalStyle';
import { UsageError } from './usageError';

/** How findings can be printed. */
export const checkFormats = ['text', 'json'] as const;

/** What the command's options say. */
export interface CheckOptions {
  /** Where the ladder is, whatever the settings say. */
  readonly guides?: readonly string[];
  readonly format: (typeof checkFormats)[number];
  readonly failOn: FailOn;
}

/** How each format is written. */
const writers: Readonly<
  Record<CheckOptions['format'], (files: readonly CheckedFile[], out: Output) => string>
> = {
  text: (files, out) => checkText(files, terminalStyle(out), out.columns || undefined),
  json: (files) => printableJson(checkJson(files)),
};

/**
 * Prints what the editor would show for the promotion documents and guides among the given files.
 *
 * @returns The exit status: 0, 1 where something is as loud as `failOn`, or 2 where something could not be read.
 */
export async function check(
  paths: readonly string[],
  options: CheckOptions,
  { out, err, builtInGuides }: Surroundings,
): Promise<number> {
  const failures = new Failures();
  const ladders = new Ladders(failures, builtInGuides);
  const chosen = options.guides === undefined ? undefined : await ladders.at(options.guides);
  if (chosen?.guides.size === 0 && !failures.any) {
    throw new UsageError(
      '--guides leads to no guide: no Markdown file there names two levels or a level’s capabilities',
    );
  }
  const files = await checkAll(paths.length > 0 ? paths : ['.'], { failures, ladders, chosen });
  out.write(`${writers[options.format](files, out)}\n`);
  failures.report(err);
  return failures.any ? 2 : isFailure(files, options.failOn) ? 1 : 0;
}

interface Means {
  readonly failures: Failures;
  readonly ladders: Ladders;
  readonly chosen: FoundLadder | undefined;
}

async function checkAll(
  paths: readonly string[],
  { failures, ladders, chosen }: Means,
): Promise<readonly CheckedFile[]> {
  const given = await givenFiles(paths, failures);
  const measures = new Measures(failures, ladders, chosen);
  const checked = await mapLimited(given, async (one) => {
    try {
      return (await checkOne(one, measures, failures)) ?? [];
    } catch (error) {
      failures.add(one.file, error);
      return [];
    }
  });
  return checked.flat();
}

async function checkOne(
  given: GivenFile,
  measures: Measures,
  failures: Failures,
): Promise<CheckedFile | undefined> {
  const measure = await measures.of(given);
  const { settings } = measure;
  if (settings !== undefined) {
    for (const fault of settings.ruleFaults) {
      failures.addFault(settings.file, `careerLadder.rules ${fault}`);
    }
  }
  const file = { shown: given.file, path: absoluteName(given.file) };
  const guide = measure.guides.get(file.path);
  if (guide !== undefined) {
    return checkedGuide(file, guide, measure);
  }
  const text = await readWithFrontMatter(given.file);
  if (text === undefined) {
    return undefined;
  }
  if (measure.guides.size === 0 && settings !== undefined && settings.guides.patterns.length > 0) {
    if (mayBePromotion(text)) {
      failures.addFault(
        settings.file,
        'careerLadder.guides leads to no guide, so promotion documents cannot be checked; mend the paths, or use --guides',
      );
    }
    return undefined;
  }
  return checkedPromotion(file, text, measure);
}
