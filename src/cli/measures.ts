import path from 'node:path';
import type { Measure } from '../core/check/checkedFile';
import { defaultGuidePatterns, isDefaultSetting, malformedGuides } from '../core/workspace/guidePatterns';
import type { Failures } from './failures';
import type { GivenFile } from './givenFiles';
import { absoluteName, type FoundLadder, type Ladders } from './ladders';
import { type Settings, SettingsFiles } from './settingsFiles';

/** What a file is measured against, and where that comes from. */
export interface FileMeasure extends Measure, FoundLadder {
  readonly settings: Settings | undefined;
}

/** Finds the ladder and the severities that count for a file, as an editor that has its folder open. */
export class Measures {
  readonly #failures: Failures;
  readonly #settings: SettingsFiles;
  readonly #ladders: Ladders;
  readonly #chosen: FoundLadder | undefined;

  /** @param chosen The ladder to use whatever the settings say. */
  constructor(failures: Failures, ladders: Ladders, chosen: FoundLadder | undefined) {
    this.#failures = failures;
    this.#settings = new SettingsFiles(failures);
    this.#ladders = ladders;
    this.#chosen = chosen;
  }

  async of(given: GivenFile): Promise<FileMeasure> {
    const settings = await this.#settings.nearest(path.dirname(path.resolve(given.file)));
    const { folder, found } = await this.#ladderFor(given, settings);
    return { ...found, settings, top: absoluteName(folder), rules: settings?.rules ?? {} };
  }

  async #ladderFor(
    given: GivenFile,
    settings: Settings | undefined,
  ): Promise<{ readonly folder: string; readonly found: FoundLadder }> {
    const here = path.resolve('');
    if (this.#chosen !== undefined) {
      return { folder: settings?.folder ?? here, found: this.#chosen };
    }
    if (settings?.guides.isMalformed === true) {
      this.#failures.addFault(settings.file, `careerLadder.guides ${malformedGuides}`);
    }
    // Without settings that mark a folder as a workspace, the folder asked for is one if it has a ladder.
    const folders = settings === undefined ? [given.folder ?? here, here] : [settings.folder];
    const patterns = settings?.guides.patterns ?? defaultGuidePatterns;
    let found: FoundLadder | undefined;
    for (const folder of folders) {
      found = await this.#ladders.inFolder(folder, patterns);
      if (found.guides.size > 0) {
        return { folder, found };
      }
    }
    return {
      folder: settings?.folder ?? here,
      found: found === undefined || isDefaultSetting(patterns) ? await this.#ladders.builtIn() : found,
    };
  }
}
