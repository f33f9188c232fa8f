import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  type TreeView,
  type WorkspaceFolder,
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
import { setHeader } from './viewHeader';

const viewId = 'careerLadder.ladder';

/** A line of the view: of the ladder itself, or a folder where several ladders stand side by side. */
type Line = LadderNode | FolderLine;

interface FolderLine {
  readonly id: string;
  readonly kind: 'folder';
  readonly label: string;
  readonly isExpanded: true;
  readonly children: readonly LadderNode[];
}

/** Registers the view that shows the ladders as trees. */
export function registerLadderView(context: ExtensionContext, ladders: Ladders): Disposable {
  const expansion = new Expansion(context.workspaceState, viewId);
  const provider = new LadderTree(ladders, expansion);
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
    expansion.follow(view),
    ladders.onDidChange((snapshot) => describeView(view, snapshot)),
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

  constructor(ladders: Ladders, expansion: Expansion) {
    this.#ladders = ladders;
    this.#expansion = expansion;
    this.#subscription = ladders.onDidChange(() => this.#changed.fire(undefined));
  }

  async getChildren(line?: Line): Promise<readonly Line[] & Line[]> {
    return [...(line === undefined ? await this.#roots() : line.children)];
  }

  getTreeItem(line: Line): TreeItem {
    return line.kind === 'folder' ? this.#folderItem(line) : this.#nodeItem(line);
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  async #roots(): Promise<readonly Line[]> {
    const { shown } = await this.#ladders.get();
    const folders = shown.map(folderLine);
    const trees = folders.flatMap(({ children }) => children);
    this.#follow(trees);
    return folders.length === 1 ? trees : folders;
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
    const item = new TreeItem(line.label, this.#expansion.stateOf(line));
    item.id = line.id;
    item.iconPath = new ThemeIcon('root-folder');
    return item;
  }

  #nodeItem(node: LadderNode): TreeItem {
    const item = new TreeItem(node.label, this.#expansion.stateOf(node));
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
}

function folderLine(named: NamedLadder): FolderLine {
  const { key, folder } = named;
  return {
    id: key,
    kind: 'folder',
    label: folder?.name ?? key,
    isExpanded: true,
    children: treeOf(named),
  };
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

/** Says above the tree what it cannot say itself: whose ladder it is, what failed, why it is empty. */
function describeView(view: TreeView<Line>, snapshot: LadderSnapshot): void {
  const { shown, emptyReason } = snapshot;
  const isBuiltIn = shown.some((ladder) => ladder.isBuiltIn);
  setHeader(view, isBuiltIn ? 'built-in' : '', messageOf(snapshot));
  commands.executeCommand('setContext', 'careerLadder.showsBuiltIn', isBuiltIn);
  commands.executeCommand('setContext', 'careerLadder.emptyReason', emptyReason);
}

/** What is wrong; where nothing is shown for it, the view's welcome says what is wrong with the setting. */
function messageOf({ shown, failures, malformed, fruitless }: LadderSnapshot): string {
  const [first, ...others] = failures;
  if (first !== undefined) {
    return `Cannot read ${first.uri?.path.split('/').at(-1) ?? 'the guides'}: ${first.failure}${others.length === 0 ? '' : ` (and ${others.length} more)`}`;
  }
  return shown.length === 0
    ? ''
    : [settingMessage(malformed, malformedGuides), settingMessage(fruitless, 'leads to no guide')]
        .filter((message) => message !== '')
        .join(' ');
}

function settingMessage(folders: readonly (WorkspaceFolder | undefined)[], what: string): string {
  const names = folders.flatMap((folder) => (folder === undefined ? [] : `“${folder.name}”`));
  return names.length === 0 ? '' : `The setting “careerLadder.guides” of ${listed(names)} ${what}.`;
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
