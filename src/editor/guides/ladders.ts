import {
  type Disposable,
  EventEmitter,
  type ExtensionContext,
  type Uri,
  type WorkspaceFolder,
  workspace,
} from 'vscode';
import type { Guide } from '../../core/guide/model';
import { buildLadder } from '../../core/ladder/buildLadder';
import type { Ladder } from '../../core/ladder/model';
import { mapLimited } from '../../core/mapLimited';
import { Postponement } from '../../core/postponement';
import { BuiltInGuides } from './builtInGuides';
import { findGuideFiles } from './findGuideFiles';
import { GuideReader, type GuideReading } from './guideReader';
import { type GuideSetting, guideSettingName, inspectGuideSetting, readGuideSetting } from './guideSetting';
import { watchGuides } from './watchGuides';

/** How long typing in a guide must pause before the ladder follows, in milliseconds. */
const typingPause = 150;

/** A ladder and where it comes from. */
export interface NamedLadder {
  /** The folder's URI, or "built-in": the same as long as the ladder comes from the same place. */
  readonly key: string;
  readonly ladder: Ladder;
  /** undefined for the built-in ladder. */
  readonly folder: WorkspaceFolder | undefined;
  readonly isBuiltIn: boolean;
}

/** Why there is no ladder to show. */
export type EmptyReason = 'noMatch' | 'noGuide' | 'unreadable' | 'malformed';

/** The ladders of a window as they were at one moment. */
export interface LadderSnapshot {
  /** The ladders to show: one per folder with guides, else the built-in one, else none. */
  readonly shown: readonly NamedLadder[];
  readonly emptyReason: EmptyReason | undefined;
  /** Files that should be guides and could not be read. */
  readonly failures: readonly GuideReading[];
  /** The folders whose setting is no list, and so names nothing; undefined stands for a window without any. */
  readonly malformed: readonly (WorkspaceFolder | undefined)[];
  /** The folders whose own setting was changed and leads to no guide. */
  readonly fruitless: readonly WorkspaceFolder[];
  /** The folders of the window, on which it depends where a document belongs. */
  readonly folders: readonly (WorkspaceFolder | undefined)[];
  /**
   * The ladder that a document's citations belong to: of its own folder's guides, else of all guides of
   * the window, else the built-in one.
   */
  readonly ladderOf: (uri: Uri) => NamedLadder | undefined;
}

interface FolderGuides {
  readonly folder: WorkspaceFolder | undefined;
  readonly setting: GuideSetting;
  readonly files: readonly Uri[];
}

/**
 * The ladders of the window, read when first asked for and kept up to date from then on: with the
 * setting, the folders, the files and what is typed in open guides.
 */
export class Ladders implements Disposable {
  readonly builtIn: BuiltInGuides;
  readonly #reader: GuideReader;
  readonly #read = new EventEmitter<void>();
  readonly #changed = new EventEmitter<LadderSnapshot>();
  readonly #subscriptions: Disposable[] = [];
  #watchers: readonly Disposable[] = [];
  #watched = '';
  #isDisposed = false;
  #folders: readonly FolderGuides[] = [];
  #current: Promise<LadderSnapshot> | undefined;
  readonly #postponement = new Postponement();
  #pending: { timer: ReturnType<typeof setTimeout>; search: boolean } | undefined;

  /** What was made of which guides: of the same ones the same ladder, so that no document is read again. */
  readonly #ladders = new Map<string, { readonly guides: readonly Guide[]; readonly ladder: Ladder }>();
  /** What was read last, and what of it was told last: readings that the next one overtakes are not told. */
  #last: LadderSnapshot | undefined;
  #told: LadderSnapshot | undefined;

  /** Fires after each reading of the guides, whether or not it brought anything new. */
  readonly onDidRead = this.#read.event;
  /** Fires with the ladders when they have been read at first, and when they have changed. */
  readonly onDidChange = this.#changed.event;

  constructor(context: Pick<ExtensionContext, 'extensionUri'>) {
    this.builtIn = new BuiltInGuides(context);
    this.#reader = new GuideReader(this.builtIn);
  }

  /** The ladders as they are now; the first call reads them. Never rejects. */
  get(): Promise<LadderSnapshot> {
    if (this.#current === undefined) {
      this.#listen();
      return this.#replace(this.#search());
    }
    return this.#current;
  }

  /** The ladders if anybody has asked for them yet. */
  peek(): Promise<LadderSnapshot> | undefined {
    return this.#current;
  }

  /** Whether the setting of any folder means this file, told without reading anything. */
  isGuideFile(uri: Uri): boolean {
    return foldersOfWindow().some((one) => readGuideSetting(one).places.some((place) => place.matches(uri)));
  }

  /** Whether a document is a guide: of a ladder that is shown, or a built-in one. */
  async isGuide(uri: Uri): Promise<boolean> {
    const path = uri.toString();
    const { shown } = await this.get();
    return (
      BuiltInGuides.has(uri) || shown.some(({ ladder }) => ladder.guides.some((guide) => guide.path === path))
    );
  }

  dispose(): void {
    this.#isDisposed = true;
    clearTimeout(this.#pending?.timer);
    for (const disposable of [
      ...this.#subscriptions,
      ...this.#watchers,
      this.builtIn,
      this.#read,
      this.#changed,
    ]) {
      disposable.dispose();
    }
  }

  #listen(): void {
    this.#subscriptions.push(
      workspace.onDidChangeConfiguration((event) => {
        if (event.affectsConfiguration(guideSettingName)) {
          this.#later(true, 0);
        }
        if (event.affectsConfiguration('files.encoding')) {
          for (const uri of this.#folders.flatMap(({ files }) => files)) {
            this.#reader.changed(uri);
          }
          this.#later(false, 0);
        }
      }),
      workspace.onDidChangeWorkspaceFolders(() => this.#later(true, 0)),
      workspace.onDidChangeTextDocument(({ document, contentChanges }) => {
        if (contentChanges.length > 0) {
          this.#contentChanged(document.uri, typingPause);
        }
      }),
      // A document may open with what was typed before a reload, and close without saving it; and its line ends
      // are all of one kind, whatever its file has.
      workspace.onDidOpenTextDocument(({ uri }) => this.#contentChanged(uri, 0)),
      workspace.onDidCloseTextDocument(({ uri }) => this.#contentChanged(uri, 0)),
    );
  }

  #contentChanged(uri: Uri, pause: number): void {
    if (this.#isRead(uri)) {
      this.#reader.changed(uri);
      this.#later(false, pause);
    }
  }

  /** Brings the ladders up to date after a pause, many causes at once, which put it off only so long. */
  #later(search: boolean, pause: number): void {
    const also = this.#pending?.search ?? false;
    clearTimeout(this.#pending?.timer);
    this.#pending = {
      search: search || also,
      timer: setTimeout(
        () => {
          const searching = this.#pending?.search ?? true;
          this.#pending = undefined;
          this.#postponement.end();
          const before = this.#current ?? Promise.resolve();
          this.#replace(before.then(() => (searching ? this.#search() : this.#readAll())));
        },
        this.#postponement.next(pause, Date.now()),
      ),
    };
  }

  /** Takes the place of the current ladders; what goes wrong becomes part of the answer. */
  #replace(reading: Promise<LadderSnapshot>): Promise<LadderSnapshot> {
    const next = reading.catch((error: unknown) => nothingRead(error));
    this.#current = next;
    next.then((snapshot) => {
      if (this.#current !== next || this.#isDisposed) {
        return;
      }
      this.#read.fire();
      if (snapshot !== this.#told) {
        this.#told = snapshot;
        this.#changed.fire(snapshot);
      }
    });
    return next;
  }

  async #search(): Promise<LadderSnapshot> {
    const folders = foldersOfWindow().map((folder) => ({ folder, setting: readGuideSetting(folder) }));
    // Watched first: what comes while the search is under way is found by the next one.
    this.#watch(folders);
    this.#folders = await Promise.all(
      folders.map(async ({ folder, setting }) => ({
        folder,
        setting,
        files: await findGuideFiles(setting.places),
      })),
    );
    return this.#readAll();
  }

  /** Watches where guides are sought; what is watched already stays so, or changes would slip by meanwhile. */
  #watch(folders: readonly Omit<FolderGuides, 'files'>[]): void {
    const watched = JSON.stringify(
      folders.map(({ folder, setting }) => [
        folder?.uri.toString(),
        setting.places.map(({ base, pattern }) => [base.toString(), pattern.glob]),
      ]),
    );
    if (watched === this.#watched || this.#isDisposed) {
      return;
    }
    this.#watched = watched;
    for (const watcher of this.#watchers) {
      watcher.dispose();
    }
    this.#watchers = folders.flatMap(({ folder, setting }) =>
      watchGuides(folder, setting, {
        contentChanged: (uri) => this.#contentChanged(uri, 50),
        filesChanged: (uri) => {
          this.#reader.changed(uri);
          this.#later(true, 100);
        },
        isKnown: (uri) => this.#isRead(uri) || this.#hasRead(uri),
      }),
    );
  }

  /** @returns The last snapshot itself where it still says all. */
  async #readAll(): Promise<LadderSnapshot> {
    const snapshot = await this.#snapshot();
    if (this.#last === undefined || !isSame(this.#last, snapshot)) {
      this.#last = snapshot;
    }
    return this.#last;
  }

  async #snapshot(): Promise<LadderSnapshot> {
    const folders = await Promise.all(
      this.#folders.map(async ({ folder, setting, files }) => ({
        folder,
        setting,
        readings: await mapLimited(files, (uri) => this.#reader.read(uri)),
      })),
    );
    const own = folders.flatMap(({ folder, readings }): readonly NamedLadder[] => {
      const guides = readings.flatMap(({ guide }) => guide ?? []);
      const key = folder?.uri.toString() ?? 'window';
      return guides.length === 0
        ? []
        : [{ key, ladder: this.#ladderOf(key, guides), folder, isBuiltIn: false }];
    });
    const failures = folders.flatMap(({ readings }) =>
      readings.filter(({ failure }) => failure !== undefined),
    );
    const usesBuiltIn = own.length === 0 && folders.some(({ setting }) => setting.isDefault);
    const shown = usesBuiltIn ? await this.#builtInLadder() : own;
    this.#reader.keepOnly([
      ...this.#folders.flatMap(({ files }) => files),
      ...(usesBuiltIn ? this.builtIn.uris : []),
    ]);
    const matched = folders.some(({ readings }) => readings.length > 0);
    const malformed = folders.filter(({ setting }) => setting.isMalformed).map(({ folder }) => folder);
    // A value for all folders is meant for those that have such guides.
    const fruitless = folders.flatMap(({ folder, setting, readings }) =>
      folder !== undefined &&
      !setting.isDefault &&
      !setting.isMalformed &&
      readings.every(({ guide, failure }) => guide === undefined && failure === undefined) &&
      inspectGuideSetting(folder)?.workspaceFolderValue !== undefined
        ? [folder]
        : [],
    );
    let ofWindow: NamedLadder | undefined;
    return {
      shown,
      ladderOf: (uri) => {
        const folder = workspace.getWorkspaceFolder(uri)?.uri.toString();
        ofWindow ??= this.#joined(shown);
        return shown.find(({ key }) => key === folder) ?? ofWindow;
      },
      failures,
      malformed,
      fruitless,
      folders: folders.map(({ folder }) => folder),
      emptyReason:
        shown.length > 0
          ? undefined
          : failures.length > 0
            ? 'unreadable'
            : malformed.length > 0
              ? 'malformed'
              : matched
                ? 'noGuide'
                : 'noMatch',
    };
  }

  async #builtInLadder(): Promise<readonly NamedLadder[]> {
    const readings = await Promise.all(this.builtIn.uris.map((uri) => this.#reader.read(uri)));
    const guides = readings.flatMap(({ guide }) => guide ?? []);
    return guides.length === 0
      ? []
      : [
          {
            key: 'built-in',
            ladder: this.#ladderOf('built-in', guides),
            folder: undefined,
            isBuiltIn: true,
          },
        ];
  }

  /** All guides of the window as one ladder, for documents whose folder has none. */
  #joined(ladders: readonly NamedLadder[]): NamedLadder | undefined {
    const [only, ...others] = ladders;
    // Folders may share some.
    const guides = [...new Set(ladders.flatMap(({ ladder }) => ladder.guides))];
    return others.length === 0
      ? only
      : { key: 'window', ladder: this.#ladderOf('window', guides), folder: undefined, isBuiltIn: false };
  }

  #ladderOf(key: string, guides: readonly Guide[]): Ladder {
    const known = this.#ladders.get(key);
    if (
      known?.guides.length === guides.length &&
      known.guides.every((guide, index) => guide === guides[index])
    ) {
      return known.ladder;
    }
    const ladder = buildLadder(guides);
    this.#ladders.set(key, { guides, ladder });
    return ladder;
  }

  #isRead(uri: Uri): boolean {
    const key = uri.toString();
    return this.#folders.some(({ files }) => files.some((file) => file.toString() === key));
  }

  #hasRead(folder: Uri): boolean {
    const start = `${folder.toString()}/`;
    return this.#folders.some(({ files }) => files.some((file) => file.toString().startsWith(start)));
  }
}

/** For what should not happen: the view says it, and everything else goes on without a ladder. */
function nothingRead(error: unknown): LadderSnapshot {
  return {
    shown: [],
    emptyReason: 'unreadable',
    failures: [{ uri: undefined, guide: undefined, failure: String(error) }],
    malformed: [],
    fruitless: [],
    folders: [],
    ladderOf: () => undefined,
  };
}

function isSame(one: LadderSnapshot, other: LadderSnapshot): boolean {
  return (
    wordsOf(one) === wordsOf(other) &&
    one.shown.every(({ ladder }, index) => ladder === other.shown[index]?.ladder)
  );
}

/** All that a snapshot says besides its ladders. */
function wordsOf({ shown, emptyReason, failures, malformed, fruitless, folders }: LadderSnapshot): string {
  return JSON.stringify([
    shown.map(({ key }) => key),
    emptyReason,
    failures.map(({ uri, failure }) => [uri?.toString(), failure]),
    malformed.map((folder) => folder?.uri.toString()),
    fruitless.map((folder) => folder.uri.toString()),
    folders.map((folder) => [folder?.uri.toString(), folder?.name]),
  ]);
}

/** The window's folders; a window without any still has the setting's absolute entries. */
function foldersOfWindow(): readonly (WorkspaceFolder | undefined)[] {
  const folders = workspace.workspaceFolders ?? [];
  return folders.length > 0 ? folders : [undefined];
}

/** The name of a ladder's folder where several ladders are shown, to tell it from the others. */
export function folderAmong(shown: readonly NamedLadder[], { folder }: NamedLadder): string | undefined {
  return shown.length > 1 ? folder?.name : undefined;
}
