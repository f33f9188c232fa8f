import { type Disposable, RelativePattern, type Uri, type WorkspaceFolder, workspace } from 'vscode';
import { pathBelow } from '../../core/workspace/filePath';
import { isFolder } from '../files/isFolder';
import { mayBeFolder } from '../files/paths';
import type { GuideSetting, SearchPlace } from './guideSetting';

export interface GuideEvents {
  /** A guide file's content may have changed. */
  readonly contentChanged: (uri: Uri) => void;
  /** Guide files may have come or gone. */
  readonly filesChanged: (uri: Uri) => void;
  /** Whether it is a file that was found before, or a folder with one. */
  readonly isKnown: (uri: Uri) => boolean;
}

/**
 * Watches the places of guides. The folders on the way to them are watched too: when one is created,
 * renamed or deleted, VS Code tells of the folder alone and not of the files in it.
 */
export function watchGuides(
  folder: WorkspaceFolder | undefined,
  { places }: GuideSetting,
  events: GuideEvents,
): readonly Disposable[] {
  return places.flatMap((place) => {
    const { start, glob } = watched(folder, place);
    const watcher = workspace.createFileSystemWatcher(new RelativePattern(start, glob));
    const came = async (uri: Uri): Promise<void> => {
      if (place.matches(uri) || leadsTo(uri, place) || (mayBeFolder(uri) && (await isFolder(uri)))) {
        events.filesChanged(uri);
      }
    };
    const went = (uri: Uri): void => {
      if (events.isKnown(uri)) {
        events.filesChanged(uri);
      }
    };
    return [
      watcher,
      watcher.onDidChange(events.contentChanged),
      watcher.onDidCreate(came),
      watcher.onDidDelete(went),
    ];
  });
}

/** Whether it is the folder of a place, or one on the way there. */
function leadsTo({ path }: Uri, { base }: SearchPlace): boolean {
  return pathBelow(path, `${base.path}/`) !== undefined;
}

/** From where, and for what, to watch a place: inside a workspace folder, every folder on the way counts. */
function watched(folder: WorkspaceFolder | undefined, { base }: SearchPlace): { start: Uri; glob: string } {
  const path = folder && pathBelow(folder.uri.path, base.path);
  if (folder === undefined || path === undefined) {
    return { start: base, glob: '**' };
  }
  const steps = path.split('/').filter((step) => step !== '');
  const ancestors = steps.map((_, index) => escapeGlob(steps.slice(0, index + 1).join('/')));
  const whole = ancestors.at(-1);
  return whole === undefined
    ? { start: folder.uri, glob: '**' }
    : { start: folder.uri, glob: `{${[...ancestors, `${whole}/**`].join(',')}}` };
}

function escapeGlob(path: string): string {
  return path.replace(/[[\]{}*?,]/gu, '[$&]');
}
