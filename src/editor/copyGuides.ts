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
    const open = 'Open Folder…';
    const answer = await inform('Open a folder first: the guides are copied into it.', open);
    if (answer === open) {
      await commands.executeCommand('workbench.action.files.openFolder');
    }
    return undefined;
  }
  return others.length === 0
    ? only
    : window.showWorkspaceFolderPick({ placeHolder: 'The folder to copy the built-in guides into' });
}

async function copyInto({ uri, name: folderName }: WorkspaceFolder, builtIn: BuiltInGuides): Promise<void> {
  const copied: Uri[] = [];
  const kept: string[] = [];
  for (const { name, text } of await builtIn.files()) {
    const target = Uri.joinPath(uri, 'guides', name);
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
  const whose = (workspace.workspaceFolders?.length ?? 0) > 1 ? ` of “${folderName}”` : '';
  // Not awaited: the copying is done, whether or not the message is ever answered.
  offerToOpen(
    first,
    `Copied ${copied.length === 1 ? 'one guide' : `${copied.length} guides`} into “guides”${whose}.${stayed}`,
  );
}

async function offerToOpen(guide: Uri, message: string): Promise<void> {
  const open = 'Open';
  if ((await inform(message, open)) === open) {
    await attempt('The guide could not be opened', () => window.showTextDocument(guide));
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
