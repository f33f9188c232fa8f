import {
  commands,
  type Disposable,
  type ExtensionContext,
  Uri,
  ViewColumn,
  type WebviewPanel,
  window,
  workspace,
} from 'vscode';
import { indexOf } from '../../core/citations/ladderIndex';
import { comparisonMarkdown } from '../../core/compare/comparisonMarkdown';
import { comparisonPage, pageFileName } from '../../core/compare/comparisonPage';
import { ladderShown } from '../../core/compare/ladderShown';
import { levelsNamed } from '../../core/compare/levelsNamed';
import { type ShownComparison, shownComparisonOf } from '../../core/compare/panelMessages';
import { ladderOfPromotion } from '../../core/promotion/ladderOfPromotion';
import { stepAt } from '../../core/references/stepAt';
import { ladderOfNode, laddersOfArgument, nodeOfArgument, propertiesOf } from '../commandArguments';
import { copy } from '../copy';
import { registerAll } from '../disposables';
import type { Ladders, NamedLadder } from '../guides/ladders';
import { attempt, notice, report } from '../messages';
import { mayBePromotion } from '../promotions/promotions';
import type { ShownPromotion } from '../promotions/shownPromotion';
import type { RangeHighlight } from '../rangeHighlight';
import { shownLadders } from '../shownLadders';
import { documentInFront } from '../tabs';
import { ComparePanel, shownPath } from './comparePanel';
import { pickLadder, pickLevels } from './pickLevels';

const panelType = 'careerLadder.compare';

/**
 * Registers `careerLadder.compareLevels`, what can be done with the panel that it opens, and that panels
 * come back after a reload.
 */
export function registerCompareLevels(
  context: Pick<ExtensionContext, 'extensionUri'>,
  ladders: Ladders,
  promotion: ShownPromotion,
  highlight: RangeHighlight,
): Disposable {
  const panels = new ComparePanels(context, ladders, promotion, highlight);
  return registerAll([
    panels,
    commands.registerCommand('careerLadder.compareLevels', async (argument: unknown, selected: unknown) => {
      const asked = await askedFor(argument, selected, ladders, promotion);
      if (asked !== undefined) {
        panels.show(asked);
      }
    }),
    commands.registerCommand('careerLadder.copyComparison', async () => {
      const comparison = panels.active?.comparison;
      if (comparison !== undefined) {
        await copy(comparisonMarkdown(comparison), 'the whole comparison as a Markdown table');
      }
    }),
    commands.registerCommand('careerLadder.saveComparison', async () => {
      const { comparison, shown } = panels.active ?? {};
      if (comparison !== undefined) {
        await save(pageFileName(comparison), folderOf(shown), comparisonPage(comparison, shownPath));
      }
    }),
    window.registerWebviewPanelSerializer(panelType, {
      deserializeWebviewPanel: async (panel, state) => panels.restore(panel, shownComparisonOf(state)),
    }),
  ]);
}

/** The panels that are open, one for each set of levels. */
class ComparePanels implements Disposable {
  readonly #extensionUri: Uri;
  readonly #ladders: Ladders;
  readonly #promotion: ShownPromotion;
  readonly #highlight: RangeHighlight;
  readonly #panels = new Set<ComparePanel>();

  constructor(
    { extensionUri }: Pick<ExtensionContext, 'extensionUri'>,
    ladders: Ladders,
    promotion: ShownPromotion,
    highlight: RangeHighlight,
  ) {
    this.#extensionUri = extensionUri;
    this.#ladders = ladders;
    this.#promotion = promotion;
    this.#highlight = highlight;
  }

  get active(): ComparePanel | undefined {
    return [...this.#panels].find(({ isActive }) => isActive);
  }

  /** Shows a comparison: in the panel that has these levels, else in a new one. */
  show(shown: ShownComparison): void {
    const open = this.#panelOf(shown);
    if (open !== undefined) {
      open.reveal();
      return;
    }
    // Beside a promotion document, so that both can be seen.
    const inFront = documentInFront();
    const writes = inFront !== undefined && mayBePromotion(inFront);
    const panel = window.createWebviewPanel(
      panelType,
      'Compare',
      writes ? ViewColumn.Beside : ViewColumn.Active,
      { enableFindWidget: true },
    );
    this.#add(panel, shown);
  }

  /** Fills a panel that was open before the window was reloaded. */
  restore(panel: WebviewPanel, shown: ShownComparison | undefined): void {
    if (shown === undefined) {
      panel.dispose();
    } else {
      this.#add(panel, shown);
    }
  }

  dispose(): void {
    for (const panel of this.#panels) {
      panel.dispose();
    }
  }

  #add(webviewPanel: WebviewPanel, shown: ShownComparison): void {
    const panel = new ComparePanel(webviewPanel, shown, {
      extensionUri: this.#extensionUri,
      ladders: this.#ladders,
      promotion: this.#promotion,
      highlight: this.#highlight,
      onPick: (own, levels) => this.#pick(own, levels),
    });
    this.#panels.add(panel);
    webviewPanel.onDidDispose(() => {
      this.#panels.delete(panel);
      panel.dispose();
    });
  }

  /** Compares other levels in a panel, or reveals the one that does already. */
  async #pick(panel: ComparePanel, picked: readonly string[] | undefined): Promise<void> {
    const all = await shownLadders(this.#ladders);
    const named = ladderShown(panel.shown, all);
    const levels = picked ?? (named && (await pickLevels(named, panel.shown.levels, [named]))?.levels);
    const known = levels?.filter((id) => named?.ladder.levels.some((level) => level.id === id)) ?? [];
    const shown = { levels: known, ladder: named?.key ?? panel.shown.ladder };
    const other = this.#panelOf(shown);
    if (known.length === 0 || (other !== undefined && other !== panel)) {
      other?.reveal();
      panel.refresh();
    } else {
      panel.compare(shown);
    }
  }

  #panelOf(shown: ShownComparison): ComparePanel | undefined {
    return [...this.#panels].find((panel) => setOf(panel.shown) === setOf(shown));
  }
}

function setOf({ levels, ladder }: ShownComparison): string {
  return JSON.stringify([ladder, [...new Set(levels)].sort((a, b) => (a < b ? -1 : 1))]);
}

/**
 * What to compare, from `{levels, folder?}` or lines of the tree; else the user is asked, with the levels of
 * the promotion document or the guide that is in the active editor chosen already.
 */
async function askedFor(
  argument: unknown,
  selected: unknown,
  ladders: Ladders,
  promotion: ShownPromotion,
): Promise<ShownComparison | undefined> {
  const all = await shownLadders(ladders);
  const named = namesOfArgument(argument, all);
  if (named !== undefined) {
    const { levels, faults } = levelsNamed(named.names, indexOf(named.from.ladder));
    if (faults.length > 0) {
      report(`These levels cannot be compared: ${faults.join('; ')}.`);
      return undefined;
    }
    return chooseMore(
      named.from,
      levels.map(({ id }) => id),
      all,
    );
  }
  const nodes = (Array.isArray(selected) ? selected : [argument]).flatMap((one) => nodeOfArgument(one) ?? []);
  const edited = nodes.length === 0 ? (writtenFor(promotion, all) ?? describedIn(all)) : undefined;
  const [first] = nodes;
  const from = (first && ladderOfNode(first, all)) ?? edited?.named ?? (await pickLadder(all));
  if (from === undefined) {
    return undefined;
  }
  if (edited !== undefined) {
    return pickLevels(from, edited.levels, all);
  }
  const ids = nodes.filter((node) => ladderOfNode(node, all) === from).flatMap(({ levels }) => levels);
  // In the ladder's order, whatever the order in which they were selected.
  return chooseMore(
    from,
    from.ladder.levels.map(({ id }) => id).filter((id) => ids.includes(id)),
    all,
  );
}

/** The levels that the promotion document in the active editor is about, and their ladder. */
function writtenFor({ current }: ShownPromotion, all: readonly NamedLadder[]) {
  if (!current?.isActive || current.promotion.target.kind === 'unknown') {
    return undefined;
  }
  const { from, to } = current.promotion.target;
  const named = ladderOfPromotion(current.promotion, all);
  return named && { named, levels: [from, to].flatMap((level) => level?.id ?? []) };
}

/** The levels of the step that the guide in the active editor describes where the cursor is, and their ladder. */
function describedIn(all: readonly NamedLadder[]) {
  const editor = window.activeTextEditor;
  const path = editor?.document.uri.toString();
  for (const named of all) {
    const guide = named.ladder.guides.find((one) => one.path === path);
    if (editor !== undefined && guide !== undefined) {
      const step = stepAt(guide, editor.document.offsetAt(editor.selection.active));
      return { named, levels: step === undefined ? [] : [step.from, step.to] };
    }
  }
  return undefined;
}

/** Lets the user add to levels that are too few to be compared. */
async function chooseMore(
  named: NamedLadder,
  given: readonly string[],
  all: readonly NamedLadder[],
): Promise<ShownComparison | undefined> {
  return given.length > 1 ? { levels: given, ladder: named.key } : pickLevels(named, given, all);
}

interface NamesOfLevels {
  readonly names: readonly string[];
  readonly from: NamedLadder;
}

/** Reads `{levels, folder?}`; without a folder the ladder is meant that has all the levels. */
function namesOfArgument(argument: unknown, all: readonly NamedLadder[]): NamesOfLevels | undefined {
  const { levels } = propertiesOf(argument);
  if (nodeOfArgument(argument) !== undefined || !Array.isArray(levels)) {
    return undefined;
  }
  const names = levels.filter((name) => typeof name === 'string');
  const meant = laddersOfArgument(argument, all);
  const from =
    meant.find(({ ladder }) => levelsNamed(names, indexOf(ladder)).faults.length === 0) ?? meant[0];
  return from && { names, from };
}

/** The folder whose ladder is compared; the first one where it is of none. */
function folderOf(shown: ShownComparison | undefined): Uri | undefined {
  const folders = workspace.workspaceFolders?.map(({ uri }) => uri) ?? [];
  return folders.find((uri) => uri.toString() === shown?.ladder) ?? folders[0];
}

async function save(name: string, folder: Uri | undefined, page: string): Promise<void> {
  const target = await window.showSaveDialog({
    ...(folder === undefined ? {} : { defaultUri: Uri.joinPath(folder, name) }),
    filters: { HTML: ['html'] },
    title: 'Save the Comparison',
  });
  if (target === undefined) {
    return;
  }
  await attempt('The comparison could not be saved', async () => {
    await workspace.fs.writeFile(target, new TextEncoder().encode(page));
    notice('save', `Saved ${workspace.asRelativePath(target)}`);
  });
}
