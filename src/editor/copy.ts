import { commands, type Disposable, env, window } from 'vscode';
import { writeCitation } from '../core/citations/writeCitation';
import { citationOfArgument, nodeOfArgument } from './commandArguments';
import { registerAll } from './disposables';
import type { Ladders } from './guides/ladders';

import { pickCitation } from './pickFromLadder';

/** How long the status bar tells what was copied, in milliseconds. */
const noticeTime = 3000;

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

/** Puts a text on the clipboard and says so in the status bar. */
export async function copy(text: string, notice: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`$(clippy) Copied ${notice.replace(/\$\(/gu, '$ (')}`, noticeTime);
}
