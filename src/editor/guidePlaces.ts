import { type Command, Location, Uri, workspace } from 'vscode';
import type { Guide, GuidePlace } from '../core/guide/model';
import { toRange } from './positions';

/** Where a guide describes something. */
export function locationOf({ guide, range }: GuidePlace): Location {
  return new Location(Uri.parse(guide.path, true), toRange(guide.source, range));
}

/**
 * The command that opens a guide with the first line of a place selected. It is VS Code's own, which a
 * tree calls as its users know it: a click keeps the focus in the tree, Enter moves it, a double click
 * keeps the editor.
 */
export function openGuideCommand({ guide, range }: GuidePlace): Command {
  const line = guide.source.lineAt(range.start);
  return {
    command: 'vscode.open',
    title: 'Open Guide',
    arguments: [Uri.parse(guide.path, true), { selection: toRange(guide.source, line), preview: true }],
  };
}

/** For a command's argument: the folder that a guide stands in, where the window has several. */
export function folderArgument({ path }: Guide): { readonly folder?: string } {
  const isOnly = (workspace.workspaceFolders?.length ?? 0) < 2;
  const folder = isOnly ? undefined : workspace.getWorkspaceFolder(Uri.parse(path, true));
  return folder === undefined ? {} : { folder: folder.uri.toString() };
}
