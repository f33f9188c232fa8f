import { RelativePattern, type Uri, workspace } from 'vscode';
import { searchGlob } from '../../core/workspace/guidePatterns';
import { searchableSchemes, walkFiles } from '../files/walkFiles';
import type { SearchPlace } from './guideSetting';

/** The files that the setting means, each once, in the order of their URIs. */
export async function findGuideFiles(places: readonly SearchPlace[]): Promise<readonly Uri[]> {
  const found = await Promise.all(places.map(findIn));
  const byName = new Map(found.flat().map((uri) => [uri.toString(), uri]));
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, uri]) => uri);
}

async function findIn(place: SearchPlace): Promise<readonly Uri[]> {
  if (searchableSchemes.has(place.base.scheme)) {
    try {
      const found = await workspace.findFiles(
        new RelativePattern(place.base, searchGlob(place.pattern)),
        '**/node_modules/**',
      );
      return found.filter(place.matches);
    } catch {
      // The search itself can be broken; the folder can still be read.
    }
  }
  return walkFiles(place.base, place.matches);
}
