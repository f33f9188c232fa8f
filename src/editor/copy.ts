import { commands, type Disposable, env } from 'vscode';
import { writeCitation } from '../core/citations/writeCitation';
import { citationOfArgument, nodeOfArgument } from './commandArguments';
import { registerAll } from './disposables';
import type { Ladders } from './guides/ladders';
import { notice } from './messages';
import { pickCitation } from './pickFromLadder';

/** Registers `careerLadder.copyCitation` and `careerLadder.copyText`. */
export function registerCopy(ladders: Ladders): Disposable {
  return registerAll([
    commands.registerCommand('careerLadder.copyCitation', async (argument: unknown) => {
      const target = citationOfArgument(argument) ?? (await pickCitation(ladders, 'Copy a citation'));
      if (target !== undefined) {
        const citation = writeCitation(target);
        await copy(citation, citation);
      }
    }),
    commands.registerCommand('careerLadder.copyText', async (argument: unknown) => {
      const node = nodeOfArgument(argument);
      if (node !== undefined) {
        await copy(node.text, `“${node.label}”`);
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
