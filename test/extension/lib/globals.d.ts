// What the bundler fills in.

/** The version of VS Code that the suite was started for. */
declare const expectedVersion: string;

/** The kind of extension host that the suite was started for. */
declare const expectedHost: 'node' | 'web';

/** Whether `test.only` and `suite.only` count as failures, because every test has to run. */
declare const onlyForbidden: boolean;

/** What `career-ladder check --format json` printed for the folder of the window, before it was opened. */
declare const checkedByCommandLine: readonly CheckedFinding[];

interface CheckedFinding {
  readonly path: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
  readonly rule: string;
  readonly severity: string;
  readonly message: string;
  readonly suggestions: readonly string[];
}
