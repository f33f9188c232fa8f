import path from 'node:path';
import type { Guide } from '../core/guide/model';
import { buildLadder } from '../core/ladder/buildLadder';
import type { Ladder } from '../core/ladder/model';
import { type GuidePattern, guideMatcher, parseGuidePattern } from '../core/workspace/guidePatterns';
import { type Failures, isGone } from './failures';
import { readGuides, readLadder } from './guideFiles';
import { withSlashes } from './paths';
import { anyMarkdown, walkFolder } from './walkFolder';

/** A ladder that files are checked against. */
export interface FoundLadder {
  readonly ladder: Ladder;
  readonly isBuiltIn: boolean;
  /** Its guides by their paths, absolute and with forward slashes. */
  readonly guides: ReadonlyMap<string, Guide>;
}

/** The ladders that settings and options mean, each read once. */
export class Ladders {
  readonly #failures: Failures;
  readonly #builtInGuides: string;
  readonly #found = new Map<string, Promise<FoundLadder>>();
  #builtIn: Promise<FoundLadder> | undefined;

  /** @param builtInGuides The folder with the guides of the ladder that ships with Career Ladder. */
  constructor(failures: Failures, builtInGuides: string) {
    this.#failures = failures;
    this.#builtInGuides = builtInGuides;
  }

  /** The ladder of the guides at some paths. */
  async at(paths: readonly string[]): Promise<FoundLadder> {
    return foundLadder(await readLadder(paths, this.#failures, absoluteName));
  }

  /** The ladder that a value of `careerLadder.guides` means for a folder. */
  inFolder(folder: string, patterns: readonly string[]): Promise<FoundLadder> {
    const key = JSON.stringify([folder, patterns]);
    const known = this.#found.get(key);
    if (known !== undefined) {
      return known;
    }
    const found = this.#read(folder, patterns);
    this.#found.set(key, found);
    return found;
  }

  /** The ladder that ships with Career Ladder. */
  builtIn(): Promise<FoundLadder> {
    this.#builtIn ??= this.#readBuiltIn();
    return this.#builtIn;
  }

  async #read(folder: string, patterns: readonly string[]): Promise<FoundLadder> {
    const files = await Promise.all(
      patterns.map(async (entry) => {
        const pattern = parseGuidePattern(entry);
        return pattern === undefined ? [] : this.#filesOf(pattern, folder);
      }),
    );
    return foundLadder(buildLadder(await readGuides(files.flat(), this.#failures, absoluteName)));
  }

  async #filesOf(pattern: GuidePattern, folder: string): Promise<readonly string[]> {
    const base = path.resolve(folder, withoutSlashBeforeDrive(pattern.base));
    const isDeep = /\/|\*\*/u.test(pattern.glob);
    try {
      return await walkFolder(
        base,
        {
          enters: (name) => isDeep && name !== 'node_modules' && name !== '.git',
          takes: guideMatcher(pattern),
        },
        this.#failures,
      );
    } catch (error) {
      // Where there is no such folder, there are no guides: that is how the default setting mostly ends.
      if (!isGone(error)) {
        this.#failures.add(base, error);
      }
      return [];
    }
  }

  async #readBuiltIn(): Promise<FoundLadder> {
    const folder = this.#builtInGuides;
    try {
      const files = await walkFolder(folder, anyMarkdown, this.#failures);
      // No file of the reader's: no link leads to a guide of this name, and none is reported.
      const guides = await readGuides(
        files,
        this.#failures,
        (file) => `career-ladder:/${path.basename(file)}`,
      );
      return { ...foundLadder(buildLadder(guides)), isBuiltIn: true };
    } catch (error) {
      this.#failures.add(folder, error);
      return { ...foundLadder(buildLadder([])), isBuiltIn: true };
    }
  }
}

/** How the core knows a file: links between documents and guides are told by such paths. */
export function absoluteName(file: string): string {
  return withSlashes(path.resolve(file));
}

function foundLadder(ladder: Ladder): FoundLadder {
  return { ladder, isBuiltIn: false, guides: new Map(ladder.guides.map((guide) => [guide.path, guide])) };
}

function withoutSlashBeforeDrive(base: string): string {
  return base.replace(/^\/(?=[a-z]:)/iu, '');
}
