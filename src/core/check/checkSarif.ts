import type { Finding } from '../diagnostics/finding';
import { defaultSeverities, type Severity } from '../rules';
import type { CheckedFile } from './checkedFile';
import { printedPlace } from './printedPlace';

/** What a log says about the program that wrote it. */
export interface SarifTool {
  readonly version: string;
  /** What each rule reports, by its id. */
  readonly reports: ReadonlyMap<string, string>;
}

/** SARIF knows nothing quieter than a note. */
const levels = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
} as const satisfies Readonly<Record<Severity, string>>;

const ruleIds = Object.keys(defaultSeverities);

/**
 * Every finding as a log in SARIF 2.1.0, in the order of the files.
 * It is what `career-ladder check --format sarif` prints: a public format, changed only by adding.
 */
export function checkSarif(files: readonly CheckedFile[], { version, reports }: SarifTool) {
  return {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'career-ladder',
            version,
            rules: Object.entries(defaultSeverities).map(([id, severity]) => ({
              id,
              shortDescription: { text: reports.get(id) ?? id },
              defaultConfiguration: { level: levels[severity] },
            })),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: files.flatMap((file) => file.findings.map((finding) => result(file, finding))),
      },
    ],
  };
}

function result({ path, source }: CheckedFile, { rule, severity, range, message }: Finding) {
  const { line, column, endLine, endColumn } = printedPlace(range, source);
  return {
    ruleId: rule,
    ruleIndex: ruleIds.indexOf(rule),
    level: levels[severity],
    message: { text: message },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: path.split('/').map(encodeURIComponent).join('/') },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}
