import { Uri, WorkspaceEdit, workspace } from 'vscode';
import { parseDocument } from '../../core/document/parseDocument';
import { readDocument } from '../../core/document/readDocument';
import type { Capability } from '../../core/ladder/model';
import { type FormerName, updateNames } from '../../core/rename/formerNames';
import { toRange } from '../positions';
import type { References } from './references';

/**
 * Makes the documents that cite other names cite a capability, as one edit.
 *
 * @returns Whether there was any.
 */
export async function updateCitations(
  capability: Capability,
  former: readonly FormerName[],
  references: References,
): Promise<boolean> {
  const edit = new WorkspaceEdit();
  const { guide } = capability.source;
  const level = references.ladderOf(guide.path)?.index.level(capability.level);
  const index = await references.get({
    capabilities: [capability],
    levels: level === undefined ? [] : [level],
  });
  const strays = level === undefined ? [] : former.map(({ name }) => index.strayCitationsOf(level, name));
  const paths = new Set([...strays, index.linksInto(guide)].flatMap((byFile) => [...byFile.keys()]));
  for (const path of paths) {
    const text = await references.textOf(path);
    const ladder = references.ladderOf(path);
    if (text !== undefined && ladder !== undefined) {
      const document = readDocument(parseDocument(text, ladder.index.levels));
      for (const { range, text: put } of updateNames(capability, former, document, ladder)) {
        edit.replace(Uri.parse(path, true), toRange(document.source, range), put);
      }
    }
  }
  return edit.size > 0 && workspace.applyEdit(edit, { isRefactoring: true });
}
