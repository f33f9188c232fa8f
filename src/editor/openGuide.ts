import { commands, type Disposable, Selection, TextEditorRevealType, Uri, window } from 'vscode';
import type { GuidePlace } from '../core/guide/model';
import type { Ladders } from './guides/ladders';
import { nodeOfArgument } from './ladderView';
import { pickLevel } from './pickFromLadder';

/** Registers `careerLadder.openGuide`: opens a guide where a line of the tree, or a chosen level, stands in it. */
export function registerOpenGuide(ladders: Ladders): Disposable {
  return commands.registerCommand('careerLadder.openGuide', async (argument: unknown) => {
    const node = nodeOfArgument(argument);
    const place =
      node === undefined ? (await pickLevel(ladders, 'Open the guide of a level'))?.source : node.place;
    if (place !== undefined) {
      await openGuide(place);
    }
  });
}

/** Opens a guide with the first line of a place selected and in view. */
export async function openGuide({ guide, range }: GuidePlace): Promise<void> {
  const editor = await window.showTextDocument(Uri.parse(guide.path, true), { preview: true });
  const { line } = guide.source.positionAt(range.start);
  const whole = editor.document.lineAt(Math.min(line, editor.document.lineCount - 1)).range;
  editor.selection = new Selection(whole.start, whole.end);
  editor.revealRange(whole, TextEditorRevealType.InCenterIfOutsideViewport);
}
