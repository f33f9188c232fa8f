import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { severitiesByLoudness } from '../core/check/failOn';
import { type CheckOptions, check, checkFormats } from './check';
import { type CompareOptions, compare, compareFormats } from './compare';
import { outline } from './outline';
import { UsageError } from './usageError';

const program = new Command('career-ladder')
  .description('Reads career ladders written in Markdown, and checks the promotion documents that cite them.')
  .version(version)
  .exitOverride()
  .showHelpAfterError('(career-ladder --help shows how to call it)');

program
  .command('outline')
  .description('print the ladder read from guides')
  .argument('[path...]', 'guides, or folders that hold them (default: the folder guides)')
  .addOption(new Option('--format <format>', 'how to print it').choices(['text', 'json']).default('text'))
  .action(async (paths: readonly string[], options: { readonly format: 'text' | 'json' }) => {
    process.exitCode = await outline(paths, options.format);
  });

program
  .command('check')
  .description('print what the editor would show for promotion documents and guides')
  .argument('[path...]', 'files, or folders that hold them (default: the working directory)')
  .option(
    '--guides <path...>',
    'guides, or folders that hold them (default: what careerLadder.guides of the nearest .vscode/settings.json says)',
  )
  .addOption(new Option('--format <format>', 'how to print it').choices(checkFormats).default('text'))
  .addOption(
    new Option('--fail-on <severity>', 'the quietest finding that makes the exit status 1')
      .choices([...severitiesByLoudness, 'never'])
      .default('error'),
  )
  .action(async (paths: readonly string[], options: CheckOptions) => {
    process.exitCode = await check(paths, options);
  });

program
  .command('compare')
  .description('print levels side by side, those between them included')
  .argument('<level...>', 'the levels, by their ids or titles')
  .option(
    '--guides <path...>',
    'guides, or folders that hold them (default: what careerLadder.guides of the nearest .vscode/settings.json says)',
  )
  .addOption(new Option('--format <format>', 'how to print it').choices(compareFormats).default('text'))
  .action(async (levels: readonly string[], options: CompareOptions) => {
    process.exitCode = await compare(levels, options);
  });

for (const stream of [process.stdout, process.stderr]) {
  // Whoever reads along may stop reading, as `head` does: nothing is wrong then.
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE' && error.code !== 'ERR_STREAM_DESTROYED') {
      throw error;
    }
  });
}

run().catch((error: unknown) => {
  process.exitCode = 2;
  console.error(error instanceof UsageError ? `career-ladder: ${error.message}` : error);
});

async function run(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (!(error instanceof CommanderError)) {
      throw error;
    }
    // Commander has said what is wrong, or printed what was asked for (help, version).
    process.exitCode = error.exitCode === 0 ? 0 : 2;
  }
}
