import { Command, CommanderError, Option } from 'commander';
import { version } from '../../package.json';
import { severities } from '../core/rules';
import { printable } from '../core/text/printable';
import { type CheckOptions, check, checkFormats } from './check';
import { type CompareOptions, compare, compareFormats } from './compare';
import { type OutlineOptions, outline, outlineFormats } from './outline';
import type { Surroundings } from './surroundings';
import { UsageError } from './usageError';

/**
 * Carries out a call of the command line.
 *
 * @param args What stands behind the program's name.
 * @returns The exit status.
 */
export async function runProgram(args: readonly string[], surroundings: Surroundings): Promise<number> {
  let status = 0;
  const program = commands(surroundings, (ended) => {
    status = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return status;
  } catch (error) {
    if (error instanceof UsageError) {
      surroundings.err.write(`career-ladder: ${printable(error.message)}\n`);
      return 2;
    }
    if (error instanceof CommanderError) {
      // Commander has said what is wrong, or printed what was asked for (help, version).
      return error.exitCode === 0 ? 0 : 2;
    }
    throw error;
  }
}

function guidesOption(): Option {
  return new Option(
    '--guides <path...>',
    'guides, or folders that hold them (default: what careerLadder.guides of the nearest .vscode/settings.json says)',
  );
}

function commands(surroundings: Surroundings, end: (status: number) => void): Command {
  const program = new Command('career-ladder')
    .description(
      'Reads career ladders written in Markdown, and checks the promotion documents that cite them.',
    )
    .version(version)
    .exitOverride()
    .configureOutput({
      writeOut: (text) => surroundings.out.write(text),
      writeErr: (text) => surroundings.err.write(text),
    })
    .showHelpAfterError('(career-ladder --help shows how to call it)');

  program
    .command('outline')
    .description('print the ladder read from guides')
    .argument('[path...]', 'guides, or folders that hold them (default: the folder guides)')
    .addOption(new Option('--format <format>', 'how to print it').choices(outlineFormats).default('text'))
    .action(async (paths: readonly string[], options: OutlineOptions) => {
      end(await outline(paths, options, surroundings));
    });

  program
    .command('check')
    .description('print what the editor would show for promotion documents and guides')
    .argument('[path...]', 'files, or folders that hold them (default: the working directory)')
    .addOption(guidesOption())
    .addOption(new Option('--format <format>', 'how to print it').choices(checkFormats).default('text'))
    .addOption(
      new Option('--fail-on <severity>', 'the quietest finding that makes the exit status 1')
        .choices([...severities, 'never'])
        .default('error'),
    )
    .action(async (paths: readonly string[], options: CheckOptions) => {
      end(await check(paths, options, surroundings));
    });

  program
    .command('compare')
    .description('print levels side by side, those between them included')
    .argument('<level...>', 'the levels, by their ids or titles')
    .addOption(guidesOption())
    .addOption(new Option('--format <format>', 'how to print it').choices(compareFormats).default('text'))
    .action(async (levels: readonly string[], options: CompareOptions) => {
      end(await compare(levels, options, surroundings));
    });

  return program;
}
