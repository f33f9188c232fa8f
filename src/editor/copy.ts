import { commands, type Disposable, env } from 'vscode';
import { writeCitation } from '../core/citations/writeCitation';
import { idsOf, type LadderNode, ladderTree } from '../core/tree/ladderTree';
import { citationOfArgument, nodeOfArgument } from './commandArguments';
import { registerAll } from './disposables';
import type { Ladders } from './guides/ladders';
import { notice } from './messages';
import { pickCitation } from './pickFromLadder';

/** Registers `careerLadder.copyCitation` and `careerLadder.copyText`. */
export function registerCopy(ladders: Ladders): Disposable {
  return registerAll([
    commands.registerCommand('careerLadder.copyCitation', async (argument: unknown, selected: unknown) => {
      const lines = await linesOf(argument, selected, ladders);
      const [first, ...others] = lines.flatMap(({ citation }) => citation ?? []);
      const target =
        first ?? citationOfArgument(argument) ?? (await pickCitation(ladders, 'Copy a Citation'));
      if (target !== undefined) {
        const text = [target, ...others].map((one) => writeCitation(one)).join('\n');
        await copy(text, others.length === 0 ? text : `${others.length + 1} citations`);
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

/** The lines of the tree that a command was called on: all that are selected, from top to bottom. */
async function linesOf(
  argument: unknown,
  selected: unknown,
  ladders: Ladders,
): Promise<readonly LadderNode[]> {
  const clicked = nodeOfArgument(argument);
  const lines = Array.isArray(selected)
    ? selected.flatMap((line: unknown) => nodeOfArgument(line) ?? [])
    : [];
  if (lines.length < 2) {
    return clicked === undefined ? [] : [clicked];
  }
  const { shown } = await ladders.get();
  const ids = shown.flatMap(({ ladder, key }) => idsOf(ladderTree(ladder, key)));
  const places = new Map(ids.map((id, place) => [id, place]));
  return lines.sort((one, other) => (places.get(one.id) ?? 0) - (places.get(other.id) ?? 0));
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
