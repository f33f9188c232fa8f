import { FileType, RelativePattern, Uri, workspace } from 'vscode';
import type { GuidePlaces } from './guideSetting';

/** Schemes that VS Code can search; asked for files of another, it may wait for an answer for ever. */
const searchable = new Set(['file', 'vscode-remote']);

/** The files that the setting means, each once, in no particular order. */
export async function findGuideFiles(places: readonly GuidePlaces[]): Promise<readonly Uri[]> {
  const found = await Promise.all(places.map(findIn));
  return [...new Map(found.flat().map((uri) => [uri.toString(), uri])).values()];
}

async function findIn(place: GuidePlaces): Promise<readonly Uri[]> {
  if (searchable.has(place.base.scheme)) {
    try {
      const found = await workspace.findFiles(new RelativePattern(place.base, place.pattern.glob));
      return found.filter(place.matches);
    } catch {
      // The search itself can be broken; the folder can still be read.
    }
  }
  return walk(place, place.base);
}

async function walk(place: GuidePlaces, folder: Uri): Promise<readonly Uri[]> {
  let entries: readonly [string, FileType][];
  try {
    entries = await workspace.fs.readDirectory(folder);
  } catch {
    return [];
  }
  const nested = await Promise.all(
    entries.map(async ([name, type]) => {
      const uri = Uri.joinPath(folder, name);
      if ((type & FileType.Directory) !== 0) {
        // A linked folder may lead back to where it stands.
        const skipped = (type & FileType.SymbolicLink) !== 0 || name === 'node_modules' || name === '.git';
        return skipped ? [] : walk(place, uri);
      }
      return place.matches(uri) ? [uri] : [];
    }),
  );
  return nested.flat();
}
