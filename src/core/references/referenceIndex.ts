import { guideTargetOf } from '../document/readCitations';
import { readTarget } from '../document/target';
import type { Guide } from '../guide/model';
import type { Capability, Level } from '../ladder/model';
import { nameKey } from '../names';
import { copied } from '../text/copied';
import type { Claims } from './concern';
import type { Entry } from './entries';
import type { FileLadder } from './fileLadder';
import { FilesByKey } from './filesByKey';
import { capabilityKeys, key, labelKeys, targetKeys } from './keys';
import { claimKeys, keysAbout, type Subject } from './subject';

/** Entries by the path of the file they stand in. */
export type EntriesByFile = ReadonlyMap<string, readonly Entry[]>;

/**
 * Who cites what: the entries of all files, by what they mean in the ladder. After a change of the ladder
 * the entries are looked up anew, and no file is read.
 */
export class ReferenceIndex {
  readonly #read = new FilesByKey((entries: readonly Entry[], path) => {
    const ladder = this.#ladderOf(path);
    return ladder === undefined ? new Map() : entriesByKey(entries, ladder);
  });
  /** What files claim that has not been read. */
  readonly #unread = new FilesByKey((claims: Claims, path) => {
    const ladder = this.#ladderOf(path);
    return new Map((ladder === undefined ? [] : claimKeys(claims, ladder)).map((one) => [one, claims]));
  });
  #ladderOf: (path: string) => FileLadder | undefined;

  constructor(ladderOf: (path: string) => FileLadder | undefined) {
    this.#ladderOf = ladderOf;
  }

  /** The paths of the files that say something of a ladder. */
  get paths(): readonly string[] {
    return [...new Set([...this.#read.paths, ...this.#unread.paths])];
  }

  /** Whether a file's entries have been put in, be it some of them. */
  isBegun(path: string): boolean {
    return this.#read.has(path);
  }

  /** Takes what a file says at the most. It is found only once its entries are put in, when they are asked for. */
  claim(path: string, claims: Claims): void {
    this.put(path, [], claims);
  }

  /** The files that have still to be put in before all that concerns a subject is found. */
  unreadOf(subject: Subject): readonly string[] {
    const found = [...keysAbout(subject)].flatMap((one) => [...this.#unread.under(one).keys()]);
    return [...new Set(found)];
  }

  /**
   * Takes a file's entries in place of what was known of it.
   *
   * @param rest What it claims besides these.
   */
  put(path: string, entries: readonly Entry[], rest?: Claims): void {
    this.remove(path);
    if (rest !== undefined) {
      this.#unread.put(path, rest);
    }
    if (entries.length > 0) {
      this.#read.put(
        path,
        entries.map((entry) => ({ ...entry, text: copied(entry.text) })),
      );
    }
  }

  remove(path: string): void {
    this.#read.remove(path);
    this.#unread.remove(path);
  }

  /** Looks everything up in other ladders from here on. */
  relate(ladderOf: (path: string) => FileLadder | undefined): void {
    this.#ladderOf = ladderOf;
    this.#read.refile();
    this.#unread.refile();
  }

  /** The citations of a capability. */
  citationsOf(capability: Capability): EntriesByFile {
    return this.#under(capabilityKeys('cited', capability));
  }

  /** The places that name a capability without citing it: labels of definitions, gaps that are meant. */
  namesOf(capability: Capability): EntriesByFile {
    return this.#under(capabilityKeys('named', capability));
  }

  /** The promotion documents whose target includes a level, by the value of `promotion:`. */
  promotionsTo({ id, source }: Level): EntriesByFile {
    return this.#under([key('promotion', source.guide.path, id)]);
  }

  /** The citations that name a capability of a level which the level does not have. */
  strayCitations({ id, source }: Level): EntriesByFile {
    return this.#under([key('stray', source.guide.path, id)]);
  }

  /** The citations of a name that its level does not have. */
  strayCitationsOf({ id, source }: Level, name: string): EntriesByFile {
    return this.#under([key('stray', source.guide.path, id, nameKey(name))]);
  }

  /** Every link, definition and HTML link to a place in a guide. */
  linksInto(guide: Guide): EntriesByFile {
    return this.#under([key('link', guide.path)]);
  }

  /** The files that name a capability in any way, or link to a place in a guide that describes it. */
  filesNaming(capability: Capability): readonly string[] {
    const found = [
      this.citationsOf(capability),
      this.namesOf(capability),
      ...capability.descriptions.map(({ guide }) => this.linksInto(guide)),
    ];
    return [...new Set(found.flatMap((byFile) => [...byFile.keys()]))];
  }

  #under(keys: readonly string[]): EntriesByFile {
    const [first, ...others] = keys.map((one) => this.#read.under(one)).filter(({ size }) => size > 0);
    if (first === undefined || others.length === 0) {
      return first ?? new Map();
    }
    const found = new Map(first);
    for (const [path, entries] of others.flatMap((other) => [...other])) {
      found.set(path, [...new Set([...(found.get(path) ?? []), ...entries])]);
    }
    return found;
  }
}

function entriesByKey(entries: readonly Entry[], ladder: FileLadder): ReadonlyMap<string, readonly Entry[]> {
  const byKey = new Map<string, Entry[]>();
  for (const { entry, keys } of meaningsIn(entries, ladder)) {
    for (const one of keys) {
      const known = byKey.get(one) ?? [];
      byKey.set(one, known);
      known.push(entry);
    }
  }
  return byKey;
}

interface FiledEntry {
  readonly entry: Entry;
  readonly keys: readonly string[];
}

/** What the entries of a file mean, just as reading the file itself would tell. */
function meaningsIn(entries: readonly Entry[], ladder: FileLadder): readonly FiledEntry[] {
  const { index, isBuiltIn } = ladder;
  const promotion = entries.find(({ kind }) => kind === 'promotion');
  const target = promotion && readTarget(promotion.text, index);
  // The built-in ladder is nobody's but the promotion documents'.
  if (isBuiltIn && target === undefined) {
    return [];
  }
  return entries.map((entry) => {
    switch (entry.kind) {
      case 'promotion':
        return { entry, keys: targetKeys(target) };
      case 'bracket':
        return { entry, keys: labelKeys(entry.text, index).cited };
      case 'label':
        return { entry, keys: labelKeys(entry.text, index).named };
      case 'gap':
        return {
          entry,
          keys: (target?.capabilities ?? [])
            .filter(({ name }) => nameKey(name) === nameKey(entry.text))
            .flatMap((capability) => capabilityKeys('named', capability)),
        };
      default:
        return { entry, keys: linkKeys(entry, ladder) };
    }
  });
}

function linkKeys({ kind, text }: Entry, { index, links }: FileLadder): readonly string[] {
  const target = guideTargetOf(text, links);
  if (target === undefined) {
    return [];
  }
  const { anchor, guide } = target;
  const capability = anchor.kind === 'capability' ? index.described(anchor.capability) : undefined;
  // A fragment alone leads to a place in the same file, which is no citation.
  const cites = kind === 'link' && !text.startsWith('#') && capability !== undefined;
  return [key('link', guide.path), ...(cites ? capabilityKeys('cited', capability) : [])];
}
