import {
  commands,
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  type TreeView,
  window,
} from 'vscode';
import { coverageTotal, nothingAsked } from '../core/promotion/coverageRows';
import { changedLines, type EvidenceNode, evidenceTree } from '../core/tree/evidenceTree';
import { propertiesOf } from './commandArguments';
import { registerAll } from './disposables';
import { Expansion } from './expansion';
import { openGuideCommand } from './guidePlaces';
import { toRange } from './positions';
import type { Shown, ShownPromotion } from './promotions/shownPromotion';
import type { RangeHighlight } from './rangeHighlight';
import { setHeader } from './viewHeader';

const viewId = 'careerLadder.evidence';

/** A line that VS Code holds on to while what it shows changes. */
type Line = { -readonly [Key in keyof EvidenceNode]: EvidenceNode[Key] };

/** Registers the view that holds the promotion document against its target. */
export function registerEvidenceView(
  context: ExtensionContext,
  shown: ShownPromotion,
  highlight: RangeHighlight,
): Disposable {
  const expansion = new Expansion(context.workspaceState, viewId);
  const provider = new EvidenceTree(shown, expansion, highlight);
  const view = window.createTreeView<Line>(viewId, { treeDataProvider: provider, showCollapseAll: true });
  // Some versions of VS Code forget the manifest's name as soon as the view has a description.
  view.title = 'Evidence';
  describeView(view, shown.current);
  return registerAll([
    provider,
    view,
    expansion.follow(view),
    shown.onDidChange((current) => describeView(view, current)),
    commands.registerCommand('careerLadder.openEvidence', (line: unknown) => provider.openPlace(line)),
  ]);
}

class EvidenceTree implements TreeDataProvider<Line>, Disposable {
  readonly #shown: ShownPromotion;
  readonly #expansion: Expansion;
  readonly #highlight: RangeHighlight;
  readonly #changed = new EventEmitter<Line | undefined>();
  readonly #subscription: Disposable;
  /** The lines that VS Code has been given, by id: it knows them again by their identity alone. */
  readonly #lines = new Map<string, Line>();
  #tree: readonly EvidenceNode[];

  readonly onDidChangeTreeData = this.#changed.event;

  constructor(shown: ShownPromotion, expansion: Expansion, highlight: RangeHighlight) {
    this.#shown = shown;
    this.#expansion = expansion;
    this.#highlight = highlight;
    this.#tree = treeOf(shown.current);
    this.#subscription = shown.onDidChange((current) => this.#show(treeOf(current)));
  }

  getChildren(line?: Line): Line[] {
    return (line?.children ?? this.#tree).map((node) => this.#line(node));
  }

  getTreeItem(line: Line): TreeItem {
    const { id, kind, state, place, citation, range } = line;
    const item = new TreeItem(line.label, this.#expansion.stateOf(line));
    item.id = id;
    item.iconPath = iconOf(line);
    item.accessibilityInformation = { label: line.spoken };
    // Plain text: neither a guide's nor a document's words are rendered as Markdown.
    item.tooltip = line.tooltip;
    item.contextValue = [kind, state, place && 'guide', citation && 'citable'].filter(Boolean).join(' ');
    if (line.description !== undefined) {
      item.description = line.description;
    }
    if (range !== undefined) {
      item.command = { command: 'careerLadder.openEvidence', title: 'Open Evidence', arguments: [line] };
    } else if (place !== undefined) {
      item.command = openGuideCommand(place);
    }
    return item;
  }

  /**
   * Leads to what a line is about in the document, as it stands there now: before what is written there, or
   * behind a citation that has no evidence yet.
   */
  async openPlace(line: unknown): Promise<void> {
    const current = this.#shown.current;
    const { id } = propertiesOf(line);
    const known = typeof id === 'string' ? this.#lines.get(id) : undefined;
    if (current !== undefined && known?.range !== undefined) {
      const place = toRange(current.promotion.document.source, known.range);
      const isEmpty = known.kind === 'empty' || known.state === 'cited';
      await this.#highlight.show(current.document, place, isEmpty ? place.end : place.start);
    }
  }

  dispose(): void {
    this.#subscription.dispose();
    this.#changed.dispose();
  }

  #show(tree: readonly EvidenceNode[]): void {
    const changed = changedLines(this.#tree, tree);
    this.#tree = tree;
    const ids = new Set<string>();
    this.#renew(tree, ids);
    for (const id of [...this.#lines.keys()].filter((known) => !ids.has(known))) {
      this.#lines.delete(id);
    }
    if (changed === undefined) {
      this.#changed.fire(undefined);
      return;
    }
    for (const id of changed) {
      // A line that VS Code was never given is drawn when it asks for it.
      const line = this.#lines.get(id);
      if (line !== undefined) {
        this.#changed.fire(line);
      }
    }
  }

  /** Gives the lines that VS Code holds their new content. */
  #renew(nodes: readonly EvidenceNode[], ids: Set<string>): void {
    for (const node of nodes) {
      ids.add(node.id);
      const line = this.#lines.get(node.id);
      if (line !== undefined) {
        Object.assign(line, node);
      }
      this.#renew(node.children, ids);
    }
  }

  #line(node: EvidenceNode): Line {
    const known = this.#lines.get(node.id);
    if (known !== undefined) {
      return known;
    }
    const line = { ...node };
    this.#lines.set(node.id, line);
    return line;
  }
}

function treeOf(shown: Shown | undefined): readonly EvidenceNode[] {
  return shown === undefined ? [] : evidenceTree(shown.promotion);
}

/** Says above the tree what it cannot say itself: the total, of which document, and why there is none. */
function describeView(view: TreeView<Line>, shown: Shown | undefined): void {
  const message = (shown && nothingAsked(shown.promotion)) ?? '';
  const total = shown === undefined || message !== '' ? '' : coverageTotal(shown.promotion.coverage);
  const name = shown === undefined || shown.isActive ? '' : shown.document.uri.path.split('/').at(-1);
  // In a narrow side bar the end is cut off, and the numbers are what is read there.
  setHeader(view, [total, name].filter(Boolean).join(' · '), message);
}

/** Shape and words say it; the colour only helps. */
function iconOf({ kind, state }: EvidenceNode): ThemeIcon {
  switch (state) {
    case 'evidenced':
    case 'covered':
      return new ThemeIcon('pass', new ThemeColor('testing.iconPassed'));
    case 'cited':
      return new ThemeIcon('circle-large-outline', new ThemeColor('list.warningForeground'));
    case 'missing':
      return new ThemeIcon('circle-slash', new ThemeColor('list.warningForeground'));
    case 'open':
      return new ThemeIcon('circle-outline');
    case undefined:
      return new ThemeIcon(icons[kind]);
  }
}

/** From the product's own icon set. */
const icons: Readonly<Record<EvidenceNode['kind'], string>> = {
  level: 'mortar-board',
  capability: 'target',
  evidence: 'quote',
  empty: 'edit',
  signals: 'eye',
  signal: 'circle-small-filled',
};
