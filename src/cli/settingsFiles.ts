import path from 'node:path';
import { type ParseError, parse, printParseErrorCode } from 'jsonc-parser';
import { type RuleSettings, ruleSettingFaults, ruleSettingsOf } from '../core/rules';
import { SourceText } from '../core/text/sourceText';
import { type GuidesValue, guidesValueOf } from '../core/workspace/guidePatterns';
import { type Failures, isGone } from './failures';
import { readText } from './guideFiles';

/** What a `.vscode/settings.json` says about `careerLadder.*`. */
export interface Settings {
  /** The file itself. */
  readonly file: string;
  /** The folder that holds `.vscode`, from which the guides are sought. */
  readonly folder: string;
  readonly guides: GuidesValue;
  readonly rules: RuleSettings;
  /** What in these does not count, as clauses behind the setting's name. */
  readonly ruleFaults: readonly string[];
}

/** The settings files above the files that are checked, each read once. */
export class SettingsFiles {
  readonly #failures: Failures;
  readonly #nearest = new Map<string, Promise<Settings | undefined>>();

  constructor(failures: Failures) {
    this.#failures = failures;
  }

  /** The nearest settings in a folder, given by its absolute path, or above it. */
  nearest(folder: string): Promise<Settings | undefined> {
    const known = this.#nearest.get(folder);
    if (known !== undefined) {
      return known;
    }
    const found = this.#find(folder);
    this.#nearest.set(folder, found);
    return found;
  }

  async #find(folder: string): Promise<Settings | undefined> {
    const file = path.join(folder, '.vscode', 'settings.json');
    try {
      return this.#read(file, folder, await readText(file));
    } catch (error) {
      if (!isGone(error)) {
        this.#failures.add(file, error);
      }
      const above = path.dirname(folder);
      return above === folder ? undefined : this.nearest(above);
    }
  }

  #read(file: string, folder: string, text: string): Settings {
    const errors: ParseError[] = [];
    const value: unknown = parse(text, errors, { allowTrailingComma: true, allowEmptyContent: true });
    const [error] = errors;
    if (error !== undefined) {
      const line = new SourceText(text).lineNumberAt(error.offset);
      const reason = printParseErrorCode(error.error).replace(/(?<=[a-z])(?=[A-Z])/gu, ' ');
      this.#failures.addFault(
        file,
        `line ${line} is not JSON (${reason.toLowerCase()}), so some settings may not count; mend it there`,
      );
    }
    const settings = isRecord(value) ? value : {};
    return {
      file,
      folder,
      guides: guidesValueOf(settings['careerLadder.guides']),
      rules: ruleSettingsOf(settings['careerLadder.rules']),
      ruleFaults: ruleSettingFaults(settings['careerLadder.rules']),
    };
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
