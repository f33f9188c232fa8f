import { decodeString } from 'micromark-util-decode-string';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { groupBy } from '../groupBy';
import type { Ladder, Level } from '../ladder/model';
import { collapse } from '../markdown/plainText';
import { inCapitals, withPlainMarks } from '../names';
import { listed } from '../text/listed';

/** What stands before the colon of a citation: a level, or what would be the id of one. */
export type LevelReading =
  | { readonly kind: 'level'; readonly level: Level }
  | { readonly kind: 'lookalike'; readonly text: string };

/** Levels named at the end of a text. */
export interface NamedLevels {
  /** More than one where they share the title. */
  readonly levels: readonly Level[];
  /** Where the name begins. */
  readonly start: number;
  readonly isId: boolean;
}

/** The names by which a ladder's levels are cited and promoted to. */
export class LevelNames {
  readonly #byName = new Map<string, Level>();
  readonly #sharedTitles = new Map<string, readonly Level[]>();
  readonly #lastWords: ReadonlySet<string>;
  /** The length of the longest id or title. */
  readonly longest: number;
  /** What stands before the number of an id: "M", or "IC-" where ids are written like "IC-2". */
  readonly #beginnings: ReadonlySet<string>;

  constructor({ levels }: Pick<Ladder, 'levels'>) {
    for (const [title, sharing] of groupBy(levels, ({ title }) => title && levelKey(title))) {
      if (title !== undefined && sharing.length > 1) {
        this.#sharedTitles.set(title, sharing);
      } else if (title !== undefined) {
        this.#byName.set(title, sharing[0]);
      }
    }
    // An id wins over another level's title.
    for (const level of levels) {
      this.#byName.set(levelKey(level.id), level);
    }
    this.longest = Math.max(0, ...levels.map(({ id, title = '' }) => Math.max(id.length, title.length)));
    this.#lastWords = new Set(
      levels.flatMap(({ id, title = id }) => [id, title]).map((name) => levelKey(lastWord(name))),
    );
    this.#beginnings = new Set(
      levels
        .filter(({ track }) => track !== '')
        .flatMap(({ id, track }) => [levelKey(track), beginningOf(levelKey(id)) ?? levelKey(track)]),
    );
  }

  /** The level that a text names by its id or its title, or whose id it could be; undefined for any other text. */
  read(text: string): LevelReading | undefined {
    const key = levelKey(text);
    const level = this.#byName.get(key);
    if (level !== undefined) {
      return { kind: 'level', level };
    }
    const beginning = beginningOf(key);
    return beginning !== undefined && this.#beginnings.has(beginning)
      ? { kind: 'lookalike', text }
      : undefined;
  }

  /** The levels whose id or title, the longest that fits, Markdown source ends with as words of its own. */
  endOf(source: string): NamedLevels | undefined {
    // Most texts are told by their last word; in the source it may be spelled otherwise.
    if (!/[&\\]/u.test(source) && !this.#lastWords.has(levelKey(lastWord(source)))) {
      return undefined;
    }
    for (const { index: start } of source.matchAll(/(?<![\p{L}\p{N}_-])\S/gu)) {
      const name = source.slice(start);
      const reading = this.readSource(name);
      const levels = reading?.kind === 'level' ? [reading.level] : this.sharing(name);
      if (levels.length > 0) {
        return { levels, start, isId: levels.some(({ id }) => levelKey(id) === levelKey(name)) };
      }
    }
    return undefined;
  }

  /** The levels that share a title; none for a title that one level has, or none. */
  sharing(title: string): readonly Level[] {
    return this.#sharedTitles.get(levelKey(title)) ?? [];
  }

  /**
   * The same for Markdown source, in which there may be escapes and character references. It cannot
   * tell apart what CommonMark takes for the same label: `&eacute;` and `&EACUTE;` are one.
   */
  readSource(source: string): LevelReading | undefined {
    const reading = this.read(isPlain(source) ? source : decodeLabel(normalizeIdentifier(source)));
    return reading?.kind === 'lookalike'
      ? { kind: 'lookalike', text: collapse(decodeString(source)) }
      : reading;
  }
}

/** What stands before the number at the end of a level's key. */
function beginningOf(key: string): string | undefined {
  return /^(\D+)\d+$/u.exec(key)?.[1];
}

function lastWord(text: string): string {
  return text.match(/[\p{L}\p{N}\p{M}]+/gu)?.at(-1) ?? '';
}

function levelKey(name: string): string {
  if (isPlain(name)) {
    return collapse(name).toUpperCase();
  }
  // Two spellings of one label are never two levels.
  return inCapitals(collapse(withPlainMarks(name.normalize('NFC'))));
}

/** Most names are plain letters and digits, in which there is nothing to decode. */
function isPlain(name: string): boolean {
  return /^[\w ]*$/u.test(name);
}

/** Decodes a label whose letters are all capitals, those of its character references included. */
function decodeLabel(label: string): string {
  return label.replace(/\\[!-/:-@[-`{-~]|&(?:#\d{1,7}|#X[\dA-F]{1,6}|[\dA-Z]{1,31});/gu, (mark) => {
    const spellings = [mark.toLowerCase(), mark, mark.charAt(0) + capitalized(mark.slice(1))];
    return spellings.map(decodeString).find((decoded, index) => decoded !== spellings[index]) ?? mark;
  });
}

function capitalized(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1).toLowerCase();
}

/** Says that several levels share a title. */
export function calledAlike(ids: readonly string[], title: string): string {
  return `${listed(ids)} are ${ids.length === 2 ? 'both' : 'all'} called “${title}”`;
}
