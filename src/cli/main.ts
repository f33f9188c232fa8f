import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { outline } from './outline';
import { UsageError } from './usageError';

const program = new Command('career-ladder')
  .description('Reads career ladders written in Markdown.')
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
