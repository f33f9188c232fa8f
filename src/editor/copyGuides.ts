import {
  commands,
  type Disposable,
  FileSystemError,
  Uri,
  type WorkspaceFolder,
  window,
  workspace,
} from 'vscode';
import { listed } from '../core/text/listed';
import type { BuiltInGuides } from './guides/builtInGuides';
import { readGuideSetting } from './guides/guideSetting';
import type { Ladders } from './guides/ladders';
import { attempt, inform } from './messages';

/** Registers `careerLadder.copyGuides`: the built-in guides into the workspace, to make them one's own. */
export function registerCopyGuides({ builtIn }: Ladders): Disposable {
  return commands.registerCommand('careerLadder.copyGuides', async () => {
    const folder = await targetFolder();
    if (folder !== undefined) {
      await attempt('The guides could not be copied', () => copyInto(folder, builtIn));
    }
  });
}

async function targetFolder(): Promise<WorkspaceFolder | undefined> {
  const [only, ...others] = workspace.workspaceFolders ?? [];
  if (only === undefined) {
    const openFolder = 'Open Folder…';
    const answer = await inform('Open a folder first: the guides are copied into it.', openFolder);
    if (answer === openFolder) {
      await commands.executeCommand('workbench.action.files.openFolder');
    }
    return undefined;
  }
  return others.length === 0
    ? only
    : window.showWorkspaceFolderPick({ placeHolder: 'The folder to copy the built-in guides into' });
}

async function copyInto(folder: WorkspaceFolder, builtIn: BuiltInGuides): Promise<void> {
  const copied: Uri[] = [];
  const kept: Uri[] = [];
  for (const { name, text } of await builtIn.files()) {
    const target = Uri.joinPath(folder.uri, 'guides', name);
    if (await exists(target)) {
      kept.push(target);
    } else {
      await workspace.fs.writeFile(target, new TextEncoder().encode(text));
      copied.push(target);
    }
  }
  const whose = (workspace.workspaceFolders?.length ?? 0) > 1 ? ` of “${folder.name}”` : '';
  const done =
    copied.length === 0
      ? 'Nothing was copied:'
      : `Copied ${copied.length === 1 ? 'one guide' : `${copied.length} guides`} into “guides”${whose}.`;
  const stayed =
    kept.length === 0
      ? ''
      : ` ${listed(kept.map(({ path }) => path.split('/').at(-1) ?? ''))} ${kept.length === 1 ? 'was' : 'were'} there already and stayed as ${kept.length === 1 ? 'it is' : 'they are'}.`;
  const { places } = readGuideSetting(folder);
  const isRead = [...copied, ...kept].some((uri) => places.some(({ matches }) => matches(uri)));
  // Not awaited: the copying is done, whether or not the message is ever answered.
  tell(`${done}${stayed}`, copied[0], isRead);
}

/** Tells what was copied and, where the setting does not mean these guides, that they are not read. */
async function tell(done: string, first: Uri | undefined, isRead: boolean): Promise<void> {
  const open = 'Open';
  const change = 'Change the Setting';
  const answer = await inform(
    isRead ? done : `${done} The setting “careerLadder.guides” leads elsewhere, so they are not read.`,
    ...(first === undefined ? [] : [open]),
    ...(isRead ? [] : [change]),
  );
  if (first !== undefined && answer === open) {
    await attempt('The guide could not be opened', () => window.showTextDocument(first));
  } else if (answer === change) {
    await commands.executeCommand('careerLadder.changeGuides');
  }
}

async function exists(uri: Uri): Promise<boolean> {
  try {
    await workspace.fs.stat(uri);
    return true;
  } catch (error) {
    if (error instanceof FileSystemError && error.code === 'FileNotFound') {
      return false;
    }
    throw error;
  }
}
