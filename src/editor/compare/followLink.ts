import { commands, Uri, type ViewColumn, workspace } from 'vscode';
import { headingAt } from '../../core/citations/guideAnchors';
import type { Guide } from '../../core/guide/model';
import { isRelative } from '../../core/html/markedHtml';
import { SourceText } from '../../core/text/sourceText';
import { decodePercent } from '../../core/workspace/filePath';
import { inform } from '../messages';
import { toRange } from '../positions';

/**
 * Opens the file of the workspace that a guide links to, at the heading that the link names.
 *
 * @param url The link's address as the guide writes it: a path, from the guide or, behind `/`, from its folder.
 */
export async function followLink({ path }: Guide, url: string, viewColumn: ViewColumn): Promise<void> {
  const guide = Uri.parse(path, true);
  const [, file = '', fragment = ''] = /^([^?#]*)[^#]*#?(.*)$/su.exec(url) ?? [];
  const folder = workspace.getWorkspaceFolder(guide)?.uri;
  const from = file.startsWith('/') ? folder : Uri.joinPath(guide, '..');
  const target = file === '' ? guide : from && Uri.joinPath(from, decodePercent(file));
  const isWithin =
    target !== undefined && (file === '' || workspace.getWorkspaceFolder(target) !== undefined);
  if (!isRelative(url) || !isWithin) {
    inform(`“${url}” leads out of the workspace.`);
    return;
  }
  const selection = await headingIn(target, fragment);
  await commands.executeCommand('vscode.open', target, { viewColumn, ...(selection && { selection }) });
}

async function headingIn(target: Uri, fragment: string): Promise<ReturnType<typeof toRange> | undefined> {
  if (fragment === '' || !/\.(?:md|markdown)$/iu.test(target.path)) {
    return undefined;
  }
  try {
    const source = new SourceText((await workspace.openTextDocument(target)).getText());
    const start = headingAt({ source }, fragment);
    return start === undefined ? undefined : toRange(source, { start, end: start });
  } catch {
    // What is not there is told by VS Code when it opens it.
    return undefined;
  }
}
