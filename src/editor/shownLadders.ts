import { commands } from 'vscode';
import { malformedGuides } from '../core/workspace/guidePatterns';
import type { EmptyReason, Ladders, NamedLadder } from './guides/ladders';
import { inform } from './messages';

/** Why there is no ladder, in the words of the view that shows none. */
const reasons: Readonly<Record<EmptyReason, string>> = {
  noMatch: 'the setting “careerLadder.guides” matches no Markdown file',
  noGuide: 'the setting “careerLadder.guides” matches Markdown files, but none of them is a guide',
  unreadable: 'the guides that the setting “careerLadder.guides” matches cannot be read',
  malformed: `the setting “careerLadder.guides” ${malformedGuides}`,
};

/** The ladders for a command to work with; where there is none, the user is told why, and what helps. */
export async function shownLadders(ladders: Ladders): Promise<readonly NamedLadder[]> {
  const { shown, emptyReason } = await ladders.get();
  if (emptyReason !== undefined) {
    // Not awaited: whoever asked goes on, whether or not the message is ever answered.
    tellWhy(emptyReason);
  }
  return shown;
}

async function tellWhy(reason: EmptyReason): Promise<void> {
  const change = 'Change the Setting';
  if ((await inform(`There is no ladder here: ${reasons[reason]}.`, change)) === change) {
    await commands.executeCommand('careerLadder.changeGuides');
  }
}
