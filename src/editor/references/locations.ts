import { Location, Range, Uri } from 'vscode';
import type { Capability, Level } from '../../core/ladder/model';
import type { Place } from '../../core/references/entries';
import type { EntriesByFile, ReferenceIndex } from '../../core/references/referenceIndex';

/** Where a capability is cited, by file and position. */
export function citationsOf(capability: Capability, index: ReferenceIndex): readonly Location[] {
  return locationsOf([index.citationsOf(capability)]);
}

/** Where any capability of a level is cited, and the promotion documents that lead to it. */
export function referencesTo(level: Level, index: ReferenceIndex): readonly Location[] {
  return locationsOf([
    index.promotionsTo(level),
    ...level.capabilities.map((capability) => index.citationsOf(capability)),
  ]);
}

export function locationsOf(found: readonly EntriesByFile[]): readonly Location[] {
  return found
    .flatMap((byFile) => [...byFile])
    .flatMap(([path, entries]) => {
      const uri = Uri.parse(path, true);
      return entries.map((entry) => ({ path, location: new Location(uri, rangeOf(entry)) }));
    })
    .sort((a, b) =>
      a.path === b.path ? a.location.range.start.compareTo(b.location.range.start) : a.path < b.path ? -1 : 1,
    )
    .map(({ location }) => location);
}

function rangeOf({ line, column, endLine, endColumn }: Place): Range {
  return new Range(line, column, endLine, endColumn);
}
