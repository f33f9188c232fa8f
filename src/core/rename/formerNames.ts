import { slug } from 'github-slugger';
import { fragmentOf } from '../citations/guideAnchors';
import { indexOf } from '../citations/ladderIndex';
import type { DocumentModel } from '../document/documentModel';
import { guideTargetOf, readLabelText } from '../document/readCitations';
import type { Guide } from '../guide/model';
import type { Capability, Ladder } from '../ladder/model';
import { nameKey } from '../names';
import { type EntryInText, findEntries } from '../references/entries';
import type { FileLadder } from '../references/fileLadder';
import type { TextEdit } from '../text/textEdit';
import { decodePercent } from '../workspace/filePath';
import { askedIn, gapOf, isSame, labelText } from './renameCapability';

/** What a capability was called before somebody changed its heading by hand. */
export interface FormerName {
  readonly name: string;
  /** The fragment that led to its heading; where nobody knows it, any is meant that GitHub makes of the name. */
  readonly fragment: string | undefined;
}

/** Former names by the guide's path, the capability's level and its name now. */
export type FormerNames = ReadonlyMap<string, readonly FormerName[]>;

/**
 * Follows the names of capabilities from one state of a ladder to the next: where a guide has as many as
 * before and another name stands in one's place, it was renamed. What it was called before that is kept,
 * since a heading is typed letter by letter.
 */
export function followNames(known: FormerNames, before: Ladder, after: Ladder): FormerNames {
  const names = new Map(known);
  for (const guide of after.guides) {
    const old = before.guides.find(({ path }) => path === guide.path);
    if (old !== undefined && old !== guide && old.capabilities.length === guide.capabilities.length) {
      for (const [at, { level, name }] of guide.capabilities.entries()) {
        const was = old.capabilities[at];
        const isRenamed =
          was?.level === level && !hasName(old, level, name) && !hasName(guide, level, was.name);
        const capability = isRenamed ? indexOf(before).capability(level, was.name) : undefined;
        if (was !== undefined && capability !== undefined) {
          const earlier = names.get(keyOf(guide, level, was.name)) ?? [];
          names.delete(keyOf(guide, level, was.name));
          names.set(
            keyOf(guide, level, name),
            [...earlier, { name: was.name, fragment: fragmentOf(capability) }].filter(
              (former) => nameKey(former.name) !== nameKey(name),
            ),
          );
        }
      }
    }
  }
  return names;
}

/** What a capability was called before. */
export function formerNamesOf(
  names: FormerNames,
  { level, name, source }: Capability,
): readonly FormerName[] {
  return names.get(keyOf(source.guide, level, name)) ?? [];
}

/**
 * The edits by which a document calls a capability by its name again, where it uses a former one.
 *
 * @param level The id of the level that the capability had when it had these names.
 */
export function updateNames(
  capability: Capability,
  former: readonly FormerName[],
  document: DocumentModel,
  { index, links }: Pick<FileLadder, 'index' | 'links'>,
  level = capability.level,
): readonly TextEdit[] {
  const names = new Set(former.map(({ name }) => nameKey(name)));
  const fragments = new Set(former.flatMap((one) => one.fragment ?? []));
  const slugs = new Set(former.filter((one) => one.fragment === undefined).map(({ name }) => slug(name)));
  const isFormer = (written: string): boolean => {
    const plain = decodePercent(written).toLowerCase();
    return fragments.has(plain) || slugs.has(plain.replace(/^\d+-+/u, ''));
  };
  const asked = askedIn(document, index);
  const isAsked = asked.some((one) => isSame(one, capability));
  const isGap = (name: string): boolean =>
    isAsked &&
    // What takes the place of a capability that is gone may not be missing because that was.
    former.some((one) => one.fragment !== undefined && nameKey(one.name) === nameKey(name)) &&
    !asked.some((one) => nameKey(one.name) === nameKey(name));
  const fragment = fragmentOf(capability);
  return findEntries(document, index, links).flatMap((entry: EntryInText): readonly TextEdit[] => {
    if (entry.kind === 'bracket' || entry.kind === 'label') {
      const cited = readLabelText(entry.text, index);
      return cited?.meaning.kind === 'unknownCapability' &&
        cited.meaning.level?.id === level &&
        names.has(nameKey(cited.name.text))
        ? [
            ...(level === capability.level || entry.level === undefined
              ? []
              : [{ range: entry.level, text: labelText(capability.level, entry) }]),
            { range: entry.name, text: labelText(capability.name, entry) },
          ]
        : [];
    }
    if (entry.kind === 'gap') {
      const edit = isGap(entry.text) ? gapOf(capability.name, entry, document) : undefined;
      return edit === undefined ? [] : [edit];
    }
    const target = entry.kind === 'promotion' ? undefined : guideTargetOf(entry.text, links);
    return target?.anchor.kind === 'unknown' &&
      target.guide.path === capability.source.guide.path &&
      isFormer(target.fragment) &&
      fragment !== undefined &&
      entry.name !== entry.range
      ? [{ range: entry.name, text: fragment }]
      : [];
  });
}

function hasName({ capabilities }: Guide, level: string, name: string): boolean {
  return capabilities.some((one) => one.level === level && nameKey(one.name) === nameKey(name));
}

function keyOf({ path }: Guide, level: string, name: string): string {
  return [path, level, nameKey(name)].join('\n');
}
