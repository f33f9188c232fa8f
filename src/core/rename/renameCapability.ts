import { escapeLabel } from '../citations/escapeLabel';
import { headingAt } from '../citations/guideAnchors';
import { noGuideLinks } from '../citations/guideLinks';
import { indexOf, type LadderIndex } from '../citations/ladderIndex';
import { citedCapability } from '../document/citation';
import { isArgument } from '../document/disables';
import type { DocumentModel } from '../document/documentModel';
import { parseDocument } from '../document/parseDocument';
import { guideTargetOf, readCitations, readLabelText } from '../document/readCitations';
import { readDocument } from '../document/readDocument';
import { readTarget } from '../document/target';
import { groupBy } from '../groupBy';
import { buildLadder } from '../ladder/buildLadder';
import type { Capability } from '../ladder/model';
import { collapse } from '../markdown/plainText';
import { nameKey } from '../names';
import { type EntryInText, findEntries } from '../references/entries';
import type { FileLadder } from '../references/fileLadder';
import type { TextEdit } from '../text/textEdit';
import { type GuideRename, renameInGuide } from './renameInGuide';

/** A capability's new name and what comes of it, or why it cannot be. */
export type Rename =
  | Refusal
  | {
      readonly kind: 'rename';
      readonly capability: Capability;
      /** The name, white space tidied. */
      readonly name: string;
      readonly guides: readonly GuideRename[];
    };

/** Why a capability keeps its name. */
export interface Refusal {
  readonly kind: 'refused';
  readonly reason: string;
  /** Whether it would go once the built-in guides are copied. */
  readonly isBuiltIn: boolean;
}

/** Plans to give a capability another name, in every guide that describes it. */
export function renameCapability(
  capability: Capability,
  newName: string,
  index: LadderIndex,
  isBuiltIn: boolean,
): Rename {
  const { level, descriptions } = capability;
  const name = collapse(newName);
  const taken = index.capability(level, name);
  if (isBuiltIn) {
    return {
      kind: 'refused',
      reason: 'The built-in guides cannot be changed. Copy them into the workspace first.',
      isBuiltIn: true,
    };
  }
  if (nameKey(name) === '') {
    return refused('A capability needs a name.');
  }
  if (taken !== undefined && !isSame(taken, capability)) {
    return refused(`${level} already has a capability “${taken.name}”. Choose another name.`);
  }
  const guides = [...groupBy(descriptions, ({ guide }) => guide)].map(([guide, own]) =>
    renameInGuide(
      guide,
      own.map((description) => description.capability),
      name,
    ),
  );
  const renamed = guides.filter((guide) => guide !== undefined);
  if (renamed.length < guides.length) {
    return refused(
      `The guide would not be read with “${name}” for the name of this capability. Choose another name, or change the guide by hand.`,
    );
  }
  return isCitable(capability, name, index, renamed)
    ? { kind: 'rename', capability, name, guides: renamed }
    : refused(
        `“${name}” cannot be told from the citation of another capability or of a signal. Choose another name.`,
      );
}

/**
 * The edits that a rename takes in one file, the guides among them.
 *
 * @param path The file's path or URI.
 * @param document Parsed with the names of the ladder's levels.
 */
export function renameInFile(
  rename: Rename & { readonly kind: 'rename' },
  path: string,
  document: DocumentModel,
  { index, links }: Pick<FileLadder, 'index' | 'links'>,
): readonly TextEdit[] {
  const own = rename.guides.find(({ guide }) => guide.path === path)?.edits ?? [];
  return [
    ...own,
    ...findEntries(document, index, links)
      .flatMap((entry) => editOf(entry, rename, document, { index, links }) ?? [])
      // A heading that is itself a link is changed by its own edit.
      .filter(({ range }) =>
        own.every((edit) => range.end <= edit.range.start || range.start >= edit.range.end),
      ),
  ];
}

function editOf(
  entry: EntryInText,
  { capability, name, guides }: Rename & { readonly kind: 'rename' },
  document: DocumentModel,
  { index, links }: Pick<FileLadder, 'index' | 'links'>,
): TextEdit | undefined {
  switch (entry.kind) {
    case 'promotion':
      return undefined;
    case 'bracket':
    case 'label': {
      const label = readLabelText(entry.text, index);
      const cited = label && citedCapability(label);
      return cited && isSame(cited, capability)
        ? { range: entry.name, text: labelText(name, entry) }
        : undefined;
    }
    case 'gap':
      return nameKey(entry.text) === nameKey(capability.name) &&
        askedIn(document, index).some((one) => isSame(one, capability))
        ? gapOf(name, entry, document)
        : undefined;
    default: {
      const target = guideTargetOf(entry.text, links);
      const start = target && headingAt(target.guide, target.fragment);
      const fragment =
        start === undefined
          ? undefined
          : guides.find(({ guide }) => guide === target?.guide)?.fragments.get(start);
      // Where the fragment cannot be told within the destination, all of that is written anew.
      const lead = entry.name === entry.range ? entry.text.slice(0, entry.text.indexOf('#') + 1) : '';
      return fragment === undefined ? undefined : { range: entry.name, text: lead + fragment };
    }
  }
}

/** Ladders that share a guide have its capabilities in common. */
export function isSame(one: Capability, other: Capability): boolean {
  return (
    one === other ||
    one.descriptions.some(({ capability }) =>
      other.descriptions.some((description) => description.capability === capability),
    )
  );
}

/** What a promotion document is asked for. */
export function askedIn({ frontMatter }: DocumentModel, index: LadderIndex): readonly Capability[] {
  return readTarget(frontMatter?.promotion?.text ?? '', index)?.capabilities ?? [];
}

/** The edit by which a gap that is meant goes by another name; undefined for one that cannot stand there. */
export function gapOf(name: string, { range }: EntryInText, document: DocumentModel): TextEdit | undefined {
  const isInFrontMatter = range.end <= (document.frontMatter?.range.end ?? 0);
  return isArgument(name, isInFrontMatter) ? { range, text: name } : undefined;
}

/** A name as it is written in a label, so that nothing in it ends the label, binds tighter or begins a block. */
export function labelText(name: string, { isInTable }: Pick<EntryInText, 'isInTable'>): string {
  return (
    escapeLabel(name, isInTable)
      .replaceAll('<', '\\<')
      // The label may go on in a new line just before the name.
      .replace(/^[#>+=-]/u, '\\$&')
      .replace(/^(\d{1,9})(?=[.)](?: |$))/u, '$1\\')
  );
}

/** Whether citations of the capability and its signals, and of all others, will mean what they mean now. */
function isCitable(
  { level, signals, name: oldName }: Capability,
  name: string,
  index: LadderIndex,
  renamed: readonly GuideRename[],
): boolean {
  const { ladder } = index;
  // Whether or not the other one has that many signals today.
  const base = /^(.*\S)\s*#\d*$/u.exec(name)?.[1];
  if (base !== undefined && index.capability(level, base) !== undefined) {
    return false;
  }
  const guides = ladder.guides.map((guide) => renamed.find((one) => one.guide === guide)?.renamed ?? guide);
  const after = indexOf(buildLadder(guides));
  const others = (ladder.levels.find(({ id }) => id === level)?.capabilities ?? []).filter(
    (other) => other.name !== oldName,
  );
  const wanted = [
    ...labelsOf({ name, signals }, labelText(name, { isInTable: false })),
    // A name that makes its own citation ambiguous does so before as after.
    ...others
      .flatMap((other) => labelsOf(other, escapeLabel(other.name, false)))
      .filter((one) => isReadAs(one, level, index)),
  ];
  return wanted.every((one) => isReadAs(one, level, after));
}

interface WantedLabel {
  readonly name: string;
  readonly signal: number | undefined;
  readonly text: string;
}

function labelsOf(
  { name, signals }: Pick<Capability, 'name' | 'signals'>,
  text: string,
): readonly WantedLabel[] {
  return [
    { name, signal: undefined, text },
    ...signals.map((_, at) => ({ name, signal: at + 1, text: `${text} #${at + 1}` })),
  ];
}

function isReadAs({ name, signal, text }: WantedLabel, level: string, index: LadderIndex): boolean {
  const [citation] = readCitations(
    readDocument(parseDocument(`[${level}: ${text}]`, index.levels)),
    index,
    noGuideLinks,
  );
  return (
    citation?.meaning.kind === 'capability' &&
    citation.meaning.capability.level === level &&
    citation.meaning.capability.name === name &&
    citation.meaning.signal === signal
  );
}

export function refused(reason: string): Refusal {
  return { kind: 'refused', reason, isBuiltIn: false };
}
