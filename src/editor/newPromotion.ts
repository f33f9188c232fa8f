import { commands, type Disposable, type QuickPickItem, SnippetString, window, workspace } from 'vscode';
import { indexOf } from '../core/citations/ladderIndex';
import { type KnownTarget, readTarget } from '../core/document/target';
import type { Level } from '../core/ladder/model';
import { promotionSnippet } from '../core/writing/promotionSnippet';
import { ladderOfNode, laddersOfArgument, nodeOfArgument, propertiesOf } from './commandArguments';
import { folderAmong, type Ladders, type NamedLadder } from './guides/ladders';
import { warn } from './messages';
import { pickOne } from './quickPick';
import { shownLadders } from './shownLadders';

/** A promotion that can be gone for, and the ladder that it belongs to. */
interface Choice extends QuickPickItem {
  readonly value: string;
  readonly named: NamedLadder;
}

/** Registers `careerLadder.newPromotion`: an untitled document for a transition, to be filled in by tab stops. */
export function registerNewPromotion(ladders: Ladders): Disposable {
  return commands.registerCommand('careerLadder.newPromotion', async (argument: unknown) => {
    const shown = await shownLadders(ladders);
    if (shown.length === 0) {
      return;
    }
    const choice = choiceOfArgument(argument, shown) ?? (await choose(shown));
    if (choice === undefined) {
      return;
    }
    const { value, named } = choice;
    const target = readTarget(value, indexOf(named.ladder));
    if (target === undefined || target.kind === 'unknown') {
      warn(target?.message ?? `The ladder has no “${value}”.`);
    } else {
      await open(target, named);
    }
  });
}

async function open(target: KnownTarget, { ladder }: NamedLadder): Promise<void> {
  const document = await workspace.openTextDocument({ language: 'markdown' });
  const editor = await window.showTextDocument(document);
  await editor.insertSnippet(new SnippetString(promotionSnippet(target, ladder)));
}

/**
 * What `{from?, to, folder?}`, or a line of the tree, asks for; undefined asks the user. Without a folder the
 * first ladder is meant that knows the levels.
 */
function choiceOfArgument(argument: unknown, shown: readonly NamedLadder[]): Choice | undefined {
  const node = nodeOfArgument(argument);
  const { from, to } = propertiesOf(node === undefined ? argument : node.promotion);
  if (typeof to !== 'string') {
    return undefined;
  }
  const value = typeof from === 'string' ? `${from} to ${to}` : to;
  const meant = laddersOfArgument(argument, shown);
  const isKnown = ({ ladder }: NamedLadder): boolean => {
    const target = readTarget(value, indexOf(ladder));
    return target !== undefined && target.kind !== 'unknown';
  };
  const named = node === undefined ? (meant.find(isKnown) ?? meant[0]) : ladderOfNode(node, shown);
  return named && { label: value, value, named };
}

/** Lets the user choose among the transitions, and the levels that none leads to. */
async function choose(shown: readonly NamedLadder[]): Promise<Choice | undefined> {
  const items = shown.flatMap((named): readonly Choice[] => {
    const { ladder } = named;
    const described = (levels: readonly (Level | undefined)[]): string =>
      [levels.map((level) => level?.title ?? level?.id ?? '').join(' → '), folderAmong(shown, named)]
        .filter(Boolean)
        .join(' · ');
    const { level } = indexOf(ladder);
    return [
      ...ladder.transitions.map(({ from, to }) => ({
        label: `${from} to ${to}`,
        description: described([level(from), level(to)]),
        value: `${from} to ${to}`,
        named,
      })),
      ...ladder.levels
        .filter(
          ({ id, capabilities }) =>
            capabilities.length > 0 && ladder.transitions.every(({ to }) => to !== id),
        )
        .map((one) => ({ label: one.id, description: described([one]), value: one.id, named })),
    ];
  });
  return pickOne(items, {
    title: 'New Promotion Document',
    placeHolder: 'The step to go for',
    matchOnDescription: true,
  });
}
