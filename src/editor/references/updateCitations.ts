import { Uri, WorkspaceEdit } from 'vscode';
import type { Capability } from '../../core/ladder/model';
import { type FormerName, updateNames } from '../../core/rename/formerNames';
import { addEdits } from '../positions';
import { writeInFiles } from '../writeInFiles';
import { readCitingDocuments } from './citingDocuments';
import type { References } from './references';

/**
 * Makes the documents that cite other names cite a capability, as one edit.
 *
 * @param citedLevel The id of the level whose capabilities these names are meant to be.
 * @returns Whether there was any such document.
 */
export async function updateCitations(
  capability: Capability,
  former: readonly FormerName[],
  references: References,
  citedLevel = capability.level,
): Promise<boolean> {
  const edit = new WorkspaceEdit();
  const { guide } = capability.source;
  const level = references.ladderOf(guide.path)?.index.level(citedLevel);
  const index = await references.get({
    capabilities: [capability],
    levels: level === undefined ? [] : [level],
  });
  const strays = level === undefined ? [] : former.map(({ name }) => index.strayCitationsOf(level, name));
  // A promotion document may name it in a gap that is meant, and nowhere else.
  const promotions = level === undefined ? [] : [index.promotionsTo(level)];
  const found = [...strays, index.linksInto(guide), ...promotions];
  const paths = new Set(found.flatMap((byFile) => [...byFile.keys()]));
  for (const { path, document, ladder } of await readCitingDocuments(paths, references)) {
    const edits = updateNames(capability, former, document, ladder, citedLevel);
    addEdits(edit, Uri.parse(path, true), edits, document.source);
  }
  if (edit.size > 0) {
    await writeInFiles(
      edit,
      former.map(({ name }) => name),
    );
  }
  return edit.size > 0;
}
