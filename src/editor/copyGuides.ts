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
  const kept: string[] = [];
  for (const { name, text } of await builtIn.files()) {
    const target = Uri.joinPath(folder.uri, 'guides', name);
    if (await exists(target)) {
      kept.push(name);
    } else {
      await workspace.fs.writeFile(target, new TextEncoder().encode(text));
      copied.push(target);
    }
  }
  const stayed =
    kept.length === 0
      ? ''
      : ` ${listed(kept)} ${kept.length === 1 ? 'was' : 'were'} there already and stayed as ${kept.length === 1 ? 'it is' : 'they are'}.`;
  const [first] = copied;
  if (first === undefined) {
    inform(`Nothing was copied:${stayed}`);
    return;
  }
  const whose = (workspace.workspaceFolders?.length ?? 0) > 1 ? ` of “${folder.name}”` : '';
  const done = `Copied ${copied.length === 1 ? 'one guide' : `${copied.length} guides`} into “guides”${whose}.${stayed}`;
  const isRead = readGuideSetting(folder).places.some(({ matches }) => matches(first));
  // Not awaited: the copying is done, whether or not the message is ever answered.
  if (isRead) {
    offer(done, first);
  } else {
    offer(`${done} The setting “careerLadder.guides” leads elsewhere, so they are not read.`, first, change);
  }
}

const open = 'Open';
const change = 'Change the Setting';

async function offer(message: string, guide: Uri, ...others: readonly string[]): Promise<void> {
  const answer = await inform(message, open, ...others);
  if (answer === open) {
    await attempt('The guide could not be opened', () => window.showTextDocument(guide));
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
