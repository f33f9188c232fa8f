import type { LadderIndex } from '../citations/ladderIndex';
import { readTarget } from '../document/target';
import type { Capability, Level } from '../ladder/model';
import { type Claims, fileName } from './concern';
import type { FileLadder } from './fileLadder';
import { capabilityKeys, key, labelKeys, targetKeys } from './keys';

/** What somebody asks about. */
export interface Subject {
  readonly capabilities: readonly Capability[];
  readonly levels: readonly Level[];
}

/** Claims in two parts: what concerns a subject, and what else there is. */
export interface SplitClaims {
  readonly about: Claims;
  /** undefined for nothing. */
  readonly rest: Claims | undefined;
}

/** Splits what a file claims by a subject. */
export function splitClaims(claims: Claims, subject: Subject, index: LadderIndex): SplitClaims {
  // A level's own name may stand anywhere, and all of its capabilities with it.
  if (subject.levels.length > 0) {
    return { about: claims, rest: undefined };
  }
  const keys = keysAbout(subject);
  const isAbout = (label: string): boolean => labelKeys(label, index).cited.some((one) => keys.has(one));
  const isInto = (guide: string): boolean => keys.has(key('into', guide));
  const { labels, guides } = claims;
  const rest = {
    ...claims,
    labels: labels.filter((label) => !isAbout(label)),
    guides: guides.filter((guide) => !isInto(guide)),
    isOpen: false,
  };
  return {
    about: { ...claims, labels: labels.filter(isAbout), guides: guides.filter(isInto) },
    rest: rest.labels.length + rest.guides.length === 0 ? undefined : rest,
  };
}

/** The keys under which all that concerns a subject is claimed. */
export function keysAbout({ capabilities, levels }: Subject): ReadonlySet<string> {
  const all = [...capabilities, ...levels.flatMap((level) => level.capabilities)];
  return new Set([
    key('any'),
    ...levels.flatMap(({ id, source }) => [
      key('promotion', source.guide.path, id),
      key('stray', source.guide.path, id),
    ]),
    ...all.flatMap((capability) => [
      ...capabilityKeys('cited', capability),
      ...capability.descriptions.map(({ guide }) => key('into', fileName(guide.path))),
    ]),
  ]);
}

/** The keys of what a file claims. */
export function claimKeys(
  { promotion, labels, guides, isOpen }: Claims,
  { index, isBuiltIn }: FileLadder,
): readonly string[] {
  const target = promotion === undefined ? undefined : readTarget(promotion, index);
  // The built-in ladder is nobody's but the promotion documents'.
  return isBuiltIn && target === undefined
    ? []
    : [
        ...(isOpen ? [key('any')] : []),
        ...targetKeys(target),
        ...labels.flatMap((label) => labelKeys(label, index).cited),
        ...guides.map((guide) => key('into', guide)),
      ];
}
