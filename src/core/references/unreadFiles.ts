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

/** Files that may say something of a ladder, by what that is, until somebody asks and they are read. */
export class UnreadFiles {
  readonly #claims = new Map<string, Claims>();
  readonly #filed = new Map<string, Set<string>>();
  readonly #keys = new Map<string, readonly string[]>();
  readonly #unfiled = new Set<string>();
  #ladderOf: (path: string) => FileLadder | undefined;

  constructor(ladderOf: (path: string) => FileLadder | undefined) {
    this.#ladderOf = ladderOf;
  }

  get paths(): readonly string[] {
    return [...this.#claims.keys()];
  }

  add(path: string, claims: Claims): void {
    this.#claims.set(path, claims);
    this.#unfiled.add(path);
  }

  remove(path: string): void {
    for (const one of this.#keys.get(path) ?? []) {
      const files = this.#filed.get(one);
      files?.delete(path);
      if (files?.size === 0) {
        this.#filed.delete(one);
      }
    }
    this.#keys.delete(path);
    this.#claims.delete(path);
    this.#unfiled.delete(path);
  }

  relate(ladderOf: (path: string) => FileLadder | undefined): void {
    this.#ladderOf = ladderOf;
    this.#filed.clear();
    this.#keys.clear();
    for (const path of this.#claims.keys()) {
      this.#unfiled.add(path);
    }
  }

  /** The files that may say something of a subject. */
  of(subject: Subject): readonly string[] {
    for (const path of this.#unfiled) {
      this.#file(path);
    }
    this.#unfiled.clear();
    const keys = [...keysAbout(subject)];
    return [...new Set(keys.flatMap((one) => [...(this.#filed.get(one) ?? [])]))];
  }

  #file(path: string): void {
    const claims = this.#claims.get(path);
    const ladder = this.#ladderOf(path);
    const keys = claims === undefined || ladder === undefined ? [] : keysOf(claims, ladder);
    this.#keys.set(path, keys);
    for (const one of keys) {
      this.#filed.set(one, (this.#filed.get(one) ?? new Set()).add(path));
    }
  }
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

function keysAbout({ capabilities, levels }: Subject): ReadonlySet<string> {
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

function keysOf(
  { promotion, labels, guides, isOpen }: Claims,
  { index, isBuiltIn }: FileLadder,
): readonly string[] {
  const target = promotion === undefined ? undefined : readTarget(promotion, index);
  // The built-in ladder is nobody's but the promotion documents'.
  return isBuiltIn && target === undefined
    ? []
    : [
        ...new Set([
          ...(isOpen ? [key('any')] : []),
          ...targetKeys(target),
          ...labels.flatMap((label) => labelKeys(label, index).cited),
          ...guides.map((guide) => key('into', guide)),
        ]),
      ];
}
