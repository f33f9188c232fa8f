import {
  commands,
  type Disposable,
  Range,
  type TextDocument,
  Uri,
  ViewColumn,
  type WebviewPanel,
  workspace,
} from 'vscode';
import { compareLevels } from '../../core/compare/compareLevels';
import type { Comparison } from '../../core/compare/comparison';
import { evidenceColumn } from '../../core/compare/evidenceColumn';
import { ladderShown } from '../../core/compare/ladderShown';
import {
  type PanelRequest,
  type PanelUpdate,
  panelRequestOf,
  type ShownComparison,
} from '../../core/compare/panelMessages';
import { type PanelContent, panelContent, panelPage } from '../../core/compare/panelPage';
import { hasLink } from '../../core/guide/blocks/markedPassage';
import type { GuidePlace } from '../../core/guide/model';
import { buildLadder } from '../../core/ladder/buildLadder';
import { ladderOfPromotion } from '../../core/promotion/ladderOfPromotion';
import { listed } from '../../core/text/listed';
import { openGuideCommand } from '../guidePlaces';
import { folderAmong, type Ladders } from '../guides/ladders';
import { attempt } from '../messages';
import type { ShownPromotion } from '../promotions/shownPromotion';
import type { RangeHighlight } from '../rangeHighlight';
import { tabGroupOf } from '../tabs';
import { followLink } from './followLink';

/** What a panel needs of the window around it. */
export interface PanelSurroundings {
  readonly extensionUri: Uri;
  readonly ladders: Ladders;
  readonly promotion: ShownPromotion;
  readonly highlight: RangeHighlight;
  /** Called when the user picks other levels in the panel; undefined lets them choose. */
  readonly onPick: (panel: ComparePanel, levels: readonly string[] | undefined) => void;
}

/** A panel that shows levels side by side and follows the guides and the promotion document. */
export class ComparePanel implements Disposable {
  readonly #panel: WebviewPanel;
  readonly #surroundings: PanelSurroundings;
  readonly #subscriptions: readonly Disposable[];
  #shown: ShownComparison;
  #comparison: Comparison | undefined;
  #content: PanelContent | undefined;
  #revision = 0;
  /** Whether the page has to be made anew once somebody sees it. */
  #isBehind = false;
  #isDisposed = false;
  /** What is being read; an older reading that comes later is dropped. */
  #reading = 0;

  constructor(panel: WebviewPanel, shown: ShownComparison, surroundings: PanelSurroundings) {
    this.#panel = panel;
    this.#shown = shown;
    this.#surroundings = surroundings;
    const { ladders, promotion, extensionUri } = surroundings;
    panel.webview.options = { enableScripts: true, localResourceRoots: [Uri.joinPath(extensionUri, 'dist')] };
    panel.iconPath = {
      light: Uri.joinPath(extensionUri, 'media', 'comparison-light.svg'),
      dark: Uri.joinPath(extensionUri, 'media', 'comparison-dark.svg'),
    };
    this.#subscriptions = [
      panel.webview.onDidReceiveMessage((message: unknown) => {
        const request = panelRequestOf(message);
        if (request !== undefined) {
          this.#answer(request);
        }
      }),
      panel.onDidChangeViewState(() => {
        if (panel.visible && this.#isBehind) {
          this.refresh();
        }
      }),
      ladders.onDidChange(() => this.refresh()),
      promotion.onDidChange(() => this.refresh()),
    ];
    this.refresh();
  }

  get shown(): ShownComparison {
    return this.#shown;
  }

  /** What is shown; undefined before it has been read. */
  get comparison(): Comparison | undefined {
    return this.#comparison;
  }

  get isActive(): boolean {
    return this.#panel.active;
  }

  reveal(): void {
    this.#panel.reveal();
  }

  /** Shows other levels in the same panel. */
  compare(shown: ShownComparison): void {
    this.#shown = shown;
    this.refresh();
  }

  /** Reads guides and document again and shows what is different, behind other tabs once it is seen. Never rejects. */
  async refresh(): Promise<void> {
    this.#reading += 1;
    const reading = this.#reading;
    const { shown } = await this.#surroundings.ladders.get();
    const current = this.#surroundings.promotion.current;
    const named = ladderShown(this.#shown, shown);
    if (reading !== this.#reading || this.#isDisposed) {
      return;
    }
    // Where there is no ladder any more, the page says so.
    const ladder = named?.ladder ?? buildLadder([]);
    const comparison = compareLevels(ladder, this.#shown.levels);
    const further =
      current !== undefined && named !== undefined && ladderOfPromotion(current.promotion, shown) === named
        ? evidenceColumn(comparison, current.promotion, shownPath(current.document.uri.toString()))
        : undefined;
    this.#comparison = comparison;
    if (comparison.asked.length > 0) {
      const folder = named && folderAmong(shown, named);
      this.#panel.title = `Compare ${listed(comparison.asked.map(({ id }) => id))}${folder === undefined ? '' : ` (${folder})`}`;
    }
    if (this.#content !== undefined && !this.#panel.visible) {
      this.#isBehind = true;
      return;
    }
    this.#show(
      panelContent(comparison, ladder, this.#shown, {
        shownPath,
        interactive: true,
        ...(further === undefined ? {} : { further }),
      }),
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    for (const subscription of this.#subscriptions) {
      subscription.dispose();
    }
  }

  #show(content: PanelContent): void {
    const before = this.#content;
    this.#content = content;
    this.#revision += 1;
    if (before === undefined || this.#isBehind) {
      this.#isBehind = false;
      this.#panel.webview.html = this.#page(content);
    } else {
      const known = new Map(before.parts.map(({ id, markup }) => [id, markup.toString()]));
      this.#post(
        content,
        content.parts.filter(({ id, markup }) => known.get(id) !== markup.toString()),
        this.#revision - 1,
      );
    }
  }

  #page(content: PanelContent): string {
    const { webview } = this.#panel;
    const dist = Uri.joinPath(this.#surroundings.extensionUri, 'dist');
    return panelPage(content, {
      revision: this.#revision,
      script: webview.asWebviewUri(Uri.joinPath(dist, 'compare.js')).toString(),
      style: webview.asWebviewUri(Uri.joinPath(dist, 'compare.css')).toString(),
      nonce: crypto.randomUUID(),
    });
  }

  #post(content: PanelContent, parts: PanelContent['parts'], base: number): void {
    const update: PanelUpdate = {
      type: 'show',
      revision: this.#revision,
      base,
      shown: content.shown,
      heading: content.heading,
      pickers: content.pickers.toString(),
      tableHead: content.tableHead.toString(),
      order: content.parts.map(({ id }) => id),
      parts: parts.map(({ id, markup }) => ({ id, markup: markup.toString() })),
    };
    this.#panel.webview.postMessage(update);
  }

  #answer(request: PanelRequest): void {
    switch (request.type) {
      case 'ready':
        if (this.#content !== undefined && request.revision !== this.#revision) {
          this.#post(this.#content, this.#content.parts, 0);
        }
        break;
      case 'open':
        this.#leave('The guide could not be opened', () => this.#openGuide(request.path, request.line));
        break;
      case 'follow':
        this.#leave('The link could not be followed', () => this.#follow(request.path, request.url));
        break;
      case 'evidence':
        this.#leave('The evidence could not be shown', () => this.#openEvidence(request.start, request.end));
        break;
      case 'cite':
        attempt('The citation could not be copied', () =>
          commands.executeCommand('careerLadder.copyCitation', { level: request.level, name: request.name }),
        );
        break;
      case 'levels':
        this.#surroundings.onPick(this, request.levels);
        break;
      case 'choose':
        this.#surroundings.onPick(this, undefined);
        break;
    }
  }

  /**
   * Opens another editor once VS Code knows that this one has the focus. It looks for that four times a second
   * only; what it noticed afterwards would make this the active editor again, while the cursor blinks in the other.
   */
  async #leave(failure: string, open: () => Promise<void>): Promise<void> {
    await untilActive(this.#panel);
    if (!this.#isDisposed) {
      await attempt(failure, open);
    }
  }

  /** Opens a guide that the comparison was read from, beside the panel. */
  async #openGuide(path: string, line: number): Promise<void> {
    const places = this.#comparison?.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell?.place ?? []));
    const place = places?.find((one) => one.guide.path === path && lineOf(one) === line);
    if (place !== undefined) {
      const { command, arguments: [uri, options] = [] } = openGuideCommand(place);
      await commands.executeCommand(command, uri, { ...options, viewColumn: this.#beside() });
    }
  }

  /** Follows a link that stands in a guide of the comparison. */
  async #follow(path: string, url: string): Promise<void> {
    const guides = this.#comparison?.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => cell?.place.guide ?? []),
    );
    const guide = guides?.find((one) => one.path === path);
    if (guide !== undefined && hasLink(guide, url)) {
      await followLink(guide, url, this.#beside());
    }
  }

  async #openEvidence(start: number, end: number): Promise<void> {
    const document = this.#surroundings.promotion.current?.document;
    if (document !== undefined) {
      const place = new Range(document.positionAt(start), document.positionAt(end));
      await this.#surroundings.highlight.show(document, place, place.start, {
        viewColumn: this.#columnOf(document),
      });
    }
  }

  /** The column that has a document, unless it would hide the panel there. */
  #columnOf(document: TextDocument): ViewColumn {
    const column = tabGroupOf(document)?.viewColumn;
    return column === undefined || column === this.#panel.viewColumn ? this.#beside() : column;
  }

  /** The column that does not hide the panel. */
  #beside(): ViewColumn {
    return this.#panel.viewColumn === ViewColumn.One ? ViewColumn.Two : ViewColumn.One;
  }
}

/** Waits until a panel is the active editor, or for a second. */
async function untilActive(panel: WebviewPanel): Promise<void> {
  if (panel.active) {
    return;
  }
  await new Promise<void>((resolve) => {
    const changed = panel.onDidChangeViewState(() => panel.active && end());
    const timer = setTimeout(end, 1000);
    function end(): void {
      changed.dispose();
      clearTimeout(timer);
      resolve();
    }
  });
}

function lineOf({ guide, range }: GuidePlace): number {
  return guide.source.lineNumberAt(range.start);
}

/** How a document is called where people read it: by its path in the workspace. */
export function shownPath(uri: string): string {
  return workspace.asRelativePath(Uri.parse(uri)).replace(/^\//u, '');
}
