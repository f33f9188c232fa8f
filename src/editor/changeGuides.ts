import { commands, type Disposable, Selection, Uri, type WorkspaceFolder, window, workspace } from 'vscode';
import { guideSettingName, inspectGuideSetting, readGuideSetting } from './guides/guideSetting';
import type { Ladders } from './guides/ladders';
import { attempt } from './messages';

/**
 * Registers `careerLadder.changeGuides`: opens the setting `careerLadder.guides` where its value stands, first
 * of all one that leads nowhere.
 */
export function registerChangeGuides(ladders: Ladders): Disposable {
  return commands.registerCommand('careerLadder.changeGuides', () =>
    attempt('The setting could not be opened', async () => openSetting((await ladders.get()).fruitless)),
  );
}

async function openSetting(fruitless: readonly WorkspaceFolder[]): Promise<void> {
  const { workspaceFile, workspaceFolders = [] } = workspace;
  // Without a workspace file the settings of the only folder are those of the workspace.
  const own =
    workspaceFile === undefined
      ? []
      : workspaceFolders.filter((one) => inspectGuideSetting(one)?.workspaceFolderValue !== undefined);
  const leadsNowhere = ({ uri }: WorkspaceFolder): boolean =>
    fruitless.some((one) => one.uri.toString() === uri.toString());
  const folder = own.find((one) => readGuideSetting(one).isMalformed) ?? own.find(leadsNowhere) ?? own[0];
  if (folder !== undefined) {
    await openSettingOf(folder);
    return;
  }
  const isWorkspaces = inspectGuideSetting(workspaceFolders[0])?.workspaceValue !== undefined;
  await commands.executeCommand(
    isWorkspaces ? 'workbench.action.openWorkspaceSettings' : 'workbench.action.openSettings',
    guideSettingName,
  );
}

/** Opens the file itself: VS Code's editor of settings would ask which of the folders is meant. */
async function openSettingOf({ uri }: WorkspaceFolder): Promise<void> {
  const document = await workspace.openTextDocument(Uri.joinPath(uri, '.vscode', 'settings.json'));
  const name = `"${guideSettingName}"`;
  const offset = Math.max(0, document.getText().indexOf(name));
  const editor = await window.showTextDocument(document);
  editor.selection = new Selection(document.positionAt(offset), document.positionAt(offset + name.length));
  editor.revealRange(editor.selection);
}
