import { commands, type Disposable, env } from 'vscode';
import { writeCitation } from '../core/citations/writeCitation';
import { registerAll } from './disposables';
import type { Ladders } from './guides/ladders';
import { notice } from './messages';
import { pickCitation } from './pickFromLadder';
import { citationsToWrite, linesOf } from './selectedLines';

/** Registers `careerLadder.copyCitation` and `careerLadder.copyText`. */
export function registerCopy(ladders: Ladders): Disposable {
  return registerAll([
    commands.registerCommand('careerLadder.copyCitation', async (argument: unknown, selected: unknown) => {
      const targets = await citationsToWrite(argument, selected, ladders, () =>
        pickCitation(ladders, 'Copy a Citation'),
      );
      if (targets.length > 0) {
        const text = targets.map((target) => writeCitation(target)).join('\n');
        await copy(text, targets.length === 1 ? text : `${targets.length} citations`);
      }
    }),
    commands.registerCommand('careerLadder.copyText', async (argument: unknown, selected: unknown) => {
      const lines = await linesOf(argument, selected, ladders);
      const [first] = lines;
      if (first !== undefined) {
        await copy(
          lines.map(({ text }) => text).join('\n'),
          lines.length > 1 ? `${lines.length} texts` : `“${first.label}”`,
        );
      }
    }),
  ]);
}

/**
 * Puts a text on the clipboard and says so in the status bar.
 *
 * @param what How the text is called there: "the coverage table".
 */
export async function copy(text: string, what: string): Promise<void> {
  await env.clipboard.writeText(text);
  notice('clippy', `Copied ${what}`);
}
