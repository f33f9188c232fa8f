import { commands, type Disposable, env, window } from 'vscode';
import { type CitationTarget, writeCitation } from '../core/citations/writeCitation';
import { registerAll } from './disposables';
import type { Ladders } from './guides/ladders';
import { nodeOfArgument } from './ladderView';
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

async function copy(text: string, notice: string): Promise<void> {
  await env.clipboard.writeText(text);
  window.setStatusBarMessage(`$(clippy) Copied ${notice.replace(/\$\(/gu, '$ (')}`, noticeTime);
}

/** What to cite, from a line of the tree or from `{level, name, signal?}`; undefined asks the user. */
export function citationOfArgument(argument: unknown): CitationTarget | undefined {
  const node = nodeOfArgument(argument);
  if (node !== undefined) {
    return node.citation;
  }
  if (typeof argument !== 'object' || argument === null || !('level' in argument) || !('name' in argument)) {
    return undefined;
  }
  const { level, name } = argument;
  const signal = 'signal' in argument && typeof argument.signal === 'number' ? argument.signal : undefined;
  if (typeof level !== 'string' || typeof name !== 'string') {
    return undefined;
  }
  return signal === undefined ? { level, name } : { level, name, signal };
}
