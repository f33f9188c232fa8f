import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type Memento,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import { listed } from '../core/text/listed';
import { idsOf, type LadderNode, ladderTree, type NodeKind } from '../core/tree/ladderTree';
import { renamedNodes } from '../core/tree/renamedNodes';
import { malformedGuides } from '../core/workspace/guidePatterns';
import { registerAll } from './disposables';
import { Expansion } from './expansion';
import { openGuideCommand } from './guidePlaces';
import type { LadderSnapshot, Ladders, NamedLadder } from './guides/ladders';
import { LineIds } from './lineIds';

const viewId = 'careerLadder.ladder';
const expansionKey = 'careerLadder.ladder.expansion';

/** A line of the view: of the ladder itself, or a folder where several ladders stand side by side. */
type Line = LadderNode | FolderLine;

interface FolderLine {
  readonly id: string;
  readonly kind: 'folder';
  readonly ladder: NamedLadder;
}

/** Registers the view that shows the ladders as trees. */
export function registerLadderView(context: ExtensionContext, ladders: Ladders): Disposable {
  const provider = new LadderTree(ladders, context.workspaceState);
  const view = window.createTreeView<Line>(viewId, {
    treeDataProvider: provider,
    showCollapseAll: true,
    canSelectMany: true,
  });
  // Some versions of VS Code forget the manifest's name as soon as the view has a description.
  view.title = 'Ladder';
  return registerAll([
    provider,
    view,
    view.onDidExpandElement(({ element }) => provider.remember(element, true)),
    view.onDidCollapseElement(({ element }) => provider.remember(element, false)),
    ladders.onDidRead((snapshot) => describeView(view, snapshot)),
  ]);
}

class LadderTree implements TreeDataProvider<Line>, Disposable {
  readonly #ladders: Ladders;
  readonly #changed = new EventEmitter<undefined>();
  readonly #subscription: Disposable;
  readonly #expansion: Expansion;
  readonly #ids = new LineIds();
  /** As they were shown last. */
  #trees: readonly LadderNode[] = [];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(ladders: Ladders, state: Memento) {
    this.#ladders = ladders;
    this.#expansion = new Expansion(state, expansionKey);
    this.#subscription = ladders.onDidRead(() => this.#changed.fire(undefined));
  }

  async getChildren(line?: Line): Promise<readonly Line[] & Line[]> {
    return [...(line === undefined ? await this.#roots() : childrenOf(line))];
  }

  getTreeItem(line: Line): TreeItem {
    return line.kind === 'folder' ? this.#folderItem(line) : this.#nodeItem(line);
  }

  /** Keeps what the user opened or closed over reloads. */
  remember(line: Line, expanded: boolean): void {
    this.#expansion.remember(line.id, expanded, isExpandedAtFirst(line));
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #roots(): Promise<readonly Line[]> {
    const { shown } = await this.#ladders.get();
    const trees = shown.flatMap(treeOf);
    this.#follow(trees);
    if (shown.length === 1) {
      return trees;
    }
    return shown.map((ladder) => ({ id: ladder.key, kind: 'folder', ladder }));
  }

  /** A line whose name somebody is typing stays the same line: open, and selected. */
  #follow(trees: readonly LadderNode[]): void {
    const renamed = renamedNodes(this.#trees, trees);
    this.#trees = trees;
    for (const { former, id } of renamed) {
      this.#expansion.carry(former, id);
    }
    this.#ids.follow(renamed, new Set(idsOf(trees)));
  }

  #folderItem(line: FolderLine): TreeItem {
    const item = new TreeItem(line.ladder.folder?.name ?? line.ladder.key, this.#collapsibleState(line));
    item.id = line.id;
    item.iconPath = new ThemeIcon('root-folder');
    return item;
  }

  #nodeItem(node: LadderNode): TreeItem {
    const item = new TreeItem(node.label, this.#collapsibleState(node));
    item.id = this.#ids.idFor(node.id);
    item.iconPath = new ThemeIcon(icons[node.kind]);
    item.accessibilityInformation = { label: node.spoken };
    item.contextValue = [
      node.kind,
      node.place && 'guide',
      node.citation && 'citable',
      node.promotion && 'promotable',
      node.levels.length > 0 && 'comparable',
    ]
      .filter(Boolean)
      .join(' ');
    if (node.description !== undefined) {
      item.description = node.description;
    }
    // Plain text: what stands in a guide is never rendered as Markdown that could run commands.
    item.tooltip = node.tooltip ?? node.label;
    if (node.place !== undefined) {
      item.command = openGuideCommand(node.place);
    }
    return item;
  }

  #collapsibleState(line: Line): TreeItemCollapsibleState {
    if (childrenOf(line).length === 0) {
      return TreeItemCollapsibleState.None;
    }
    return this.#expansion.isExpanded(line.id, isExpandedAtFirst(line))
      ? TreeItemCollapsibleState.Expanded
      : TreeItemCollapsibleState.Collapsed;
  }
}

function childrenOf(line: Line): readonly Line[] {
  return line.kind === 'folder' ? treeOf(line.ladder) : line.children;
}

function treeOf({ ladder, key, isBuiltIn }: NamedLadder): readonly LadderNode[] {
  const tree = ladderTree(ladder, key);
  return isBuiltIn ? tree.map(asBuiltIn) : tree;
}

/** VS Code hides a view's description where the view is alone in its container, so the tracks say it too. */
function asBuiltIn(track: LadderNode): LadderNode {
  return {
    ...track,
    description: [track.description, 'built-in'].filter(Boolean).join(' · '),
    spoken: `${track.spoken}, built-in`,
  };
}

function isExpandedAtFirst(line: Line): boolean {
  return line.kind === 'folder' || line.expanded;
}

/** Says above the tree what it cannot say itself: whose ladder it is, what failed, why it is empty. */
function describeView(view: TreeView<Line>, snapshot: LadderSnapshot): void {
  const { shown, emptyReason } = snapshot;
  const isBuiltIn = shown.some((ladder) => ladder.isBuiltIn);
  // Without a value VS Code keeps the old description; an empty one removes it.
  view.description = isBuiltIn ? 'built-in' : '';
  const message = messageOf(snapshot);
  // The type wants no undefined here, and an empty message would leave a gap above the tree.
  if (message !== '' || view.message) {
    view.message = message;
  }
  commands.executeCommand('setContext', 'careerLadder.showsBuiltIn', isBuiltIn);
  commands.executeCommand('setContext', 'careerLadder.emptyReason', emptyReason ?? 'none');
  commands.executeCommand('setContext', 'careerLadder.noLadder', emptyReason !== undefined);
}

/** What is wrong; where nothing is shown for it, the view's welcome says what is wrong with the setting. */
function messageOf({ shown, failures, malformed }: LadderSnapshot): string {
  const [first, ...others] = failures;
  if (first !== undefined) {
    return `Cannot read ${first.uri?.path.split('/').at(-1) ?? 'the guides'}: ${first.failure}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
  }
  const folders = malformed.flatMap((folder) => (folder === undefined ? [] : `“${folder.name}”`));
  return shown.length === 0 || folders.length === 0
    ? ''
    : `The setting “careerLadder.guides” of ${listed(folders)} ${malformedGuides}.`;
}

/** From the product's own icon set. */
const icons: Readonly<Record<NodeKind, string>> = {
  track: 'milestone',
  level: 'mortar-board',
  capability: 'target',
  signals: 'eye',
  signal: 'circle-small-filled',
  practices: 'lightbulb',
  practice: 'circle-small-filled',
  transition: 'arrow-up',
  question: 'question',
  shifts: 'arrow-swap',
  shift: 'circle-small-filled',
  pitfalls: 'warning',
  pitfall: 'circle-small-filled',
  readiness: 'checklist',
  trackRecord: 'history',
  selfAssessment: 'comment-discussion',
  readinessItem: 'circle-small-filled',
  rule: 'law',
  timeline: 'calendar',
  reason: 'circle-small-filled',
  caveat: 'info',
};
