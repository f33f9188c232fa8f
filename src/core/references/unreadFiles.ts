import { readTarget } from '../document/target';
import type { Capability, Level } from '../ladder/model';
import { type Claims, fileName } from './concern';
import { capabilityKeys, key, labelKeys, targetKeys } from './keys';
import type { FileLadder } from './referenceIndex';

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

  has(path: string): boolean {
    return this.#claims.has(path);
  }

  add(path: string, claims: Claims): void {
    this.#claims.set(path, claims);
    this.#unfiled.add(path);
  }

  remove(path: string): void {
    for (const one of this.#keys.get(path) ?? []) {
      this.#filed.get(one)?.delete(path);
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
  of({ capabilities, levels }: Subject): readonly string[] {
    for (const path of this.#unfiled) {
      this.#file(path);
    }
    this.#unfiled.clear();
    const all = [...capabilities, ...levels.flatMap((level) => level.capabilities)];
    const keys = new Set([
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
    return [...new Set([...keys].flatMap((one) => [...(this.#filed.get(one) ?? [])]))];
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
